package dev.candor.telemetry.processor;

/** What the built-in event {@code settings.report} declares; a test holds it against the record. */
final class SettingsReport {
  static final String BRIEF = "Settings in force";
  static final String PURPOSE = "ENVIRONMENT";
  static final String OWNER = "candor";
  static final String EXPIRES = "2032-01-01";
  static final String WHY = "Learn which settings are used, so that defaults fit";

  private SettingsReport() {}
}
