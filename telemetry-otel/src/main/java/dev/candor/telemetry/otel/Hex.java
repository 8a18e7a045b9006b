package dev.candor.telemetry.otel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Lower-case hexadecimal digits and the hash that all of the engine uses. */
final class Hex {
  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  static String of(byte[] bytes) {
    return FORMAT.formatHex(bytes);
  }

  static String of(byte[] bytes, int from, int to) {
    return FORMAT.formatHex(bytes, from, to);
  }

  static byte[] bytes(String digits) {
    return FORMAT.parseHex(digits);
  }

  static String sha256(String text) {
    return of(digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
