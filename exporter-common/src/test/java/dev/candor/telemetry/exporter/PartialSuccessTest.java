package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PartialSuccessTest {
  @Test
  void rejected_everyCount_isRead() {
    for (long count : new long[] {0, 1, 127, 128, 300, Long.MAX_VALUE}) {
      assertThat(PartialSuccess.rejected(answer(count).toByteArray())).isEqualTo(count);
    }
  }

  @Test
  void rejected_negative_isNone() {
    assertThat(PartialSuccess.rejected(answer(-5).toByteArray())).isZero();
  }

  @Test
  void rejected_messageOnlyOrNothing_isNone() {
    ExportTraceServiceResponse warning =
        ExportTraceServiceResponse.newBuilder()
            .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setErrorMessage("slow down"))
            .build();

    assertThat(PartialSuccess.rejected(warning.toByteArray())).isZero();
    assertThat(PartialSuccess.rejected(new byte[0])).isZero();
  }

  @Test
  void rejected_unknownFields_areSkipped() {
    UnknownFieldSet unknown =
        UnknownFieldSet.newBuilder()
            .addField(7, UnknownFieldSet.Field.newBuilder().addVarint(9).build())
            .addField(8, UnknownFieldSet.Field.newBuilder().addFixed32(9).build())
            .addField(9, UnknownFieldSet.Field.newBuilder().addFixed64(9).build())
            .build();
    byte[] before = unknown.toByteArray();
    byte[] answer = answer(3).toByteArray();
    byte[] both = Arrays.copyOf(before, before.length + answer.length);
    System.arraycopy(answer, 0, both, before.length, answer.length);

    assertThat(PartialSuccess.rejected(both)).isEqualTo(3);
  }

  @Test
  @Tag("P9")
  void rejected_anyBytes_neverThrows() {
    Random random = new Random(42);
    byte[] valid = answer(300).toByteArray();
    for (int cut = 0; cut < valid.length; cut++) {
      assertThat(PartialSuccess.rejected(Arrays.copyOf(valid, cut))).isNotNegative();
    }
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(24)];
      random.nextBytes(noise);
      assertThat(PartialSuccess.rejected(noise)).isNotNegative();
    }
  }

  private static ExportTraceServiceResponse answer(long count) {
    return ExportTraceServiceResponse.newBuilder()
        .setPartialSuccess(
            ExportTracePartialSuccess.newBuilder()
                .setErrorMessage("refused")
                .setRejectedSpans(count))
        .build();
  }
}
