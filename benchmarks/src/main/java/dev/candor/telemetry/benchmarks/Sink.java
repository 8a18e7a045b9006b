package dev.candor.telemetry.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The cheapest receiver there can be on loopback: reads to the end of each request by its length,
 * looks at nothing, and answers 200 with {@code {}}. One thread for each connection.
 */
final class Sink implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String LENGTH = "content-length:";
  private static final int HEAD_END = 0x0d0a0d0a;
  private static final int BUFFER = 64 << 10;

  private final ServerSocket server;

  private Sink(ServerSocket server) {
    this.server = server;
  }

  static Sink open() {
    try {
      Sink sink = new Sink(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
      daemon(sink::accept);
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a loopback port stays open", e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      } catch (IOException end) {
        return;
      }
    }
  }

  private static void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      while (swallow(in, buffer)) {
        out.write(ANSWER);
      }
    } catch (IOException end) {
      // The other side has gone.
    }
  }

  /** Reads one request; false at the end. */
  private static boolean swallow(InputStream in, byte[] buffer) throws IOException {
    int filled = 0;
    int head = 0;
    int last = 0;
    while (last != HEAD_END) {
      int read = head == filled ? in.read(buffer, filled, buffer.length - filled) : 0;
      if (read < 0) {
        return false;
      }
      filled += read;
      while (head < filled && last != HEAD_END) {
        last = (last << 8) | Byte.toUnsignedInt(buffer[head++]);
      }
    }
    long left = length(new String(buffer, 0, head, StandardCharsets.US_ASCII)) - (filled - head);
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        return false;
      }
      left -= read;
    }
    return true;
  }

  private static long length(String head) {
    String lower = head.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(LENGTH) + LENGTH.length();
    return Long.parseLong(lower.substring(at, lower.indexOf('\r', at)).trim());
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "sink");
    thread.setDaemon(true);
    thread.start();
  }
}
