package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.DestinationProvider;
import dev.candor.telemetry.exporter.DestinationProviders;
import dev.candor.telemetry.registry.BuiltInRegistries;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.testkit.FakeAmplitude;
import dev.candor.telemetry.testkit.FakeGa4;
import dev.candor.telemetry.testkit.TestDestinationSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A gateway on loopback, and who talks to it. */
final class TestGateway implements AutoCloseable {
  static final String TOKEN = "not-a-real-token-0";

  static final String LAB =
      """
      file_format: definition/2
      attributes:
        - {key: imaging.run.channels, type: int, annotations: {candor: {kind: integer, min: 0}}}
        - {key: imaging.run.note, type: string, annotations: {candor: {kind: text, max: 100}}}
      spans:
        - {type: imaging.run, kind: internal, name: {note: imaging.run}, attributes: [{ref: imaging.run.channels}, {ref: imaging.run.note}, {ref: session.id}]}
        - {type: imaging.strict, kind: internal, name: {note: imaging.strict}, attributes: [{ref: imaging.run.channels, requirement_level: required}]}
      """;

  private final StringWriter log;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Gateway gateway;

  private TestGateway(Gateway gateway, StringWriter log) {
    this.gateway = gateway;
    this.log = log;
  }

  static Registry registry() {
    return BuiltInRegistries.reader().text("lab", LAB).read();
  }

  static GatewayConfig.Builder config(Path folder) {
    return GatewayConfig.builder(folder, Tokens.of(List.of(TOKEN)), registry())
        .listen(new ListenAddress("127.0.0.1", 0))
        .services(List.of("lab"))
        .stopWithin(Duration.ofSeconds(5));
  }

  /** The destination of a vendor, made from settings as everywhere. */
  static Destination destination(String name, Map<String, String> settings) {
    TestDestinationSettings given = new TestDestinationSettings(settings);
    DestinationProvider provider =
        DestinationProviders.find(
                settings::containsKey, TestGateway.class.getClassLoader(), fault -> {})
            .stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    Destination made = provider.create(given);
    if (made == null) {
      throw new AssertionError("the settings are faulty");
    }
    return made;
  }

  /** The destination of Amplitude, where a fake stands for it. */
  static Destination destination(FakeAmplitude vendor) {
    return destination(
        "amplitude",
        Map.of(
            "AMPLITUDE_API_KEY", FakeAmplitude.KEY, "AMPLITUDE_ENDPOINT", vendor.uri().toString()));
  }

  /** The destination of Google Analytics, where a fake stands for it. */
  static Destination destination(FakeGa4 vendor) {
    return destination(
        "ga4",
        Map.of(
            "GA_MEASUREMENT_ID",
            FakeGa4.STREAM,
            "GA_API_SECRET",
            FakeGa4.SECRET,
            "GA_ENDPOINT",
            vendor.uri().toString()));
  }

  /** One that keeps what comes to {@code /store} for thirty days. */
  static TestGateway storing(Path folder) {
    return start(config(folder).store(Duration.ofDays(30)));
  }

  static TestGateway start(GatewayConfig.Builder config) {
    return start(config.build());
  }

  static TestGateway start(GatewayConfig config) {
    return start(config, Clock.systemUTC());
  }

  static TestGateway start(GatewayConfig config, Clock clock) {
    StringWriter log = new StringWriter();
    try {
      return new TestGateway(
          Gateway.start(config, new GatewayLog(new PrintWriter(log), clock), clock), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it has written. */
  String log() {
    return log.toString();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }

  /** Posts protobuf with the right token. */
  HttpResponse<byte[]> post(String path, byte[] body) {
    return send(request(path, body).header("Content-Type", "application/x-protobuf"));
  }

  /** Posts JSON with the right token. */
  HttpResponse<byte[]> postJson(String path, String json) {
    return send(
        request(path, json.getBytes(StandardCharsets.UTF_8))
            .header("Content-Type", "application/json"));
  }

  /** A request with the right token and nothing else. */
  HttpRequest.Builder request(String path, byte[] body) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + TOKEN)
        .POST(BodyPublishers.ofByteArray(body));
  }

  String get(String path) {
    return new String(send(HttpRequest.newBuilder(uri(path)).GET()).body(), StandardCharsets.UTF_8);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
