package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an operator hears of a vendor that refuses. */
class VendorNoticesTest {
  private static final String WRONG = "ffffffffffffffffffffffffffffffff";

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @RegisterExtension final FakeGa4 google = new FakeGa4();
  @RegisterExtension final FakeSentry sentry = new FakeSentry();
  @TempDir Path temporary;

  private TestGateway start() throws IOException {
    Path file =
        Files.writeString(
            temporary.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:0
            data: gateway
            services: [lab]
            registries: [lab.yaml]
            paths: {amplitude: {}, ga4: {}, sentry: {}}
            """);
    Files.writeString(temporary.resolve("lab.yaml"), TestGateway.LAB);
    return TestGateway.start(
        ConfigFile.read(
            file,
            Map.of(
                ConfigFile.TOKEN,
                TestGateway.TOKEN,
                "AMPLITUDE_API_KEY",
                WRONG,
                "AMPLITUDE_ENDPOINT",
                amplitude.uri().toString(),
                "GA_MEASUREMENT_ID",
                FakeGa4.STREAM,
                "GA_API_SECRET",
                FakeGa4.SECRET,
                "GA_ENDPOINT",
                google.uri().toString(),
                "SENTRY_DSN",
                sentry.dsn()),
            Clock.systemUTC()));
  }

  private static void post(TestGateway gateway, String path, int number) {
    gateway.post(path + "/v1/traces", TestRequests.spans(1, number, 1).toByteArray());
  }

  private static void awaitMetric(TestGateway gateway, String line) {
    await().untilAsserted(() -> assertThat(gateway.get("/metrics")).contains(line));
  }

  @Test
  @Tag("P4")
  void exporterWarns_isInLogAndCounterWithoutTheKey() throws IOException {
    try (TestGateway gateway = start()) {
      post(gateway, "/amplitude", 1);

      awaitMetric(gateway, "candor_gateway_vendor_warnings_total{path=\"amplitude\"}");
      assertThat(gateway.log())
          .contains("\"event\":\"vendor.warning\"", "AMPLITUDE_API_KEY is refused by Amplitude")
          .doesNotContain(WRONG);
    }
  }

  @Test
  void vendorRefusesTheSender_isInTheLog() throws IOException {
    google.backend().answerWith(403);
    try (TestGateway gateway = start()) {
      post(gateway, "/ga4", 1);

      awaitMetric(gateway, "candor_gateway_vendor_warnings_total{path=\"ga4\"} 1.0");
      assertThat(gateway.log()).contains("\"event\":\"vendor.refuses\",\"path\":\"ga4\"");
    }
  }

  @Test
  void refused_twice_isInTheLogOnceAndCountedTwice() {
    VendorNotices notices = new VendorNotices();
    StringWriter text = new StringWriter();
    GatewayCounts counts = new GatewayCounts();
    notices.attach(new GatewayLog(new PrintWriter(text), Clock.systemUTC()), counts);

    notices.refused(GatewayPath.SENTRY);
    notices.refused(GatewayPath.SENTRY);

    assertThat(text.toString()).containsOnlyOnce("vendor.refuses");
    assertThat(counts.of(GatewayCounts.Name.VENDOR_WARNINGS, "sentry", "")).isEqualTo(2);
  }

  @Test
  void warn_beforeThereIsALog_isToldWhenThereIs() {
    VendorNotices notices = new VendorNotices();
    StringWriter text = new StringWriter();
    GatewayCounts counts = new GatewayCounts();
    notices.warn(GatewayPath.GA4, "two names are left out");
    notices.warn(GatewayPath.GA4, "two names are left out");

    notices.attach(new GatewayLog(new PrintWriter(text), Clock.systemUTC()), counts);

    assertThat(text.toString()).containsOnlyOnce("two names are left out");
    assertThat(counts.of(GatewayCounts.Name.VENDOR_WARNINGS, "ga4", "")).isEqualTo(2);
  }
}
