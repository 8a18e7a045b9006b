package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import dev.candor.telemetry.collector.CollectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Collector that stays when this program ends, until {@code candor collector down}. */
final class StayingCollector {
  private final Shell shell;
  private final List<Path> files;
  private final Path out;
  private final @Nullable Integer port;

  /**
   * For one start.
   *
   * @param files overlays, or a base and overlays; without any, what passed goes into {@code out}
   * @param port none for a free one
   */
  StayingCollector(Shell shell, List<Path> files, Path out, @Nullable Integer port) {
    this.shell = shell;
    this.files = files;
    this.out = out;
    this.port = port;
  }

  /** Starts it and tells what applications set; returns the exit code. */
  int start() {
    Path folder = CollectorCommands.home(shell);
    if (CollectorState.read(folder).isPresent()) {
      throw CommandFailure.missing("a Collector is running: 'candor collector down' stops it");
    }
    Path program = CollectorCommands.find(shell);
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, folder)
            .environment("CANDOR_SERVICES", CollectorCommands.SERVICES)
            .progress(line -> shell.err().println(line))
            .stays();
    List<String> faults =
        files.isEmpty() ? shipped(builder, folder) : given(builder, folder, program);
    faults.forEach(shell::line);
    if (!faults.isEmpty()) {
      return ExitCode.FAILED;
    }
    if (port != null) {
      builder.listen(URI.create("http://127.0.0.1:" + port));
    }
    // Not closed: it is meant to stay.
    CollectorProcess running = CollectorCommands.guarded(builder::start);
    shell.line("OTEL_EXPORTER_OTLP_ENDPOINT=" + running.endpoint());
    shell.line("OTEL_EXPORTER_OTLP_HEADERS=authorization=Bearer%20" + running.token());
    return ExitCode.OK;
  }

  private List<String> shipped(CollectorProcess.Builder builder, Path folder) {
    builder
        .config(CollectorFiles.BASE.unpack(folder))
        .config(CollectorFiles.DEST_FILE.unpack(folder))
        .environment("CANDOR_FILE", out.toAbsolutePath().toString());
    return List.of();
  }

  private List<String> given(CollectorProcess.Builder builder, Path folder, Path program) {
    CollectorSetup setup = CollectorCommands.guarded(() -> new CollectorSetup(folder, files));
    Map<String, String> variables = setup.variables(shell.environment());
    setup.files().forEach(builder::config);
    variables.forEach(builder::environment);
    return CollectorCommands.guarded(() -> setup.faults(program, variables));
  }
}
