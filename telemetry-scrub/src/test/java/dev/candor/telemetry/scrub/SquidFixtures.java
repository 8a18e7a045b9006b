package dev.candor.telemetry.scrub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The four recorded runs of a Squid microscope. */
final class SquidFixtures {
  static final List<String> RUNS = List.of("ok", "abort", "nospace", "crash");

  /** Records with a traceback in the logs of the four runs. */
  static final int TRACEBACKS = 19;

  private SquidFixtures() {}

  static String text(String name) {
    return resource("/squid/" + name);
  }

  static String resource(String path) {
    try (InputStream in = SquidFixtures.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String log(String run) {
    return text(run + "/main_hcs.log");
  }

  /** The log's records: a line with a time and the lines without one behind it. */
  static List<String> records(String run) {
    List<String> records = new ArrayList<>();
    StringBuilder record = new StringBuilder();
    for (String line : log(run).split("\n", -1)) {
      if (line.startsWith("2026-") && !record.isEmpty()) {
        records.add(record.toString());
        record.setLength(0);
      }
      record.append(line).append('\n');
    }
    records.add(record.toString());
    return records;
  }
}
