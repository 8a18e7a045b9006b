package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever field a string leaves in, it is found. */
@Tag("P4")
class LeftStringsTest {
  @Test
  void add_span_hasTheStringsOfEveryField() throws JsonProcessingException {
    Set<LeftStrings.Entry> left =
        left(
            """
            {"resourceSpans": [{
              "schemaUrl": "s1",
              "resource": {
                "attributes": [{"key": "s2", "value": {"stringValue": "s3"}}],
                "entityRefs": [{"type": "s4", "idKeys": ["s5"]}]},
              "scopeSpans": [{
                "schemaUrl": "s6",
                "scope": {"name": "s7", "version": "s8",
                  "attributes": [{"key": "s9", "value": {"bytesValue": "s10"}}]},
                "spans": [
                  {"traceId": "1", "name": "s11", "traceState": "s12", "kind": 1,
                   "droppedAttributesCount": 7,
                   "status": {"code": 2, "message": "s13"},
                   "attributes": [
                     {"key": "s14", "value": {"arrayValue": {"values": [{"stringValue": "s15"}]}}},
                     {"key": "s16", "value": {"kvlistValue": {"values": [
                       {"key": "s17", "value": {"intValue": "42"}}]}}},
                     {"key": "s18", "value": {"boolValue": true}},
                     {"key": "s19", "value": {"doubleValue": 0.5}}],
                   "events": [{"name": "s20",
                     "attributes": [{"key": "s21", "value": {"stringValue": "s22"}}]}],
                   "links": [{"traceId": "s23", "traceState": "s24"}]},
                  {"traceId": "2", "name": "other"}]}]}]}
            """);

    List<String> texts = left.stream().map(LeftStrings.Entry::text).toList();
    assertThat(texts).contains("42", "true", "0.5").doesNotContain("other", "7");
    for (int i = 1; i <= 24; i++) {
      assertThat(texts).contains("s" + i);
    }
  }

  @Test
  void add_metric_belongsToItsReport() throws JsonProcessingException {
    Set<LeftStrings.Entry> left =
        left(
            """
            {"resourceMetrics": [{
              "resource": {"attributes": [
                {"key": "candor.report.id", "value": {"stringValue": "1"}}]},
              "scopeMetrics": [{"scope": {"name": "s1"}, "metrics": [{
                "name": "s2", "description": "s3", "unit": "s4",
                "metadata": [{"key": "s5", "value": {"stringValue": "s6"}}],
                "sum": {"dataPoints": [{
                  "attributes": [{"key": "s7", "value": {"stringValue": "s8"}}],
                  "exemplars": [{"filteredAttributes": [
                    {"key": "s9", "value": {"stringValue": "s10"}}]}]}]}}]}]}]}
            """);

    assertThat(left.stream().map(LeftStrings.Entry::text))
        .contains("s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9", "s10");
  }

  @Test
  void add_logRecord_hasItsBody() throws JsonProcessingException {
    assertThat(
            left(
                """
                {"resourceLogs": [{"scopeLogs": [{"logRecords": [
                  {"traceId": "1", "eventName": "s1", "body": {"stringValue": "s2"}}]}]}]}
                """))
        .extracting(LeftStrings.Entry::text)
        .contains("s1", "s2");
  }

  @Test
  void of_caseOfWhichNothingLeft_isNull() {
    assertThat(new LeftStrings().of("1")).isNull();
  }

  private static Set<LeftStrings.Entry> left(String json) throws JsonProcessingException {
    LeftStrings left = new LeftStrings();
    left.add(CollectorPassage.JSON.readTree(json));
    Set<LeftStrings.Entry> entries = left.of("1");
    assertThat(entries).isNotNull();
    return entries;
  }
}
