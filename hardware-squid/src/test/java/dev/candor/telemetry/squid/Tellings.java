package dev.candor.telemetry.squid;

import dev.candor.telemetry.Settings;
import java.util.List;

/** Looks into recordings. */
final class Tellings {
  private Tellings() {}

  static <E> List<E> events(Recording recording, Class<E> type) {
    return recording.tellings().stream()
        .filter(Telling.Happened.class::isInstance)
        .map(telling -> ((Telling.Happened) telling).event())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** Everything that a recording says, with the values that {@code toString} does not show. */
  static String text(Recording recording) {
    StringBuilder text = new StringBuilder();
    text.append(recording.session()).append('\n');
    recording.tellings().forEach(telling -> text.append(telling).append('\n'));
    for (ConfigSnapshotTaken snapshot : events(recording, ConfigSnapshotTaken.class)) {
      Settings settings = snapshot.setting();
      settings.values().forEach((key, value) -> text.append(key).append('=').append(value));
    }
    return text.toString();
  }
}
