package dev.candor.telemetry.processor;

/**
 * What a built-in event declares that catalogues add keys to; a test holds it against the record.
 */
record BuiltInSpan(
    String event, String brief, String purpose, String owner, String expires, String why) {
  static final BuiltInSpan SETTINGS_REPORT =
      new BuiltInSpan(
          "settings.report",
          "Settings in force",
          "ENVIRONMENT",
          "candor",
          "2032-01-01",
          "Learn which settings are used, so that defaults fit");
  static final BuiltInSpan APP_ERROR =
      new BuiltInSpan(
          "app.error",
          "Something went wrong",
          "DIAGNOSTICS",
          "candor",
          "2032-01-01",
          "Find and mend faults");
}
