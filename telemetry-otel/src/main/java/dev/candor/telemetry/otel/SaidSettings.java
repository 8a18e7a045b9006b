package dev.candor.telemetry.otel;

import dev.candor.telemetry.otel.GivenSettings.Source;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What settings say for people: whether to send at all. A no counts wherever it stands. A yes is
 * the operator's to say, by system properties, the environment or a file; the builder, which is the
 * application, can only say no.
 */
final class SaidSettings {
  private final GivenSettings given;
  private final Consumer<String> faults;

  /**
   * Creates a reader.
   *
   * @param faults is told setting and rule, never a value
   */
  SaidSettings(GivenSettings given, Consumer<String> faults) {
    this.given = given;
    this.faults = faults;
  }

  /** What {@code TELEMETRY_ENABLED} says; null if nobody says anything. */
  @Nullable Boolean enabled() {
    Boolean said = null;
    for (Source source : Source.values()) {
      String text = given.text(source, EngineSetting.TELEMETRY_ENABLED.name());
      if (text != null) {
        boolean yes = isYes(text);
        if (yes && source == Source.BUILDER) {
          fault(EngineSetting.TELEMETRY_ENABLED, "may only be false in the builder");
        }
        said = yes && !Boolean.FALSE.equals(said);
      }
    }
    return said;
  }

  private boolean isYes(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> true;
      case "false", "0", "no", "off" -> false;
      default -> {
        fault(EngineSetting.TELEMETRY_ENABLED, EngineSetting.TELEMETRY_ENABLED.rule());
        yield false;
      }
    };
  }

  /** Anything but an explicit no counts: a person who sets it does not want to be followed. */
  boolean doNotTrack() {
    return given.texts(EngineSetting.DO_NOT_TRACK.name()).stream()
        .anyMatch(text -> !text.equals("0") && !text.equalsIgnoreCase("false"));
  }

  /** Further policy files; each may forbid. */
  List<Path> policyFiles() {
    String name = EngineSetting.TELEMETRY_POLICY_FILE.name();
    List<Path> files = new ArrayList<>();
    for (Source source : Source.values()) {
      String text = given.text(source, name);
      if (text != null && source == Source.BUILDER) {
        fault(EngineSetting.TELEMETRY_POLICY_FILE, "may not come from the builder");
      } else if (text != null) {
        add(text, files);
      }
    }
    return files;
  }

  private void add(String text, List<Path> files) {
    try {
      files.add(Path.of(text));
    } catch (InvalidPathException e) {
      fault(EngineSetting.TELEMETRY_POLICY_FILE, EngineSetting.TELEMETRY_POLICY_FILE.rule());
    }
  }

  private void fault(EngineSetting setting, String rule) {
    faults.accept(setting.name() + " " + rule);
  }
}
