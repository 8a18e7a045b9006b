package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.BodyFault.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Decompresses a body, and stops where the limit is: a bomb costs no more than that. */
final class Unpacking {
  private static final int BUFFER = 8 << 10;

  private Unpacking() {}

  static byte[] gunzip(byte[] packed, int limit) throws BodyFault {
    ByteArrayOutputStream unpacked =
        new ByteArrayOutputStream(Math.min(limit, Math.max(BUFFER, packed.length * 4)));
    byte[] buffer = new byte[BUFFER];
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (unpacked.size() + n > limit) {
          throw new BodyFault(Kind.TOO_LARGE);
        }
        unpacked.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new BodyFault(Kind.UNREADABLE);
    }
    return unpacked.toByteArray();
  }
}
