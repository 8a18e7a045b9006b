package dev.candor.telemetry.console;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.DestinationSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A destination's settings from the environment of a command. One thread. */
final class ShellSettings implements DestinationSettings {
  private final Shell shell;
  private final List<VendorName> vendorNames;
  private final List<String> faults = new ArrayList<>();

  ShellSettings(Shell shell) {
    this(shell, List.of());
  }

  ShellSettings(Shell shell, List<VendorName> vendorNames) {
    this.shell = shell;
    this.vendorNames = vendorNames;
  }

  /** What cannot be used, each with setting and rule. */
  List<String> faults() {
    return faults;
  }

  @Override
  public @Nullable String text(String name) {
    String text = shell.environment().get(name);
    return text == null || text.isBlank() ? null : text.strip();
  }

  @Override
  public List<VendorName> vendorNames() {
    return vendorNames;
  }

  @Override
  public void warn(String text) {
    shell.err().println("candor: " + text);
  }

  @Override
  public void fault(String name, String rule) {
    faults.add(name + " " + rule);
  }

  @Override
  public String service() {
    return Runtimes.SERVICE;
  }

  @Override
  public String version() {
    return Candor.Version.number();
  }

  @Override
  public String environment() {
    return "unknown";
  }

  @Override
  public List<String> packages() {
    return List.of();
  }

  @Override
  public Clock clock() {
    return shell.clock();
  }
}
