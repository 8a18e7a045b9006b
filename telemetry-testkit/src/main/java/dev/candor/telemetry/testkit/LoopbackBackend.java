package dev.candor.telemetry.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real HTTP server on a loopback port that answers as told and remembers what it got.
 *
 * <p>Register it with {@code @RegisterExtension}; it listens from the first {@link #uri()} on,
 * takes everything by default, and forgets all after each test. Without JUnit: close it. Any
 * thread.
 */
public final class LoopbackBackend implements AfterEachCallback, AutoCloseable {
  private static final int LARGEST_BODY = 64 << 20;

  private final Object lock = new Object();
  private final Deque<Answer> next = new ArrayDeque<>();
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private Function<ReceivedRequest, Answer> rule = request -> Answer.ok();
  private @Nullable Answer answer = Answer.ok();
  private int connections;
  private int port;
  private @Nullable HttpServer server;
  private @Nullable SSLContext tls;
  private @Nullable ExecutorService threads;

  /** Creates one that listens on a free port, from the first {@link #uri()} on. */
  public LoopbackBackend() {}

  /** Creates one that listens on {@code port} already. */
  LoopbackBackend(int port) {
    this.port = port;
    up();
  }

  /**
   * Speaks TLS as this context says, until {@link #close}; before the first {@link #uri()}, or
   * while {@link #down()}.
   */
  public void secure(SSLContext context) {
    synchronized (lock) {
      tls = context;
    }
  }

  /** The base address, such as {@code http://127.0.0.1:41234}. Starts to listen. */
  public URI uri() {
    synchronized (lock) {
      if (port == 0) {
        up();
      }
      return URI.create((tls == null ? "http" : "https") + "://127.0.0.1:" + port);
    }
  }

  /** Answers every request with this status from now on. */
  public void answerWith(int status) {
    answerWith(Answer.status(status));
  }

  /** Answers every request like this from now on. */
  public void answerWith(Answer answer) {
    synchronized (lock) {
      next.clear();
      this.answer = answer;
    }
  }

  /**
   * Reads every request and answers as a rule says from now on: what a strict fake of a vendor is
   * made of. The rule may be called by several threads.
   */
  public void answerBy(Function<ReceivedRequest, Answer> rule) {
    synchronized (lock) {
      next.clear();
      this.rule = rule;
      this.answer = null;
    }
  }

  /** Answers the next requests like this, one each, then as before. */
  public void answerNext(Answer... answers) {
    synchronized (lock) {
      next.addAll(List.of(answers));
    }
  }

  /** Stops listening and cuts what is open; the address stays its own for {@link #up()}. */
  public void down() {
    synchronized (lock) {
      if (port == 0) {
        up();
      }
      stop();
    }
  }

  /** Listens again, at the same address. */
  public void up() {
    synchronized (lock) {
      if (server != null) {
        return;
      }
      try {
        HttpServer created = create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        threads =
            Executors.newCachedThreadPool(
                task -> {
                  Thread thread = new Thread(task, "loopback-backend");
                  thread.setDaemon(true);
                  return thread;
                });
        created.setExecutor(threads);
        created.createContext("/", this::handle);
        created.start();
        server = created;
        port = created.getAddress().getPort();
      } catch (IOException e) {
        throw new UncheckedIOException("no loopback port", e);
      }
    }
  }

  /** Everything that was read, in order, whatever was answered. */
  public List<ReceivedRequest> requests() {
    synchronized (lock) {
      return List.copyOf(requests);
    }
  }

  /** How many requests began, those that were cut unread included. */
  public int connections() {
    synchronized (lock) {
      return connections;
    }
  }

  /** The spans in all requests that were taken. */
  public List<ReceivedSpan> spans() {
    return requests().stream()
        .filter(ReceivedRequest::taken)
        .flatMap(request -> request.spans().stream())
        .toList();
  }

  /** The spans of one name in all requests that were taken. */
  public List<ReceivedSpan> spans(String name) {
    return spans().stream().filter(span -> span.name().equals(name)).toList();
  }

  /** The points of metrics in all requests that were taken. */
  public List<ReceivedPoint> points() {
    return requests().stream()
        .filter(ReceivedRequest::taken)
        .flatMap(request -> request.points().stream())
        .toList();
  }

  /** The points of one metric in all requests that were taken. */
  public List<ReceivedPoint> points(String metric) {
    return points().stream().filter(point -> point.metric().equals(metric)).toList();
  }

  /** How often the item of each id was taken; more than once is a duplicate. */
  public Map<String, Integer> itemIds() {
    Map<String, Integer> ids = new TreeMap<>();
    for (ReceivedRequest request : requests()) {
      if (request.taken()) {
        request.spans().forEach(span -> ids.merge(span.itemId(), 1, Integer::sum));
        request.points().stream()
            .map(point -> String.valueOf(point.resource().get("candor.report.id")))
            .distinct()
            .forEach(id -> ids.merge(id, 1, Integer::sum));
      }
    }
    return ids;
  }

  /** SHA-256 of the uncompressed body of each request, in order. */
  public List<String> bodySha256() {
    return requests().stream().map(ReceivedRequest::sha256).toList();
  }

  /** Waits until so many requests were read; fails after {@code timeout}. */
  public List<ReceivedRequest> awaitRequests(int count, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (lock) {
      while (requests.size() < count) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError(
              "expected " + count + " requests within " + timeout + ", got " + requests.size());
        }
        try {
          lock.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new AssertionError("interrupted while waiting for requests", e);
        }
      }
      return List.copyOf(requests);
    }
  }

  /** Forgets the requests so far. */
  public void forget() {
    synchronized (lock) {
      requests.clear();
      connections = 0;
    }
  }

  /** Stops and forgets; the next {@link #uri()} is a new one. */
  @Override
  public void close() {
    synchronized (lock) {
      stop();
      port = 0;
      tls = null;
      next.clear();
      answer = Answer.ok();
      forget();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  private HttpServer create(InetSocketAddress address) throws IOException {
    SSLContext context = tls;
    if (context == null) {
      return HttpServer.create(address, 0);
    }
    HttpsServer created = HttpsServer.create(address, 0);
    created.setHttpsConfigurator(new HttpsConfigurator(context));
    return created;
  }

  private void stop() {
    if (threads != null) {
      threads.shutdownNow();
      threads = null;
    }
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try {
      Answer now = nextAnswer();
      if (now == null) {
        ReceivedRequest request = read(exchange);
        now = rule().apply(request);
        remember(request.taken(now.takes()));
      } else if (now.reads()) {
        remember(read(exchange).taken(now.takes()));
      }
      now.reply(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /** The answer that holds whatever comes, or null where the rule decides. */
  private @Nullable Answer nextAnswer() {
    synchronized (lock) {
      connections++;
      Answer queued = next.poll();
      return queued == null ? answer : queued;
    }
  }

  private Function<ReceivedRequest, Answer> rule() {
    synchronized (lock) {
      return rule;
    }
  }

  private void remember(ReceivedRequest request) {
    synchronized (lock) {
      requests.add(request);
      lock.notifyAll();
    }
  }

  private static ReceivedRequest read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    byte[] wire = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    byte[] body = "gzip".equals(headers.get("content-encoding")) ? gunzip(wire) : wire;
    return new ReceivedRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        wire,
        body,
        /* taken= */ false);
  }

  private static byte[] gunzip(byte[] wire) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(wire))) {
      return in.readNBytes(LARGEST_BODY);
    }
  }
}
