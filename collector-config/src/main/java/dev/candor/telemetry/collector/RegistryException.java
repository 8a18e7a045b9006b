package dev.candor.telemetry.collector;

/** A registry file breaks a rule. The message names the file, the place in it and the rule. */
public final class RegistryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegistryException(String place, String rule) {
    super(place + ": " + rule);
  }
}
