package dev.candor.telemetry.exporter.sentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.candor.telemetry.testkit.FakeClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentryDsnTest {
  @ParameterizedTest
  @CsvSource({
    "https://abc@o1.ingest.us.sentry.io/42, https://o1.ingest.us.sentry.io/api/42",
    "https://abc:def@sentry.example.org/42, https://sentry.example.org/api/42",
    "https://abc@sentry.example.org:9000/a/b/42/, https://sentry.example.org:9000/a/b/api/42",
    "https://0f-a_9@errors.example.org/project-1, https://errors.example.org/api/project-1",
    "https://abc@o42.ingest.de.sentry.io/4507, https://o42.ingest.de.sentry.io/api/4507",
    "https://abc@app.glitchtip.example/77, https://app.glitchtip.example/api/77",
    "https://0123abcd-0000-4000-8000-00000000ffff@tracker.example.org/errors/77, https://tracker.example.org/errors/api/77",
    "HTTPS://abc@sentry.example.org/1, https://sentry.example.org/api/1",
    "https://abc@[2001:db8::1]:9000/x/1, https://[2001:db8::1]:9000/x/api/1",
    "https://abc@10.0.0.5:9000/1, https://10.0.0.5:9000/api/1",
    "http://abc@localhost:9000/1, http://localhost:9000/api/1",
    "http://abc@127.0.0.1/1, http://127.0.0.1/api/1",
    "http://abc@[::1]:80/1, http://[::1]:80/api/1"
  })
  void parse_legal_givesTheProjectsAddress(String dsn, String base) {
    assertThat(SentryDsn.parse(dsn)).extracting(one -> one.base().toString()).isEqualTo(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "https://o1.ingest.sentry.io/42",
        "https://@o1.ingest.sentry.io/42",
        "https://:def@o1.ingest.sentry.io/42",
        "https://abc:@o1.ingest.sentry.io/42",
        "https://abc@o1.ingest.sentry.io",
        "https://abc@o1.ingest.sentry.io/",
        "https://abc@o1.ingest.sentry.io/4 2",
        "https://abc@o1.ingest.sentry.io/42?key=1",
        "https://abc@o1.ingest.sentry.io/42#1",
        "https://a%20c@o1.ingest.sentry.io/42",
        "https://a,c@o1.ingest.sentry.io/42",
        "https://abc@/42",
        "http://abc@sentry.example.org/42",
        "http://abc@127.example.org/42",
        "ftp://abc@sentry.example.org/42",
        "//abc@sentry.example.org/42",
        "abc@sentry.example.org/42",
        "https://abc@sentry.example.org:99999/42",
        "https://abc@sentry.example.org:port/42",
        "https://abc@sentry.example.org//",
        "https://abc@sentry.example.org/../",
        "https://abc@sentry.example.org/42%2F1",
        "https://abc:d:e@sentry.example.org/42",
        "https://abc@x@sentry.example.org/42",
        "https://abc@sentry example.org/42",
        "https://abc@sentry.example.org/42\n",
        "https://abc@sentry.example.org\\42",
        "file:///abc@sentry/42"
      })
  void parse_illegal_isNothing(String dsn) {
    assertThat(SentryDsn.parse(dsn)).isNull();
  }

  @Test
  @Tag("P4")
  void create_illegal_namesTheRuleAndNeverTheDsn() {
    assertThatThrownBy(
            () -> SentryDestination.create("http://verysecret@example.org/1", FakeClock.create()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://KEY@HOST/PROJECT")
        .hasMessageNotContaining("verysecret");
  }

  @Test
  void headers_withAndWithoutSecret_areSentrysForms() {
    SentryDsn plain = SentryDsn.parse("https://abc@example.org/1");
    SentryDsn old = SentryDsn.parse("https://abc:def@example.org/1");

    assertThat(plain).isNotNull();
    assertThat(plain.envelopeHeader())
        .matches("Sentry sentry_version=7, sentry_client=candor/[^ ]+, sentry_key=abc");
    assertThat(plain.otlpHeader()).isEqualTo("sentry sentry_key=abc");
    assertThat(old).isNotNull();
    assertThat(old.envelopeHeader()).endsWith("sentry_key=abc, sentry_secret=def");
    assertThat(old).asString().doesNotContain("abc", "def");
  }
}
