package dev.candor.images;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Leads from an address that containers reach to the same port on loopback, byte by byte. */
final class Relay implements AutoCloseable {
  private final ServerSocket listening;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "relay");
            thread.setDaemon(true);
            return thread;
          });

  Relay(String address, int port) {
    try {
      listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(() -> accept(port));
  }

  private void accept(int port) {
    while (!listening.isClosed()) {
      try {
        Socket from = listening.accept();
        threads.execute(() -> join(from, port));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void join(Socket from, int port) {
    try {
      Socket to = new Socket(InetAddress.getLoopbackAddress(), port);
      threads.execute(() -> pump(to, from));
      pump(from, to);
    } catch (IOException nobodyThere) {
      closeQuietly(from);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream()) {
      in.transferTo(to.getOutputStream());
    } catch (IOException ended) {
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Closeable end) {
    try {
      end.close();
    } catch (IOException e) {
      // It is of no more use.
    }
  }

  @Override
  public void close() {
    closeQuietly(listening);
    threads.shutdownNow();
  }
}
