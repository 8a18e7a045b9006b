package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProvider.SettingRow;
import dev.candor.telemetry.exporter.DestinationProviders;
import dev.candor.telemetry.otel.EngineSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of settings is written from the code that reads them. */
class SettingsPageTest {
  private static final Path PAGE = Repository.ROOT.resolve("docs/settings.md");
  private static final String HEAD =
      """
      # Settings

      Generated; a test fails when it differs. `mvn -pl docs -am test -Dcandor.update=1 -Dtest=SettingsPageTest
      -Dsurefire.failIfNoSpecifiedTests=false` writes it again.

      The builder wins (`setting("TELEMETRY_TIMEOUT", "3")`, and calls of its own for the common ones), then system properties
      (`TELEMETRY_TIMEOUT` is `telemetry.timeout`), then the environment, then the operator's file (`TELEMETRY_SETTINGS_FILE`); a
      blank value is none. Only a no of `DO_NOT_TRACK` or `TELEMETRY_ENABLED` wins wherever it stands, and the builder cannot say
      yes for anybody, nor name a file that does. A faulty setting of the engine keeps telemetry off, one of a destination turns that destination off: either way with one
      warning that names settings and rules, never a value. A destination is on as soon as its settings are given, and still sends
      nothing before a yes.
      """;

  @Test
  @Tag("P12")
  void page_ofSettings_isWhatTheCodeReads() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    table(page, "The engine and OTLP", EngineSetting.rows());
    for (DestinationProvider provider : providers()) {
      table(page, "`" + provider.name() + "`", provider.settings());
    }
    if (System.getProperty("candor.update") != null) {
      Files.writeString(PAGE, page);
    }

    assertThat(PAGE).hasContent(page.toString());
  }

  @Test
  void providers_onTheClassPath_areTheThreeVendors() {
    assertThat(providers())
        .extracting(DestinationProvider::name)
        .containsExactly("amplitude", "ga4", "sentry");
  }

  private static List<DestinationProvider> providers() {
    List<String> faults = new ArrayList<>();
    List<DestinationProvider> providers =
        DestinationProviders.find(
            setting -> !setting.startsWith("MIXPANEL"),
            SettingsPageTest.class.getClassLoader(),
            faults::add);
    assertThat(faults).isEmpty();
    return providers.stream().sorted(Comparator.comparing(DestinationProvider::name)).toList();
  }

  private static void table(StringBuilder page, String title, List<SettingRow> rows) {
    page.append("\n## ")
        .append(title)
        .append("\n\n| Setting | What it is | A value | Without it |\n");
    page.append("|---|---|---|---|\n");
    for (SettingRow row : rows) {
      page.append("| `")
          .append(row.name())
          .append(row.secret() ? "` (never shown) | " : "` | ")
          .append(row.meaning())
          .append(" | ")
          .append(row.rule())
          .append(" | ")
          .append(row.otherwise())
          .append(" |\n");
    }
  }
}
