package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Rebuilds ids: equal ones stay equal, and nothing of what a sender wrote into them is left. Public
 * for who must tell whether what a vendor shows is what a Collector passed on. Any thread.
 */
public final class ItemIds {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int EVENT_BYTES = 24;
  private static final int TRACE_DIGITS = 32;
  private static final int POINT_BYTES = 16;

  private final Mac events;
  private final Mac points;

  /** Under this gateway's key: without it nobody can tell what an id was made of. */
  ItemIds(byte[] key) {
    events = begun(key, "event");
    points = begun(key, "point");
  }

  /**
   * As the gateway of this folder of stores rebuilds them.
   *
   * @throws IOException if its key cannot be read or made
   */
  public static ItemIds of(Path data) throws IOException {
    return new ItemIds(IdKey.obtain(data));
  }

  /**
   * What becomes of an event's id.
   *
   * @param id trace id and span id, 48 hexadecimal digits
   */
  public String event(String id) {
    HexFormat hex = HexFormat.of();
    return event(hex.parseHex(id, 0, TRACE_DIGITS), hex.parseHex(id, TRACE_DIGITS, id.length()));
  }

  /** Trace id and span id, 48 hexadecimal digits. */
  String event(byte[] traceId, byte[] spanId) {
    Mac mac = copy(events);
    mac.update(traceId);
    mac.update(spanId);
    return HexFormat.of().formatHex(mac.doFinal(), 0, EVENT_BYTES);
  }

  /** 32 hexadecimal digits for a point of a report. */
  String point(String reportId, String series) {
    Mac mac = copy(points);
    mac.update(reportId.getBytes(StandardCharsets.UTF_8));
    mac.update((byte) 0);
    mac.update(series.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(mac.doFinal(), 0, POINT_BYTES);
  }

  private static Mac begun(byte[] key, String kind) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(kind.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  /** The key is taken in once, which costs as much as an id does. */
  private static Mac copy(Mac begun) {
    try {
      return (Mac) begun.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HMAC can be cloned", e);
    }
  }
}
