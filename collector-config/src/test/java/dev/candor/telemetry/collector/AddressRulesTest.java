package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which exporters bring the same to one address. */
@Tag("P7")
class AddressRulesTest {
  private static JsonNode config(String one, String other, String pipelines) {
    return ConfigFiles.tree(
        "x",
        "exporters: {otlp_http/one: {%s}, otlp_http/other: {%s}}\nservice: {pipelines: {%s}}"
            .formatted(one, other, pipelines));
  }

  private static JsonNode traces(String one, String other) {
    return config(one, other, "traces/x: {exporters: [otlp_http/one, otlp_http/other]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint: 'https://a.org' | endpoint: 'https://a.org' | endpoint",
        "endpoint: 'https://a.org' | endpoint: 'https://a.org/' | endpoint",
        "endpoint: 'https://a.org' | traces_endpoint: 'https://a.org/v1/traces' | traces_endpoint",
        "endpoint: 'https://a.org/ga4' | endpoint: 'https://a.org/ga4' | endpoint",
        "endpoint: 'https://a.org/ga4,amplitude' | endpoint: 'https://a.org/amplitude' | endpoint",
        "endpoint: 'https://a.org/sentry' | endpoint: 'https://a.org/ga4,sentry' | endpoint",
      })
  void faults_sameSignalToOneAddress_isTwice(String one, String other, String setting) {
    assertThat(AddressRules.faults(traces(one, other)))
        .containsExactly(ConfigFault.at(ConfigRule.TWICE, "exporters", "otlp_http/other", setting));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint: 'https://a.org/ga4' | endpoint: 'https://b.org/ga4'",
        "endpoint: 'https://a.org/ga4,sentry' | endpoint: 'https://a.org/amplitude,store'",
        "endpoint: 'https://a.org' | endpoint: 'https://a.org/ga4'",
        "endpoint: 'https://a.org', traces_endpoint: 'https://b.org' | endpoint: 'https://a.org'",
        "brokers: [a] | brokers: [a]",
      })
  void faults_otherAddresses_areNone(String one, String other) {
    assertThat(AddressRules.faults(traces(one, other))).isEmpty();
  }

  private static List<ConfigFault> faultsOfOneAddress(String pipelines) {
    String address = "endpoint: 'https://a.org'";
    return AddressRules.faults(config(address, address, pipelines));
  }

  @Test
  void faults_otherSignals_areNone() {
    assertThat(
            faultsOfOneAddress(
                "traces/x: {exporters: [otlp_http/one]},"
                    + " metrics/x: {exporters: [otlp_http/other]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "processors: [filter/x], "})
  void faults_allBesideAPart_isTwice(String processors) {
    assertThat(
            faultsOfOneAddress(
                "traces/x: {%sexporters: [otlp_http/one]}, traces/y: {exporters: [otlp_http/other]}"
                    .formatted(processors)))
        .hasSize(1);
  }

  /** A filter may stand elsewhere: what is brought twice by one exporter is not known here. */
  @Test
  void faults_oneExporterInTwoPipelines_areNone() {
    assertThat(
            faultsOfOneAddress(
                "traces/x: {exporters: [otlp_http/one]}, traces/y: {exporters: [otlp_http/one]}"))
        .isEmpty();
  }
}
