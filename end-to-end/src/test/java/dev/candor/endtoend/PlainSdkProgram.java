package dev.candor.endtoend;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;

/** A program that has OpenTelemetry's SDK and nothing of Candor; the guide shows it. */
final class PlainSdkProgram {
  private PlainSdkProgram() {}

  /** The same program, where somebody sends what no registry declares beside it. */
  static final class WithMore {
    private WithMore() {}

    /** As {@link PlainSdkProgram#main}. */
    public static void main(String[] args) {
      PlainSdkProgram.main(args);
      try (OpenTelemetrySdk sdk =
          AutoConfiguredOpenTelemetrySdk.builder().build().getOpenTelemetrySdk()) {
        Tracer tracer = sdk.getTracer("greenhouse");
        tracer.spanBuilder("GET /users/jane.doe").startSpan().end();
        Span span = tracer.spanBuilder("watering.run").startSpan();
        span.setAttribute(BED, "north").setAttribute("user.name", "jane doe");
        span.recordException(new IllegalStateException("jane.doe@example.org")).end();
        sdk.getMeter("greenhouse").counterBuilder("users.jane").build().add(1);
      }
    }
  }

  // region: program
  static final AttributeKey<String> BED = AttributeKey.stringKey("watering.run.bed");
  static final AttributeKey<Double> LITRES = AttributeKey.doubleKey("watering.run.litres");

  /** OTEL_RESOURCE_ATTRIBUTES holds service.name, service.version and app.installation.id. */
  public static void main(String[] args) {
    try (OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.initialize().getOpenTelemetrySdk()) {
      Tracer tracer = sdk.getTracer("greenhouse");
      LongCounter waterings =
          sdk.getMeter("greenhouse").counterBuilder("watering.run.count").build();
      DoubleHistogram durations =
          sdk.getMeter("greenhouse").histogramBuilder("watering.run.duration").setUnit("s").build();

      Span span = tracer.spanBuilder("watering.run").startSpan();
      span.setAttribute(BED, "north").setAttribute(LITRES, 12.5).end();
      waterings.add(1, Attributes.of(BED, "north"));
      durations.record(0.25, Attributes.of(BED, "north"));
    }
  }
  // endregion
}
