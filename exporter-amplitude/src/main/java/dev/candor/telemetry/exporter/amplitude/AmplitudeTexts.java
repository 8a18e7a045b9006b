package dev.candor.telemetry.exporter.amplitude;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Amplitude's rules for names, texts and ids. */
final class AmplitudeTexts {
  /** The longest text and name, in UTF-16 units; the server would cut texts there. */
  static final int LONGEST = 1_024;

  /** The shortest id that is taken without {@code min_id_length}. */
  static final int SHORTEST_ID = 5;

  private static final int HASH_BYTES = 4;
  private static final Set<String> REFUSED_IDS =
      Set.of("anonymous", "undefined", "unknown", "lmy47d", "00000000-0000-0000-0000-000000000000");

  private AmplitudeTexts() {}

  /** Cuts a text, never within a character. */
  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, boundary(text, LONGEST));
  }

  /**
   * A name that is our own: not one that Amplitude keeps for itself, and not too long. A long one
   * ends in a hash, so that two long names stay two.
   */
  static String own(String name) {
    boolean reserved =
        name.startsWith("$")
            || (name.startsWith("[") && name.toLowerCase(Locale.ROOT).startsWith("[amplitude]"));
    String own = reserved ? "app " + name : name;
    if (own.length() <= LONGEST) {
      return own;
    }
    String hash = "_" + hash(own);
    return own.substring(0, boundary(own, LONGEST - hash.length())) + hash;
  }

  /** Tells whether Amplitude takes it for somebody's id. */
  static boolean isId(@Nullable String id) {
    return id != null
        && id.length() >= SHORTEST_ID
        && !REFUSED_IDS.contains(id.toLowerCase(Locale.ROOT));
  }

  private static int boundary(String text, int most) {
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
