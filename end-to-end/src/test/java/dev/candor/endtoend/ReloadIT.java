package dev.candor.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorFinder;
import dev.candor.telemetry.console.Candor;
import dev.candor.telemetry.testkit.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator changes a file, lets {@code candor collector check} look at it, and sends SIGHUP,
 * while an application sends.
 */
@Timeout(240)
@Tag("P4")
@Tag("P6")
@Tag("once")
@Tag("posix")
class ReloadIT {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int RELOADS = 5;

  @RegisterExtension final Vendors vendors = new Vendors();
  @TempDir private Path folder;

  @Test
  void checkedFile_reloadedUnderLoad_losesNothing() throws IOException {
    try (RestartableCollector collector = collector();
        Lab lab = lab(collector);
        Load load = Load.on(lab)) {
      change("flush_timeout: 200ms", "flush_timeout: 100ms");
      assertThat(check()).isZero();
      for (int i = 1; i <= RELOADS; i++) {
        load.round();
        reload(collector, i);
      }
      load.close();
      lab.sendAll(PATIENCE);

      assertAllArrived(lab, load.errors());
    }
  }

  @Test
  void brokenFile_isRefusedByTheCheck_andNeverReachesTheCollector() throws IOException {
    try (RestartableCollector collector = collector();
        Lab lab = lab(collector);
        Load load = Load.on(lab)) {
      load.round();
      change("exporters: [otlp_http/dest]", "exporters: [otlp_http/elsewhere]");
      if (check() == 0) {
        reload(collector, 1);
      }
      load.round();
      load.close();
      lab.sendAll(PATIENCE);

      assertThat(collector.isAlive()).isTrue();
      assertAllArrived(lab, load.errors());
    }
  }

  @Test
  void fileThatGoesAroundTheScrubbing_isRefusedByTheCheck() throws IOException {
    Files.createDirectories(own());
    CollectorFiles.DEST_OTLP.unpack(own());
    assertThat(check()).isZero();

    change("traces/otlp: {receivers: [forward/scrubbed]", "traces/otlp: {receivers: [otlp]");

    assertThat(check()).isEqualTo(1);
  }

  private Path own() {
    return folder.resolve("collector");
  }

  private RestartableCollector collector() {
    CollectorFiles.DEST_OTLP.unpack(own());
    return RestartableCollector.start(
        own(),
        builder ->
            builder
                .config(CollectorFiles.BASE.unpack(own()))
                .config(own().resolve(CollectorFiles.DEST_OTLP.file()))
                .environment("CANDOR_SERVICES", "lab")
                .environment("CANDOR_QUEUE_DIR", own().resolve("queue").toString())
                .environment("CANDOR_DEST_ENDPOINT", vendors.otlp().uri().toString())
                .environment("CANDOR_DEST_TOKEN", "not-a-real-token"));
  }

  private Lab lab(RestartableCollector collector) {
    return Lab.start(folder.resolve("application"), collector);
  }

  private void change(String from, String to) throws IOException {
    Path file = own().resolve(CollectorFiles.DEST_OTLP.file());
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  /** The exit code of the check. */
  private int check() {
    try (ChildJvm check =
        ChildJvm.of(Candor.class)
            .jvmArgs("-Dcandor.root=" + folder)
            .args("collector", "check", own().resolve(CollectorFiles.DEST_OTLP.file()).toString())
            .environment(CollectorFinder.VARIABLE, RestartableCollector.program().toString())
            .environment("CANDOR_INGEST_TOKEN", "not-a-real-token")
            .environment("CANDOR_QUEUE_DIR", own().resolve("queue").toString())
            .environment("CANDOR_DEST_ENDPOINT", vendors.otlp().uri().toString())
            .environment("CANDOR_DEST_TOKEN", "not-a-real-token")
            .start()) {
      return check.awaitExit(PATIENCE);
    }
  }

  /** Sends SIGHUP, and waits until the Collector serves again. */
  private static void reload(RestartableCollector collector, int times) throws IOException {
    // The shell's own: a bare machine may have no other.
    new ProcessBuilder("/bin/sh", "-c", "kill -HUP \"$1\"", "sh", "" + collector.pid()).start();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> count(collector.log(), "Everything is ready.") > times);
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  /** What was cut off while the Collector began anew is uncertain; the rest has arrived once. */
  private void assertAllArrived(Lab lab, int errors) {
    HandedOver handedOver = lab.handedOver();
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> vendors.otlp().itemIds().keySet().containsAll(handedOver.delivered()));
    assertThat(handedOver.delivered()).isNotEmpty();
    handedOver.assertArrived(vendors.otlp().itemIds().keySet());
    assertThat(vendors.otlp().itemIds().values()).containsOnly(1);
    assertThat(vendors.otlp().spans("app.error"))
        .hasSizeBetween(errors - handedOver.uncertain().size(), errors);
    assertThat(handedOver.countedAtMost()).isEqualTo(errors);
    assertThat(vendors.otlpErrorCount()).isBetween(handedOver.countedForCertain(), (long) errors);
  }
}
