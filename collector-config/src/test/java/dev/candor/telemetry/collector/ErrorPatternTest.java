package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.JavaErrors;
import dev.candor.telemetry.scrub.PythonTraceback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scrubbing writes for errors is what the Collector lets pass. */
class ErrorPatternTest {
  private static final Pattern STACKTRACE = Pattern.compile(ValuePatterns.STACKTRACE);
  private static final Pattern TYPE_NAME = Pattern.compile(ValuePatterns.TYPE_NAME);

  @Test
  void javaError_rebuilt_fits() {
    IOException cause = new IOException("/home/alice/patient 0042");
    Exception error = new CompletionException(new UncheckedIOException(cause));

    String text = ErrorText.write(JavaErrors.rebuild(error, List.of("dev.candor")), 16_384);

    assertThat(text).contains("caused by java.io.IOException").doesNotContain("alice");
    assertThat(STACKTRACE.matcher(text).matches()).isTrue();
  }

  @Test
  void pythonTraceback_rebuilt_fits() {
    String traceback =
        """
        Traceback (most recent call last):
          File "/home/alice/Squid/software/main_hcs.py", line 12, in <module>
            run()
          File "/home/alice/Squid/software/control/core/worker.py", line 431, in run
            save(path)
        FileNotFoundError: [Errno 2] No such file: '/home/alice/patient 0042'
        """;

    String text = ErrorText.write(PythonTraceback.parse(traceback).orElseThrow(), 16_384);

    assertThat(text).startsWith("FileNotFoundError").doesNotContain("alice");
    assertThat(STACKTRACE.matcher(text).matches()).isTrue();
  }

  @Test
  void platformErrors_all_fit() {
    assertThat(
            Stream.of(
                new OutOfMemoryError(),
                new StackOverflowError(),
                new ThreadDeathOf(),
                new Throwable(),
                new java.util.NoSuchElementException(),
                new java.util.concurrent.TimeoutException()))
        .map(error -> error.getClass().getName())
        .allMatch(name -> TYPE_NAME.matcher(name).matches());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OSError",
        "KeyboardInterrupt",
        "StopAsyncIteration",
        "SystemExit",
        "UserWarning",
        "ExceptionGroup",
        "subprocess.CalledProcessError",
        "queue.Empty",
        "socket.timeout",
        "zlib.error",
        "squid.abc.SquidTimeout",
        "serial.serialutil.SerialException",
        "unknown",
        "a.b.Outer$Inner"
      })
  void typeName_ofAnError_fits(String name) {
    assertThat(TYPE_NAME.matcher(name).matches()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"alice", "MCF7", "patient_0042", "smithlab.scope3", "a..B", ".B", "", "Error é"})
  void typeName_thatIsNone_doesNotFit(String name) {
    assertThat(TYPE_NAME.matcher(name).matches()).isFalse();
  }

  private static final class ThreadDeathOf extends Error {
    private static final long serialVersionUID = 1L;
  }
}
