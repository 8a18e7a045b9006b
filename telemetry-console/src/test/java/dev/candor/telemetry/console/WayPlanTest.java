package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.collector.CollectorFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which overlays a way has. */
class WayPlanTest {
  private static final List<WayDestination> ALL =
      List.of(
          WayDestination.GA4,
          WayDestination.AMPLITUDE,
          WayDestination.SENTRY,
          WayDestination.STORE,
          WayDestination.FILE);

  @Test
  void overlays_apart_areOneForEach() {
    WayPlan plan = new WayPlan(ALL, /* together= */ false);

    assertThat(plan.overlays())
        .containsExactly(
            CollectorFiles.DEST_GA4,
            CollectorFiles.DEST_AMPLITUDE,
            CollectorFiles.DEST_SENTRY,
            CollectorFiles.DEST_STORE,
            CollectorFiles.DEST_FILE);
    assertThat(plan.variables()).isEmpty();
    assertThat(plan.exporters(WayDestination.GA4)).containsExactly("otlp_http/ga4");
    assertThat(plan.remark(WayDestination.GA4)).isEmpty();
  }

  @Test
  void overlays_together_areOneForThoseThatGetTheSame() {
    WayPlan plan = new WayPlan(ALL, /* together= */ true);

    assertThat(plan.overlays())
        .containsExactly(
            CollectorFiles.DEST_GATEWAY,
            CollectorFiles.DEST_SENTRY,
            CollectorFiles.DEST_STORE,
            CollectorFiles.DEST_FILE);
    assertThat(plan.variables()).isEqualTo(Map.of("CANDOR_GATEWAY_PATHS", "ga4,amplitude"));
    assertThat(plan.exporters(WayDestination.AMPLITUDE)).containsExactly("otlp_http/gateway");
    assertThat(plan.exporters(WayDestination.STORE)).containsExactly("otlp_http/store");
  }

  @Test
  void together_nobodyToShareWith_isRefused() {
    assertThatThrownBy(() -> new WayPlan(List.of(WayDestination.GA4, WayDestination.STORE), true))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("--together joins ga4 and amplitude");
  }
}
