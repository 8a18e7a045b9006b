package dev.candor.telemetry.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the Collector's last look finds, and what it lets be. */
@Tag("P4")
class LastLookTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "from jane.doe@uni.example",
        "ftp://jane:secret@host/x",
        "file:///C:/Users/jane/x",
        "D:\\Documents and Settings\\jane",
        "\\\\lab-7\\share\\jane",
        "/home/jane",
        "/Users/jane/x.tif",
        "/root/.netrc",
        "~jane/x",
        "card 00:1a:2B:3c:4d:5e",
        "card 001a:22:33:44:55:66",
        "card 10-1a-22-33-44-55",
        "card 10-11-22-33-44-5f",
        "-----BEGIN RSA PRIVATE KEY-----",
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqYW5lIn0"
      })
  void stops_dataOfAPerson(String value) {
    assertThat(LastLook.stops(value)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.io.IOException",
        "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b",
        "2024-01-02-03-04-05",
        "12:34:56 to 12:35:01",
        "std::vector at Foo@1a2b3c",
        "30 fps @ 2048x2048",
        "homes/x and C:/data",
        "abc-de-fa-ce"
      })
  void stops_whatNamesNobody_isNot(String value) {
    assertThat(LastLook.stops(value)).isFalse();
  }

  /** Any other is asked of each character of each value. */
  @Test
  void patterns_allButTheFirst_startWithALiteralCharacter() {
    List<String> others = LastLook.PATTERNS.subList(1, LastLook.PATTERNS.size());

    assertThat(others).allMatch(Pattern.compile("^(?:[-:/~e]|\\\\\\\\)").asPredicate());
  }
}
