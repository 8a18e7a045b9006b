package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.AttributeSchema.Kind;
import dev.candor.telemetry.spi.CoreEvents;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.GeneratedCatalog;
import dev.candor.telemetry.spi.SettingSchema;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine gets from generated code. */
@Tag("P4")
@Tag("P12")
class GeneratedCatalogTest {
  private final GeneratedCatalog catalog = new SampleEvents_Catalog();

  @Test
  void schema_saysWhatTheRecordDeclares() {
    EventSchema schema = catalog.encoders().get(0).schema();

    assertThat(schema.name()).isEqualTo("sample.take");
    assertThat(schema.purpose()).isEqualTo(Purpose.DIAGNOSTICS);
    assertThat(schema.owner()).isEqualTo("tests");
    assertThat(schema.expires()).isEqualTo(LocalDate.of(2028, 1, 1));
    assertThat(schema.brief()).isEqualTo("Everything: at \"once\"");
    assertThat(schema.why()).isEqualTo("Prove that it works");
    assertThat(schema.attributes())
        .extracting(AttributeSchema::kind)
        .containsExactly(
            Kind.CONSTANT,
            Kind.FLAG,
            Kind.INTEGER,
            Kind.INTEGER,
            Kind.DECIMAL,
            Kind.DURATION,
            Kind.CONSTANTS,
            Kind.SETTINGS,
            Kind.SETTING,
            Kind.HASHED,
            Kind.TEXT);
    assertThat(schema.attributes().get(3))
        .isEqualTo(
            new AttributeSchema(
                "sample.take.images",
                Kind.INTEGER,
                "Images",
                "{image}",
                0,
                1e9,
                true,
                true,
                List.of()));
    assertThat(schema.attributes().get(0).values()).containsExactly("select_wells", "manual");
    assertThat(schema.attributes().get(1).label()).isFalse();
  }

  @Test
  void encode_handsEachComponentToItsMethod() {
    SampleEvents.Sample event =
        new SampleEvents.Sample(
            SampleEvents.Mode.MANUAL,
            true,
            3,
            4L,
            0.5,
            Duration.ofSeconds(5),
            Set.of(SampleEvents.Mode.MANUAL),
            Settings.builder(SampleEvents.Key.class).build(),
            SettingValue.flag(true),
            Hashed.of("plate"),
            Text.of("note"));

    assertThat(encode(event).taken.values())
        .containsExactly(
            "constant MANUAL",
            "flag true",
            "integer 3",
            "integer 4",
            "decimal 0.5",
            "duration PT5S",
            "constants [MANUAL]",
            "settings Settings[0 of Key]",
            "setting true",
            "hashed <hashed>",
            "text <text>");
  }

  @Test
  @Tag("P9")
  void encode_nulls_areHandedOverOrLeftOut() {
    SampleEvents.Sample event =
        new SampleEvents.Sample(null, false, 0, null, 0, null, null, null, null, null, null);

    assertThat(encode(event).taken)
        .doesNotContainKey(3)
        .containsEntry(0, "constant null")
        .containsEntry(10, "text null");
  }

  @Test
  void settings_nameKeyTypeAndLimits() {
    assertThat(catalog.settings())
        .containsExactly(
            new SettingSchema(
                SampleEvents.Key.COOLING, SettingType.FLAG, "Cooling", -1e9, 1e9, List.of()),
            new SettingSchema(
                SampleEvents.Key.EXPOSURE, SettingType.NUMBER, "Exposure", 0.5, 1000, List.of()),
            new SettingSchema(
                SampleEvents.Key.MODE,
                SettingType.CHOICE,
                "Mode",
                -1e9,
                1e9,
                List.of("select_wells", "manual")));
  }

  @Test
  void lists_areTheClosedListsOfTheCatalog() {
    assertThat(catalog.catalog()).isEqualTo(SampleEvents.class);
    assertThat(catalog.lists())
        .containsExactlyInAnyOrder(
            SampleEvents.Tool.class,
            SampleEvents.View.class,
            SampleEvents.Step.class,
            SampleEvents.Key.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void registry_isAResourceWithTheHashThatTravels(boolean builtIn) throws Exception {
    GeneratedCatalog generated = builtIn ? new CandorEvents_Catalog() : catalog;

    try (InputStream registry =
        generated.catalog().getClassLoader().getResourceAsStream(generated.registryResource())) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(registry.readAllBytes());
      assertThat(generated.registryHash()).isEqualTo(HexFormat.of().formatHex(hash));
    }
  }

  @Test
  void serviceLoader_findsEveryCatalog() {
    assertThat(ServiceLoader.load(GeneratedCatalog.class))
        .extracting(GeneratedCatalog::catalog)
        .contains(CandorEvents.class, SampleEvents.class);
  }

  @Test
  @Tag("SQ-42")
  void featureUse_takesAnyEnumAndNothingElse() {
    assertThat(encodeBuiltIn(new CoreEvents.FeatureUse(SampleEvents.Tool.LIVE_VIEW, 3)).taken)
        .containsEntry(0, "constant LIVE_VIEW")
        .containsEntry(1, "integer 3");
    assertThat(encodeBuiltIn(new CoreEvents.FeatureUse(new Feature() {}, 1)).taken)
        .containsEntry(0, "constant null");
  }

  @Test
  void builtInEvents_goToTheirMethods() {
    ErrorReport report =
        new ErrorReport(
            ErrorReport.Language.JAVA,
            ErrorReport.Origin.HANDLED,
            List.of(new ErrorReport.Link("java.io.IOException", List.of())),
            1,
            List.of());

    assertThat(encodeBuiltIn(new CoreEvents.AppError(report)).taken)
        .containsEntry(0, "error java.io.IOException");
    assertThat(encodeBuiltIn(new CoreEvents.Session(SessionEnd.CRASH, 2L)).taken)
        .containsEntry(0, "constant CRASH");
    assertThat(encodeBuiltIn(new CoreEvents.SessionStart(CoreEvents.StartKind.COLD)).taken)
        .containsEntry(0, "constant COLD");
    assertThat(encodeBuiltIn(new CoreEvents.PageView(SampleEvents.View.PLATE, Duration.ZERO)).taken)
        .containsEntry(0, "constant PLATE")
        .containsEntry(1, "duration PT0S");
    assertThat(
            encodeBuiltIn(
                    new CoreEvents.SettingsReport(Settings.builder(SampleEvents.Key.class).build()))
                .taken)
        .containsEntry(0, "settings Settings[0 of Key]");
  }

  private RecordingSink encode(Event event) {
    return encode(catalog, event);
  }

  private static RecordingSink encodeBuiltIn(Event event) {
    return encode(new CandorEvents_Catalog(), event);
  }

  private static RecordingSink encode(GeneratedCatalog catalog, Event event) {
    RecordingSink sink = new RecordingSink();
    for (EventEncoder<?> encoder : catalog.encoders()) {
      if (encoder.type() == event.getClass()) {
        encode(encoder, event, sink);
      }
    }
    return sink;
  }

  private static <E extends Event> void encode(
      EventEncoder<E> encoder, Event event, RecordingSink sink) {
    encoder.encode(encoder.type().cast(event), sink);
  }
}
