package dev.candor.telemetry.registry;

/** A registry file breaks a rule. The message names the file, the place in it and the rule. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String place;
  private final String rule;

  RegistryException(String place, String rule) {
    super(place + ": " + rule);
    this.place = place;
    this.rule = rule;
  }

  /** The file and the path of the section in it. */
  String place() {
    return place;
  }

  String rule() {
    return rule;
  }
}
