package dev.candor.telemetry.otel;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The engine's settings as one vendor's provider sees them. */
final class VendorSettings implements DestinationSettings {
  private final EngineSettings settings;
  private final Vocabulary vocabulary;
  private final List<String> faults = new ArrayList<>();

  VendorSettings(EngineSettings settings, Vocabulary vocabulary) {
    this.settings = settings;
    this.vocabulary = vocabulary;
  }

  /** What cannot be used, each with setting and rule. */
  List<String> faults() {
    return faults;
  }

  @Override
  public @Nullable String text(String name) {
    return settings.given().text(name);
  }

  @Override
  public void fault(String name, String rule) {
    faults.add(name + " " + rule);
  }

  @Override
  public void warn(String text) {
    Warnings.once(text);
  }

  @Override
  public String service() {
    return settings.service();
  }

  @Override
  public String version() {
    return settings.version();
  }

  @Override
  public String environment() {
    return settings.environment();
  }

  @Override
  public List<String> packages() {
    return vocabulary.packages();
  }

  @Override
  public List<VendorName> vendorNames() {
    return vocabulary.vendorNames();
  }

  @Override
  public Clock clock() {
    return settings.clock();
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "VendorSettings";
  }
}
