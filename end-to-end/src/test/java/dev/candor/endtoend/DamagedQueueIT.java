package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The queue of one destination is damaged while the Collector is down; the others are whole. */
@Timeout(240)
@Tag("P6")
@Tag("once")
class DamagedQueueIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int ERRORS = 10;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void queueOfOneDestinationIsDamaged_isMovedAsideAndTheOthersLoseNothing() throws IOException {
    vendors.otlp().down();
    vendors.amplitude().backend().down();
    Path own = folder.resolve("collector");
    try (GatewayProcess gateway =
            GatewayProcess.start(folder.resolve("behind"), vendors.settings());
        RestartableCollector collector = RestartableCollector.toAll(own, gateway, vendors);
        Lab lab = Lab.start(folder.resolve("application"), collector)) {
      gateway.close();
      lab.fail(ERRORS);
      lab.sendAll(PATIENCE);
      collector.kill();
      overwriteHead(queueOf(own, "amplitude"));
      vendors.otlp().up();
      vendors.amplitude().backend().up();
      gateway.killAndRestart();

      collector.restart();
      lab.fail(ERRORS);
      lab.sendAll(PATIENCE);

      assertThat(collector.told())
          .singleElement()
          .asString()
          .contains("queue was damaged; 1 file was moved aside");
      awaitErrors(() -> vendors.otlp().spans("app.error").size(), 2 * ERRORS);
      awaitErrors(() -> vendors.google().events("app_error").size(), 2 * ERRORS);
      awaitErrors(() -> vendors.sentry().events().size(), 2 * ERRORS);
      awaitErrors(() -> vendors.amplitude().events("app.error").size(), ERRORS);
      assertThat(vendors.otlp().itemIds().values()).containsOnly(1);
      assertThat(vendors.amplitude().events("app.error")).hasSize(ERRORS);
      assertThat(files(own))
          .anyMatch(file -> file.contains("amplitude") && file.contains("damaged"));
    }
  }

  private static void awaitErrors(Callable<Integer> count, int wanted) {
    Awaitility.await().atMost(PATIENCE).until(() -> count.call() >= wanted);
  }

  private static void overwriteHead(Path file) throws IOException {
    Files.write(file, new byte[8192], StandardOpenOption.WRITE);
  }

  private static Path queueOf(Path own, String exporter) throws IOException {
    return own.resolve("queue")
        .resolve(
            files(own).stream().filter(file -> file.contains(exporter)).findFirst().orElseThrow());
  }

  private static List<String> files(Path own) throws IOException {
    try (Stream<Path> files = Files.list(own.resolve("queue"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
