package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpEndpointTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://collector.example.org",
        "https://collector.example.org:4318/otlp",
        "http://127.0.0.1:4318",
        "http://localhost:4318",
        "http://LOCALHOST",
        "http://[::1]:4318"
      })
  void check_safeAddress_isKept(String address) {
    assertThat(HttpEndpoint.check(URI.create(address))).isEqualTo(URI.create(address));
  }

  @Tag("P4")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://collector.example.org",
        "http://127.example.org",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://192.168.0.9:4318",
        "ftp://collector.example.org",
        "file:///etc/passwd",
        "collector",
        "https:/path",
        "mailto:alice@example.org",
        "https://alice:secret@collector.example.org",
        "https://collector.example.org?key=secret",
        "https://collector.example.org#secret"
      })
  void check_unsafeAddress_isRefusedWithoutQuotingIt(String address) {
    assertThatThrownBy(() -> HttpEndpoint.check(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https")
        .hasMessageNotContainingAny("collector.", "alice", "secret", "192.", "passwd");
  }

  @Test
  void below_joinsWithOneSlash() {
    assertThat(HttpEndpoint.below(URI.create("https://a/otlp/"), "/v1/traces"))
        .isEqualTo(HttpEndpoint.below(URI.create("https://a/otlp"), "/v1/traces"))
        .hasToString("https://a/otlp/v1/traces");
  }
}
