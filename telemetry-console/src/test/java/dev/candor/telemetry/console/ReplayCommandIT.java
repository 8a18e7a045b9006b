package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code candor collector replay} with the real Collector. */
@Tag("P4")
class ReplayCommandIT {
  private static final String TRACE =
      "java.io.IOException: alice\n\tat org.example.Store.write(Store.java:12)";

  @Test
  void replay_casesAndBrokenLines_keepOrderAndIdsAndTellFaultsByNumber() {
    TestShell shell =
        replay(
            new Cases()
                .add("z", "attribute_value", "note", "30 fps @ 2048x2048")
                .add("log", "log_body", "", "alice")
                .line("alice")
                .add("event", "event_name", "", "alice")
                .add("trace", "exception.stacktrace", "exception.stacktrace", TRACE)
                .add("large", "attribute_value", "", "x".repeat(1_000_000))
                .add("a", "config_value", "note", "ask alice@smithlab.example now"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err().lines())
        .contains(
            "candor: line 3: must hold one JSON object",
            "candor: the Collector answered 400, cases: 1; nothing of them left");
    assertThat(Cases.outs(shell).keySet())
        .containsExactly("z", "log", "event", "trace", "large", "a");
    assertThat(Cases.outs(shell))
        .contains(
            entry("z", "30 fps @ 2048x2048"),
            entry("log", "null"),
            entry("event", ""),
            entry("trace", ""),
            entry("large", "null"));
    assertThat(shell.out()).doesNotContain("alice");
  }

  @Test
  void replay_lineOfTenMegabytes_isReadOverAndTheRestGoesOn() {
    TestShell shell =
        replay(
            new Cases()
                .add("first", "attribute_value", "note", "30 fps @ 2048x2048")
                .add("long", "attribute_value", "note", "smith-lab ".repeat(1 << 20))
                .add("last", "attribute_value", "note", "12 ms"));

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err().lines())
        .contains("candor: line 2: must not be longer than 1048576 bytes");
    assertThat(shell.err()).doesNotContain("smith-lab");
    assertThat(Cases.outs(shell))
        .containsExactly(entry("first", "30 fps @ 2048x2048"), entry("last", "12 ms"));
  }

  @Test
  void replay_both_sanitizesFirst() {
    TestShell shell =
        replay(
            new Cases()
                .add("mail", "attribute_value", "", "ask alice@smithlab.example now")
                .add("trace", "exception.stacktrace", "exception.stacktrace", TRACE),
            "--both");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(Cases.outs(shell))
        .containsExactly(
            entry("mail", "ask <email> now"),
            entry("trace", "java.io.IOException\n  at org.example.Store.write:12 *"));
  }

  @Test
  void replay_noCases_printsNothing() {
    TestShell shell = replay(new Cases());

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out()).isEmpty();
  }

  private static TestShell replay(Cases cases, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "collector";
    words[1] = "replay";
    System.arraycopy(options, 0, words, 2, options.length);
    TestShell shell = new TestShell().piping(cases.bytes());
    return shell.run(words);
  }
}
