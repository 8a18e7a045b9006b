package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.RunEnvironment;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogReaderTest {
  private static final String START = "2026-11-20 17:29:08.179 - 10595 - ";

  @TempDir Path folder;

  @Test
  @Tag("SQ-55")
  void read_record_takesItsParts() throws IOException {
    LogRecord record =
        read(START + "squid.Microscope - WARNING - a - b (c) -> d (microscope.py:512)").get(0);

    assertThat(record.time()).isEqualTo(LocalDateTime.parse("2026-11-20T17:29:08.179"));
    assertThat(record.logger()).isEqualTo("squid.Microscope");
    assertThat(record.level()).isEqualTo(LogRecord.Level.WARNING);
    assertThat(record.message()).isEqualTo("a - b (c) -> d");
    assertThat(record.isError()).isFalse();
  }

  @Test
  void read_coloursAndWindowsLines_areTakenOut() throws IOException {
    LogRecord record =
        read("\u001b[31m" + START + "squid - ERROR - Uncaught\u001b[0m Exception! (a.py:1)\r\n")
            .get(0);

    assertThat(record.message()).isEqualTo("Uncaught Exception!");
    assertThat(SquidCrumb.of(record)).isEqualTo(SquidCrumb.UNCAUGHT);
  }

  @Test
  void read_followingLines_belongToTheRecord() throws IOException {
    List<LogRecord> records =
        read(
            "noise before\n"
                + START
                + "squid - ERROR - first\nTraceback\n\n  2026 - x\n"
                + START
                + "squid - CRITICAL - second (a.py:2)");

    assertThat(records).hasSize(2);
    assertThat(records.get(0).more()).containsExactly("Traceback", "", "  2026 - x");
    assertThat(records.get(1).isError()).isTrue();
  }

  @Test
  @Tag("SQ-63")
  void read_otherLoggers_areLeftOut() throws IOException {
    List<LogRecord> records =
        read(
            START
                + "subprocess - ERROR - scp alice@nas-stanford:/x (a.py:1)\ncontinued\n"
                + START
                + "squidward - ERROR - x (a.py:1)\n"
                + START
                + "squid.a - INFO - kept (a.py:1)");

    assertThat(records).extracting(LogRecord::message).containsExactly("kept");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13-20 17:29:08.179 - 1 - squid - INFO - x",
        "2026-11-20 17:29:08,179 - 1 - squid - INFO - x",
        "2026-11-20 17:29:08.179 squid INFO x",
        "2026-11-20 17:29:08.179 - 1 - squid - LOUD - x",
        "2026-11-20 17:29:08.179 - 1",
        "20a6-11-20 17:29:08.179 - 1 - squid - INFO - x",
        "short"
      })
  void read_linesOfOtherForm_startNoRecord(String line) throws IOException {
    assertThat(read(line)).isEmpty();
  }

  @Test
  @Tag("P9")
  void read_recordOfTenMegabytes_isBounded() throws IOException {
    Path log = folder.resolve("main.log");
    try (BufferedWriter out = Files.newBufferedWriter(log)) {
      out.write(START + "squid - ERROR - " + "x".repeat(10 * 1024 * 1024) + "\n");
      out.write("Traceback (most recent call last):\n");
      for (int i = 0; i < 200_000; i++) {
        out.write("  " + "y".repeat(50) + "\n");
      }
      out.write("ValueError: last\n");
    }
    List<LogRecord> records = new ArrayList<>();

    LogReader.read(log, FileOpener.system(), records::add);

    LogRecord record = records.get(0);
    assertThat(record.message().length()).isLessThanOrEqualTo(LogLines.MAX_LINE);
    assertThat(record.more().stream().mapToInt(String::length).sum())
        .isLessThanOrEqualTo(LogReader.MAX_RECORD);
    assertThat(record.more()).last().isEqualTo("ValueError: last");
  }

  @Test
  @Tag("SQ-43")
  void summary_tracebackWithALongMessage_isAnErrorAllTheSame() throws IOException {
    String log =
        START
            + "squid - ERROR - Uncaught Exception! (logging.py:166)\n"
            + "Traceback (most recent call last):\n"
            + "  File \"/x/control/a.py\", line 7, in f\n    g()\n"
            + "ValueError: a response\n"
            + "of many lines\n".repeat(LogReader.MAX_RECORD / 4);

    LogSummary summary = summary(log);

    assertThat(summary.faults()).isEmpty();
    assertThat(summary.errors()).hasSize(1);
    assertThat(summary.errors().get(0).report().chain().get(0).type()).isEqualTo("ValueError");
  }

  @Test
  @Tag("P9")
  void read_logThatBreaksOff_tellsWhatWasRead() throws IOException {
    Path log = Files.writeString(folder.resolve("main.log"), "x");
    byte[] start = (START + "squid - INFO - kept (a.py:1)\n").getBytes(StandardCharsets.UTF_8);
    List<LogRecord> records = new ArrayList<>();

    LogReader.read(
        log,
        path -> new SequenceInputStream(new ByteArrayInputStream(start), new BrokenStream()),
        records::add);

    assertThat(records).extracting(LogRecord::message).containsExactly("kept");
    LogReader.read(folder.resolve("missing"), FileOpener.system(), records::add);
    assertThat(records).hasSize(1);
  }

  @Test
  void toString_record_showsNothing() throws IOException {
    assertThat(read(START + "squid - INFO - secret").get(0).toString()).doesNotContain("secret");
  }

  @Test
  @Tag("SQ-57")
  void summary_repositoryState_isTheVersion() throws IOException {
    String sha = "30a193e70a97c6a6c1a3ee0ba7d1b1b5c1a2d3e4";

    assertThat(
            summary(START + "squid - INFO - Squid Repository State: " + sha + " (dirty=False)")
                .version())
        .isEqualTo(sha);
    assertThat(
            summary(START + "squid - INFO - Squid Repository State: alice (dirty=False)").version())
        .isEqualTo("unknown");
  }

  @Test
  @Tag("SQ-36")
  void summary_cameras_tellTheEnvironment() throws IOException {
    String simulated = START + "squid.SimulatedCamera - DEBUG - close -> close() (utils.py:1)\n";
    String real = START + "squid.ToupcamCamera - DEBUG - close -> close() (utils.py:1)\n";

    assertThat(summary(simulated).environment()).isEqualTo(RunEnvironment.SIMULATION);
    assertThat(summary(real).environment()).isEqualTo(RunEnvironment.PRODUCTION);
    assertThat(summary(real + simulated).environment()).isEqualTo(RunEnvironment.MIXED);
    assertThat(summary(START + "squid - INFO - x").environment()).isEqualTo(RunEnvironment.UNKNOWN);
  }

  @Test
  @Tag("SQ-43")
  void summary_manyDifferentErrors_areBounded() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 1; i <= LogSummary.MAX_ERRORS + 50; i++) {
      log.append(START).append("squid - ERROR - x (a.py:1)\nTraceback (most recent call last):\n");
      log.append("  File \"/x/control/a.py\", line ").append(i).append(", in f\n    g()\n");
      log.append("ValueError: x\n");
    }

    assertThat(summary(log.toString()).errors()).hasSize(LogSummary.MAX_ERRORS);
  }

  private LogSummary summary(String text) throws IOException {
    LogSummary summary = new LogSummary();
    read(text).forEach(summary::add);
    return summary;
  }

  private List<LogRecord> read(String text) throws IOException {
    Path log = Files.writeString(folder.resolve("main_hcs.log"), text);
    List<LogRecord> records = new ArrayList<>();
    LogReader.read(log, FileOpener.system(), records::add);
    return records;
  }

  private static final class BrokenStream extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("broken");
    }
  }
}
