package dev.candor.telemetry.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Searches a text for what must not be in it: in any case of letters, decoded up to three deep,
 * without separators, and as a plain hash.
 *
 * <p>A part of a secret counts as the secret: five characters in a row, at least four of them
 * letters or digits (two in a row if one is Chinese or Japanese; a shorter secret counts whole, as
 * a word of its own); eight letters or digits in a row when everything between them is ignored.
 */
final class LeakSearch {
  private static final int WINDOW = 5;
  private static final int SQUEEZED = 8;

  /** The shortest hash in its shortest writing. */
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9+/_-]{22}");

  private final List<String> windows = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> squeezed = new ArrayList<>();
  private final List<String> secrets;

  LeakSearch(List<String> secrets) {
    this.secrets = secrets;
    for (String secret : secrets) {
      String lower = secret.toLowerCase(Locale.ROOT);
      addWindows(lower);
      String bare = squeeze(lower);
      int size = Math.min(SQUEEZED, bare.length());
      for (int i = 0; size >= 6 && i + size <= bare.length(); i++) {
        squeezed.add(bare.substring(i, i + size));
      }
    }
  }

  /** Whether any part of any secret is in the text. */
  boolean leaks(String text) {
    return Views.of(text).stream().anyMatch(this::standsIn) || hashes(text);
  }

  /** Whether any part of any secret is in the text as it stands, in any case of letters. */
  boolean standsIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String bare = squeeze(lower);
    return windows.stream().anyMatch(lower::contains)
        || words.stream().anyMatch(word -> standsAlone(lower, word))
        || squeezed.stream().anyMatch(bare::contains);
  }

  private boolean hashes(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return HASH.matcher(text).find()
        && secrets.stream()
            .flatMap(
                one -> Stream.of(one, one.toLowerCase(Locale.ROOT), one.toUpperCase(Locale.ROOT)))
            .flatMap(LeakSearch::hashesOf)
            .anyMatch(lower::contains);
  }

  private void addWindows(String lower) {
    boolean dense = lower.codePoints().anyMatch(LeakSearch::isDense);
    int size = dense ? 2 : WINDOW;
    if (lower.length() < size) {
      words.add(lower);
    } else if (lower.length() == size) {
      windows.add(lower);
    }
    for (int i = 0; i + size <= lower.length(); i++) {
      String window = lower.substring(i, i + size);
      if (window.codePoints().filter(Character::isLetterOrDigit).count() >= size - 1
          && (!dense || window.codePoints().anyMatch(LeakSearch::isDense))) {
        windows.add(window);
      }
    }
  }

  private static boolean isDense(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return script == Character.UnicodeScript.HAN
        || script == Character.UnicodeScript.HIRAGANA
        || script == Character.UnicodeScript.KATAKANA;
  }

  private static boolean standsAlone(String text, String word) {
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  private static String squeeze(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString();
  }

  private static Stream<String> hashesOf(String secret) {
    return Stream.of("MD5", "SHA-1", "SHA-256")
        .map(algorithm -> hash(algorithm, secret))
        .flatMap(LeakSearch::written);
  }

  private static Stream<String> written(byte[] hash) {
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(hash);
    String url = base64.replace('+', '-').replace('/', '_');
    return Stream.of(HexFormat.of().formatHex(hash), base64, url)
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static byte[] hash(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
