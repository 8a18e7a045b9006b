package dev.candor.telemetry.corpus;

import java.util.List;
import java.util.Locale;

/**
 * A value that must not leave, as a program would write it.
 *
 * @param value the whole value
 * @param secrets the parts of it that identify
 * @param label the words that stand before it, in the language of the case
 * @param labelled whether nobody could tell the value from a harmless one without its label
 */
record Planted(String value, List<String> secrets, String label, boolean labelled) {
  static Planted under(String label, String value, String... secrets) {
    return new Planted(value, List.of(secrets), label, true);
  }

  static Planted plain(String label, String value, String... secrets) {
    return new Planted(value, List.of(secrets), label, false);
  }

  /** What is left of the value without its secrets. */
  String rest() {
    String rest = value;
    for (String secret : secrets) {
      rest = rest.replace(secret, " ");
    }
    return rest;
  }

  /** The label as a program's key: {@code patient_id}. */
  String snake() {
    String bare = label.toLowerCase(Locale.ROOT).replaceAll("[dl]'|[/.]", "");
    return bare.replaceAll("[ -]+", "_");
  }

  /** The label as a key in the manner that chance chooses. */
  String key(Dice dice) {
    String snake = snake();
    return switch (dice.between(0, 5)) {
      case 0 -> camel(snake);
      case 1 -> snake.replace('_', '.');
      case 2 -> snake.toUpperCase(Locale.ROOT);
      case 3 -> "app." + snake;
      case 4 -> snake.replace('_', '-');
      default -> snake;
    };
  }

  private static String camel(String snake) {
    StringBuilder text = new StringBuilder();
    boolean up = false;
    for (char c : snake.toCharArray()) {
      if (c == '_') {
        up = true;
      } else {
        text.append(up ? Character.toUpperCase(c) : c);
        up = false;
      }
    }
    return text.toString();
  }
}
