package dev.candor.telemetry.collector;

import dev.candor.telemetry.registry.AttributeKind;
import dev.candor.telemetry.registry.AttributeRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule out of the statement that {@link Ottl} wrote for it. A rule is taken only if the
 * same statement is written for it again.
 */
final class BaseValues {
  private static final Pattern QUOTED =
      Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"", Pattern.DOTALL);
  private static final Pattern LENGTH = Pattern.compile("Len\\(\\) <= (\\d{1,9})\\b");

  private BaseValues() {}

  /**
   * The rule behind a statement.
   *
   * @param condition what the statement asks, without the path of the attribute
   */
  static Optional<AttributeRule> rule(
      String attributes, String key, String condition, String statement) {
    return Arrays.stream(AttributeKind.values())
        .map(kind -> candidate(key, kind, condition))
        .filter(rule -> Ottl.contract(attributes, rule).equals(statement))
        .findFirst();
  }

  /** Every quoted text, unquoted. */
  static List<String> list(String text) {
    List<String> texts = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      texts.add(unquoted(quoted.group()));
    }
    return texts;
  }

  static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      if (c == '\\') {
        i++;
        c = quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i);
      }
      text.append(c);
    }
    return text.toString();
  }

  /** The literals of an anchored alternation: names, members of a set, members of a setting. */
  static List<String> members(String pattern) {
    String setting = ValuePatterns.setting(List.of()).replace(")$", "|");
    int second = pattern.indexOf(")(?:,(?:");
    if (pattern.startsWith(setting)) {
      return split(pattern.substring(setting.length()));
    }
    if (pattern.startsWith("^(?:(?:") && second > 0) {
      return split(pattern.substring("^(?:(?:".length(), second + 1));
    }
    return pattern.startsWith("^(?:") ? split(pattern.substring("^(?:".length())) : List.of();
  }

  private static AttributeRule candidate(String key, AttributeKind kind, String condition) {
    List<String> texts = list(condition);
    String pattern = texts.isEmpty() ? "" : texts.get(0);
    return switch (kind) {
      case INTEGER, DECIMAL, DURATION ->
          new AttributeRule(key, kind, bound(condition, ">="), bound(condition, "<="), List.of());
      case TEXT -> new AttributeRule(key, kind, null, length(condition), List.of());
      case CONSTANT -> new AttributeRule(key, kind, null, null, texts);
      case CONSTANTS, SETTING, TRAIL -> new AttributeRule(key, kind, null, null, members(pattern));
      default -> new AttributeRule(key, kind, null, null, List.of());
    };
  }

  private static @Nullable BigDecimal bound(String condition, String comparison) {
    Matcher bound = Pattern.compile(comparison + " (-?\\d+(?:\\.\\d+)?)").matcher(condition);
    return bound.find() ? new BigDecimal(bound.group(1)) : null;
  }

  private static BigDecimal length(String condition) {
    Matcher length = LENGTH.matcher(condition);
    return length.find() ? new BigDecimal(length.group(1)) : BigDecimal.ZERO;
  }

  /** Up to the closing bracket, which is not escaped. */
  private static List<String> split(String alternation) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < alternation.length(); i++) {
      char c = alternation.charAt(i);
      if (c == '\\' && i + 1 < alternation.length()) {
        part.append(alternation.charAt(++i));
      } else if (c == '|' || c == ')') {
        parts.add(part.toString());
        part.setLength(0);
        if (c == ')') {
          break;
        }
      } else {
        part.append(c);
      }
    }
    return parts;
  }
}
