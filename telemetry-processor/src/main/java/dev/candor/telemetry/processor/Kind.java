package dev.candor.telemetry.processor;

import java.util.Locale;

/** The types of attributes, named as in {@code AttributeSchema.Kind}. */
enum Kind {
  FLAG("boolean"),
  INTEGER("int"),
  DECIMAL("double"),
  DURATION("double"),
  CONSTANT("string"),
  CONSTANTS("string"),
  SETTINGS("string"),
  SETTING("string"),
  HASHED("string"),
  TEXT("string"),
  ERROR("string");

  private final String registryType;

  Kind(String registryType) {
    this.registryType = registryType;
  }

  /** The attribute type in the registry. */
  String registryType() {
    return registryType;
  }

  /** The kind as the registry's annotation and the sink's method spell it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has a smallest and a largest number. */
  boolean hasRange() {
    return this == INTEGER || this == DECIMAL || this == DURATION;
  }
}
