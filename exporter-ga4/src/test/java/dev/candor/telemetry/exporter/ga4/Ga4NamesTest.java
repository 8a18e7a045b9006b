package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ga4NamesTest {
  @ParameterizedTest
  @CsvSource({
    "acquisition.run, acquisition_run",
    "a--b..c, a_b_c",
    "a_b_, a_b",
    "CamelCase, CamelCase",
    "9.lives, lives",
    "'', event",
    "error, app_error",
    "Error, app_Error",
    "session.start, app_session_start",
    "query.id, app_query_id",
    "gtag.x, app_gtag_x"
  })
  void event_name_isLegalAndNotGoogles(String ours, String googles) {
    assertThat(Ga4Names.event(ours)).isEqualTo(googles);
  }

  @ParameterizedTest
  @CsvSource({
    "imaging.run.channels, imaging_run_channels",
    "value, app_value",
    "Page.Title, app_Page_Title",
    "user.id, ''",
    "User-Id, ''",
    "_x, ''",
    "Firebase.x, ''",
    "gtag.x, ''"
  })
  void parameter_name_isLegalOrLeftOut(String ours, String googles) {
    assertThat(Ga4Names.parameter(ours, "imaging.run")).isEqualTo(googles);
  }

  @Test
  void parameter_long_losesTheNameOfItsEventFirst() {
    assertThat(
            Ga4Names.parameter(
                "config.snapshot.setting.acquisition_max_pending_jobs", "config.snapshot"))
        .isEqualTo("setting_acquisition_max_pending_jobs");
  }

  @Test
  void parameter_longer_isCutAndStaysApart() {
    String one = Ga4Names.parameter("k".repeat(60) + "1", "lab.test");
    String other = Ga4Names.parameter("k".repeat(60) + "2", "lab.test");

    assertThat(one).hasSize(Ga4Limits.NAME).startsWith("kkkk").isNotEqualTo(other);
  }

  @Test
  void parameters_ofAllKnownEvents_areTheirOwn() {
    ServiceLoader.load(GeneratedCatalog.class).stream()
        .flatMap(catalog -> catalog.get().encoders().stream())
        .map(EventEncoder::schema)
        .forEach(
            schema ->
                assertThat(schema.attributes())
                    .extracting(one -> Ga4Names.parameter(one.key(), schema.name()))
                    .as(schema.name())
                    .doesNotContain("")
                    .doesNotHaveDuplicates());
  }
}
