package dev.candor.telemetry.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Zeros that are compressed as they are sent, in chunks of HTTP. */
final class Bomb extends OutputStream {
  private static final long BYTES = 700L << 20;

  private final OutputStream out;

  private Bomb(OutputStream out) {
    this.out = out;
  }

  /** Writes a body of 700 MB, once it is unpacked. */
  static void to(OutputStream out) throws IOException {
    byte[] zeros = new byte[1 << 20];
    try (Packing gzip = new Packing(new Bomb(out))) {
      for (long sent = 0; sent < BYTES; sent += zeros.length) {
        gzip.write(zeros);
      }
    }
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    Attacker.chunk(out, Arrays.copyOfRange(bytes, from, from + length), length);
  }

  /** Fast, and leaves open what is below. */
  private static final class Packing extends GZIPOutputStream {
    Packing(OutputStream below) throws IOException {
      super(below, 64 << 10);
      def.setLevel(Deflater.BEST_SPEED);
    }

    @Override
    public void close() throws IOException {
      finish();
    }
  }
}
