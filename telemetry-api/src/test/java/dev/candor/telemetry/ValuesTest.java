package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values that cross the API. */
class ValuesTest {
  @ParameterizedTest
  @CsvSource({
    "20, 20",
    "-0.0, 0",
    "0.0015, 0.0015",
    "1e21, 1000000000000000000000",
    "12.50, 12.5",
    "-3, -3",
    "1e-7, 0.0000001"
  })
  void wireName_number_isPlainDecimal(double number, String wire) {
    assertThat(WireNames.of(number)).isEqualTo(wire);
  }

  @Test
  void wireName_constant_isLowerCaseInEveryLanguage() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(WireNames.of(SampleEvents.Tool.LIVE_VIEW)).isEqualTo("live_view");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void settingValue_hasOneFormForEachKindAndNoneForText() {
    assertThat(SettingValue.flag(true)).hasToString("true");
    assertThat(SettingValue.number(12.5)).hasToString("12.5");
    assertThat(SettingValue.choice(SampleEvents.Mode.SELECT_WELLS)).hasToString("select_wells");
    assertThat(SettingValue.absent()).hasToString("absent");
    assertThat(SettingValue.class.getMethods())
        .noneMatch(method -> List.of(method.getParameterTypes()).contains(String.class));
  }

  @Test
  void settingValue_equalValues_areEqual() {
    assertThat(SettingValue.number(-0.0)).isEqualTo(SettingValue.number(0));
    assertThat(SettingValue.number(2)).hasSameHashCodeAs(SettingValue.number(2.0));
    assertThat(SettingValue.number(1)).isNotEqualTo(SettingValue.flag(true)).isNotEqualTo("1");
    assertThat(SettingValue.flag(false).value()).isEqualTo(false);
  }

  @Test
  @Tag("P9")
  void settingValue_hostileArguments_areAbsent() {
    assertThat(SettingValue.number(Double.NaN)).isSameAs(SettingValue.absent());
    assertThat(SettingValue.number(Double.POSITIVE_INFINITY)).isSameAs(SettingValue.absent());
    assertThat(SettingValue.choice(null)).isSameAs(SettingValue.absent());
  }

  @Test
  void settings_keepTheOrderOfKeysAndForgetAbsentOnes() {
    Settings settings =
        Settings.builder(SampleEvents.Key.class)
            .put(SampleEvents.Key.EXPOSURE, SettingValue.number(2))
            .put(SampleEvents.Key.COOLING, SettingValue.flag(true))
            .put(SampleEvents.Key.MODE, SettingValue.choice(SampleEvents.Mode.MANUAL))
            .put(SampleEvents.Key.MODE, SettingValue.absent())
            .build();

    assertThat(settings.keys()).isEqualTo(SampleEvents.Key.class);
    assertThat(settings.values().keySet().toString()).isEqualTo("[COOLING, EXPOSURE]");
    assertThat(settings).hasToString("Settings[2 of Key]");
  }

  @Test
  @Tag("P9")
  void settings_nulls_areIgnored() {
    Settings settings =
        Settings.builder(SampleEvents.Key.class)
            .put(SampleEvents.Key.COOLING, null)
            .put(null, SettingValue.flag(true))
            .build();

    Settings empty = Settings.builder(SampleEvents.Key.class).build();
    assertThat(settings).isEqualTo(empty).hasSameHashCodeAs(empty).isNotEqualTo("empty");
  }

  @Test
  @Tag("P4")
  void textAndHashed_neverShowTheirValue() {
    assertThat(Text.of("alice")).hasToString("<text>").isEqualTo(Text.of("alice"));
    assertThat(Hashed.of("alice")).hasToString("<hashed>").isEqualTo(Hashed.of("alice"));
    assertThat(Text.of("alice")).isNotEqualTo(Text.of("bob")).hasSameHashCodeAs(Text.of("alice"));
    assertThat(Hashed.of("a")).isNotEqualTo(Text.of("a")).hasSameHashCodeAs(Hashed.of("a"));
    assertThat(Text.of("alice").reveal()).isEqualTo("alice");
    assertThat(Hashed.of("alice").reveal()).isEqualTo("alice");
  }

  @Test
  @Tag("P9")
  void textAndHashed_null_isEmpty() {
    assertThat(Text.of(null).reveal()).isEmpty();
    assertThat(Hashed.of(null).reveal()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Alice", "/home/alice", "a b", "-a", "name@host"})
  @Tag("P4")
  void sourceSession_keysThatCouldBeNames_areRefusedWithoutShowingThem(String bad) {
    Instant now = Instant.EPOCH;

    assertThatThrownBy(() -> new SourceSession(bad, "r", "1", RunEnvironment.UNKNOWN, now))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source and run must be lower-case letters, digits and dashes, at most 64");
    assertThatThrownBy(() -> new SourceSession("squid", "r", bad + "/", RunEnvironment.MIXED, now))
        .hasMessage("version must be letters, digits and . + _ -, at most 64");
  }

  @Test
  void errorReport_typeIsThatOfTheErrorThatSurfaced() {
    ErrorReport.Frame frame = new ErrorReport.Frame("control.core", "run", 12, true);
    ErrorReport report =
        new ErrorReport(
            ErrorReport.Language.PYTHON,
            ErrorReport.Origin.LOGGED,
            List.of(
                new ErrorReport.Link("RuntimeError", List.of(frame)),
                new ErrorReport.Link("OSError", List.of())),
            2,
            List.of(SampleEvents.Step.STAGE_HOMED));

    assertThat(report.type()).isEqualTo("RuntimeError");
    assertThatThrownBy(
            () ->
                new ErrorReport(
                    ErrorReport.Language.JAVA,
                    ErrorReport.Origin.UNCAUGHT,
                    List.of(),
                    1,
                    List.of()))
        .hasMessage("chain must not be empty");
  }

  @Test
  @Tag("P9")
  void options_nulls_areDefaults() {
    Map<String, String> withNulls = new HashMap<>();
    withNulls.put("key", null);
    withNulls.put(null, "value");
    withNulls.put("kept", "1");
    TelemetryOptions options =
        new TelemetryOptions(
            null,
            null,
            Arrays.asList(null, SampleEvents.class),
            null,
            withNulls,
            null,
            1,
            null,
            null,
            null);

    assertThat(options.service()).isEmpty();
    assertThat(options.version()).isEmpty();
    assertThat(options.catalogs()).containsExactly(SampleEvents.class);
    assertThat(options.headers()).containsExactly(Map.entry("kept", "1"));
    assertThat(options.settings()).isEmpty();
    assertThat(options.environment()).isEqualTo(System.getenv());
    assertThat(options.clock()).isEqualTo(Clock.systemUTC());
  }

  @Test
  @Tag("SV-43")
  void options_fromEnvironment_nameNothingThemselves() {
    TelemetryOptions options = TelemetryOptions.fromEnvironment(SampleEvents.class);

    assertThat(options.service()).isEmpty();
    assertThat(options.version()).isEmpty();
    assertThat(options.environment()).isEqualTo(System.getenv());
    assertThat(options.catalogs()).containsExactly(SampleEvents.class);
  }

  @Test
  @Tag("P4")
  void options_toString_showsNoAddressHeaderOrFolder() {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    TelemetryOptions options =
        TelemetryOptions.builder("lab", "1.4.2", SampleEvents.class)
            .endpoint(URI.create("https://secret-host.example"))
            .headers(Map.of("authorization", "secret-token"))
            .folder(Path.of("/home/alice"))
            .setting("GA_API_SECRET", "secret-too")
            .environment(Map.of("SECRET", "x"))
            .policyVersion(3)
            .clock(clock)
            .build();

    assertThat(options).hasToString("TelemetryOptions[lab 1.4.2]");
    assertThat(options.endpoint()).hasHost("secret-host.example");
    assertThat(options.folder()).isEqualTo(Path.of("/home/alice"));
    assertThat(options.policyVersion()).isEqualTo(3);
    assertThat(options.clock()).isSameAs(clock);
  }
}
