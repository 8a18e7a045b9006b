package dev.candor.telemetry.squid;

import dev.candor.telemetry.SettingValue;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Collects a {@link ConfigSnapshot} file by file; one thread. */
final class SnapshotBuilder {
  private final ConfigReader reader;
  private final NavigableMap<SettingAddress, SettingValue> values = new TreeMap<>();
  private final Set<LogicalFile> files = EnumSet.noneOf(LogicalFile.class);
  private final Set<ConfigPart> unreadable = new HashSet<>();

  SnapshotBuilder(ConfigReader reader) {
    this.reader = reader;
  }

  /** Takes the first of the candidates that is there. */
  void first(LogicalFile file, Stream<Path> candidates) {
    for (Iterator<Path> paths = candidates.iterator(); paths.hasNext(); ) {
      if (take(file, ObjectiveName.NONE, paths.next())) {
        return;
      }
    }
  }

  /** Takes the first of the candidates that is there, for one objective. */
  void add(LogicalFile file, ObjectiveName objective, Path... candidates) {
    for (Path path : candidates) {
      if (take(file, objective, path)) {
        return;
      }
    }
  }

  ConfigSnapshot build() {
    return new ConfigSnapshot(values, files, unreadable);
  }

  private boolean take(LogicalFile file, ObjectiveName objective, Path path) {
    Document document = reader.read(path);
    if (document.reason().filter(reason -> reason == UnreadableReason.MISSING).isPresent()) {
      return false;
    }
    if (document.reason().isPresent()) {
      unreadable.add(new ConfigPart(file, objective));
      return true;
    }
    files.add(file);
    SettingsFinder finder = new SettingsFinder(objective, values::putIfAbsent);
    finder.find(file, document.orNothing());
    return true;
  }
}
