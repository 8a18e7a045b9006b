package dev.candor.telemetry.scrub;

/** Where in OpenTelemetry data a string stands; some rules depend on it. */
public enum Carrier {
  /** The value of an attribute. */
  ATTRIBUTE_VALUE,
  /** The key of an attribute. */
  ATTRIBUTE_KEY,
  /** The name of a span. */
  SPAN_NAME,
  /** The description of a status. */
  STATUS_DESCRIPTION,
  /** The message of an exception. */
  EXCEPTION_MESSAGE,
  /** The text of a stack trace. */
  EXCEPTION_STACKTRACE,
  /** The value of a resource attribute. */
  RESOURCE_ATTRIBUTE,
  /** A value read from a configuration file. */
  CONFIG_VALUE,
  /** The value of a metric's attribute. */
  METRIC_ATTRIBUTE,
  /** The name of an event. */
  EVENT_NAME,
  /** The body of a log record. */
  LOG_BODY
}
