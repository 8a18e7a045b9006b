package dev.candor.telemetry.console;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests at a rate, over a few connections that stay open. What is not taken comes again,
 * as from any client; what could not be sent in its time is sent late.
 */
final class PipelineDriver {
  private static final int CONNECTIONS = 4;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int ATTEMPTS = 600;

  private final URI endpoint;
  private final String token;
  private final PipelineLoad load;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();

  PipelineDriver(URI endpoint, String token, PipelineLoad load) {
    this.endpoint = endpoint;
    this.token = token;
    this.load = load;
  }

  /** How often a request was not taken. */
  long refused() {
    return refused.get();
  }

  /** Sends so many more requests, and returns when all are taken. */
  void send(long requests) {
    long from = next.get();
    long begin = System.nanoTime();
    AtomicReference<Exception> fault = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  work(from, from + requests, begin);
                } catch (IOException | RuntimeException e) {
                  fault.set(e);
                }
              },
              "candor-bench-send");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    join(threads);
    next.set(from + requests);
    if (fault.get() != null) {
      throw CommandFailure.failed("the Collector does not take requests any more");
    }
  }

  private void work(long from, long to, long begin) throws IOException {
    PipelineRequests requests = new PipelineRequests(load);
    try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      for (long request = next.getAndIncrement(); request < to; request = next.getAndIncrement()) {
        double due = (double) (request - from) * load.perRequest() / load.rate();
        await(begin + (long) (due * 1e9));
        byte[] body = requests.of(request, System.currentTimeMillis() * 1_000_000);
        exchange(in, out, head(body.length), body);
      }
    }
  }

  private void exchange(InputStream in, OutputStream out, byte[] head, byte[] body)
      throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      out.write(head);
      out.write(body);
      if (HttpHead.read(in).skipBody(in).startsWith("HTTP/1.1 200")) {
        return;
      }
      refused.incrementAndGet();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new IOException("refused for a minute");
  }

  private byte[] head(int length) {
    String head =
        "POST /v1/traces HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                .formatted(endpoint.getAuthority(), token)
            + "Content-Type: application/x-protobuf\r\nContent-Length: %d\r\n\r\n"
                .formatted(length);
    return head.getBytes(StandardCharsets.US_ASCII);
  }

  private static void await(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void join(List<Thread> threads) {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.failed("interrupted");
    }
  }
}
