package dev.candor.telemetry.console;

import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.otel.Checkup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks far ends, before anything is started, by requests of which nothing is stored. Who would
 * throw away what is sent stops the start; who is only away does not, for all of it waits in a
 * queue. One thread.
 */
final class WayChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** A Collector drops what is answered so, and a vendor's courier, too. */
  private static final Set<Integer> LOSS = Set.of(400, 401, 402, 403, 404, 405, 410, 413, 500);

  private final List<String> faults = new ArrayList<>();
  private final Map<WayDestination, String> words = new EnumMap<>(WayDestination.class);

  /** What stops the start, a line each. */
  List<String> faults() {
    return faults;
  }

  /** What the far end of a destination said, in words of ours. */
  String words(WayDestination destination) {
    return words.getOrDefault(destination, "it was not asked");
  }

  /** Asks the vendors among these, by the settings of an environment. */
  void vendors(Shell shell, List<WayDestination> destinations, Path folder) {
    Map<String, String> environment = new HashMap<>(shell.environment());
    environment.keySet().removeIf(key -> key.startsWith("OTEL_") || key.startsWith("TELEMETRY_"));
    TelemetryOptions options = Runtimes.options(shell, folder).environment(environment).build();
    try (Checkup checkup = Checkup.of(options)) {
      if (checkup.silence() != null) {
        return;
      }
      for (WayDestination destination : destinations) {
        checkup.targets().stream()
            .filter(target -> destination.isVendor())
            .filter(target -> target.name().equals(destination.word()))
            .filter(target -> target.faults().isEmpty())
            .forEach(target -> found(destination, target.check(PATIENCE)));
      }
    }
  }

  private void found(WayDestination destination, Check check) {
    words.put(destination, check.rule());
    if (check.result() == Check.Result.REFUSED && LOSS.contains(check.status())) {
      faults.add("%s: status %d, %s".formatted(destination, check.status(), check.rule()));
    }
  }

  /** Asks the destination of {@code dest-otlp.yaml} by an empty request. */
  void otlp(String base, String token) throws InterruptedException {
    int status = post(base + "/v1/traces", token);
    if (LOSS.contains(status)) {
      faults.add(
          "otlp: status %d to an empty request; the Collector would drop what is answered so: are"
                  .formatted(status)
              + " CANDOR_DEST_ENDPOINT and CANDOR_DEST_TOKEN right?");
    }
    words.put(
        WayDestination.OTLP,
        status == 0
            ? "nobody answers there for now"
            : status / 100 == 2 ? "it answers as it should" : "it takes nothing for now");
  }

  private static int post(String address, String token) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/x-protobuf")
              .POST(BodyPublishers.noBody())
              .build();
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build()
          .send(request, BodyHandlers.discarding())
          .statusCode();
    } catch (IOException | IllegalArgumentException gone) {
      return 0;
    }
  }
}
