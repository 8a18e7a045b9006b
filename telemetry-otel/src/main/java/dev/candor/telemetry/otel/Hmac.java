package dev.candor.telemetry.otel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash behind {@code Hashed} values. */
final class Hmac {
  private static final int BYTES = 16;

  private Hmac() {}

  /** The first 16 bytes of HMAC-SHA-256, as 32 hexadecimal digits. */
  static String sha256(byte[] secret, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Hex.of(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
