package dev.candor.telemetry.exporter.ga4;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.testkit.Answer;
import dev.candor.telemetry.testkit.FakeGa4;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the debug address, and what is told of its answer. */
class Ga4DebugTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @RegisterExtension final FakeGa4 google = new FakeGa4();

  @Test
  void validate_goodBody_findsNothingAndRecordsNothing() {
    try (Ga4Destination destination = destination(/* debug= */ false)) {
      Ga4Verdict verdict = destination.validate(body(destination), LONG);

      assertThat(verdict.valid()).isTrue();
      assertThat(verdict.status()).isEqualTo(200);
    }
    assertThat(google.events()).isEmpty();
    String asked = new String(google.backend().requests().get(0).body(), StandardCharsets.UTF_8);
    assertThat(asked)
        .startsWith("{\"validation_behavior\":\"ENFORCE_RECOMMENDATIONS\",\"client_id\":");
  }

  @Test
  void validate_badBody_namesWhatIsWrong() {
    byte[] bad = "{\"events\":[]}".getBytes(StandardCharsets.UTF_8);
    try (Ga4Destination destination = destination(/* debug= */ false)) {
      Ga4Verdict verdict =
          destination.validate(
              new Sealed("/mp/collect", "application/json", bad, List.of("a")), LONG);

      assertThat(verdict.valid()).isFalse();
      assertThat(verdict.messages())
          .extracting(Ga4Verdict.Message::code, Ga4Verdict.Message::field)
          .contains(org.assertj.core.groups.Tuple.tuple("VALUE_REQUIRED", "client_id"));
      assertThat(verdict.toString() + verdict.messages()).doesNotContain("client_id");
    }
  }

  @Test
  void validate_noAnswer_isNotValid() {
    google.backend().answerWith(Answer.reset());
    try (Ga4Destination destination = destination(/* debug= */ false)) {
      Ga4Verdict verdict = destination.validate(body(destination), LONG);

      assertThat(verdict.valid()).isFalse();
      assertThat(verdict.status()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"validationMessages\":7}",
        "{\"validationMessages\":[",
        "{\"other\":{\"validationMessages\":[]}}"
      })
  void verdict_otherAnswers_areNotValid(String text) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);

    assertThat(Ga4Verdict.of(new HttpAnswer(200, Duration.ZERO, "", body)).valid()).isFalse();
  }

  @Test
  void verdict_unknownFields_arePassedOver() {
    String text =
        "{\"a\":{\"b\":[1]},\"validationMessages\":[{\"x\":[{}],\"validationCode\":\"C\"}],\"c\":1}";

    Ga4Verdict verdict =
        Ga4Verdict.of(
            new HttpAnswer(200, Duration.ZERO, "", text.getBytes(StandardCharsets.UTF_8)));

    assertThat(verdict.messages()).containsExactly(new Ga4Verdict.Message("C", "", ""));
  }

  @Test
  void debug_on_tellsCodesPlacesAndCountsAndNothingElse() {
    List<String> told =
        told(
            message("NAME_RESERVED", "events[0].name", "jane"),
            message("VALUE_INVALID", "events[0].params.page_title", "jane"),
            message("NAME_RESERVED", "events[24].name", "jane"),
            message("jane", "jane", "jane"),
            "{\"validationCode\":\"VALUE_REQUIRED\"}");

    assertThat(told).hasSize(2).noneMatch(line -> line.contains(FakeGa4.SECRET));
    assertThat(told.get(0))
        .isEqualTo(
            "ga4: the debug address answered 200, messages: 5 NAME_RESERVED(events.name) OTHER"
                + " VALUE_INVALID(events.params.page_title) VALUE_REQUIRED");
    assertThat(told.get(1)).startsWith("ga4: events: 1, bytes: ").endsWith("outcome: Delivered");
    assertThat(google.events("lab_test")).hasSize(1);
  }

  /** Where a value may stand, whatever it looks like. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jane",
        "events.jane",
        "events[0].params.jane",
        "events[0].params.page_title.jane",
        "events[jane].name",
        "events[19850101].name",
        "params[7].name",
        "events.name[7]",
        "events.params.page_title.value.value",
        "jane.events.name",
        "events.name jane",
        "events..name",
        "EVENTS",
        ".",
        "",
        "events\\nname",
        "lab_test"
      })
  void debug_on_otherPlaces_areNotTold(String field) {
    List<String> told =
        told("{\"jane\":\"jane\"," + message("NAME_INVALID", field, field).substring(1));

    assertThat(told.get(0))
        .isEqualTo("ga4: the debug address answered 200, messages: 1 NAME_INVALID");
  }

  @Test
  void debug_on_manyMessages_tellsTheirNumberAndSomeOfThem() {
    String[] messages = new String[200];
    List<String> names = List.copyOf(Ga4Table.names());
    for (int i = 0; i < messages.length; i++) {
      messages[i] = message("NAME_INVALID", "events.params." + names.get(i % names.size()), "");
    }

    assertThat(told(messages).get(0)).contains("messages: 200 ").hasSizeLessThan(2_000);
  }

  private static String message(String code, String field, String description) {
    return "{\"validationCode\":\"%s\",\"fieldPath\":\"%s\",\"description\":\"%s\"}"
        .formatted(code, field, description);
  }

  /** What is logged when the debug address answers so. */
  private List<String> told(String... messages) {
    String answer = "{\"validationMessages\":[" + String.join(",", messages) + "]}";
    google
        .backend()
        .answerNext(Answer.body(200, "application/json", answer.getBytes(StandardCharsets.UTF_8)));
    List<String> told = new ArrayList<>();
    Handler handler = collecting(told);
    Logger logger = Logger.getLogger("dev.candor.telemetry");
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try (Ga4Destination destination = destination(/* debug= */ true)) {
      assertThat(destination.send(body(destination), LONG)).isEqualTo(Delivered.all());
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(handler);
    }
    return told;
  }

  private Ga4Destination destination(boolean debug) {
    return Ga4Destination.builder(FakeGa4.STREAM, FakeGa4.SECRET)
        .endpoint(google.uri())
        .patience(LONG)
        .debug(debug)
        .build();
  }

  private static Sealed body(Ga4Destination destination) {
    long now = Instant.now().toEpochMilli() * 1_000_000;
    return destination
        .seal(
            List.of(Ga4Items.event("lab.test", now, now, Map.of(), Ga4Items.RESOURCE)),
            new SealContext(Ga4Items.INSTALLATION))
        .get(0);
  }

  private static Handler collecting(List<String> told) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        told.add(record.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
