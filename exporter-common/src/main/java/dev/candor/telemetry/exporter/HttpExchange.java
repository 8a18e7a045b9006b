package dev.candor.telemetry.exporter;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Watches one request: whether its body was handed to an open connection, and what of an answer
 * came back. Written by the client's threads, read by the courier's.
 */
final class HttpExchange implements HttpRequest.BodyPublisher, HttpResponse.BodyHandler<Void> {
  /** The most of an answer that is kept; the rest is never read. */
  static final int LARGEST_ANSWER = 64 << 10;

  private final HttpRequest.BodyPublisher body;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private volatile boolean handedOver;
  private volatile HttpResponse.@Nullable ResponseInfo answered;

  HttpExchange(byte[] body) {
    this.body = HttpRequest.BodyPublishers.ofByteArray(body);
  }

  /**
   * Tells whether the receiver may have got the body. The client asks for it only after it has a
   * connection, so false is certain.
   */
  boolean handedOver() {
    return handedOver;
  }

  /** The status, once it came, even if the rest of the answer never did. */
  int status() {
    HttpResponse.ResponseInfo info = answered;
    return info == null ? 0 : info.statusCode();
  }

  HttpHeaders headers() {
    HttpResponse.ResponseInfo info = answered;
    return info == null ? HttpHeaders.of(java.util.Map.of(), (n, v) -> true) : info.headers();
  }

  byte[] answer() {
    synchronized (answer) {
      return answer.toByteArray();
    }
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    handedOver = true;
    body.subscribe(subscriber);
  }

  @Override
  public HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
    answered = info;
    return new Bounded();
  }

  /** Keeps the first bytes and hangs up on the rest. */
  @SuppressWarnings("NullAway") // the result is Void, whose only value is null
  private final class Bounded implements HttpResponse.BodySubscriber<Void> {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<Void> getBody() {
      return done;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
      given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      synchronized (answer) {
        for (ByteBuffer buffer : buffers) {
          byte[] bytes = new byte[Math.min(buffer.remaining(), LARGEST_ANSWER - answer.size())];
          buffer.get(bytes);
          answer.writeBytes(bytes);
        }
        if (answer.size() < LARGEST_ANSWER) {
          return;
        }
      }
      if (subscription != null) {
        subscription.cancel();
      }
      done.complete(null);
    }

    @Override
    public void onError(Throwable failure) {
      // The status decides; what is missing of the body counts as nothing.
      done.complete(null);
    }

    @Override
    public void onComplete() {
      done.complete(null);
    }
  }
}
