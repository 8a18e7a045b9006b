package dev.candor.telemetry.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mistake is a compile error that says what to do about it. */
@Tag("P4")
@Tag("P12")
class BadSourceTest {
  private static final String CATALOG = "@EventCatalog(events = {Run.class}) interface Events {}\n";
  private static final String HEAD =
      "@TelemetryEvent(name = \"imaging.run\", purpose = USAGE, owner = \"imaging\","
          + " expires = \"2028-01-01\", brief = \"One run\", why = \"Count runs\")\n";

  @TempDir Path output;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"components", "declarations", "catalogs", "settings"})
  void compile_mistake_isAnErrorThatSaysWhatToDo(String name, String body, String advice) {
    SourceCompiler.Result result = compile(body);

    assertThat(result.success()).as("%s", result.messages()).isFalse();
    assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains(advice));
  }

  @ParameterizedTest(name = "without {0}")
  @MethodSource
  void compile_memberOfTelemetryEventMissing_isAnError(String member) {
    String head = HEAD.replace(")\n", ", )\n").replaceFirst(member + " = [^,]+, ", "");
    head = head.replace(", )\n", ")\n");

    SourceCompiler.Result result =
        compile(CATALOG + head + "record Run(@Attr(brief = \"Images\") int n) implements Event {}");

    assertThat(result.success()).isFalse();
    assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains(member));
  }

  static Stream<String> compile_memberOfTelemetryEventMissing_isAnError() {
    return Stream.of("name", "purpose", "owner", "expires", "brief", "why");
  }

  @Test
  void compile_eventThatNoCatalogLists_warns() {
    SourceCompiler.Result result =
        compile(HEAD + "record Run(@Attr(brief = \"Images\") int n) implements Event {}");

    assertThat(result.success()).isTrue();
    assertThat(result.warnings())
        .anySatisfy(
            warning ->
                assertThat(warning)
                    .contains("no catalogue lists Run", "@EventCatalog(events = {...})"));
  }

  @ParameterizedTest
  @CsvSource({
    "no_vendor,                 written vendor=name",
    "GA4=run,                   written vendor=name",
    "ga4=Run done,              'ga4 does not fit: letters, digits'",
    "ga4=file_download,         'ga4 does not fit: the vendor, or a built-in event'",
    "ga4=firebase_run,          'ga4 does not fit: the vendor'",
    "amplitude=$identify,       'amplitude does not fit: the vendor'",
    "amplitude=[Amplitude] Run, 'amplitude does not fit: the vendor'",
    "sentry=session,            'sentry does not fit: the vendor'",
    "mixpanel=,                 'mixpanel does not fit: a name is 1 to 100'"
  })
  void compile_vendorNameThatDoesNotFit_isAnErrorThatNamesTheRule(String given, String rule) {
    SourceCompiler.Result result =
        compile(
            CATALOG
                + HEAD.replace(")\n", ", vendorNames = \"" + given + "\")\n")
                + "record Run(@Attr(brief = \"Images\") int n) implements Event {}");

    assertThat(result.errors()).anySatisfy(error -> assertThat(error).contains(rule));
  }

  @Test
  void compile_twoComponentsOfOneVendorName_isAnError() {
    String component = "@Attr(brief = \"Images\", vendorNames = \"ga4=images\") int ";

    SourceCompiler.Result result =
        compile(
            CATALOG
                + HEAD
                + "record Run("
                + component
                + "a, "
                + component
                + "b) implements Event {}");

    assertThat(result.errors())
        .anySatisfy(error -> assertThat(error).contains("two components have one name at ga4"));
  }

  static Stream<Arguments> components() {
    return Stream.of(
        component("plain String", "@Attr(brief = \"b\") String a", "Hashed for ids"),
        component("String array", "@Attr(brief = \"b\") String[] a", "a type that cannot leave"),
        component("list", "@Attr(brief = \"b\") List<Mode> a", "a type that cannot leave"),
        component("object", "@Attr(brief = \"b\") Object a", "a type that cannot leave"),
        component("float", "@Attr(brief = \"b\") float a", "use an enum, boolean, int"),
        component("set of strings", "@Attr(brief = \"b\") Set<String> a", "Set of an enum"),
        component("raw set", "@Attr(brief = \"b\") Set a", "Set of an enum"),
        component("no annotation", "int a", "needs @Attr(brief"),
        component("blank brief", "@Attr(brief = \" \") int a", "@Attr needs a brief"),
        component("swapped range", "@Attr(brief = \"b\", min = 3, max = 2) int a", "swap them"),
        component("no number", "@Attr(brief = \"b\", max = 0.0 / 0) double a", "finite numbers"),
        component("half a range", "@Attr(brief = \"b\", max = 1.5) int a", "must be whole"),
        component("range beyond 2^53", "@Attr(brief = \"b\", max = 1e17) long a", "within 2^53"),
        component("range of enum", "@Attr(brief = \"b\", max = 3) Mode a", "remove them"),
        component("range of text", "@Attr(brief = \"b\", min = 3) Hashed a", "remove them"),
        component("sum of enum", "@Attr(brief = \"b\", sum = true) Mode a", "remove sum"),
        component("sum of duration", "@Attr(brief = \"b\", sum = true) Duration a", "remove sum"),
        component("falling sum", "@Attr(brief = \"b\", sum = true, min = -1) int a", "only grows"),
        component("unit of enum", "@Attr(brief = \"b\", unit = \"s\") Mode a", "remove it"),
        component("odd unit", "@Attr(brief = \"b\", unit = \"a b\") int a", "one of UCUM"),
        component("other unit", "@Attr(brief = \"b\", unit = \"ms\") Duration a", "in seconds"),
        component(
            "choices of int", "@Attr(brief = \"b\", choices = Mode.class) int a", "remove them"),
        component(
            "choices named true",
            "@Attr(brief = \"b\", choices = Truth.class) SettingValue a",
            "'true', which means something else"),
        component("text in usage", "@Attr(brief = \"b\", max = 9) Text a", "DIAGNOSTICS only"),
        component("text without max", "@Attr(brief = \"b\") Text a", "needs @Attr(max"),
        component("empty enum", "@Attr(brief = \"b\") Empty a", "has no constants"),
        component("foreign letters", "@Attr(brief = \"b\") Umlaut a", "use letters A-Z"),
        component("equal in lower case", "@Attr(brief = \"b\") Twice a", "two constants"),
        component("feature in own event", "@Attr(brief = \"b\") Feature a", "cannot leave"),
        component("error in own event", "@Attr(brief = \"b\") ErrorReport a", "cannot leave"),
        component("unlisted feature", "@Attr(brief = \"b\") Tool a", "features = {...}"),
        component("settings without keys", "@Attr(brief = \"b\") Settings a", "settings = {...}"),
        component("bad key", "@Attr(brief = \"b\", key = \"Bad Key\") int a", "lower-case words"),
        component(
            "long key",
            "@Attr(brief = \"b\", key = \"a." + "b".repeat(80) + "\") int a",
            "at most 80"),
        component("reserved key", "@Attr(brief = \"b\", key = \"host.name\") int a", "reserved"),
        component(
            "same key twice",
            "@Attr(brief = \"b\", key = \"k\") int a, @Attr(brief = \"b\", key = \"k\") int b",
            "two components have the key 'k'"),
        component(
            "too many labels",
            "@Attr(brief = \"b\") Wide a, @Attr(brief = \"c\") Wide b",
            "label = false"),
        component(
            "sum named as the counter",
            "@Attr(brief = \"b\", sum = true) int count",
            "metric 'imaging.run.count' would be made twice"));
  }

  static Stream<Arguments> declarations() {
    return Stream.of(
        declared("upper case name", "Imaging.Run", "lower-case words joined by dots"),
        declared("empty name", "", "lower-case words joined by dots"),
        declared("long name", "imaging." + "x".repeat(33), "41 characters: 40 are the most"),
        declared("name of OpenTelemetry", "error", "reserved"),
        declared("name of ours", "app.start", "reserved"),
        declared("name of a session", "session.pause", "reserved"),
        declared("name of a vendor", "screen.view", "reserved"),
        declared("prefix of a vendor", "google.thing", "reserved"),
        head("blank owner", "owner = \"imaging\"", "owner = \" \"", "(owner) is blank"),
        head("blank brief", "brief = \"One run\"", "brief = \"\"", "(brief) is blank"),
        head("blank why", "why = \"Count runs\"", "why = \"\"", "(why) is blank"),
        head("day that is none", "2028-01-01", "2028-02-30", "a day such as 2028-01-01"),
        head("date in words", "2028-01-01", "next year", "a day such as 2028-01-01"),
        Arguments.of(
            "class instead of record",
            CATALOG + HEAD + "static class Run implements Event {}",
            "declare it as a record"),
        Arguments.of(
            "unlisted class",
            HEAD + "static class Run implements Event {}",
            "declare it as a record"),
        Arguments.of(
            "record that is no event",
            HEAD + "record Run(@Attr(brief = \"b\") int a) {}",
            "let it implement dev.candor.telemetry.Event"),
        Arguments.of(
            "generic record",
            CATALOG + HEAD + "record Run<T>(@Attr(brief = \"b\") int a) implements Event {}",
            "remove them"),
        Arguments.of(
            "private record",
            CATALOG + HEAD + "private record Run(@Attr(brief = \"b\") int a) implements Event {}",
            "must not be private"),
        Arguments.of(
            "listed without annotation",
            CATALOG + "record Run(@Attr(brief = \"b\") int a) implements Event {}",
            "annotate it with @TelemetryEvent"));
  }

  static Stream<Arguments> catalogs() {
    return Stream.of(
        Arguments.of("catalogue on a class", "@EventCatalog static class Events {}", "interface"),
        Arguments.of(
            "private catalogue", "@EventCatalog private interface Events {}", "not be private"),
        Arguments.of(
            "same name twice",
            "@EventCatalog(events = {Run.class, Other.class}) interface Events {}\n"
                + (HEAD + "record Run(@Attr(brief = \"b\") int a) implements Event {}\n")
                + (HEAD + "record Other(@Attr(brief = \"b\") int a) implements Event {}"),
            "'imaging.run' is used twice"),
        Arguments.of(
            "one key, two meanings",
            "@EventCatalog(events = {Run.class, Other.class}) interface Events {}\n"
                + (HEAD
                    + "record Run(@Attr(brief = \"b\", key = \"x\") int a) implements Event {}\n")
                + (HEAD.replace("imaging.run", "imaging.end")
                    + "record Other(@Attr(brief = \"b\", key = \"x\") long a, @Attr(brief = \"c\","
                    + " key = \"imaging.run.a\") boolean b) implements Event {}\n")
                + "@EventCatalog(events = {Run.class, Third.class}) interface More {}\n"
                + (HEAD.replace("imaging.run", "imaging.third")
                    + "record Third(@Attr(brief = \"b\", key = \"x\") boolean a)"
                    + " implements Event {}"),
            "key 'x' means two things"),
        Arguments.of(
            "feature that is no enum",
            "record Odd() implements Feature {}\n"
                + "@EventCatalog(features = Odd.class) interface Events {}",
            "a closed list is an enum"),
        Arguments.of(
            "private list",
            "private enum Odd implements Page { A }\n"
                + "@EventCatalog(pages = Odd.class) interface Events {}",
            "must not be private"),
        Arguments.of(
            "list twice",
            "enum Step implements Crumb { A }\n"
                + "@EventCatalog(crumbs = {Step.class, Step.class}) interface Events {}",
            "listed twice in crumbs"),
        Arguments.of(
            "name in two lists",
            "enum One implements Page { A }\nenum Two implements Page { A }\n"
                + "@EventCatalog(pages = {One.class, Two.class}) interface Events {}",
            "'a' is a constant of two enums"),
        Arguments.of(
            "list that no catalogue has",
            "enum Step implements Crumb { A }\n@EventCatalog interface Events {}",
            "crumbs = {...}"));
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        setting("no annotation", "A", "settings key A needs @Setting"),
        setting("blank brief", "@Setting(brief = \"\", type = SettingType.FLAG) A", "a brief"),
        setting("no choices", "@Setting(brief = \"b\", type = SettingType.CHOICE) A", "choices"),
        setting(
            "choices of a flag",
            "@Setting(brief = \"b\", type = SettingType.FLAG, choices = Mode.class) A",
            "other types have none"),
        setting(
            "range of a flag",
            "@Setting(brief = \"b\", type = SettingType.FLAG, max = 3) A",
            "belong to @Setting(type = NUMBER)"),
        setting(
            "swapped range",
            "@Setting(brief = \"b\", type = SettingType.NUMBER, min = 3, max = 1) A",
            "swap them"),
        Arguments.of(
            "one key in two enums",
            "enum One implements SettingKey { @Setting(brief = \"b\", type = SettingType.FLAG) A }\n"
                + "enum Two implements SettingKey {"
                + " @Setting(brief = \"b\", type = SettingType.NUMBER) A }\n"
                + "@EventCatalog(settings = {One.class, Two.class}) interface Events {}",
            "'a' is in two enums"),
        Arguments.of(
            "keys that the catalogue does not list",
            "enum One implements SettingKey { @Setting(brief = \"b\", type = SettingType.FLAG) A }\n"
                + CATALOG
                + HEAD
                + "record Run(@Attr(brief = \"b\", choices = One.class) Settings a)"
                + " implements Event {}",
            "One is not listed: add it to @EventCatalog(settings"));
  }

  private static Arguments component(String name, String component, String advice) {
    String tool = component.contains("Tool a") ? "enum Tool implements Feature { A }\n" : "";
    return Arguments.of(
        name, CATALOG + tool + HEAD + "record Run(" + component + ") implements Event {}", advice);
  }

  private static Arguments declared(String name, String eventName, String advice) {
    return head(name, "imaging.run", eventName, advice);
  }

  private static Arguments head(String name, String good, String bad, String advice) {
    return Arguments.of(
        name,
        CATALOG
            + HEAD.replace(good, bad)
            + "record Run(@Attr(brief = \"b\") int a) implements Event {}",
        advice);
  }

  private static Arguments setting(String name, String constant, String advice) {
    return Arguments.of(
        name,
        "enum Key implements SettingKey { "
            + constant
            + " }\n@EventCatalog(settings = Key.class) interface Events {}",
        advice);
  }

  private SourceCompiler.Result compile(String body) {
    String wide = IntStream.range(0, 50).mapToObj(i -> "C" + i).collect(Collectors.joining(", "));
    String source =
        """
        package lab;
        import static dev.candor.telemetry.Purpose.*;
        import dev.candor.telemetry.*;
        import java.time.Duration;
        import java.util.*;
        class Lab {
          enum Mode { A, B }
          enum Empty {}
          enum Truth { TRUE }
          enum Umlaut { \u00c4 }
          enum Twice { a, A }
          enum Wide { %s }
          %s
        }
        """
            .formatted(wide, body);
    return new SourceCompiler(output)
        .option("-Xlint:-options")
        .compile(Map.of("lab/Lab.java", source));
  }
}
