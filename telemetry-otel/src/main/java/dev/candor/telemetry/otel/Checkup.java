package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.DestinationProviders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What settings come to, for a person who looks for a fault: which are given, what is wrong with
 * them, and whether the destinations answer. It holds no value of a setting.
 *
 * <p>Making one reads settings and the answer; nothing is created or connected. Only {@link
 * Target#check} connects, and only where {@link #silence} is null. One thread; close it.
 */
public final class Checkup implements AutoCloseable {
  private final List<Given> settings;
  private final List<String> faults;
  private final ConsentAnswer answer;
  private final List<Target> targets;

  private Checkup(
      List<Given> settings, List<String> faults, ConsentAnswer answer, List<Target> targets) {
    this.settings = List.copyOf(settings);
    this.faults = List.copyOf(faults);
    this.answer = answer;
    this.targets = List.copyOf(targets);
  }

  /** Looks at what would hold for these options. Never throws on what settings say. */
  public static Checkup of(TelemetryOptions options) {
    SettingsReader reader = new SettingsReader(options, OtelEngine.systemProperties());
    List<String> faults = new ArrayList<>();
    List<Given> given = given(reader.given(), faults);
    try {
      EngineSettings settings = reader.read();
      List<Target> targets = new ArrayList<>();
      for (Destinations.Configured one :
          Destinations.configured(settings, Vocabulary.none(), fault -> {})) {
        targets.add(new Target(one.name(), one.destination(), one.faults()));
      }
      return new Checkup(given, faults, new ConsentStore(settings).refresh(), targets);
    } catch (IllegalArgumentException e) {
      faults.addAll(reader.faults());
      return new Checkup(given, faults, ConsentAnswer.unknown(), List.of());
    }
  }

  private static List<Given> given(GivenSettings settings, List<String> faults) {
    Map<String, SettingRow> rows = new LinkedHashMap<>();
    EngineSetting.rows().forEach(row -> rows.put(row.name(), row));
    for (DestinationProvider provider :
        DestinationProviders.find(
            settings::has,
            Checkup.class.getClassLoader(),
            fault -> faults.add(fault + " cannot be used"))) {
      provider.settings().forEach(row -> rows.putIfAbsent(row.name(), row));
    }
    List<Given> given = new ArrayList<>();
    for (SettingRow row : rows.values()) {
      GivenSettings.Source source = settings.source(row.name());
      if (source != null) {
        given.add(new Given(row.name(), source.name().toLowerCase(Locale.ROOT), row.secret()));
      }
    }
    return given;
  }

  /** The settings that are given, in the order of the guide. */
  public List<Given> settings() {
    return settings;
  }

  /** What keeps all telemetry off: settings and rules, never a value. */
  public List<String> faults() {
    return faults;
  }

  /**
   * The destinations that settings ask for, OTLP first, then by name; none while there are faults.
   */
  public List<Target> targets() {
    return targets;
  }

  /** Why nobody may be asked: somebody said no; null if nobody did. */
  public @Nullable String silence() {
    boolean sends = answer.purposes().values().stream().anyMatch(one -> one.send() != Send.NOTHING);
    if (sends || answer.state() == State.UNKNOWN) {
      return null;
    }
    return switch (answer.authority()) {
      case ENVIRONMENT -> "DO_NOT_TRACK or TELEMETRY_ENABLED says no";
      case POLICY -> "a policy file forbids it";
      default -> "the answer is no";
    };
  }

  /** Whether somebody has said yes to anything; without, nothing is sent by any application. */
  public boolean isAgreed() {
    return answer.state() == State.ANSWERED && silence() == null;
  }

  /** Lets go of the destinations. */
  @Override
  public void close() {
    targets.forEach(Target::close);
  }

  /**
   * A setting that has a value.
   *
   * @param name as operators write it
   * @param source {@code builder}, {@code property}, {@code environment} or {@code file}
   * @param secret whether its value may never be shown
   */
  public record Given(String name, String source, boolean secret) {}

  /** A destination that settings ask for. */
  public static final class Target {
    private final String name;
    private final @Nullable Destination destination;
    private final List<String> faults;

    Target(String name, @Nullable Destination destination, List<String> faults) {
      this.name = name;
      this.destination = destination;
      this.faults = List.copyOf(faults);
    }

    /** Its name in ledger and settings. */
    public String name() {
      return name;
    }

    /** The host that it connects to; empty if it is off. */
    public String host() {
      return destination == null ? "" : destination.host();
    }

    /** Why it is off: settings and rules, never a value. */
    public List<String> faults() {
      return faults;
    }

    /** Connects, and asks by a request of which nothing is stored. */
    public Check check(Duration timeout) {
      return destination == null ? Check.none() : destination.check(timeout);
    }

    private void close() {
      if (destination != null) {
        destination.close();
      }
    }
  }
}
