package dev.candor.telemetry.console;

import java.util.Locale;
import java.util.Map;

/** A vendor that the demo can send to as well: a strict fake of it on this machine. */
enum DemoVendor {
  GA4 {
    @Override
    Map<String, String> settings(int port) {
      return Map.of(
          "GA_MEASUREMENT_ID", "G-TEST123",
          "GA_API_SECRET", "not-a-real-secret",
          "GA_ENDPOINT", "http://127.0.0.1:" + port);
    }
  },
  AMPLITUDE {
    @Override
    Map<String, String> settings(int port) {
      return Map.of(
          "AMPLITUDE_API_KEY",
          "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
          "AMPLITUDE_ENDPOINT",
          "http://127.0.0.1:" + port);
    }
  },
  SENTRY {
    @Override
    Map<String, String> settings(int port) {
      return Map.of("SENTRY_DSN", "http://not-a-real-key@127.0.0.1:" + port + "/42");
    }
  };

  /** What an operator would write into the environment; the credentials are the fake's own. */
  abstract Map<String, String> settings(int port);

  /** Its name in settings, ledger and files. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }
}
