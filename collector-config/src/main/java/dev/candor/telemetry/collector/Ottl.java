package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.AttributeRule;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rules in the Collector's transformation language. Conditions use only functions and
 * comparisons for which no input was found that makes them fail: one that fails answers 503 for the
 * whole request, again and again.
 */
final class Ottl {
  private static final BigDecimal LARGEST = new BigDecimal(Double.MAX_VALUE);

  private Ottl() {}

  static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }

  static String list(Collection<String> texts) {
    return texts.stream().map(Ottl::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  /** Removes an attribute whose value breaks its rule. */
  static String contract(String attributes, AttributeRule rule) {
    String key = quote(rule.key());
    return "delete_key("
        + attributes
        + ", "
        + key
        + ") where not ("
        + condition(attributes + "[" + key + "]", rule)
        + ")";
  }

  private static String condition(String value, AttributeRule rule) {
    return switch (rule.kind()) {
      case FLAG -> "IsBool(" + value + ")";
      case INTEGER -> "IsInt(" + value + ")" + range(value, rule.min(), rule.max(), false);
      case DECIMAL, DURATION ->
          "IsDouble("
              + value
              + ")"
              + range(
                  value,
                  rule.min() == null ? LARGEST.negate() : rule.min(),
                  rule.max() == null ? LARGEST : rule.max(),
                  true);
      case CONSTANT -> "ContainsValue(" + list(rule.values()) + ", " + value + ")";
      case CONSTANTS -> matches(value, ValuePatterns.joined(rule.values()));
      case TRAIL ->
          matches(value, ValuePatterns.joined(rule.values()))
              + " and "
              + match(value, ValuePatterns.FEW_PARTS);
      case SETTING -> matches(value, ValuePatterns.setting(rule.values()));
      case TEXT -> {
        BigDecimal max = rule.max();
        yield matches(value, ValuePatterns.TEXT)
            + " and "
            + atMost(value, max == null ? 0 : max.intValueExact());
      }
      case TYPE_NAME -> "IsString(" + value + ") and " + typeName(value);
      case STACKTRACE ->
          matches(value, ValuePatterns.STACKTRACE)
              + " and "
              + length(value, ValuePatterns.STACKTRACE_LENGTH);
      case SESSION_ID -> matches(value, ValuePatterns.SESSION_ID);
      case INSTALLATION_ID -> matches(value, ValuePatterns.INSTALLATION_ID);
      case VERSION -> matches(value, ValuePatterns.VERSION);
      case HASHED, HEX32 -> matches(value, ValuePatterns.HEX32);
      case HEX64 -> matches(value, ValuePatterns.HEX64);
      case WORD ->
          rule.values().isEmpty()
              ? matches(value, ValuePatterns.word(rule.key()))
              : "ContainsValue(" + list(rule.values()) + ", " + value + ")";
    };
  }

  /**
   * The length of a text. Here it is counted in bytes of UTF-8, and one character of Java has up to
   * three: a text of ASCII is held exactly, another never too tightly.
   */
  private static String atMost(String text, int characters) {
    return "("
        + length(text, characters)
        + " or "
        + match(text, "[^\\x00-\\x7f]")
        + " and "
        + length(text, 3L * characters)
        + ")";
  }

  /** One question in three ways, the cheapest first. */
  private static String typeName(String text) {
    int longest = ValuePatterns.SHORT_TYPE_LENGTH;
    return "("
        + length(text, longest)
        + " and ("
        + match(text, ValuePatterns.PLAIN_TYPE_NAME)
        + " or "
        + match(text, ValuePatterns.SHORT_TYPE_NAME)
        + ") or Len("
        + text
        + ") >= "
        + (longest + 1)
        + " and "
        + match(text, ValuePatterns.TYPE_NAME)
        + ")";
  }

  /** Fails on all but texts, lists and maps: only behind {@code IsString}. */
  private static String length(String text, long bytes) {
    return "Len(" + text + ") <= " + bytes;
  }

  /** The type first: other types are written as text before they are matched. */
  private static String matches(String value, String pattern) {
    return "IsString(" + value + ") and " + match(value, pattern);
  }

  static String match(String value, String pattern) {
    return "IsMatch(" + value + ", " + quote(pattern) + ")";
  }

  /** Whether a text holds one of others; of all functions that never fail, this reads fastest. */
  static String holdsAny(String value, Collection<String> literals) {
    return literals.stream()
        .map(literal -> match(value, ValuePatterns.literal(literal)))
        .collect(Collectors.joining(" or "));
  }

  private static String range(
      String value, @Nullable BigDecimal min, @Nullable BigDecimal max, boolean decimal) {
    StringBuilder condition = new StringBuilder();
    if (min != null) {
      condition.append(" and ").append(value).append(" >= ").append(number(min, decimal));
    }
    if (max != null) {
      condition.append(" and ").append(value).append(" <= ").append(number(max, decimal));
    }
    return condition.toString();
  }

  private static String number(BigDecimal number, boolean decimal) {
    String plain = number.toPlainString();
    return decimal && plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }
}
