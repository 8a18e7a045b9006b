package dev.candor.telemetry.gateway;

import java.util.List;

/** A configuration that cannot be used. Names places and rules, never a value. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> faults;

  /** Takes all faults at once. */
  public ConfigException(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault as place and rule. */
  public List<String> faults() {
    return faults;
  }
}
