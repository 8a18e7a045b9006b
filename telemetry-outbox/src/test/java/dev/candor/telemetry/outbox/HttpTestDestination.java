package dev.candor.telemetry.outbox;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Posts one item a line to a server of the test. */
final class HttpTestDestination implements Destination {
  private final URI address;
  private final boolean deduplicates;
  private final HttpClient client = HttpClient.newHttpClient();

  HttpTestDestination(URI address, boolean deduplicates) {
    this.address = address;
    this.deduplicates = deduplicates;
  }

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public String host() {
    return address.getHost();
  }

  @Override
  public Limits limits() {
    return new Limits(10, 1 << 20, Duration.ofDays(7), deduplicates, 1_000, true, true);
  }

  @Override
  public int atOnce(Sealed sealed) {
    return 4;
  }

  @Override
  public List<Sealed> seal(List<Item> items, SealContext context) {
    return FakeDestination.lines(items);
  }

  @Override
  public Outcome send(Sealed sealed, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(sealed.body()))
            .build();
    try {
      client.send(request, BodyHandlers.discarding());
      return Outcome.Delivered.all();
    } catch (IOException e) {
      return new Outcome.Uncertain();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Uncertain();
    }
  }

  @Override
  public void close() {
    // The client has nothing to close on this Java.
    client.version();
  }
}
