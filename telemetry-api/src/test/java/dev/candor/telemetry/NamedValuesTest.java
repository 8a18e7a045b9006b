package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.NamedValues;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records made of names and values, by the encoders that the processor wrote. */
@Tag("P4")
class NamedValuesTest {
  private static final Map<String, Object> NEEDED = Map.of("on", true, "count", 3, "ratio", 0.5);
  private final TreeMap<String, Long> dropped = new TreeMap<>();

  private SampleEvents.Sample decode(Map<String, ?> values) {
    EventEncoder<?> encoder =
        new SampleEvents_Catalog()
            .encoders().stream()
                .filter(one -> one.type() == SampleEvents.Sample.class)
                .findFirst()
                .orElseThrow();
    return (SampleEvents.Sample)
        encoder.decode(
            new NamedValues(
                encoder.schema(),
                NEEDED,
                values,
                (kind, times) -> dropped.merge(kind, times, Long::sum)));
  }

  @Test
  void decode_valuesOfEveryType_makesTheRecord() {
    Settings settings = Settings.builder(SampleEvents.Key.class).build();
    Map<String, Object> values = new TreeMap<>();
    values.put("mode", SampleEvents.Mode.values()[0]);
    values.put("sample.take.images", new AtomicLong(7));
    values.put("exposure", 1.5);
    values.put("modes", WireNames.of(SampleEvents.Mode.values()[0]));
    values.put("settings", settings);
    values.put("old", 12);
    values.put("plate", "P-1");
    values.put("note", "a note");

    SampleEvents.Sample sample = decode(values);

    assertThat(sample)
        .isEqualTo(
            new SampleEvents.Sample(
                SampleEvents.Mode.values()[0],
                true,
                3,
                7L,
                0.5,
                Duration.ofMillis(1500),
                Set.of(SampleEvents.Mode.values()[0]),
                settings,
                SettingValue.number(12),
                Hashed.of("P-1"),
                Text.of("a note")));
    assertThat(dropped).isEmpty();
  }

  @Test
  void decode_primitiveMissing_isRefused() {
    EventEncoder<?> encoder = new SampleEvents_Catalog().encoders().get(0);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                encoder.decode(
                    new NamedValues(encoder.schema(), Map.of(), Map.of(), (kind, times) -> {})));
  }

  @ParameterizedTest
  @CsvSource({
    "mode, type",
    "exposure, type",
    "settings, type",
    "images, type",
    "plate, type",
    "note, type"
  })
  void decode_valueOfAnotherType_isMissingAndTold(String key, String kind) {
    decode(Map.of(key, new StringBuilder("ada")));

    assertThat(dropped).isEqualTo(Map.of(kind, 1L));
  }

  @ParameterizedTest
  @CsvSource({"mode", "exposure", "settings", "images", "plate", "note", "old"})
  void decode_mapListOrArray_isNested(String key) {
    decode(Map.of(key, List.of("ada")));
    decode(Map.of(key, Map.of("ada", "ada")));
    decode(Map.of(key, new Object[] {"ada"}));

    assertThat(dropped).isEqualTo(Map.of("nested", 3L));
  }

  @Test
  void decode_keysThatNobodyDeclares_areCountedTogether() {
    decode(Map.of("a", 1, "b", 2, "sample.take.c", 3, "note", "x", "", 4));

    assertThat(dropped).isEqualTo(Map.of("unregistered", 4L));
  }

  @Test
  void decode_numberWithAFraction_isNoWholeNumber() {
    assertThat(decode(Map.of("images", 1.5)).images()).isNull();
    assertThat(decode(Map.of("images", 1e300)).images()).isNull();
    assertThat(decode(Map.of("images", Double.NaN)).images()).isNull();
    assertThat(decode(Map.of("images", 2.0)).images()).isEqualTo(2);
  }
}
