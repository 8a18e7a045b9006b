package dev.candor.telemetry.exporter.ga4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's own schema, held against every golden body. */
class Ga4SchemaTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(schema(), InputFormat.JSON);

  @ParameterizedTest
  @MethodSource("goldenFiles")
  void goldenBodies_keepGooglesSchema(String name, List<String> bodies) {
    for (String body : bodies) {
      // The schema is older than the consent fields.
      String known = body.replaceFirst("\"consent\":\\{[^}]*},", "");

      assertThat(known).isNotEqualTo(body);
      assertThat(SCHEMA.validate(known, InputFormat.JSON)).as(name).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'client_id':'1.2'}",
        "{'client_id':'1.2','events':[]}",
        "{'client_id':'1.2','events':[{'name':'a.b','params':{}}]}",
        "{'client_id':'1.2','events':[{'name':'a','params':{'ga_x':1}}]}",
        "{'client_id':'1.2','events':[{'name':'a','params':{'value':1}}]}",
        "{'client_id':'1.2','events':[{'name':'a','params':{'level':'high'}}]}"
      })
  void schema_badBodies_areRefused(String body) {
    assertThat(SCHEMA.validate(body.replace('\'', '"'), InputFormat.JSON)).isNotEmpty();
  }

  @Test
  void goldenFiles_areThere() throws IOException {
    assertThat(goldenFiles()).hasSizeGreaterThan(20);
  }

  static Stream<Arguments> goldenFiles() throws IOException {
    try (Stream<Path> files = Files.list(Ga4GoldenTest.FOLDER)) {
      return files
          .sorted()
          .map(file -> Arguments.of(file.getFileName().toString(), lines(file)))
          .toList()
          .stream();
    }
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String schema() {
    try (InputStream in =
        Ga4SchemaTest.class.getResourceAsStream("/google/measurement-protocol.schema.json")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
