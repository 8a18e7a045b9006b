package dev.candor.telemetry.exporter.sentry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sentry's own schema of events, held against every golden one. */
class SentrySchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schema(), InputFormat.JSON);

  private static final String GOOD =
      "{'event_id':'0af7651916cd43dd8448eb211c80319c','timestamp':'2026-11-18T11:06:40.250Z',"
          + "'platform':'java','level':'error','tags':{'a':'b'},'user':{'id':'u'},"
          + "'fingerprint':['a'],'breadcrumbs':{'values':[{'message':'m'}]},"
          + "'exception':{'values':[{'type':'T','stacktrace':{'frames':"
          + "[{'function':'f','lineno':1,'in_app':true}]}}]}}";

  @ParameterizedTest
  @MethodSource("goldenEvents")
  void goldenEvents_keepSentrysSchema(String name, String event) {
    assertThat(faults(event)).as(name).isEmpty();
  }

  @Test
  void schema_goodEvent_isTaken() {
    assertThat(faults(json(GOOD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'platform'        | 'never_heard_of':1,'platform'",
        "'level':'error'   | 'level':'warn'",
        "{'a':'b'}         | {'a':7}",
        "'2026-11-18T11:06:40.250Z' | true",
        "['a']             | [7]",
        "'in_app':true     | 'in_app':'yes'",
        "'lineno':1        | 'lineno':'1'",
        "'function':'f'    | 'method':'f'",
        "{'id':'u'}        | {'id':'u','age':7}",
        "{'values':[{'message':'m'}]} | [{'message':'m'}]"
      })
  void schema_badEvents_areRefused(String good, String bad) {
    assertThat(GOOD).contains(good);

    assertThat(faults(json(GOOD.replace(good, bad)))).isNotEmpty();
  }

  @Test
  void goldenEvents_areThere() throws IOException {
    assertThat(goldenEvents()).hasSizeGreaterThan(12);
  }

  static Stream<Arguments> goldenEvents() throws IOException {
    try (Stream<Path> files = Files.list(SentryGoldenTest.FOLDER)) {
      return files
          .sorted()
          .flatMap(
              file ->
                  events(file).stream()
                      .map(event -> Arguments.of(file.getFileName().toString(), event)))
          .toList()
          .stream();
    }
  }

  /** The line behind each that announces an event. */
  private static List<String> events(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      return IntStream.range(1, lines.size())
          .filter(i -> lines.get(i - 1).contains("\"type\":\"event\",\"length\""))
          .mapToObj(lines::get)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The schema's format for an id is a UUID's, which Sentry also takes, and wants, without dashes.
   */
  private static List<Error> faults(String event) {
    String dashed =
        event.replaceFirst(
            "(\"event_id\":\"\\w{8})(\\w{4})(\\w{4})(\\w{4})(\\w{12}\")", "$1-$2-$3-$4-$5");
    return SCHEMA.validate(dashed, InputFormat.JSON);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static String schema() {
    try (InputStream in = SentrySchemaTest.class.getResourceAsStream("/sentry/event.schema.json")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
