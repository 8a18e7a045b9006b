package dev.candor.telemetry.processor;

import java.util.List;

/** What the registry of the built-in catalogue says beyond its events. */
final class CommonAttributes {
  /** Carried by every span. */
  static final List<String> OF_EVERY_SPAN = List.of("session.id", "activity.outcome", "error.type");

  /** Carried by every metric. */
  static final String OUTCOME = "activity.outcome";

  /** What an {@code ErrorReport} becomes, beside {@code error.type}. */
  static final List<String> OF_ERRORS =
      List.of(
          "exception.stacktrace",
          "app.error.language",
          "app.error.origin",
          "app.error.count",
          "app.error.trail");

  /** The parts of an error that split metrics; the type is held by a grammar, not by a list. */
  static final List<String> LABELS_OF_ERRORS =
      List.of("error.type", "app.error.language", "app.error.origin");

  /** Lines of the section {@code attributes}. */
  static final String DEFINITIONS =
      constant("activity.outcome", "How it ended", "completed", "cancelled", "failed", "abandoned")
          + string("session.id", "Random number of this run of the application", "session_id")
          + string("error.type", "Class of the error", "type_name")
          + string("exception.stacktrace", "Rebuilt frames of the error", "stacktrace, max: 16384")
          + constant("app.error.language", "Language of the program", "java", "python")
          + constant(
              "app.error.origin", "How the error came to light", "handled", "uncaught", "logged")
          + entry(
              "app.error.count", "int", "How often it happened", "integer, min: 1, max: 1000000000")
          + string("app.error.trail", "Steps before the error", "trail, max: 50, values: []")
          + string("service.name", "Name of the application", "word")
          + string("service.version", "Version of the application", "version")
          + constant("os.type", "Operating system", "linux", "darwin", "windows", "other")
          + string("host.arch", "Processor type", "word")
          + string("process.runtime.version", "Version of Java", "version")
          + constant("telemetry.sdk.name", "Name of the sender", "candor")
          + constant("telemetry.sdk.language", "Language of the sender", "java")
          + string("telemetry.sdk.version", "Version of the sender", "version")
          + constant(
              "deployment.environment.name",
              "Whether real hardware was involved",
              "production",
              "simulation",
              "mixed",
              "unknown")
          + constant("app.runtime.kind", "How people meet the application", "gui", "cli", "service")
          + string("app.installation.id", "Random number of this installation", "installation_id")
          + string("candor.registry.hash", "SHA-256 of the registry", "hex64")
          + string("candor.report.id", "Random number of one report of totals", "hex32");

  /** The section {@code attribute_groups}. */
  static final String RESOURCE_GROUP =
      """
      attribute_groups:
        - id: candor.resource
          type: attribute_group
          visibility: internal
          brief: What every request says about the application
          stability: development
          attributes:
            - {ref: service.name, requirement_level: required}
            - {ref: service.version, requirement_level: recommended}
            - {ref: os.type, requirement_level: recommended}
            - {ref: host.arch, requirement_level: recommended}
            - {ref: process.runtime.version, requirement_level: recommended}
            - {ref: telemetry.sdk.name, requirement_level: required}
            - {ref: telemetry.sdk.language, requirement_level: required}
            - {ref: telemetry.sdk.version, requirement_level: recommended}
            - {ref: deployment.environment.name, requirement_level: recommended}
            - {ref: app.runtime.kind, requirement_level: recommended}
            - {ref: app.installation.id, requirement_level: opt_in}
            - {ref: candor.registry.hash, requirement_level: recommended}
            - {ref: candor.report.id, requirement_level: recommended}
      """;

  private CommonAttributes() {}

  private static String string(String key, String brief, String kind) {
    return entry(key, "string", brief, kind);
  }

  private static String constant(String key, String brief, String... members) {
    return entry(key, RegistryWriter.members(List.of(members)), brief, "constant");
  }

  private static String entry(String key, String type, String brief, String kind) {
    return RegistryWriter.attribute(key, type, brief, "kind: " + kind);
  }
}
