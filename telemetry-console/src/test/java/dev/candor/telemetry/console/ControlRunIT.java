package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.RunEnvironment;
import dev.candor.telemetry.SourceSession;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.otel.Unscrubbed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same lines of the recordings, told as if they were frames of an error: once through both
 * scrubbing lines, once through none. So the search that finds nothing in the demo can find.
 */
@Tag("P4")
class ControlRunIT {
  @TempDir Path folder;

  @Test
  void plantedLines_throughBothLines_leaveNoIdentity() throws IOException {
    Path base = CollectorFiles.BASE.unpack(folder);

    Set<String> found = run(TelemetryRuntime::start, base);

    assertThat(found).isEmpty();
  }

  @Test
  void plantedLines_withoutScrubbing_areAllFoundInSentAndArrivedBytes() throws IOException {
    Path open = folder.resolve("open.yaml");
    Files.copy(ControlRunIT.class.getResourceAsStream("unscrubbed.yaml"), open);

    Set<String> found = run(Unscrubbed::start, open);

    Set<String> everywhere = new TreeSet<>();
    for (String identity : IdentitySearch.PLANTED) {
      everywhere.add("sent " + identity);
      everywhere.add("arrived " + identity);
    }
    assertThat(found).isEqualTo(everywhere);
  }

  private Set<String> run(Function<TelemetryOptions, TelemetryRuntime> start, Path config)
      throws IOException {
    Path arrived = folder.resolve("arrived.jsonl");
    List<SentBody> sent;
    try (CollectorProcess collector = collector(config, arrived);
        TelemetryRuntime runtime = start.apply(options(collector))) {
      runtime.consent().set(ConsentPreset.EVERYTHING);
      tell(runtime);
      assertThat(runtime.flush(Duration.ofSeconds(60))).isEqualTo(FlushResult.DELIVERED);
      sent = SentBody.read(folder.resolve("data"), Clock.systemUTC());
    }
    IdentitySearch search = new IdentitySearch(IdentitySearch.PLANTED);
    Set<String> found = new TreeSet<>();
    for (SentBody body : sent) {
      search.in("", body.bytes()).forEach(hit -> found.add("sent " + hit.identity()));
    }
    assertThat(Files.size(arrived)).isPositive();
    search
        .in("", Files.readAllBytes(arrived))
        .forEach(hit -> found.add("arrived " + hit.identity()));
    return found;
  }

  private CollectorProcess collector(Path config, Path arrived) {
    Path program = CollectorCommands.find(new TestShell().shell());
    return CollectorProcess.builder(program, folder)
        .config(config)
        .config(CollectorFiles.DEST_FILE.unpack(folder))
        .environment("CANDOR_FILE", arrived.toString())
        .start();
  }

  private TelemetryOptions options(CollectorProcess collector) {
    return TelemetryOptions.builder("squid", "1.0")
        .folder(folder)
        .endpoint(collector.endpoint())
        .headers(Map.of("authorization", "Bearer " + collector.token()))
        .environment(Map.of())
        .build();
  }

  private static void tell(TelemetryRuntime runtime) throws IOException {
    SourceTelemetry source =
        runtime
            .telemetry()
            .source(
                new SourceSession(
                    "squid", "control", "1.0", RunEnvironment.SIMULATION, Instant.now()));
    List<String> lines = plantedLines();
    for (int i = 0; i < lines.size(); i++) {
      ErrorReport.Frame frame = new ErrorReport.Frame(lines.get(i), lines.get(i), 1, true);
      ErrorReport.Link link = new ErrorReport.Link("OSError", List.of(frame));
      source.error(
          new ErrorReport(Language.PYTHON, Origin.LOGGED, List.of(link), 1, List.of()),
          Instant.now(),
          i);
    }
  }

  /** For each identity, a line of the recordings that holds it. */
  private static List<String> plantedLines() throws IOException {
    Path recordings = TestShell.ROOT.resolve("hardware-squid").resolve("recordings");
    List<String> all = new ArrayList<>();
    try (Stream<Path> files = Files.walk(recordings)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.addAll(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList());
      }
    }
    return IdentitySearch.PLANTED.stream()
        .map(
            identity ->
                all.stream()
                    .filter(line -> line.contains(identity))
                    .findFirst()
                    // Squid writes the title with an underline; a person types it with a blank.
                    .orElse("experiment " + identity))
        .collect(Collectors.toList());
  }
}
