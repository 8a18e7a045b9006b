package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.CandorEvents;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SourceTelemetry.Status;
import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EventNamesTest {
  private static final SealContext CONTEXT = new SealContext(null);

  @Test
  void spans_withNames_haveThemAndKeepTheRest() {
    SpanData span = named(event("print", "Print"), attribute("print.pages", "Pages"));

    assertThat(span.getName()).isEqualTo("Print");
    assertThat(values(span)).isEqualTo(Map.of("Pages", 7L, "print.ink", 0.5, "session.id", "s"));
    assertThat(OtelData.itemId(span)).isEqualTo(item().id());
  }

  @Test
  void spans_withoutNamesHere_areTheSame() {
    SpanData span = named(new VendorName("other", "print", "", "Print"));

    assertThat(span.getName()).isEqualTo("print");
    assertThat(values(span)).containsKey("print.pages");
  }

  @Test
  void spans_nameThatAnotherAttributeHas_hidesNothing() {
    SpanData span = named(attribute("print.pages", "print.ink"));

    assertThat(values(span))
        .isEqualTo(Map.of("print.pages", 7L, "print.ink", 0.5, "session.id", "s"));
  }

  @Test
  void names_thatDoNotFit_areLeftOutAndCounted() {
    EventNames names =
        EventNames.of(
            "lab",
            List.of(
                event("print", "refused"),
                event("print", ""),
                event("scan", "Scan"),
                event("copy", "Scan"),
                event("fax", "session.start"),
                event("app.error", "Error"),
                attribute("print.pages", "refused"),
                attribute("print.pages", "Pages"),
                attribute("print.ink", "Pages")),
            name -> !name.equals("refused"),
            name -> !name.equals("refused"));

    assertThat(names.leftOut()).isEqualTo(7);
  }

  @Test
  void names_ofEveryBuiltInEvent_areLeftOut() {
    List<VendorName> given =
        ServiceLoader.load(GeneratedCatalog.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(catalog -> catalog.catalog() == CandorEvents.class)
            .flatMap(catalog -> catalog.encoders().stream())
            .map(encoder -> ((EventSchema) encoder.schema()).name())
            .map(name -> event(name, "x." + name))
            .toList();

    assertThat(given).hasSizeGreaterThanOrEqualTo(6);
    assertThat(EventNames.of("lab", given, name -> true, name -> true).leftOut())
        .isEqualTo(given.size());
  }

  private static VendorName event(String event, String name) {
    return new VendorName("lab", event, "", name);
  }

  private static VendorName attribute(String key, String name) {
    return new VendorName("lab", "print", key, name);
  }

  private static SpanData named(VendorName... given) {
    EventNames names = EventNames.of("lab", List.of(given), name -> true, name -> true);
    return OtelData.spans(List.of(item()), CONTEXT, names).get(0);
  }

  private static EventItem item() {
    return EventItem.of(
        "0102030405060708090a0b0c0d0e0f101112131415161718",
        "print",
        Purpose.USAGE,
        1,
        2,
        Status.OK,
        Map.of("print.pages", 7L, "print.ink", 0.5, "session.id", "s"),
        Map.of());
  }

  private static Map<String, Object> values(SpanData span) {
    Map<String, Object> values = new TreeMap<>();
    span.getAttributes().forEach((key, value) -> values.put(key.getKey(), value));
    return values;
  }
}
