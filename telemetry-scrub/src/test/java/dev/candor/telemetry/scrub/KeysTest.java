package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a key that says what it is, a value is one however it is written. */
@Tag("P4")
class KeysTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource({
    "user.name, quintero7",
    "host.name, ws-fd70",
    "server.address, DESKTOP-AEN25",
    "patient.dob, 18.06.1999",
    "birthday, 26 Juli 1986",
    "secret_word, iqumgehug",
    "geo.point, POINT(46.93812 45.91063)",
    "slide_id, S2021-7259",
    "device.serial, QW95540795",
    "addr, 'Via Garibaldi 9, 10122 Torino'",
    "user.full_name, Björn Söderström",
    "tax_id, 58092343882",
  })
  void sanitize_valueInAnyWriting_goesWhole(String key, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    String placeholder = sanitized(key, value);

    assertThat(placeholder).startsWith("<").doesNotContain(value.substring(0, 3));
    assertThat(sanitized(key, "'" + value + "'")).isEqualTo(placeholder);
    assertThat(sanitized(key, "<" + value + ">")).isEqualTo(placeholder);
    assertThat(sanitized(key, " " + value + ";\n")).isEqualTo(placeholder);
    assertThat(sanitized(key, "was " + value)).isEqualTo(placeholder);
    assertThat(sanitized(key, Base64.getEncoder().encodeToString(bytes))).isEqualTo(placeholder);
    assertThat(sanitized(key, value.replace(" ", "%20").replace("-", "%2D").replace(".", "%2E")))
        .isEqualTo(placeholder);
    assertThat(sanitized(key, "{\"value\": \"" + value + "\", \"source\": \"ui\"}"))
        .isEqualTo("{\"value\": \"" + placeholder + "\", \"source\": \"ui\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "last_file, Sample 12 - liver (Anna).zarr, <path:.zarr>",
    "file.name, Befund_Schulze.json, <path:.json>",
    "document, grant_budget_2026.log, <path:.log>",
    "attachment, 母の検体3.json, <path:.json>",
    "name, Desmond Farquhar, <name>",
    "name, 高橋美咲, <name>",
  })
  void sanitize_nameUnderItsKey_isReplaced(String key, String value, String expected) {
    assertThat(sanitized(key, value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "login, failed",
    "pass, 3",
    "pin, GPIO17",
    "file, config.json",
    "filename, server.log",
    "name, worker-3",
    "name, Fluorescence 405 nm",
    "server, nginx",
    "position, 7",
    "address, 40001",
    "cookie, enabled",
  })
  void sanitize_harmlessValueUnderAKey_stays(String key, String value) {
    assertThat(sanitized(key, value)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,LABEL,retry\n17,CELL,3\n18,CELL,4",
        "LABEL;n\n\"CELL\";3",
        "n\tLABEL\n3\tCELL",
        "| n | LABEL |\n| 3 | CELL |",
        "INSERT INTO run (LABEL, retry) values ('CELL', 3)",
        "insert into run (\"n\", \"LABEL\") values (3, 'CELL'), (4, 'CELL')",
      })
  void sanitize_columnUnderItsName_losesItsCells(String form) {
    for (String label : new String[] {"username", "db_password", "patient_id", "camera_serial"}) {
      String text = form.replace("LABEL", label).replace("CELL", "qx4471-b");

      String out = sanitizer.sanitize("", text, Carrier.LOG_BODY);

      assertThat(out).doesNotContain("qx").contains(label).contains("3");
    }
  }

  @Test
  void sanitize_rowsWithoutALabel_stay() {
    String text = "id,width,height\n17,2048,2048\n18,1024,768";

    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(text);
  }

  private String sanitized(String key, String value) {
    return sanitizer.sanitize(key, value, Carrier.ATTRIBUTE_VALUE);
  }
}
