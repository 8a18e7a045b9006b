package dev.candor.telemetry.exporter;

import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.export.HttpResponse;
import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.common.export.MessageWriter;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes OTLP bytes through the public door of OpenTelemetry's exporters: they write into a sender
 * that keeps the bytes and opens nothing. Equal input gives equal bytes. Any thread.
 */
final class OtlpEncoder {
  private final Capture capture = new Capture();
  private final OtlpHttpSpanExporter spans =
      OtlpHttpSpanExporter.builder()
          .setComponentLoader(capture)
          // The default would freeze the global OpenTelemetry of the host application.
          .setMeterProvider(MeterProvider::noop)
          .build();
  private final OtlpHttpMetricExporter metrics =
      OtlpHttpMetricExporter.builder()
          .setComponentLoader(capture)
          .setMeterProvider(MeterProvider::noop)
          .build();

  /** Returns an {@code ExportTraceServiceRequest}; equal resources must be one object. */
  byte[] traces(List<SpanData> data) {
    return encode(data, SpanData::getResource, spans::export);
  }

  /** Returns an {@code ExportMetricsServiceRequest}; equal resources must be one object. */
  byte[] metrics(List<MetricData> data) {
    return encode(data, MetricData::getResource, metrics::export);
  }

  /**
   * Encodes resource by resource, because the exporter orders several by chance. Requests that are
   * written one after the other are one request: protobuf appends repeated fields.
   */
  private synchronized <D> byte[] encode(
      List<D> data,
      Function<D, Resource> resourceOf,
      Function<List<D>, CompletableResultCode> export) {
    IdentityHashMap<Resource, List<D>> groups = new IdentityHashMap<>();
    List<List<D>> inOrder = new ArrayList<>();
    for (D one : data) {
      groups
          .computeIfAbsent(
              resourceOf.apply(one),
              resource -> {
                List<D> group = new ArrayList<>();
                inOrder.add(group);
                return group;
              })
          .add(one);
    }
    for (List<D> group : inOrder) {
      if (!export.apply(group).isSuccess()) {
        throw new IllegalStateException("writing OTLP to memory failed");
      }
    }
    return capture.take();
  }

  /** A sender that keeps what it is given. Guarded by the encoder. */
  private static final class Capture implements ComponentLoader, HttpSender {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    byte[] take() {
      byte[] taken = bytes.toByteArray();
      bytes.reset();
      return taken;
    }

    @Override
    public <T> Iterable<T> load(Class<T> spi) {
      HttpSenderProvider provider = config -> this;
      return spi.isInstance(provider) ? List.of(spi.cast(provider)) : List.of();
    }

    @Override
    public void send(
        MessageWriter message, Consumer<HttpResponse> onResponse, Consumer<Throwable> onError) {
      try {
        message.writeMessage(bytes);
        onResponse.accept(Accepted.INSTANCE);
      } catch (IOException e) {
        onError.accept(e);
      }
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** What the exporter is told, so that it neither retries nor logs. */
  private enum Accepted implements HttpResponse {
    INSTANCE;

    @Override
    public int getStatusCode() {
      return 200;
    }

    @Override
    public String getStatusMessage() {
      return "";
    }

    @Override
    public byte[] getResponseBody() {
      return new byte[0];
    }
  }
}
