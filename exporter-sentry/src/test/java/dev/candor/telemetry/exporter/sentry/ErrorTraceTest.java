package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.JavaErrors;
import dev.candor.telemetry.scrub.PythonTraceback;
import dev.candor.telemetry.scrub.RebuiltError;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ErrorTraceTest {
  private static final String TRACEBACK =
      """
      Traceback (most recent call last):
        File "/opt/app/lib/python3.11/site-packages/numpy/core/multiarray.py", line 12, in <listcomp>
          x
      MemoryError: no room

      During handling of the above exception, another exception occurred:

      Traceback (most recent call last):
        File "/opt/app/software/control/core/worker.py", line 311, in <lambda>
          y
      control.core.errors.CameraError: lost
      """;

  @Test
  void parse_textOfRealErrors_givesTheirChainBack() {
    IllegalStateException error = new IllegalStateException("a", new IOException("b"));
    error.addSuppressed(new UnsupportedOperationException());
    Supplier<RuntimeException> lambda = () -> new IllegalArgumentException(error);

    for (Throwable thrown : List.of(error, lambda.get(), recursion(300))) {
      assertIsGivenBack(JavaErrors.rebuild(thrown, List.of("dev.candor")));
    }
  }

  @Test
  void parse_textOfATraceback_givesItsChainBack() {
    assertIsGivenBack(PythonTraceback.parse(TRACEBACK).orElseThrow());
  }

  @Test
  void parse_noise_neverFailsAndAlwaysNamesAType() {
    Random random = new Random(5);
    String[] pieces = {"  at ", "caused by ", ":", ".", " *", "\n", "a.B", "-1", "9", "  ... ", ""};
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }

      assertThat(ErrorTrace.parse(text.toString(), "unknown").chain()).isNotEmpty();
    }
  }

  private static void assertIsGivenBack(RebuiltError error) {
    ErrorTrace trace = ErrorTrace.parse(ErrorText.write(error, 1 << 20), "unknown");

    assertThat(trace.chain()).hasSameSizeAs(error.chain());
    for (int i = 0; i < error.chain().size(); i++) {
      RebuiltError.Link link = error.chain().get(i);
      assertThat(trace.chain().get(i).type()).isEqualTo(link.type());
      assertThat(trace.chain().get(i).frames())
          .containsExactlyElementsOf(
              link.frames().stream()
                  .map(
                      one ->
                          new ErrorTrace.Frame(
                              one.module(), one.function(), one.line(), one.inApp()))
                  .toList());
    }
  }

  private static Throwable recursion(int depth) {
    return depth == 0 ? new StackOverflowError() : recursion(depth - 1);
  }
}
