package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.processor.VendorRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the compiler lets pass as a name here is what the exporter takes. */
class SentryVendorNamesTest {
  private static final List<String> NAMES = names();

  @Test
  void names_ofEvents_fitTheExporterIfTheyFitTheCompiler() {
    for (String name : NAMES) {
      assertThat(leftOut("", name) == 0)
          .as(name)
          .isEqualTo(VendorRules.ofEvent("sentry", name).isEmpty());
    }
  }

  @Test
  void names_ofAttributes_fitTheExporterIfTheyFitTheCompiler() {
    for (String name : NAMES) {
      assertThat(leftOut("a.b", name) == 0)
          .as(name)
          .isEqualTo(VendorRules.ofAttribute("sentry", name).isEmpty());
    }
  }

  private static int leftOut(String key, String name) {
    return EventNames.of(
            "sentry",
            List.of(new VendorName("sentry", "file.print", key, name)),
            SentryMapping::fitsEvent,
            SentryMapping::fitsAttribute)
        .leftOut();
  }

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "",
                " a",
                "a ",
                "a b",
                "a.b",
                "a_b",
                "a__b",
                "a_",
                "_a",
                "A1",
                "1a",
                "\u00e4",
                "a\nb",
                "a-b",
                "a:b",
                "a/b",
                "$a",
                "$identify",
                "[Amplitude] a",
                "query_id_a",
                "sentry.a",
                "session.id",
                "session",
                "session_start",
                "session_end",
                "duration_ms",
                "service.name",
                "deployment.environment.name",
                "app.error",
                "page.view",
                "session.start",
                "feature.use",
                "settings.report",
                "config.change"));
    for (int length : new int[] {39, 40, 41, 100, 101}) {
      names.add("a".repeat(length));
    }
    SentryMapping.ROWS.forEach(row -> names.add(row.event()));
    List<String> upper = names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList();
    names.addAll(upper);
    return names;
  }
}
