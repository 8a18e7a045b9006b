package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.RegistryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P12")
class CataloguePageTest {
  private static final Path COMMITTED =
      Path.of(System.getProperty("candor.root"), "docs", "catalogue.md");

  /** Writes the page instead with {@code -Dcandor.update}. */
  @Test
  void cataloguePage_committed_isWhatTheRegistriesGenerate() throws IOException {
    String generated = BuiltInRegistries.reader().page();

    if (System.getProperty("candor.update") != null) {
      Files.writeString(COMMITTED, generated);
    }

    assertThat(generated)
        .as("run the tests with -Dcandor.update to write docs/catalogue.md again")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void renamedConstant_inARegistry_changesCollectorListPageAndExport() throws IOException {
    String before = Files.readString(TestRegistries.LAB);
    RegistryReader renamed =
        RegistryReader.create().text("lab", before.replace("select_wells", "pick_wells"));
    RegistryReader lab = RegistryReader.create().text("lab", before);

    assertThat(BaseGenerator.generate(lab.read())).contains("select_wells");
    assertThat(BaseGenerator.generate(renamed.read()))
        .contains("pick_wells")
        .doesNotContain("select_wells");
    assertThat(lab.page()).contains("`select_wells`");
    assertThat(renamed.page()).contains("`pick_wells`").doesNotContain("select_wells");
    assertThat(renamed.export()).contains("pick_wells").doesNotContain("select_wells");
  }
}
