package dev.candor.telemetry.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One form of one word.
 *
 * @param word the word
 * @param name the form's name
 * @param bytes what to look for
 * @param anyCase whether case is ignored; then {@code bytes} are lower case
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out
record ByteForm(String word, String name, byte[] bytes, boolean anyCase) {
  // Fewer characters of base64 are found by chance.
  private static final int SHORTEST_BASE64 = 4;

  static List<ByteForm> of(String word) {
    if (word.length() < 3) {
      throw new IllegalArgumentException("a word of fewer than 3 characters is found by chance");
    }
    List<ByteForm> forms = new ArrayList<>();
    add(forms, word, "plain", ascii(word), true);
    add(forms, word, "percent-encoded", percent(word, false), true);
    add(forms, word, "percent-encoded in full", percent(word, true), true);
    add(forms, word, "form-encoded", percent(word, false).replace("%20", "+"), true);
    utf16(forms, word);
    for (String spelling : spellings(word)) {
      byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
      base64(forms, word, bytes);
      for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
        hash(forms, word, algorithm, bytes);
      }
    }
    return forms;
  }

  int indexIn(byte[] bytes, byte[] lowerBytes) {
    return index(anyCase ? lowerBytes : bytes, this.bytes);
  }

  static byte[] lower(byte[] bytes) {
    byte[] lower = bytes.clone();
    for (int i = 0; i < lower.length; i++) {
      if (lower[i] >= 'A' && lower[i] <= 'Z') {
        lower[i] = (byte) (lower[i] + 'a' - 'A');
      }
    }
    return lower;
  }

  private static Set<String> spellings(String word) {
    return new LinkedHashSet<>(
        List.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT)));
  }

  private static void utf16(List<ByteForm> forms, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    forms.add(new ByteForm(word, "UTF-16", lower.getBytes(StandardCharsets.UTF_16LE), true));
  }

  private static void base64(List<ByteForm> forms, String word, byte[] bytes) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // Only the characters that hold nothing but bits of the word.
      String own = all.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
      if (own.length() >= SHORTEST_BASE64) {
        add(forms, word, "base64 at " + before, own, false);
        add(forms, word, "base64 at " + before, urlSafe(own), false);
      }
    }
  }

  private static void hash(List<ByteForm> forms, String word, String algorithm, byte[] bytes) {
    byte[] hash = digest(algorithm, bytes);
    String base64 = Base64.getEncoder().withoutPadding().encodeToString(hash);
    add(forms, word, algorithm, HexFormat.of().formatHex(hash), true);
    add(forms, word, algorithm + " in base64", base64, false);
    add(forms, word, algorithm + " in base64", urlSafe(base64), false);
    forms.add(new ByteForm(word, algorithm + " as bytes", hash, false));
  }

  private static void add(
      List<ByteForm> forms, String word, String name, String text, boolean anyCase) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] wanted = anyCase ? lower(bytes) : bytes;
    if (forms.stream().noneMatch(form -> Arrays.equals(form.bytes, wanted))) {
      forms.add(new ByteForm(word, name, wanted, anyCase));
    }
  }

  private static String ascii(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String percent(String word, boolean inFull) {
    StringBuilder text = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && Character.isLetterOrDigit((char) b);
      if (!inFull && (plain || "-_.~".indexOf(b) >= 0)) {
        text.append((char) b);
      } else {
        text.append('%').append(HexFormat.of().toHexDigits(b));
      }
    }
    return text.toString();
  }

  private static String urlSafe(String base64) {
    return base64.replace('+', '-').replace('/', '_');
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }

  private static int index(byte[] bytes, byte[] wanted) {
    for (int i = 0; i <= bytes.length - wanted.length; i++) {
      if (bytes[i] == wanted[0]
          && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
