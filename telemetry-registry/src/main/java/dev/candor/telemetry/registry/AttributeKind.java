package dev.candor.telemetry.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of an attribute look like: the registry's annotation {@code candor.kind}. */
public enum AttributeKind {
  /** True or false. */
  FLAG("boolean"),
  /** A whole number in a range. */
  INTEGER("int"),
  /** A number in a range. */
  DECIMAL("double"),
  /** Seconds. */
  DURATION("double"),
  /** One of a closed list. */
  CONSTANT("string"),
  /** Some of a closed list, joined by commas. */
  CONSTANTS("string"),
  /** A flag, a number, {@code absent}, or one of a closed list, as text. */
  SETTING("string"),
  /** A hash with the installation's secret, 32 hexadecimal digits. */
  HASHED("string"),
  /** Free text that was sanitized. */
  TEXT("string"),
  /** The name of a class. */
  TYPE_NAME("string"),
  /** Rebuilt frames. */
  STACKTRACE("string"),
  /** At most 50 of a closed list, joined by commas. */
  TRAIL("string"),
  /** A UUID. */
  SESSION_ID("string"),
  /** A version. */
  VERSION("string"),
  /** A UUID. */
  INSTALLATION_ID("string"),
  /** 64 hexadecimal digits. */
  HEX64("string"),
  /** 32 hexadecimal digits. */
  HEX32("string"),
  /** A word that an operator allows. */
  WORD("string");

  private final String type;

  AttributeKind(String type) {
    this.type = type;
  }

  /** The kind of that name in a registry. */
  public static Optional<AttributeKind> of(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName().equals(wireName)).findFirst();
  }

  /** Its name in a registry. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The registry's type of such an attribute; a member list counts as {@code string}. */
  public String type() {
    return type;
  }
}
