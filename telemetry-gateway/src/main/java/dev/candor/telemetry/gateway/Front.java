package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayState.Phase;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What every request meets first: its token, its path, its limits. Nothing here blocks; a whole
 * body is handed to the workers.
 */
final class Front extends Handler.Abstract.NonBlocking {
  /** The label of what names no path. */
  private static final String OTHER = "other";

  private final Desk desk;
  private final OperatorPages pages;

  Front(Desk desk, OperatorPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * What a request is held against, and who works on it.
   *
   * @param receiver none until the stores are open
   * @param workers refuses what is too much
   */
  record Desk(
      Tokens tokens,
      ReceiverLimits limits,
      Budget budget,
      GatewayState state,
      Supplier<@Nullable Receiver> receiver,
      Executor workers,
      Answers answers) {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean allowed = desk.tokens().allow(request.getHeaders().get(HttpHeader.AUTHORIZATION));
    if (isQuestion(request)) {
      pages.answer(request, response, callback, allowed);
    } else {
      new Exchange(request, response, callback).begin(allowed);
    }
    return true;
  }

  // A server between that redirects may turn the POST of a Collector into a GET, and 404 would be
  // the end of what it brought.
  private static boolean isQuestion(Request request) {
    String method = request.getMethod();
    return (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method))
        && Route.of(request.getHttpURI().getPath()) == null;
  }

  /** One request that brings something. */
  private final class Exchange implements BodyReading.Ending {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final @Nullable Route route;
    private final BodyForm form;

    Exchange(Request request, Response response, Callback callback) {
      this.request = request;
      this.response = response;
      this.callback = callback;
      this.route = Route.of(request.getHttpURI().getPath());
      this.form = BodyForm.of(request.getHeaders());
    }

    void begin(boolean allowed) {
      BodyReading.begin(request, desk.limits(), desk.budget(), this, refusal(allowed));
    }

    private @Nullable Reply refusal(boolean allowed) {
      if (!allowed) {
        return Reply.TOKEN;
      }
      if (desk.state().now() != Phase.READY) {
        return desk.state().refusal();
      }
      if (!HttpMethod.POST.is(request.getMethod())) {
        return Reply.METHOD;
      }
      if (!closed().isEmpty()) {
        return Reply.PATH;
      }
      return form.isSpoken() ? null : Reply.ENCODING;
    }

    @Override
    public void read(BodyReading reading) {
      try {
        desk.workers().execute(() -> work(reading));
      } catch (RejectedExecutionException e) {
        reading.release();
        failed(desk.state().now() == Phase.READY ? Reply.BUSY : desk.state().refusal());
      }
    }

    @Override
    public void failed(Reply reply) {
      answer(all(reply));
    }

    private void answer(Replies replies) {
      desk.answers().answer(replies, form.json(), response, callback);
    }

    private Replies all(Reply reply) {
      return Replies.all(reply.equals(Reply.PATH) ? closed() : names(), reply);
    }

    private List<String> names() {
      return route == null
          ? List.of(OTHER)
          : route.paths().stream().map(GatewayPath::wireName).toList();
    }

    /** Of its paths those that are not served: one is enough to send all of it away. */
    private List<String> closed() {
      Receiver receiver = desk.receiver().get();
      return route == null || receiver == null
          ? names()
          : route.paths().stream()
              .filter(path -> !receiver.serves(path))
              .map(GatewayPath::wireName)
              .toList();
    }

    private void work(BodyReading reading) {
      Replies replies = all(Reply.FAULT);
      try {
        replies = receive(reading.bytes());
      } catch (RuntimeException | OutOfMemoryError e) {
        // One request's, and not the whole gateway's: it comes again.
        desk.answers().fault(e);
      } finally {
        reading.release();
        answer(replies);
      }
    }

    private Replies receive(byte[] body) {
      Receiver receiver = desk.receiver().get();
      if (receiver == null || route == null) {
        return all(Reply.PATH);
      }
      try {
        byte[] plain = form.gzip() ? Unpacking.gunzip(body, desk.limits().unpacked()) : body;
        return receiver.receive(route, plain, form.json());
      } catch (BodyFault fault) {
        return all(
            fault.kind() == BodyFault.Kind.TOO_LARGE
                ? Reply.TOO_LARGE
                : Reply.unreadable(OtlpAnswer.unreadable(route.signal(), form.json())));
      }
    }
  }
}
