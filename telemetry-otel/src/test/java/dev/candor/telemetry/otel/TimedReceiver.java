package dev.candor.telemetry.otel;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A receiver that notes when each connection was accepted. It takes one request from each and
 * closes it, so that every request needs a connection of its own.
 */
final class TimedReceiver implements AutoCloseable {
  private static final byte[] TAKEN =
      ("HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n"
              + "Connection: close\r\n\r\n")
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server;
  private final List<Long> accepted = new CopyOnWriteArrayList<>();

  private TimedReceiver(ServerSocket server) {
    this.server = server;
  }

  static TimedReceiver start() {
    try {
      TimedReceiver receiver =
          new TimedReceiver(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
      receiver.background(receiver::accept);
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  int connections() {
    return accepted.size();
  }

  /** Milliseconds from a moment of {@link System#nanoTime} to the last connection. */
  long lastConnectionAfter(long moment) {
    return (accepted.get(accepted.size() - 1) - moment) / 1_000_000;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        accepted.add(System.nanoTime());
        background(() -> take(socket));
      } catch (IOException e) {
        // Closed by the test, or a sender that was gone before it was accepted.
        continue;
      }
    }
  }

  private void take(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      in.skipNBytes(length(head(in)));
      socket.getOutputStream().write(TAKEN);
    } catch (IOException e) {
      // A sender that was stopped in the middle; the connection has been counted.
      return;
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int line = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.write(next);
      if (next == '\n' && line == 0) {
        break;
      }
      line = next == '\n' ? 0 : line + (next == '\r' ? 0 : 1);
    }
    return head.toString(StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
  }

  private static long length(String head) {
    return head.lines()
        .filter(line -> line.startsWith("content-length:"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  private void background(Runnable work) {
    Thread thread = new Thread(work, "timed-receiver");
    thread.setDaemon(true);
    thread.start();
  }
}
