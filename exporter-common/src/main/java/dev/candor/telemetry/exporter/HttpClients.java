package dev.candor.telemetry.exporter;

import java.lang.ref.WeakReference;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client at the first request, and a new one after a rest.
 *
 * <p>A client keeps connections for up to 20 minutes. After a laptop slept, or a router forgot, the
 * next body would vanish in a dead one and be booked as uncertain though nobody got it; so a rested
 * client is left behind with its connections.
 */
final class HttpClients implements AutoCloseable {
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration SWIFT = Duration.ofSeconds(5);
  // Before Java 21 a client ends when it is collected; only so many may wait for that.
  private static final int MOST_LEFT = 3;

  private final URI base;
  private final LongSupplier nanoTime;
  private final Handshakes handshakes = new Handshakes();
  private final List<WeakReference<HttpClient>> left = new ArrayList<>();
  private @Nullable HttpClient client;
  // Threads that end by themselves: nothing of a delivery lives while nothing is sent.
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpClients::daemon);
  private long lastUse;
  // Connections that are at hand: of exchanges that were answered, less those that took one.
  private int atHand;
  private boolean closed;
  private volatile boolean swift;

  HttpClients(URI base) {
    this(base, System::nanoTime);
  }

  HttpClients(URI base, LongSupplier nanoTime) {
    this.base = base;
    this.nanoTime = nanoTime;
  }

  /**
   * Returns the client to use now.
   *
   * @throws IllegalStateException after {@link #close}
   */
  synchronized HttpClient get() {
    if (closed) {
      throw new IllegalStateException("closed");
    }
    HttpClient current = client;
    if (current != null && nanoTime.getAsLong() - lastUse > REST.toNanos() && mayLeave()) {
      leave(current);
      current = null;
    }
    if (current == null) {
      current = create();
      client = current;
      atHand = 0;
    }
    long now = nanoTime.getAsLong();
    // An interrupted thread would close the connection that it writes to.
    swift =
        atHand > 0 && now - lastUse < SWIFT.toNanos() && !Thread.currentThread().isInterrupted();
    atHand = Math.max(0, atHand - 1);
    lastUse = now;
    return current;
  }

  /** Notes that a request has ended, and whether a status came. */
  synchronized void used(boolean wasAnswered) {
    lastUse = nanoTime.getAsLong();
    atHand = wasAnswered ? atHand + 1 : 0;
  }

  /**
   * Runs what the client has to do. Right after an answer there is a connection and no name to look
   * up: nothing can block, and the thread that asks is the quickest. Of several exchanges at once
   * each needs a connection that is at hand.
   */
  void execute(Runnable task) {
    if (swift) {
      task.run();
    } else {
      threads.execute(task);
    }
  }

  /** Tells whether anything can have left: over TLS nothing does before a first handshake. */
  boolean mayHaveSent() {
    return !HttpEndpoint.isTls(base) || handshakes.any();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (client != null) {
      leave(client);
      client = null;
    }
  }

  private boolean mayLeave() {
    left.removeIf(reference -> reference.get() == null);
    return left.size() < MOST_LEFT;
  }

  private void leave(HttpClient current) {
    left.add(new WeakReference<>(current));
    if (current instanceof AutoCloseable closeable) {
      // From Java 21 on. It waits for what is open, so not on the thread that sends.
      Future<?> unused =
          threads.submit(
              () -> {
                closeable.close();
                return null;
              });
    }
  }

  private HttpClient create() {
    Talk.hush();
    HttpClient.Builder builder = HttpClient.newBuilder();
    if (HttpEndpoint.isTls(base)) {
      builder.sslContext(handshakes.context());
    }
    return builder
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT_TIMEOUT)
        .proxy(HttpEndpoint.isLoopback(base) ? HttpClient.Builder.NO_PROXY : proxies())
        .executor(this::execute)
        .build();
  }

  private static ProxySelector proxies() {
    ProxySelector standard = ProxySelector.getDefault();
    return standard == null ? HttpClient.Builder.NO_PROXY : standard;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "candor-http");
    thread.setDaemon(true);
    return thread;
  }

  /** What the JDK's client tells of itself; not touched before there is one. */
  private static final class Talk {
    // Held here, or its level would be forgotten with it.
    private static final Logger LOGGER = Logger.getLogger("jdk.internal.httpclient.debug");

    /**
     * It tells each address, query and key included, wherever everything is logged. An application
     * that wants that sets a level for this very logger, which is left alone.
     */
    static void hush() {
      if (LOGGER.getLevel() == null) {
        LOGGER.setLevel(Level.INFO);
      }
    }
  }
}
