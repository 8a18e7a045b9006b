package dev.candor.telemetry.otel;

import dev.candor.telemetry.Page;
import dev.candor.telemetry.WireNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Events and pages by their names, of what the catalogues list. Immutable. */
final class NamedIndex {
  private static final int LONGEST_PATH = 200;

  private final Map<String, Vocabulary.Word<?>> words = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();

  NamedIndex(Vocabulary vocabulary) {
    Set<String> shared = new HashSet<>();
    for (Vocabulary.Word<?> word : vocabulary.words()) {
      String name = word.encoder().schema().name();
      if (words.put(name, word) != null) {
        shared.add(name);
      }
    }
    // A name of two records would be a guess; the start has warned of it.
    words.keySet().removeAll(shared);
    for (Class<?> list : vocabulary.lists()) {
      if (Page.class.isAssignableFrom(list)) {
        for (Object constant : list.getEnumConstants()) {
          pages.putIfAbsent(WireNames.of((Enum<?>) constant), (Page) constant);
        }
      }
    }
  }

  Vocabulary.@Nullable Word<?> word(String name) {
    return words.get(name);
  }

  /** The page whose name a path is, without query, else a title is; null if there is none. */
  @Nullable Page page(@Nullable String path, @Nullable String title) {
    Page page = path == null ? null : pages.get(name(path));
    return page == null && title != null ? pages.get(name(title)) : page;
  }

  /** Turns {@code /Event-Search/?id=7} into {@code event_search}. */
  private static String name(String path) {
    StringBuilder name = new StringBuilder();
    String folded = path.substring(0, Math.min(path.length(), LONGEST_PATH));
    folded = folded.toLowerCase(Locale.ROOT);
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (c == '?' || c == '#') {
        break;
      }
      boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean parted = name.isEmpty() || name.charAt(name.length() - 1) == '_';
      if (kept) {
        name.append(c);
      } else if (!parted) {
        name.append('_');
      }
    }
    int length = name.length();
    boolean trails = length > 0 && name.charAt(length - 1) == '_';
    return trails ? name.substring(0, length - 1) : name.toString();
  }
}
