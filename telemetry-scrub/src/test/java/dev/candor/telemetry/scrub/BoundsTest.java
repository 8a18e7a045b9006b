package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where values begin and end that other words touch. */
@Tag("P4")
class BoundsTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "card.5555674262947237 ~ card.<id>",
        "map_5555 6742 6294 7237 ~ map_<id>",
        "pan-5555674262947237 ~ pan-<id>",
        "5555674262947237_declined ~ <id>_declined",
        "seen_10.6.172.240 ~ seen_<ip>",
        "peer-192.168.7.31 ~ peer-<ip>",
        "Name: Noor al-Hashimani DOB: 1952/02/14 ~ Name: <name> DOB: <id>",
        "PatientID=MRN7954670 StudyDate=20261106 ~ PatientID=<id> StudyDate=20261106",
        "user \"ZHAO_L\" failed ~ user \"<user>\" failed",
        "Invalid user ZHAO_L from here ~ Invalid user <user> from here",
      })
  void sanitize_valueThatWordsTouch_goesWholeAndAlone(String text, String expected) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5555674262947237",
        "frame_1234567890123456",
        "lib-1.2.3.4",
        "driver_10.0.19.41",
        "segfault at 10 ip 00007f1c2c0b0a08 sp 00007ffd1b2c3d40",
        "at run (node:internal/process/task_queues:95:5)",
        "WWW-Authenticate: Bearer realm=\"lab\", error=\"invalid_token\"",
        "docker login --password-stdin",
        "payload=dXNlciBjYW5jZWxsZWQgdGhlIGFjcXVpc2l0aW9u",
      })
  void sanitize_wordsAlike_stay(String text) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "payload=aGJyYW5kdDpnZWhlaW0xMjM0NTY3",
        "payload=cGFzc3dvcmQ9dHIwdWI0ZG9yIGlzIHdyb25n",
        "payload=VHIwdWI0ZG9yM3hVcDc4OTA",
      })
  void sanitize_encodedSecret_goes(String text) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo("payload=<secret>");
  }
}
