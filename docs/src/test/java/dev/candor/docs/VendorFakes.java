package dev.candor.docs;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fake of every vendor, and the settings by which an application finds it. */
final class VendorFakes implements AfterEachCallback {
  final FakeGa4 google = new FakeGa4();
  final FakeAmplitude amplitude = new FakeAmplitude();
  final FakeSentry sentry = new FakeSentry();

  /** One that an application can be told of. */
  enum Vendor {
    GA4("ga4"),
    AMPLITUDE("amplitude"),
    SENTRY("sentry");

    final String word;

    Vendor(String word) {
      this.word = word;
    }
  }

  /** Of all of them. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    for (Vendor vendor : Vendor.values()) {
      settings.putAll(settings(vendor));
    }
    return settings;
  }

  Map<String, String> settings(Vendor vendor) {
    return switch (vendor) {
      case GA4 ->
          Map.of(
              "GA_MEASUREMENT_ID", FakeGa4.STREAM,
              "GA_API_SECRET", FakeGa4.SECRET,
              "GA_ENDPOINT", google.uri().toString());
      case AMPLITUDE ->
          Map.of(
              "AMPLITUDE_API_KEY",
              FakeAmplitude.KEY,
              "AMPLITUDE_ENDPOINT",
              amplitude.uri().toString());
      case SENTRY -> Map.of("SENTRY_DSN", sentry.dsn());
    };
  }

  @Override
  public void afterEach(ExtensionContext context) {
    google.close();
    amplitude.close();
    sentry.close();
  }
}
