package dev.candor.telemetry.exporter;

import static java.util.Locale.ROOT;

import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Split;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Sends sealed bodies by HTTP POST, once each, and tells what became of them.
 *
 * <p>No client, thread or connection exists before the first {@link #send}. Redirects are not
 * followed, cookies not kept, at most 64 KiB of an answer are read. It never throws, never logs,
 * and shows neither address, query nor headers. Safe on any thread: each exchange has a connection
 * to itself, and {@link #close} cuts all of them.
 */
public final class HttpDelivery implements AutoCloseable {
  private final URI base;
  private final Supplier<Map<String, String>> headers;
  private final Supplier<Map<String, String>> query;
  private final boolean compressed;
  private final Clock clock;
  private final HttpClients clients;
  private volatile Contact contact = Contact.none();
  private volatile boolean closed;
  private final Map<HttpExchange, CompletableFuture<?>> open = new ConcurrentHashMap<>();

  private HttpDelivery(Builder builder) {
    this.base = builder.base;
    this.headers = builder.headers;
    this.query = builder.query;
    this.compressed = builder.compressed;
    this.clock = builder.clock;
    this.clients = new HttpClients(builder.base);
  }

  /**
   * Starts a delivery to paths below {@code base}.
   *
   * @throws IllegalArgumentException as {@link HttpEndpoint#check} says
   */
  public static Builder builder(URI base) {
    return new Builder(HttpEndpoint.check(base));
  }

  /** The host it connects to, for display. */
  public String host() {
    return base.getHost();
  }

  /**
   * Sends one body.
   *
   * @param timeout for the whole exchange, name look-up and answer included
   * @param outcomes what an answer means; must not throw
   * @return what {@code outcomes} makes of the answer, but {@link Dropped} as too large instead of
   *     {@link Split} for a single item; {@link Uncertain} if the body may have arrived and no
   *     answer came; {@link Deferred} if it certainly did not leave
   */
  public Outcome send(Sealed sealed, Duration timeout, Function<HttpAnswer, Outcome> outcomes) {
    if (closed) {
      return notSent();
    }
    HttpExchange exchange;
    HttpRequest request;
    try {
      exchange = new HttpExchange(compressed ? gzip(sealed.body()) : sealed.body());
      request = request(sealed, exchange);
    } catch (RuntimeException e) {
      // A supplier that fails or a header that HTTP does not allow. The exception may quote it.
      contact = new Contact(0, Contact.Trouble.SETTINGS);
      return new Deferred(HttpOutcomes.LONG_PAUSE, Scope.DESTINATION);
    }
    try {
      exchange(request, exchange, timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | CancellationException e) {
      return outcome(sealed, exchange, null, outcomes);
    } catch (ExecutionException | RuntimeException e) {
      return outcome(sealed, exchange, e, outcomes);
    }
    return outcome(sealed, exchange, null, outcomes);
  }

  private void exchange(HttpRequest request, HttpExchange exchange, Duration timeout)
      throws InterruptedException, ExecutionException, TimeoutException {
    CompletableFuture<?> answer = clients.get().sendAsync(request, exchange);
    open.put(exchange, answer);
    if (closed) {
      answer.cancel(true);
    }
    try {
      answer.get(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
      open.remove(exchange);
      clients.used(exchange.status() != 0);
    }
  }

  /**
   * Sends a request of which nothing is stored.
   *
   * @param checks what an answer means; must not throw
   */
  public Check check(Sealed request, Duration timeout, Function<HttpAnswer, Check> checks) {
    Check[] found = {null};
    Outcome unused =
        send(
            request,
            timeout,
            answer -> {
              found[0] = checks.apply(answer);
              return Outcome.Delivered.all();
            });
    return found[0] == null ? Check.unreachable(contact) : found[0];
  }

  /** How the latest exchange went. */
  public Contact contact() {
    return contact;
  }

  /** Cuts what is open and sends nothing from now on. Twice is once. */
  @Override
  public void close() {
    closed = true;
    open.values().forEach(answer -> answer.cancel(true));
    clients.close();
  }

  /** Shows neither address nor headers. */
  @Override
  public String toString() {
    return "HttpDelivery[" + host() + "]";
  }

  private HttpRequest request(Sealed sealed, HttpExchange exchange) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(HttpEndpoint.below(base, sealed.path() + query(query.get())))
            .header("Content-Type", sealed.contentType())
            // The default would tell the version of the Java in use.
            .header("User-Agent", "candor")
            .POST(exchange);
    if (compressed) {
      request.header("Content-Encoding", "gzip");
    }
    headers.get().forEach(request::setHeader);
    return request.build();
  }

  private Outcome outcome(
      Sealed sealed,
      HttpExchange exchange,
      @Nullable Throwable failure,
      Function<HttpAnswer, Outcome> outcomes) {
    contact =
        exchange.status() == 0 ? Contact.failed(failure) : Contact.answered(exchange.status());
    if (exchange.status() != 0) {
      Outcome outcome = outcomes.apply(answer(exchange));
      return outcome instanceof Split && sealed.itemIds().size() <= 1
          ? new Dropped(DropReason.TOO_LARGE)
          : outcome;
    }
    return exchange.handedOver() && clients.mayHaveSent() && !isHandshake(failure)
        ? new Uncertain()
        : notSent();
  }

  private HttpAnswer answer(HttpExchange exchange) {
    String retryAfter = exchange.headers().firstValue("Retry-After").orElse("");
    boolean plain = exchange.headers().firstValue("Content-Encoding").isEmpty();
    return new HttpAnswer(
        exchange.status(),
        RetryAfter.parse(retryAfter, clock),
        exchange.headers().firstValue("Content-Type").orElse(""),
        plain ? exchange.answer() : new byte[0],
        headers(exchange.headers()));
  }

  private static Map<String, String> headers(HttpHeaders headers) {
    Map<String, String> joined = new TreeMap<>();
    headers
        .map()
        .forEach((name, values) -> joined.put(name.toLowerCase(ROOT), String.join(",", values)));
    return joined;
  }

  private static Outcome notSent() {
    return new Deferred(Duration.ZERO, Scope.DESTINATION);
  }

  /** The body is handed to TLS before the handshake ends, but leaves only after it. */
  private static boolean isHandshake(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLHandshakeException) {
        return true;
      }
    }
    return false;
  }

  private static String query(Map<String, String> parameters) {
    StringJoiner joined = new StringJoiner("&", "?", "").setEmptyValue("");
    parameters.forEach(
        (name, value) ->
            joined.add(
                URLEncoder.encode(name, StandardCharsets.UTF_8)
                    + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return joined.toString();
  }

  private static byte[] gzip(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length / 4 + 64);
    try (OutputStream gzip = new Gzip(bytes)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  /** Of our bodies the usual level takes another tenth away, in three times the time. */
  private static final class Gzip extends GZIPOutputStream {
    private static final int LEVEL = 3;

    Gzip(OutputStream out) throws IOException {
      super(out, 4_096);
      def.setLevel(LEVEL);
    }
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private final URI base;
    private Supplier<Map<String, String>> headers = Map::of;
    private Supplier<Map<String, String>> query = Map::of;
    private boolean compressed = true;
    private Clock clock = Clock.systemUTC();

    private Builder(URI base) {
      this.base = base;
    }

    /** Sets what is asked for headers at each request, credentials among them; default none. */
    public Builder headers(Supplier<Map<String, String>> headers) {
      this.headers = headers;
      return this;
    }

    /**
     * Sets what is asked for the query at each request, in the map's order, for vendors that take
     * their credentials there; default none.
     */
    public Builder query(Supplier<Map<String, String>> query) {
      this.query = query;
      return this;
    }

    /** Sends bodies as they are, for vendors that do not say that they take gzip. */
    public Builder uncompressed() {
      this.compressed = false;
      return this;
    }

    /** Sets the clock that {@code Retry-After} dates are held against; default the system's. */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** Returns the delivery; nothing is opened yet. */
    public HttpDelivery build() {
      return new HttpDelivery(this);
    }
  }
}
