package dev.candor.telemetry.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Rebuilds ids: equal ones stay equal, and nothing of what a sender wrote into them is left. Any
 * thread.
 */
final class ItemIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int EVENT_BYTES = 24;
  private static final int POINT_BYTES = 16;

  private final SecretKeySpec key;

  /** Under this gateway's key: without it nobody can tell what an id was made of. */
  ItemIds(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** Trace id and span id, 48 hexadecimal digits. */
  String event(byte[] traceId, byte[] spanId) {
    Mac mac = mac("event");
    mac.update(traceId);
    mac.update(spanId);
    return HexFormat.of().formatHex(mac.doFinal(), 0, EVENT_BYTES);
  }

  /** 32 hexadecimal digits for a point of a report. */
  String point(String reportId, String series) {
    Mac mac = mac("point");
    mac.update(reportId.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    mac.update(series.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(), 0, POINT_BYTES);
  }

  private Mac mac(String kind) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }
}
