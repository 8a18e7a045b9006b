package dev.candor.telemetry.squid;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the constant of a closed list that a text means. A text is never kept. */
final class ClosedLists {
  private static final int MAX_LENGTH = 60;

  private ClosedLists() {}

  /** Returns the constant, or {@code other} if the list has none. */
  static <E extends Enum<E> & Labelled> E find(Class<E> list, Value value, E other) {
    return match(list, words(value)).map(list::cast).orElse(other);
  }

  /** Returns the constant of any closed list. */
  static Optional<Enum<?>> match(Class<? extends Labelled> list, @Nullable String words) {
    if (words == null || words.isEmpty()) {
      return Optional.empty();
    }
    for (Labelled constant : list.getEnumConstants()) {
      Enum<?> named = (Enum<?>) constant;
      if (named.name().toLowerCase(Locale.ROOT).equals(words)
          || constant.labels().stream().anyMatch(label -> normal(label).equals(words))) {
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  /** Returns the words of a text or a whole number, joined by underscores, else null. */
  static @Nullable String words(Value value) {
    if (value instanceof Value.Num number && number.value() == Math.rint(number.value())) {
      return Long.toString((long) number.value());
    }
    return value
        .text()
        .filter(text -> text.length() <= MAX_LENGTH)
        .map(ClosedLists::normal)
        .orElse(null);
  }

  private static String normal(String text) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = Character.toLowerCase(text.charAt(i));
      boolean word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (word) {
        words.append(c);
      } else if (!words.isEmpty() && words.charAt(words.length() - 1) != '_') {
        words.append('_');
      }
    }
    int length = words.length();
    if (length > 0 && words.charAt(length - 1) == '_') {
      words.setLength(length - 1);
    }
    return words.toString();
  }
}
