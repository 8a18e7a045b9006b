package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.SettingSchema;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final GeneratedCatalog catalog =
      ServiceLoader.load(GeneratedCatalog.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(found -> found.catalog() == SquidEvents.class)
          .findFirst()
          .orElseThrow();

  @Test
  @Tag("SQ-47")
  @Tag("P12")
  void catalog_squid_listsItsEvents() {
    assertThat(catalog.encoders())
        .extracting(encoder -> encoder.schema().name())
        .containsExactlyInAnyOrder(
            "acquisition.run", "config.snapshot", "config.change", "device.connect", "log.error");
    assertThat(getClass().getClassLoader().getResource(catalog.registryResource())).isNotNull();
  }

  @Test
  @Tag("SQ-65")
  @Tag("P4")
  void catalog_squid_hasNoFreeText() {
    assertThat(catalog.encoders())
        .flatExtracting(encoder -> encoder.schema().attributes())
        .noneMatch(attribute -> attribute.kind() == AttributeSchema.Kind.TEXT);
  }

  @Test
  void settings_ofTheCatalogue_agreeWithTheTable() {
    Map<Enum<?>, SettingSchema> schemas =
        catalog.settings().stream()
            .collect(Collectors.toMap(SettingSchema::key, Function.identity()));

    for (SnapshotSetting key : SnapshotSetting.values()) {
      assertThat(schemas.get(key).type()).isEqualTo(key.setting().type());
    }
  }
}
