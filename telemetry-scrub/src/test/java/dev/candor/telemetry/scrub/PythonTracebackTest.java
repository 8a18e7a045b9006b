package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.scrub.RebuiltError.Frame;
import dev.candor.telemetry.scrub.RebuiltError.Link;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
@Tag("SQ-62")
@Tag("SQ-64")
class PythonTracebackTest {
  private static final String HEADER = "Traceback (most recent call last):\n";
  private static final String FRAME = "  File \"/home/alice/Desktop/Squid/software/control/a.py\"";

  @Test
  void parse_everyTracebackOfTheRuns_leavesNamesOfCodeOnly() {
    int errors = 0;
    for (String run : SquidFixtures.RUNS) {
      for (String record : SquidFixtures.records(run)) {
        if (!record.contains(HEADER.strip())) {
          continue;
        }
        errors++;
        RebuiltError error = PythonTraceback.parse(record).orElseThrow();
        String text = ErrorText.write(error, 16_384);

        assertThat(ErrorText.matches(text)).isTrue();
        assertThat(text).doesNotContain(RebuiltError.UNKNOWN, "alice", "Desktop", "/", "0042");
        assertThat(error.chain().get(0).frames()).isNotEmpty();
      }
    }
    assertThat(errors).isEqualTo(SquidFixtures.TRACEBACKS);
  }

  @Test
  void parse_chain_surfacedErrorFirstAndRecentCallFirst() {
    RebuiltError error = PythonTraceback.parse(SquidFixtures.text("chained.txt")).orElseThrow();

    assertThat(error.chain()).extracting(Link::type).containsExactly("OSError", "OSError");
    assertThat(error.chain().get(0).frames().get(0))
        .isEqualTo(new Frame("imageio.core.request", "finish", 579, false));
    assertThat(error.chain().get(0).frames().get(error.chain().get(0).frames().size() - 1))
        .isEqualTo(new Frame("control.core.job_processing", "run", 982, true));
    assertThat(error.chain().get(1).frames().get(0))
        .isEqualTo(new Frame("tifffile.tifffile", "seek", 14143, false));
  }

  @Test
  void parse_directCause_bothLinks() {
    RebuiltError error =
        parse(
            HEADER
                + FRAME
                + ", line 1, in a\n    x()\nKeyError: 'alice'\n\n"
                + "The above exception was the direct cause of the following exception:\n\n"
                + HEADER
                + FRAME
                + ", line 2, in b\n    y()\ncontrol.errors.CameraError: patient 0042\nmore\n");

    assertThat(error.chain())
        .containsExactly(
            new Link("control.errors.CameraError", List.of(new Frame("control.a", "b", 2, true))),
            new Link("KeyError", List.of(new Frame("control.a", "a", 1, true))));
  }

  @Test
  void parse_exceptionGroup_membersBehindTheGroup() {
    RebuiltError error =
        parse(
            """
              + Exception Group Traceback (most recent call last):
              |   File "/usr/lib/python3.11/asyncio/runners.py", line 190, in run
              |     return runner.run(main)
              |            ^^^^^^^^^^^^^^^^
              | ExceptionGroup: unhandled errors in a TaskGroup (2 sub-exceptions)
              +-+---------------- 1 ----------------
                | Traceback (most recent call last):
                |   File "/app/project/src/pkg/mod.py", line 5, in work
                |     raise TypeError("alice")
                | TypeError: alice
                +---------------- 2 ----------------
                | ValueError: patient 0042
                +------------------------------------
            """);

    assertThat(error.chain())
        .containsExactly(
            new Link("ExceptionGroup", List.of(new Frame("asyncio.runners", "run", 190, false))),
            new Link("TypeError", List.of(new Frame("pkg.mod", "work", 5, true))),
            new Link("ValueError", List.of()));
  }

  @Test
  void parse_groupCutAndChained_goesOnBehindTheGroup() {
    RebuiltError error =
        parse(
            """
              + Exception Group Traceback (most recent call last):
              |   File "<string>", line 1, in <module>
              | ExceptionGroup: many
              +-+---------------- 1 ----------------
                | ValueError: 1
                +---------------- ... ----------------
                | and 5 more exceptions
                +------------------------------------

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "<string>", line 3, in <module>
            RuntimeError
            """);

    assertThat(error.chain())
        .extracting(Link::type)
        .containsExactly("RuntimeError", "ExceptionGroup", "ValueError");
  }

  @Test
  void parse_syntaxError_placeIsTheMostRecentFrame() {
    RebuiltError error =
        parse(
            HEADER
                + FRAME
                + ", line 7, in <module>\n    import b\n"
                + "  File \"/home/alice/Desktop/Squid/software/control/b.py\", line 3\n"
                + "    patient = = 0042\n              ^\nSyntaxError: invalid syntax\n");

    assertThat(error.chain())
        .containsExactly(
            new Link(
                "SyntaxError",
                List.of(
                    new Frame("control.b", "<syntax>", 3, true),
                    new Frame("control.a", "<module>", 7, true))));
  }

  @Test
  void parse_recursion_repeatedLinesAreNotFrames() {
    RebuiltError error =
        parse(
            HEADER
                + (FRAME + ", line 3, in f\n    f()\n").repeat(3)
                + "  [Previous line repeated 995 more times]\n"
                + "RecursionError: maximum recursion depth exceeded\n");

    assertThat(error.chain().get(0).frames()).hasSize(3);
    assertThat(error.chain().get(0).type()).isEqualTo("RecursionError");
  }

  @Test
  void parse_manyFramesAndLinks_mostRecentAndSurfacedAreKept() {
    StringBuilder text = new StringBuilder();
    for (int link = 0; link < 40; link++) {
      text.append(HEADER);
      for (int line = 1; line <= 150; line++) {
        text.append(FRAME).append(", line ").append(line).append(", in f\n    x\n");
      }
      text.append("E").append(link).append("Error: m\n\n");
      text.append("During handling of the above exception, another exception occurred:\n\n");
    }

    RebuiltError error = parse(text.toString());

    assertThat(error.chain()).hasSize(16);
    assertThat(error.chain().get(0).type()).isEqualTo("E39Error");
    assertThat(error.chain().get(0).frames()).hasSize(100);
    assertThat(error.chain().get(0).frames().get(0).line()).isEqualTo(150);
  }

  @Test
  void parse_colours_areSkipped() {
    RebuiltError error =
        parse(
            "\u001b[31mTraceback (most recent call last):\n  File \u001b[35m\"/x/pkg/src/a/b.py\"\u001b[0m,"
                + " line \u001b[35m3\u001b[0m, in \u001b[35mf\u001b[0m\n    \u001b[31mx\u001b[0m()\n"
                + "\u001b[1;35mValueError\u001b[0m: \u001b[35malice\u001b[0m\u001b[0m\n");

    assertThat(error.chain())
        .containsExactly(new Link("ValueError", List.of(new Frame("a.b", "f", 3, true))));
  }

  @Test
  void parse_cutOff_framesRemainAndTheTypeIsUnknown() {
    assertThat(parse(HEADER + FRAME + ", line 3, in f\n    f(").chain())
        .containsExactly(
            new Link(RebuiltError.UNKNOWN, List.of(new Frame("control.a", "f", 3, true))));
    assertThat(parse(HEADER + FRAME + ", line 3, in f\nalice: said so\n").chain())
        .extracting(Link::type)
        .containsExactly(RebuiltError.UNKNOWN);
    assertThat(parse(HEADER + FRAME + ", line 3, in f\n" + HEADER + FRAME).chain()).hasSize(1);
  }

  @Test
  void parse_hugeMessage_isRead() {
    String message = "alice ".repeat(2_000_000);

    RebuiltError error = parse(HEADER + FRAME + ", line 3, in f\nValueError: " + message);

    assertThat(error.chain())
        .containsExactly(new Link("ValueError", List.of(new Frame("control.a", "f", 3, true))));
  }

  @Test
  void parse_noTraceback_nothing() {
    assertThat(PythonTraceback.parse("")).isEmpty();
    assertThat(PythonTraceback.parse("2026-11-20 - ERROR - it failed\nalice\n")).isEmpty();
  }

  @Test
  void parse_localType_isNamedByItsFunction() {
    assertThat(parse(HEADER + FRAME + ", line 3, in f\n__main__.f.<locals>.Own: x").chain())
        .extracting(Link::type)
        .containsExactly("__main__.f.Own");
  }

  @Test
  void parse_packagesGiven_moduleStartsThere() {
    String text =
        HEADER + "  File \"C:\\\\lab\\\\Smith Lab\\\\control\\\\x.py\", line 3, in f\nE: x\n";

    RebuiltError error = PythonTraceback.parse(text, Set.of("control")).orElseThrow();

    assertThat(error.chain().get(0).frames()).containsExactly(new Frame("control.x", "f", 3, true));
  }

  private static RebuiltError parse(String text) {
    return PythonTraceback.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "ValueError, ValueError",
    "KeyboardInterrupt, KeyboardInterrupt",
    "StopIteration, StopIteration",
    "BaseExceptionGroup, BaseExceptionGroup",
    "DeprecationWarning, DeprecationWarning",
    "NoSuchKey, NoSuchKey",
    "queue.Empty, queue.Empty",
    "Jane, unknown",
    "Schmidt, unknown",
    "McDonald, unknown",
  })
  void parse_typeOfTheError_isNoNameOfAPerson(String written, String type) {
    String text = "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n";

    RebuiltError error = PythonTraceback.parse(text + written + ": call me\n").orElseThrow();

    assertThat(error.chain().get(0).type()).isEqualTo(type);
  }
}
