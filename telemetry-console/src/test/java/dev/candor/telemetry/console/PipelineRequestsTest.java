package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PipelineRequestsTest {
  private static final long NOW = 1_790_000_000_000_000_000L;

  private static ResourceSpans read(byte[] bytes) throws InvalidProtocolBufferException {
    return ExportTraceServiceRequest.parseFrom(bytes).getResourceSpans(0);
  }

  private static List<Span> spans(byte[] bytes) throws InvalidProtocolBufferException {
    return read(bytes).getScopeSpans(0).getSpansList();
  }

  private static long number(Span span) {
    return span.getAttributes(0).getValue().getIntValue();
  }

  @Test
  void of_manyRequests_noEventIsLikeAnother() throws InvalidProtocolBufferException {
    PipelineRequests requests =
        new PipelineRequests(new PipelineLoad(100, 1, 1, 3, 7, /* separate= */ false));
    Set<Object> ids = new HashSet<>();
    Set<Long> numbers = new HashSet<>();

    for (int i = 0; i < 200; i++) {
      for (Span span : spans(requests.of(i, NOW))) {
        ids.add(span.getTraceId());
        numbers.add(number(span));
      }
    }

    assertThat(ids).hasSize(1_400);
    assertThat(numbers).hasSize(1_400).allMatch(n -> n >= PipelineRequests.FIRST);
  }

  @Test
  void of_manyRequests_oneEventInFiftyIsAnError() throws InvalidProtocolBufferException {
    PipelineRequests requests =
        new PipelineRequests(new PipelineLoad(100, 1, 1, 3, 7, /* separate= */ false));
    long errors = 0;

    for (int i = 0; i < 50; i++) {
      errors +=
          spans(requests.of(i, NOW)).stream()
              .filter(span -> span.getName().equals("app.error"))
              .count();
    }

    assertThat(errors).isEqualTo(7);
  }

  @Test
  void of_manyRequests_oneEventInTenHasAText() throws InvalidProtocolBufferException {
    PipelineRequests requests =
        new PipelineRequests(new PipelineLoad(100, 1, 1, 3, 7, /* separate= */ false));
    long texts = 0;

    for (int i = 0; i < 50; i++) {
      texts +=
          spans(requests.of(i, NOW)).stream()
              .flatMap(span -> span.getAttributesList().stream())
              .filter(attribute -> attribute.getKey().equals("bench.step.note"))
              .count();
    }

    assertThat(texts).isEqualTo(35);
  }

  @Test
  void of_request_hasTheTimeThatItIsGiven() throws InvalidProtocolBufferException {
    PipelineRequests requests =
        new PipelineRequests(new PipelineLoad(100, 1, 1, 3, 7, /* separate= */ false));

    assertThat(spans(requests.of(3, NOW))).allMatch(span -> span.getEndTimeUnixNano() == NOW);
  }

  @Test
  void of_requestsInTurn_comeFromEachInstallation() throws InvalidProtocolBufferException {
    PipelineRequests requests =
        new PipelineRequests(new PipelineLoad(100, 1, 1, 3, 7, /* separate= */ false));
    Set<Object> installations = new HashSet<>();

    for (int i = 0; i < 9; i++) {
      installations.add(read(requests.of(i, NOW)).getResource());
    }

    assertThat(installations).hasSize(3);
  }
}
