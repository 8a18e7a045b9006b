package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TelemetryClientTest {
  @TempDir Path folder;

  @Test
  @Tag("SV-63")
  void client_inCodeThatMoves_compilesWithAWarning() throws Exception {
    Path source =
        Files.writeString(
            folder.resolve("Moved.java"),
            """
            import dev.candor.telemetry.*;
            class Moved {
              void start(TelemetryRuntime runtime) {
                TelemetryClient client = new TelemetryClient(runtime);
                client.trackPageView("/event-search", "Event Search");
                client.flush();
                client.shutdown();
              }
            }
            """);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    boolean compiled;
    try (StandardJavaFileManager files = compiler.getStandardFileManager(messages, null, null)) {
      List<String> options =
          List.of(
              "-d",
              folder.toString(),
              "-proc:none",
              "-Xlint:deprecation",
              "-cp",
              ExampleJvm.place(TelemetryRuntime.class));
      compiled =
          compiler
              .getTask(null, files, messages, options, null, files.getJavaFileObjects(source))
              .call();
    }

    assertThat(compiled).isTrue();
    assertThat(messages.getDiagnostics())
        .extracting(Diagnostic::getCode)
        .isNotEmpty()
        .containsOnly("compiler.warn.has.been.deprecated");
  }

  @Test
  @SuppressWarnings("deprecation") // it is what is tested
  void client_withoutEngine_doesNothingAndThrowsNothing() {
    TelemetryClient client = new TelemetryClient(TelemetryRuntime.noop());

    client.trackPageView("/event-search", null);
    client.trackEvent("workflow_started", Map.of());
    client.trackEvent("workflow_started");
    client.trackPerformance("query_latency", 1);
    client.trackAgentUsage("agent", "discover", Map.of());
    client.trackError("Error", "message");

    assertThat(client.flush()).isEqualTo(FlushResult.OFF);
    client.shutdown();
    client.close();
  }
}
