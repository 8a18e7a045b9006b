package dev.candor.telemetry.collector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of an attribute look like: the registry's annotation {@code candor.kind}. */
enum AttributeKind {
  FLAG("boolean"),
  INTEGER("int"),
  DECIMAL("double"),
  DURATION("double"),
  CONSTANT("string"),
  CONSTANTS("string"),
  SETTING("string"),
  HASHED("string"),
  TEXT("string"),
  TYPE_NAME("string"),
  STACKTRACE("string"),
  TRAIL("string"),
  SESSION_ID("string"),
  VERSION("string"),
  INSTALLATION_ID("string"),
  HEX64("string"),
  HEX32("string"),
  WORD("string");

  private final String type;

  AttributeKind(String type) {
    this.type = type;
  }

  static Optional<AttributeKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The registry's type of such an attribute; a member list counts as {@code string}. */
  String type() {
    return type;
  }
}
