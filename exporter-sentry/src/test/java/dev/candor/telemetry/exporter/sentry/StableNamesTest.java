package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.JavaErrors;
import io.sentry.SentryEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One fault is one issue, whatever else was edited. */
class StableNamesTest {
  private static final String SOURCE =
      """
      package lab;
      public class Run {
        private void fail() { throw new IllegalStateException(); }
        /* before */
        public void go() {
          Runnable inner = () -> {
            Runnable deeper = () -> new Object() {
              void step() {
                class Local { void deep() { fail(); } }
                new Local().deep();
              }
            }.step();
            deeper.run();
          };
          inner.run();
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void fingerprint_ofTheSameFaultAfterAnUnrelatedEdit_isTheSame() throws Exception {
    String before = trace("a", "");
    String after =
        trace(
            "b",
            "Object more() { Runnable r = () -> { Runnable s = () -> {}; s.run(); }; r.run();"
                + " class Local {} new Local(); return new Object() {}; }");

    assertThat(withoutLines(after)).isNotEqualTo(withoutLines(before));
    assertThat(fingerprint(after)).isEqualTo(fingerprint(before));
    assertThat(fingerprint(after)).hasSizeGreaterThan(4).noneMatch(part -> part.matches(".*\\d.*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.Foo.lambda$run$3 a.Foo.lambda$run$",
        "a.Foo.access$000 a.Foo.access$",
        "a.Foo$1.run a.Foo$.run",
        "a.Foo$1$22.run a.Foo$$.run",
        "a.Foo$1Local.run a.Foo$Local.run",
        "a.Foo$$Lambda$14/0x0000000800c03000.get a.Foo$$Lambda.get",
        "a.Foo$$Lambda/0x00007f1c.get a.Foo$$Lambda.get",
        "a.Foo$$Lambda+0x00007f1c.get a.Foo$$Lambda.get",
        "jdk.proxy2.$Proxy12.run jdk.proxy.$Proxy.run",
        "x.GeneratedMethodAccessor7.invoke x.GeneratedMethodAccessor.invoke",
        "a.FooKt.run$lambda-1 a.FooKt.run$lambda-",
        "a.FooKt.run$lambda$4$lambda$3 a.FooKt.run$lambda$$lambda$",
        "a.Foo.$anonfun$run$2$adapted a.Foo.$anonfun$run$$adapted",
        "a.Foo$_run_closure3.doCall a.Foo$_run_closure.doCall",
        "a.Foo$$EnhancerBySpringCGLIB$$1a2b3c4d.run a.Foo$$EnhancerBySpringCGLIB$$.run",
        "a.Foo$$SpringCGLIB$$0.run a.Foo$$SpringCGLIB$$.run",
        "a.Foo$ByteBuddy$Ab12xY.run a.Foo$ByteBuddy$.run",
        "a.Foo_$$_jvst9f8_0.run a.Foo_$$_jvst.run"
      })
  void name_withNumbersOfACompiler_losesThem(String name, String stable) {
    assertThat(StableNames.of(name)).isEqualTo(stable);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.Http2.step3",
        "a1.b2.C3$Inner4.run5",
        "control.core.worker_2.acquire",
        "numpy.<listcomp>",
        "a.Accessor2.get",
        "a.Foo.price$usd",
        "a.Foo+0.run",
        "a/b.run",
        "java.lang.Thread.run",
        ""
      })
  void name_thatAPersonGave_stays(String name) {
    assertThat(StableNames.of(name)).isEqualTo(name);
  }

  @Test
  void frames_beside_keepTheNamesAsTheyAre() {
    String trace = "a.B\n  at a.Foo.lambda$run$3:7 *";

    assertThat(event(trace).getExceptions().get(0).getStacktrace().getFrames().get(0).getFunction())
        .isEqualTo("lambda$run$3");
    assertThat(fingerprint(trace)).containsExactly("a.B", "a.Foo.lambda$run$");
  }

  /** The rebuilt trace of what a compilation throws. */
  private String trace(String name, String before) throws Exception {
    Path classes = compiled(name, SOURCE.replace("/* before */", before));
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      Class<?> run = loader.loadClass("lab.Run");
      Object made = run.getConstructor().newInstance();
      try {
        run.getMethod("go").invoke(made);
      } catch (InvocationTargetException e) {
        return ErrorText.write(JavaErrors.rebuild(e.getCause(), List.of("lab.")), 1 << 20);
      }
    }
    throw new AssertionError("it throws");
  }

  private Path compiled(String name, String source) throws IOException {
    Path classes = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(classes.resolve("Run.java"), source);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), file.toString());
    assertThat(result).isZero();
    return classes;
  }

  private static String withoutLines(String trace) {
    return trace.replaceAll(":\\d+", "");
  }

  private static List<String> fingerprint(String trace) {
    return event(trace).getFingerprints();
  }

  private static SentryEvent event(String trace) {
    return SentryErrors.event(
        OtelData.spans(
                List.of(Samples.error(Map.of("exception.stacktrace", trace))),
                new SealContext(null))
            .get(0));
  }
}
