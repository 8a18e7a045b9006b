package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P4")
@Tag("MY-40")
class JavaStackTextTest {
  @Test
  void parse_printedException_isWhatTheExceptionItselfTells() {
    assertReadsAs(new IllegalStateException("patient 0042 of Jane Smith"));
  }

  @Test
  void parse_causesAndSuppressed_haveTheirCallsInCommonBack() {
    Exception root = new IllegalArgumentException("jane@example.org");
    Exception middle = new IllegalStateException("/home/jane", root);
    middle.addSuppressed(new ArithmeticException("on close"));
    Exception top = new UnsupportedOperationException("two\nlines: of Jane", middle);
    top.addSuppressed(new IndexOutOfBoundsException("first"));
    top.addSuppressed(new ClassCastException("second"));

    assertReadsAs(top);
  }

  @Test
  void parse_suppressedWithCause_keepsItBehindItsOwner() {
    Exception top = new IllegalStateException("top", new ArithmeticException("cause of top"));
    top.addSuppressed(
        new IndexOutOfBoundsException("held").initCause(new ClassCastException("inner")));

    assertReadsAs(top);
  }

  @Test
  void parse_cycle_ends() {
    Exception inner = new IllegalStateException("inner");
    Exception outer = new ArithmeticException("outer");
    outer.initCause(inner);
    inner.initCause(outer);

    assertReadsAs(outer);
  }

  @Test
  void parse_lambda_losesWhatChangesFromRunToRun() {
    Runnable failing =
        () -> {
          throw new IllegalStateException("x");
        };
    try {
      failing.run();
    } catch (IllegalStateException e) {
      assertReadsAs(e);
    }
  }

  @Test
  void parse_formsOfFrames_keepClassMethodAndLine() {
    RebuiltError error =
        JavaStackText.parse(
                """
                Exception in thread "jane's worker" java.io.IOException: /home/jane
                \tat app//org.example.Store.write(Store.java:120) ~[store-1.2.jar:1.2]
                \tat java.base@17.0.2/java.lang.Thread.run(Thread.java:833)
                \tat jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)
                \tat org.example.Job$$Lambda$14/0x0000000800c03000.run(Unknown Source)
                \tat org.example.Job.<init>(jane smith.java)
                """,
                List.of("org.example"))
            .orElseThrow();

    assertThat(ErrorText.write(error, 1000))
        .isEqualTo(
            """
            java.io.IOException
              at org.example.Store.write:120 *
              at java.lang.Thread.run:833
              at jdk.internal.reflect.NativeMethodAccessorImpl.invoke0:0
              at org.example.Job$$Lambda.run:0 *
              at org.example.Job.<init>:0 *""");
  }

  @Test
  void parse_loggersForm_findsTheTypeBehindItsWords() {
    String text =
        """
        2026-01-02 12:00:00 ERROR [jane] org.example.Store - failed: java.io.IOException: disk
            at org.example.Store.write(Store.java:120)
            ... 3 common frames omitted
        Caused by: org.example.DiskFull: jane
            at org.example.Disk.write(Disk.java:7)
        12:00:01 INFO jane goes on
            at no.frame.Any.more(Any.java:1)
        """;

    assertThat(ErrorText.write(JavaStackText.parse(text).orElseThrow(), 1000))
        .isEqualTo(
            """
            java.io.IOException
              at org.example.Store.write:120 *
            caused by org.example.DiskFull
              at org.example.Disk.write:7 *""");
  }

  @Test
  void parse_rootCauseFirst_surfacedErrorIsFirst() {
    String text =
        """
        org.example.DiskFull: jane
            at org.example.Disk.write(Disk.java:7)
            ... 1 common frames omitted
        Wrapped by: java.io.IOException: jane
            at org.example.Store.write(Store.java:120)
        """;

    assertThat(types(JavaStackText.parse(text)))
        .containsExactly("java.io.IOException", "org.example.DiskFull");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Jane Smith",
        "java.io.IOException: no calls at all",
        "at org.example.Store.write(Store.java:120)",
        "Jane: look\n\tat org.example.Store.write(Store.java:120)",
        "TypeError: x\n    at run (/home/jane/x.js:1:2)",
        "java.io.IOException: see\nat the (old) place",
        "... 12 more",
        "Caused by: "
      })
  void parse_noStackTrace_isNothing(String text) {
    assertThat(JavaStackText.parse(text)).isEmpty();
  }

  @Test
  void parse_thousandsOfErrorsAndCalls_isBounded() {
    StringBuilder text = new StringBuilder("java.io.IOException: x\n");
    for (int error = 0; error < 200; error++) {
      text.append("\tat a.B.c(B.java:1)\n".repeat(300));
      text.append("\t".repeat(error)).append("Suppressed: java.io.IOException: x\n");
      text.append("Caused by: java.io.IOException: x\n");
    }
    text.append("Caused by: java.io.IOException: ").append("x".repeat(1 << 20));

    RebuiltError error = JavaStackText.parse(text).orElseThrow();

    assertThat(error.chain()).hasSize(RebuiltError.MAX_LINKS);
    assertThat(error.chain())
        .allSatisfy(
            link -> assertThat(link.frames()).hasSizeLessThanOrEqualTo(RebuiltError.MAX_FRAMES));
  }

  @Test
  void parse_typesThatPeopleWrite_areUnknown() {
    String text =
        """
        java.io.IOException: x
        \tat a.B.c(B.java:1)
        Caused by: jane.smith: x
        \tat a.B.d(B.java:1)
        Caused by: Jane Smith
        \tat a.B.e(B.java:1)
        """;

    assertThat(types(JavaStackText.parse(text)))
        .containsExactly("java.io.IOException", "unknown", "unknown");
  }

  private static List<String> types(Optional<RebuiltError> error) {
    return error.orElseThrow().chain().stream().map(RebuiltError.Link::type).toList();
  }

  private static void assertReadsAs(Throwable error) {
    StringWriter printed = new StringWriter();
    error.printStackTrace(new PrintWriter(printed, true));

    assertThat(JavaStackText.parse(printed.toString(), List.of("dev.candor")))
        .contains(JavaErrors.rebuild(error, List.of("dev.candor")));
  }
}
