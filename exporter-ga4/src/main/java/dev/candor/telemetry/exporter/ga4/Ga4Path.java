package dev.candor.telemetry.exporter.ga4;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where in a body Google finds fault, told only if every word of it is of Google's body or of our
 * own table: another one may be a name or a value of the application's, or anything. Pure.
 */
final class Ga4Path {
  private static final String EVENTS = "events";
  private static final int DEEPEST = 4;

  private static final Set<String> WORDS = words();

  private Ga4Path() {}

  /** Returns the path without places, or null if it holds another word. */
  static @Nullable String known(String path) {
    String[] words = path.split("\\.", DEEPEST + 1);
    for (int i = 0; i < words.length; i++) {
      words[i] = isPlace(words[i]) ? EVENTS : words[i];
      if (i == DEEPEST || !WORDS.contains(words[i])) {
        return null;
      }
    }
    return String.join(".", words);
  }

  /** An event's place among the others, {@code events[7]}, is no word of a body. */
  private static boolean isPlace(String word) {
    int digits = word.length() - EVENTS.length() - 2;
    return word.startsWith(EVENTS + "[")
        && word.endsWith("]")
        && digits >= 1
        && digits <= 2
        && word.chars().skip(EVENTS.length() + 1).limit(digits).allMatch(c -> c >= '0' && c <= '9');
  }

  private static Set<String> words() {
    Set<String> words = new TreeSet<>(Ga4Table.names());
    words.addAll(
        Set.of(
            "client_id",
            "user_id",
            "timestamp_micros",
            "non_personalized_ads",
            "consent",
            "ad_user_data",
            "ad_personalization",
            "device",
            "operating_system",
            "user_properties",
            "value",
            EVENTS,
            "name",
            "params",
            "validation_behavior"));
    return words;
  }
}
