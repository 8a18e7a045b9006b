package dev.candor.telemetry.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks for identities in bytes: as they are, in other case, percent-encoded, in base64 at any
 * offset, and as hashes. Knows nothing of what it looks into, so that it cannot be fooled by a
 * field that nobody thought of.
 */
final class IdentitySearch {
  /** The identities planted in the recordings; all of them are invented. */
  static final List<String> PLANTED =
      List.of(
          "alice",
          "smithlab-scope3",
          "Smith Lab",
          "nas-stanford",
          "patient 0042",
          "patient_0042",
          "MCF7");

  private final List<Needle> needles = new ArrayList<>();
  private final int identities;

  IdentitySearch(List<String> identities) {
    this.identities = identities.size();
    for (String identity : identities) {
      addForms(identity);
    }
  }

  int identities() {
    return identities;
  }

  int forms() {
    return needles.size();
  }

  /** Searches one stretch of bytes. */
  List<Hit> in(String where, byte[] bytes) {
    List<Hit> hits = new ArrayList<>();
    for (Needle needle : needles) {
      if (needle.isIn(bytes)) {
        hits.add(new Hit(needle.identity(), needle.form(), where));
      }
    }
    return hits;
  }

  private void addForms(String identity) {
    add(identity, "plain", identity, true);
    add(identity, "percent-encoded", URLEncoder.encode(identity, StandardCharsets.UTF_8), true);
    add(identity, "percent-encoded", identity.replace(" ", "%20"), true);
    add(identity, "percent-encoded", everyBytePercentEncoded(identity), true);
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(identity);
    spellings.add(identity.toLowerCase(Locale.ROOT));
    spellings.add(identity.toUpperCase(Locale.ROOT));
    for (String spelling : spellings) {
      byte[] bytes = spelling.getBytes(StandardCharsets.UTF_8);
      base64(bytes).forEach(text -> add(identity, "base64", text, false));
      for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
        byte[] hash = hash(algorithm, bytes);
        add(identity, algorithm + " in hex", HexFormat.of().formatHex(hash), true);
        base64(hash).forEach(text -> add(identity, algorithm + " in base64", text, false));
        needles.add(new Needle(identity, algorithm + " as bytes", hash, false));
      }
    }
  }

  private void add(String identity, String form, String text, boolean anyCase) {
    byte[] bytes =
        (anyCase ? text.toLowerCase(Locale.ROOT) : text).getBytes(StandardCharsets.UTF_8);
    needles.add(new Needle(identity, form, bytes, anyCase));
  }

  private static String everyBytePercentEncoded(String identity) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : identity.getBytes(StandardCharsets.UTF_8)) {
      encoded.append('%').append(HexFormat.of().toHexDigits(b));
    }
    return encoded.toString();
  }

  /** The letters that do not depend on what stands before and after, for each of three offsets. */
  private static Set<String> base64(byte[] bytes) {
    Set<String> texts = new LinkedHashSet<>();
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      int from = (before * 8 + 5) / 6;
      int to = shifted.length * 8 / 6;
      texts.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
      texts.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
    }
    return texts;
  }

  private static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  /** Counts hits by identity and form; for a table. */
  static Map<String, Long> byIdentity(List<Hit> hits) {
    Map<String, Long> counts = new LinkedHashMap<>();
    hits.forEach(hit -> counts.merge(hit.identity() + " (" + hit.form() + ")", 1L, Long::sum));
    return counts;
  }

  /** One finding. */
  record Hit(String identity, String form, String where) {}

  @SuppressWarnings("ArrayRecordComponent") // made here, never changed, never compared
  private record Needle(String identity, String form, byte[] bytes, boolean anyCase) {
    boolean isIn(byte[] hay) {
      for (int at = 0; at <= hay.length - bytes.length; at++) {
        if (isAt(hay, at)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAt(byte[] hay, int at) {
      for (int i = 0; i < bytes.length; i++) {
        byte b = hay[at + i];
        if (anyCase && b >= 'A' && b <= 'Z') {
          b = (byte) (b + 'a' - 'A');
        }
        if (b != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
