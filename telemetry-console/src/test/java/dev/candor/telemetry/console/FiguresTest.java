package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Figures FIGURES =
      Figures.parse(
          """
          # HELP sent_spans Sent
          # TYPE sent_spans counter
          sent_spans{exporter="otlp_http/ga4",data_type="traces"} 12
          sent_spans{exporter="otlp_http/store"} 1.3e+01
          up 1
          """);

  @Test
  void sum_labelsGiven_areThoseSeriesOnly() {
    assertThat(FIGURES.sum("sent_spans", Map.of("exporter", "otlp_http/ga4"))).isEqualTo(12);
  }

  @Test
  void sum_noLabels_isOverAllSeries() {
    assertThat(FIGURES.sum("sent_spans", Map.of())).isEqualTo(25);
    assertThat(FIGURES.sum("up", Map.of())).isEqualTo(1);
  }

  @Test
  void sum_nameIsUnknown_isZero() {
    assertThat(FIGURES.sum("sent", Map.of())).isZero();
  }
}
