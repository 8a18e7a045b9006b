package dev.candor.telemetry.testkit;

import dev.candor.telemetry.exporter.DestinationSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings for a provider under test, as the engine would hand them over. Notes what was asked and
 * what was refused. One thread.
 */
public final class TestDestinationSettings implements DestinationSettings {
  private final Map<String, String> given;
  private final List<String> faults = new ArrayList<>();
  private final Set<String> asked = new LinkedHashSet<>();

  /** With these values, of {@code lab 1.4.2}, in production. */
  public TestDestinationSettings(Map<String, String> given) {
    this.given = Map.copyOf(given);
  }

  /** What the provider refused: setting and rule. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /** The names of all settings that the provider asked for. */
  public Set<String> asked() {
    return Set.copyOf(asked);
  }

  @Override
  public @Nullable String text(String name) {
    asked.add(name);
    return given.get(name);
  }

  @Override
  public void fault(String name, String rule) {
    faults.add(name + " " + rule);
  }

  @Override
  public String service() {
    return "lab";
  }

  @Override
  public String version() {
    return "1.4.2";
  }

  @Override
  public String environment() {
    return "production";
  }

  @Override
  public List<String> packages() {
    return List.of();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }
}
