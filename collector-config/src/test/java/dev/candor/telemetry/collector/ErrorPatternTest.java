package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.JavaErrors;
import dev.candor.telemetry.scrub.PythonTraceback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  private static final Pattern SHORT = Pattern.compile(ValuePatterns.SHORT_TYPE_NAME);
  private static final Pattern PLAIN = Pattern.compile(ValuePatterns.PLAIN_TYPE_NAME);

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

  /** What {@link Ottl} asks of a name, in its three ways, is what one expression says of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.IOException",
        "a.b.c.d.e.f.g.h.i.j.k.l.Mno",
        "socket.timeout",
        "ValueError",
        "unknown",
        "Outer$Inner.<lambda>.Bad_1"
      })
  void typeName_everyChangeOfAShortName_isDecidedAlike(String name) {
    Random random = new Random(name.hashCode());
    List<String> differing = new ArrayList<>();
    String value = name;
    for (int i = 0; i < 20_000; i++) {
      boolean plain = PLAIN.matcher(value).matches();
      boolean brief = SHORT.matcher(value).matches();
      if ((plain || brief) != TYPE_NAME.matcher(value).matches()) {
        differing.add(value);
      }
      value = i % 9 == 0 ? name : changed(value, random);
    }

    assertThat(differing).isEmpty();
  }

  private static String changed(String value, Random random) {
    StringBuilder changed = new StringBuilder(value);
    int at = random.nextInt(value.length() + 1);
    String with = String.valueOf("aAzZ09_$<>-..Error".charAt(random.nextInt(18)));
    if (random.nextBoolean() && value.length() < ValuePatterns.SHORT_TYPE_LENGTH) {
      return changed.insert(at, with).toString();
    }
    return changed.replace(at, Math.min(at + 1, value.length()), with).toString();
  }

  private static final class ThreadDeathOf extends Error {
    private static final long serialVersionUID = 1L;
  }
}
