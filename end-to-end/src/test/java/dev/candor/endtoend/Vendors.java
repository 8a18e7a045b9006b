package dev.candor.endtoend;

import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.FakeSentry;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where the way ends: three strict vendors, and a backend that takes any OTLP. Any thread. */
final class Vendors implements AfterEachCallback {
  private final FakeGa4 google = new FakeGa4();
  private final FakeAmplitude amplitude = new FakeAmplitude();
  private final FakeSentry sentry = new FakeSentry();
  private final LoopbackBackend otlp = new LoopbackBackend();

  FakeGa4 google() {
    return google;
  }

  FakeAmplitude amplitude() {
    return amplitude;
  }

  FakeSentry sentry() {
    return sentry;
  }

  LoopbackBackend otlp() {
    return otlp;
  }

  /** The errors that the backend for OTLP counts, each point of a report once. */
  long otlpErrorCount() {
    return otlp.points("app.error.count").stream().distinct().mapToLong(ReceivedPoint::count).sum();
  }

  /** The ids of the events that Amplitude has, without what it is told of users beside. */
  List<String> amplitudeIds() {
    return amplitude.events().stream()
        .filter(event -> !event.type().equals("$identify"))
        .map(FakeAmplitude.Event::insertId)
        .toList();
  }

  /** The ids of the errors that Sentry has: what an event's id begins with. */
  List<String> sentryIds() {
    return sentry.events().stream().map(event -> String.valueOf(event.get("event_id"))).toList();
  }

  /** What a gateway must know of them. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("GA_MEASUREMENT_ID", FakeGa4.STREAM);
    settings.put("GA_API_SECRET", FakeGa4.SECRET);
    settings.put("GA_ENDPOINT", google.uri().toString());
    settings.put("AMPLITUDE_API_KEY", FakeAmplitude.KEY);
    settings.put("AMPLITUDE_ENDPOINT", amplitude.uri().toString());
    settings.put("SENTRY_DSN", sentry.dsn());
    return settings;
  }

  /** Where Sentry takes spans that are no errors. */
  String sentryTraces() {
    return sentry.backend().uri() + "/api/" + FakeSentry.PROJECT + "/integration/otlp/v1/traces";
  }

  @Override
  public void afterEach(ExtensionContext context) {
    google.close();
    amplitude.close();
    sentry.close();
    otlp.close();
  }
}
