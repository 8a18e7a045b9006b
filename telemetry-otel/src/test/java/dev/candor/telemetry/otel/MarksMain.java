package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * One process of many installations at once: {@code folder endpoint name}. It reads lines {@code
 * installation deed [argument]} and answers each with {@code done} and the time.
 */
final class MarksMain {
  private final Map<Integer, TelemetryRuntime> runtimes = new TreeMap<>();
  private final Path folder;
  private final String endpoint;
  private final String name;

  private MarksMain(String[] arguments) {
    folder = Path.of(arguments[0]);
    endpoint = arguments[1];
    name = arguments[2];
  }

  /** Runs until its input ends. */
  public static void main(String[] arguments) throws IOException {
    MarksMain process = new MarksMain(arguments);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    long number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      process.act(line.split(" ", -1));
      System.out.println("done " + ++number + " " + System.currentTimeMillis());
    }
  }

  private void act(String[] words) {
    int installation = Integer.parseInt(words[0]);
    TelemetryRuntime runtime = runtimes.computeIfAbsent(installation, this::start);
    switch (words[1]) {
      case "say" -> runtime.consent().set(ConsentPreset.valueOf(words[2]));
      case "look" -> runtime.consent().answer();
      case "record" -> {
        for (Purpose purpose : Purpose.values()) {
          runtime.telemetry().record(Marks.of(purpose, Integer.parseInt(words[2])));
        }
      }
      case "flush" -> runtime.flush(Duration.ofMillis(500));
      case "close" -> {
        runtime.close();
        runtimes.remove(installation);
      }
      default -> throw new IllegalArgumentException("no such deed");
    }
  }

  private TelemetryRuntime start(int installation) {
    return TelemetryRuntime.start(
        TelemetryOptions.builder("lab", "1.4.2", Marks.class)
            .folder(folder.resolve("i" + installation))
            .endpoint(URI.create(endpoint + "/i" + installation))
            .headers(Map.of("x-process", name))
            .environment(Map.of())
            .build());
  }
}
