package dev.candor.telemetry.console;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Three receivers in the places of ga4, amplitude and sentry, as a program of their own: they take
 * everything, look for the events' numbers in it, and say how many came when they are asked by a
 * line on standard input. They end with it.
 */
final class PipelineSinks {
  private static final byte[] JSON = "\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT_ID = "\"event_id\":\"".getBytes(StandardCharsets.US_ASCII);
  private static final int ID = 32;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final SeenNumbers numbers = new SeenNumbers();
  private final Set<String> ids = new HashSet<>();
  private long doubledIds;

  private PipelineSinks() throws IOException {
    daemon(this::accept);
  }

  /** Runs them: {@code ready PORT PORT PORT}, then for each line two numbers a receiver. */
  public static void main(String[] args) throws IOException {
    List<PipelineSinks> sinks = new ArrayList<>();
    StringBuilder ready = new StringBuilder("ready");
    for (int i = 0; i < 3; i++) {
      PipelineSinks sink = new PipelineSinks();
      sinks.add(sink);
      ready.append(' ').append(sink.server.getLocalPort());
    }
    System.out.println(ready);
    BufferedReader asked =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (asked.readLine() != null) {
      StringBuilder line = new StringBuilder();
      sinks.forEach(sink -> line.append(sink.counts()).append(' '));
      System.out.println(line.toString().strip());
    }
  }

  private synchronized String counts() {
    return (numbers.distinct() + ids.size()) + " " + (numbers.doubled() + doubledIds);
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException e) {
      throw new IllegalStateException("a loopback port is gone", e);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream(), 64 << 10);
      while (true) {
        HttpHead head = HttpHead.read(in);
        byte[] body = head.body(in);
        take(head, head.contains("content-encoding: gzip") ? unzip(body) : body);
        boolean json = !head.contains("content-type: application/x-protobuf");
        socket
            .getOutputStream()
            .write(answer(json ? "application/json" : "application/x-protobuf", json ? "{}" : ""));
      }
    } catch (IOException end) {
      // The other side has gone.
    }
  }

  private static byte[] answer(String type, String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(type, body.length(), body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] unzip(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body), 16 << 10)) {
      return in.readAllBytes();
    }
  }

  private void take(HttpHead head, byte[] body) throws IOException {
    if (head.contains("/envelope/")) {
      envelope(body);
    } else if (head.contains("content-type: application/x-protobuf")) {
      spans(body);
    } else {
      json(body);
    }
  }

  /** Any number behind a key: small ones and times are told from ours where they are counted. */
  private void json(byte[] body) {
    for (int at = find(body, JSON, 0); at >= 0; at = find(body, JSON, at + 1)) {
      long number = 0;
      int digit = at + JSON.length;
      while (digit < body.length && body[digit] >= '0' && body[digit] <= '9') {
        number = number * 10 + body[digit++] - '0';
      }
      numbers.add(number);
    }
  }

  private void spans(byte[] body) throws IOException {
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
      for (ScopeSpans scope : resource.getScopeSpansList()) {
        for (Span span : scope.getSpansList()) {
          for (KeyValue attribute : span.getAttributesList()) {
            if (attribute.getKey().equals(PipelineRequests.SERIAL)) {
              numbers.add(attribute.getValue().getIntValue());
            }
          }
        }
      }
    }
  }

  private synchronized void envelope(byte[] body) {
    int at = find(body, EVENT_ID, 0) + EVENT_ID.length;
    if (at >= EVENT_ID.length && !ids.add(new String(body, at, ID, StandardCharsets.US_ASCII))) {
      doubledIds++;
    }
  }

  private static int find(byte[] body, byte[] sought, int from) {
    for (int i = from; i + sought.length <= body.length; i++) {
      int n = 0;
      while (n < sought.length && body[i + n] == sought[n]) {
        n++;
      }
      if (n == sought.length) {
        return i;
      }
    }
    return -1;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "candor-bench-sink");
    thread.setDaemon(true);
    thread.start();
  }
}
