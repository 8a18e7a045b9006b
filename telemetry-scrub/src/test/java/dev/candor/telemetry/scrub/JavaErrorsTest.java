package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
@Tag("P9")
class JavaErrorsTest {
  private static final List<String> OWN = List.of("dev.candor");

  @Test
  void rebuild_causesAndSuppressed_inOneChain() {
    IOException inner = new IOException("/home/alice/secret.txt");
    IllegalStateException outer = new IllegalStateException("alice", inner);
    outer.addSuppressed(new ArithmeticException("patient 0042"));

    RebuiltError error = JavaErrors.rebuild(outer, OWN);

    assertThat(error.chain())
        .extracting(Link::type)
        .containsExactly(
            "java.lang.IllegalStateException",
            "java.io.IOException",
            "java.lang.ArithmeticException");
    assertThat(error.toString()).doesNotContain("alice", "0042", "secret");
    Frame first = error.chain().get(0).frames().get(0);
    assertThat(first.module()).isEqualTo(JavaErrorsTest.class.getName());
    assertThat(first.function()).isEqualTo("rebuild_causesAndSuppressed_inOneChain");
    assertThat(first.line()).isPositive();
    assertThat(first.inApp()).isTrue();
    assertThat(ErrorText.matches(ErrorText.write(error, 16_384))).isTrue();
  }

  @Test
  void rebuild_cycle_ends() {
    Exception a = new Exception();
    Exception b = new Exception(a);
    a.initCause(b);
    a.addSuppressed(b);

    assertThat(JavaErrors.rebuild(a, OWN).chain()).hasSize(2);
  }

  @Test
  void rebuild_deepChainsAndTraces_areLimited() {
    Exception error = new Exception();
    for (int i = 0; i < 50; i++) {
      error = new Exception(error);
      error.addSuppressed(new Error());
      error.addSuppressed(new Error());
    }
    StackTraceElement[] trace = new StackTraceElement[5_000];
    java.util.Arrays.fill(trace, new StackTraceElement("a.B", "c", null, 1));
    error.setStackTrace(trace);

    RebuiltError rebuilt = JavaErrors.rebuild(error, OWN);

    assertThat(rebuilt.chain()).hasSize(16);
    assertThat(rebuilt.chain().get(0).frames()).hasSize(100);
  }

  @Test
  void rebuild_stackOverflow_isRebuilt() {
    StackOverflowError error = null;
    try {
      overflow(1);
    } catch (StackOverflowError e) {
      error = e;
    }

    assertThat(JavaErrors.rebuild(error, OWN).chain().get(0).frames()).hasSize(100);
  }

  @Test
  void rebuild_hostileException_isCountedAndDoesNotThrow() {
    AtomicInteger faults = new AtomicInteger();

    RebuiltError error = JavaErrors.rebuild(new Hostile(), OWN, faults::incrementAndGet);

    assertThat(error.chain()).containsExactly(new Link(Hostile.class.getName(), List.of()));
    assertThat(faults).hasValue(2);
  }

  @Test
  void rebuild_answersNull_isCounted() {
    AtomicInteger faults = new AtomicInteger();
    Exception error =
        new Exception() {
          @Override
          public StackTraceElement[] getStackTrace() {
            return null;
          }
        };
    Exception holes =
        new Exception(error) {
          @Override
          public StackTraceElement[] getStackTrace() {
            return new StackTraceElement[] {null};
          }
        };

    assertThat(JavaErrors.rebuild(holes, OWN, faults::incrementAndGet).chain()).hasSize(2);
    assertThat(faults).hasValue(2);
  }

  @Test
  void rebuild_oddNames_becomeUnknown() {
    Exception error = new Exception();
    error.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("/home/alice/X", "run alice", "alice.java", -2),
          new StackTraceElement("Ärger", "b".repeat(300), null, 99_999_999),
          new StackTraceElement("x".repeat(5_000), "<init>", null, 3),
          new StackTraceElement("", "", null, 3),
        });

    assertThat(JavaErrors.rebuild(error, OWN).chain().get(0).frames())
        .containsExactly(
            new Frame("unknown", "unknown", 0, false),
            new Frame("unknown", "unknown", 0, false),
            new Frame("unknown", "<init>", 3, false),
            new Frame("unknown", "unknown", 3, false));
  }

  @Test
  void stableName_generatedClasses_loseWhatChangesFromRunToRun() {
    assertThat(JavaErrors.stableName("a.Foo$$Lambda/0x00007f1c")).isEqualTo("a.Foo$$Lambda");
    assertThat(JavaErrors.stableName("a.Foo$$Lambda$14/0x08c03")).isEqualTo("a.Foo$$Lambda");
    assertThat(JavaErrors.stableName("jdk.proxy2.$Proxy12")).isEqualTo("jdk.proxy2.$Proxy");
    assertThat(JavaErrors.stableName("x.GeneratedMethodAccessor7"))
        .isEqualTo("x.GeneratedMethodAccessor");
    assertThat(JavaErrors.stableName("a.Foo$1")).isEqualTo("a.Foo$1");
    Runnable lambda = () -> {};
    assertThat(JavaErrors.stableName(lambda.getClass().getName()))
        .isEqualTo(JavaErrorsTest.class.getName() + "$$Lambda");
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Runnable.class}, (p, m, a) -> null);
    assertThat(JavaErrors.stableName(proxy.getClass().getName())).endsWith("$Proxy");
  }

  @Test
  void rebuild_applicationPackages_decideWhatIsInApp() {
    assertThat(inApp(List.of("a.b"), "a.b.C", "a.bc.C", "a.b$C", "java.util.List"))
        .containsExactly(true, false, true, false);
    assertThat(inApp(List.of("a.b."), "a.b.C", "a.b")).containsExactly(true, false);
    assertThat(inApp(List.of(), "a.b.C", "java.util.List", "jdk.X", "javax.y.Z", "com.sun.A"))
        .containsExactly(true, false, false, false, false);
  }

  private static List<Boolean> inApp(List<String> packages, String... classes) {
    Exception error = new Exception();
    StackTraceElement[] trace = new StackTraceElement[classes.length];
    for (int i = 0; i < classes.length; i++) {
      trace[i] = new StackTraceElement(classes[i], "m", null, 1);
    }
    error.setStackTrace(trace);
    return JavaErrors.rebuild(error, packages).chain().get(0).frames().stream()
        .map(Frame::inApp)
        .toList();
  }

  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  /** Throws from everything that can be overridden. */
  private static final class Hostile extends RuntimeException {
    private static final long serialVersionUID = 1;

    @Override
    public String getMessage() {
      throw new IllegalStateException("alice");
    }

    @Override
    public String getLocalizedMessage() {
      throw new IllegalStateException("alice");
    }

    @Override
    public String toString() {
      throw new IllegalStateException("alice");
    }

    @Override
    public synchronized Throwable getCause() {
      throw new StackOverflowError("alice");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new LinkageError("alice");
    }
  }
}
