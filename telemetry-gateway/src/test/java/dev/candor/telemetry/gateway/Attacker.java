package dev.candor.telemetry.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Sends what no Collector would, each request on a connection of its own, and notes the answers.
 */
final class Attacker {
  private static final int ANSWER_MILLIS = 60_000;

  private final int port;
  private final Set<String> statuses = new ConcurrentSkipListSet<>();

  Attacker(int port) {
    this.port = port;
  }

  /** The statuses that were answered; a connection that is broken off answers nothing. */
  Set<String> statuses() {
    return statuses;
  }

  /** What writes a body. */
  interface Body {
    void to(OutputStream out) throws IOException;
  }

  /** A request with the right token; {@code headers} end their lines. */
  static String head(String path, String type, String headers) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
        + TestGateway.TOKEN
        + "\r\nContent-Type: "
        + type
        + "\r\n"
        + headers
        + "\r\n";
  }

  void post(String path, String type, String headers, byte[] body) {
    String length = "Content-Length: " + body.length + "\r\n";
    send(head(path, type, headers + length), out -> out.write(body));
  }

  /** Sends until all is written or the other side has had enough; then reads what it says. */
  void send(String head, Body body) {
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      try {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        body.to(out);
        out.flush();
      } catch (IOException enough) {
        // It was answered meanwhile, or cut off.
      }
      byte[] start = readStart(socket.getInputStream());
      if (start.length == 12) {
        statuses.add(new String(start, 9, 3, StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no connection", e);
    }
  }

  private static byte[] readStart(InputStream in) {
    try {
      return in.readNBytes(12);
    } catch (IOException cut) {
      return new byte[0];
    }
  }

  /** A connection that says so much and then nothing. */
  Socket begin(String text) {
    try {
      Socket socket = connect();
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("no connection", e);
    }
  }

  /** Chunks until it is cut off. */
  static void withoutEnd(OutputStream out) throws IOException {
    byte[] chunk = new byte[64 << 10];
    while (true) {
      chunk(out, chunk, chunk.length);
    }
  }

  static void chunk(OutputStream out, byte[] bytes, int length) throws IOException {
    out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, 0, length);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  /** So many levels of a message's length-delimited fields, one in the other. */
  static byte[] nested(int levels, int... fields) {
    ByteArrayOutputStream reversed = new ByteArrayOutputStream();
    int length = 0;
    for (int level = 0; level < levels; level++) {
      byte[] varint = varint(length);
      for (int i = varint.length - 1; i >= 0; i--) {
        reversed.write(varint[i]);
      }
      // The outermost levels lead to a value; what is within are values and lists in turn.
      int outer = levels - 1 - level;
      int field = outer < fields.length ? fields[outer] : (outer - fields.length) % 2 == 0 ? 5 : 1;
      reversed.write(field << 3 | 2);
      length += varint.length + 1;
    }
    byte[] bytes = reversed.toByteArray();
    for (int i = 0; i < bytes.length / 2; i++) {
      byte other = bytes[i];
      bytes[i] = bytes[bytes.length - 1 - i];
      bytes[bytes.length - 1 - i] = other;
    }
    return bytes;
  }

  private static byte[] varint(int value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int left = value;
    while (left > 0x7f) {
      out.write(left & 0x7f | 0x80);
      left >>>= 7;
    }
    out.write(left);
    return out.toByteArray();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(ANSWER_MILLIS);
    return socket;
  }
}
