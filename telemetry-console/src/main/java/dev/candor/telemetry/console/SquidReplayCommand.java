package dev.candor.telemetry.console;

import dev.candor.telemetry.FlushResult;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.otel.ItemPreview;
import dev.candor.telemetry.squid.Recording;
import dev.candor.telemetry.squid.RecordingReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code candor squid replay}: tells a recorded run, or shows what it would tell. */
@Command(
    name = "replay",
    description = "Tells a recorded run under the present answer.",
    mixinStandardHelpOptions = true)
final class SquidReplayCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Shell shell;

  @Mixin private final Runtimes runtimes = new Runtimes();

  @Parameters(paramLabel = "DIR", description = "The folder of the recorded run.")
  private Path folder = Path.of("");

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder of its configuration; without it nothing is told of it.")
  private @Nullable Path config;

  @Option(
      names = "--print",
      description =
          "Print the items that would be stored, as JSON lines; needs no answer, store or"
              + " Collector.")
  private boolean print;

  @Option(names = "--shift-to-now", description = "Move the run as a whole, so that it ends now.")
  private boolean shiftToNow;

  SquidReplayCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Recording recording =
        RecordingReader.create()
            .read(
                SquidCommands.folder(folder), config == null ? null : SquidCommands.folder(config))
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.USAGE,
                        "no recorded run in this folder: it holds neither a log nor an acquisition"));
    if (shiftToNow) {
      recording = recording.endingAt(shell.clock().instant());
    }
    return print ? print(recording) : tell(recording);
  }

  private int tell(Recording recording) {
    try (TelemetryRuntime runtime = runtimes.open(shell)) {
      Told told = new Told(runtime.telemetry());
      recording.tell(told);
      FlushResult result = runtime.flush(PATIENCE);
      shell.line("%d events told; %s".formatted(told.events(), words(result)));
      return result == FlushResult.TIMED_OUT ? ExitCode.FAILED : ExitCode.OK;
    }
  }

  private int print(Recording recording) {
    ItemPreview preview =
        ItemPreview.of(
            Runtimes.options(shell, null).build(),
            Runtimes.catalogs(),
            item -> shell.line(line(item)));
    SourceTelemetry door = preview.source(recording.session());
    recording.tellings().forEach(telling -> telling.tell(door));
    return ExitCode.OK;
  }

  /** The item as it would be stored, led by the two ids that its span will carry. */
  static String line(Item item) {
    String stored = ItemJson.write(item);
    return item instanceof EventItem event
        ? "{\"trace_id\":\"%s\",\"span_id\":\"%s\",%s"
            .formatted(event.traceId(), event.spanId(), stored.substring(1))
        : stored;
  }

  private static String words(FlushResult result) {
    return switch (result) {
      case OFF -> "telemetry is off, so nothing was kept ('candor consent' shows the answer)";
      case STORED -> "kept here, not all of it delivered yet ('candor status' shows more)";
      case DELIVERED -> "kept and delivered as far as the answer allows";
      case TIMED_OUT -> "time ran out before all of it was stored";
    };
  }
}
