package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.OtelData;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Ga4TableTest {
  private final List<EventSchema> events =
      ServiceLoader.load(GeneratedCatalog.class).stream()
          .map(ServiceLoader.Provider::get)
          .flatMap(catalog -> catalog.encoders().stream())
          .<EventSchema>map(EventEncoder::schema)
          .toList();

  @Test
  void names_ofAllKnownEvents_areLegalAndTheirOwn() {
    List<String> names = events.stream().map(event -> Ga4Table.of(event.name()).name()).toList();

    assertThat(names)
        .hasSizeGreaterThanOrEqualTo(11)
        .doesNotHaveDuplicates()
        .allMatch(name -> Ga4Names.isName(name, Ga4Limits.NAME))
        .allMatch(name -> name.equals("page_view") || !Ga4Names.RESERVED_EVENTS.contains(name));
  }

  @Test
  void fields_ofTheRows_areKeysThatTheEventsHave() {
    Set<String> beside = Set.of("error.type", "exception.stacktrace");

    for (Ga4Row row : Ga4Table.ROWS) {
      List<String> keys =
          events.stream()
              .filter(event -> event.name().equals(row.event()))
              .flatMap(event -> event.attributes().stream())
              .map(AttributeSchema::key)
              .toList();
      assertThat(row.fields())
          .extracting(Ga4Row.Field::key)
          .filteredOn(key -> !beside.contains(key) && !key.startsWith("app.error."))
          .isSubsetOf(keys);
    }
  }

  @Test
  void error_withSettings_tellsNoneOfThem() {
    Map<String, Object> attributes = new TreeMap<>(Map.of("error.type", "java.io.IOException"));
    for (int i = 0; i < 40; i++) {
      attributes.put("settings.report.s" + i, "on");
    }

    Ga4Event event =
        new Ga4Mapping("https://app.invalid")
            .map(
                OtelData.spans(
                        List.of(Ga4Items.event("app.error", attributes)), new SealContext(null))
                    .get(0));

    assertThat(event).isNotNull();
    assertThat(event.params())
        .containsKey("error_type")
        .doesNotContainKey(Ga4Params.LEFT_OUT)
        .hasSize(7);
  }

  @Test
  void userProperties_all_haveLegalNames() {
    assertThat(Ga4Table.USER_PROPERTIES.values())
        .allMatch(name -> Ga4Names.isName(name, Ga4Limits.PROPERTY_NAME))
        .noneMatch(Ga4Names::isPrefixed);
  }
}
