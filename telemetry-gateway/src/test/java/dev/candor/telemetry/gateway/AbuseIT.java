package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.candor.telemetry.exporter.CountItem;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.StoredItem;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.FakeAmplitude;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A gateway with a heap of 160 MB, abused by authenticated senders in every way at hand, while a
 * thousand slow connections are open and one sender behaves well.
 */
@Tag("P4")
@Tag("linux")
class AbuseIT {
  private static final String CANARY = "jane.roe.4711";
  private static final String TRACES = "/amplitude/v1/traces";
  private static final String PROTO = "application/x-protobuf";
  private static final String JSON = "application/json";
  private static final int SLOW = 1_000;
  private static final int SLICE = 400;
  private static final Duration FUZZING = Duration.ofSeconds(50);
  private static final int MOST_ROUNDS = 100;
  private static final int OFTEN = 2;
  private static final int BOMBS = 6;
  private static final int MOST_MB = 512;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final FakeAmplitude AMPLITUDE = new FakeAmplitude();

  @TempDir static Path folder;

  private static final Map<String, Integer> SERVED = new LinkedHashMap<>();
  private static final List<Socket> SOCKETS = new ArrayList<>();
  private static ChildJvm gateway;
  private static Attacker attacker;
  private static GoodSender sender;
  private static String metrics = "";

  @BeforeAll
  static void abuse() throws IOException {
    Files.writeString(folder.resolve("lab.yaml"), TestGateway.LAB);
    Path file =
        Files.writeString(
            folder.resolve("gateway.yaml"),
            """
            listen: 127.0.0.1:0
            data: gateway
            services: [lab]
            registries: [lab.yaml]
            paths: {amplitude: {}, store: {}}
            """);
    gateway =
        ChildJvm.of(AbusedGateway.class)
            .jvmArgs("-Xmx160m", "-Xmn88m", "-XX:SurvivorRatio=4", "-XX:+UseSerialGC")
            .environment(ConfigFile.TOKEN, TestGateway.TOKEN)
            .environment("AMPLITUDE_API_KEY", FakeAmplitude.KEY)
            .environment("AMPLITUDE_ENDPOINT", AMPLITUDE.uri().toString())
            .args(file.toString())
            .start();
    String ready = gateway.awaitLine("gateway.ready", PATIENCE);
    int port = Integer.parseInt(ready.replaceAll(".*\"port\":(\\d+).*", "$1"));
    attacker = new Attacker(port);
    sender = new GoodSender(URI.create("http://127.0.0.1:" + port + TRACES));
    keepSlowOnesOpen();
    attack("bombs", AbuseIT::throwBombs);
    attack("deep nesting", AbuseIT::nestDeeply);
    attack("many keys", AbuseIT::sendManyKeys);
    attack("huge headers", AbuseIT::sendHugeHeaders);
    attack("wrong types", AbuseIT::sendWrongTypes);
    attack("requests without end", AbuseIT::sendWithoutEnd);
    fuzz();
    sender.close();
    metrics = get(port, "/metrics");
  }

  @AfterAll
  static void stop() throws IOException {
    for (Socket socket : SOCKETS) {
      socket.close();
    }
    gateway.close();
    AMPLITUDE.close();
  }

  /** A minute in all, with the rest; in slices, so that the well-behaved sender is seen often. */
  private static void fuzz() {
    long fresh = new SplittableRandom().nextLong();
    Fuzzer known = new Fuzzer(attacker, 1, CANARY);
    Fuzzer unknown = new Fuzzer(attacker, fresh, CANARY);
    long end = System.nanoTime() + FUZZING.toNanos();
    while (System.nanoTime() < end) {
      attack("faulty bodies, seed 1", () -> known.post(SLICE));
      attack("faulty bodies, fresh seed", () -> unknown.post(SLICE));
    }
    System.out.println(
        "AbuseIT: "
            + known.posted()
            + " faulty bodies of seed 1, "
            + unknown.posted()
            + " of seed "
            + fresh);
  }

  /** Again and again without a pause, until the well-behaved sender was served meanwhile. */
  private static void attack(String name, Runnable attack) {
    int before = sender.served();
    int rounds = 0;
    do {
      attack.run();
      rounds++;
    } while (sender.served() < before + OFTEN && rounds < MOST_ROUNDS);
    SERVED.merge(name, sender.served() - before, Math::min);
  }

  @Test
  void attackers_allKinds_areAnswered200Or503() {
    assertThat(attacker.statuses()).isNotEmpty().isSubsetOf("200", "503");
  }

  @Test
  void goodSender_duringEachAttack_isServed() {
    assertThat(SERVED)
        .hasSize(8)
        .allSatisfy((attack, served) -> assertThat(served).isGreaterThanOrEqualTo(OFTEN));
  }

  @Test
  void faultyBodies_ofCounts_reachTheStore() {
    Path store = folder.resolve("gateway/store");
    try (Outbox outbox = Outbox.openRelay(store, Outbox.Limits.defaults(), Clock.systemUTC())) {
      assertThat(outbox.items(0, 200))
          .extracting(StoredItem::item)
          .hasAtLeastOneElementOfType(CountItem.class)
          .hasAtLeastOneElementOfType(EventItem.class);
    }
  }

  @Test
  void goodSender_itsEvents_arriveOnce() {
    int sent = sender.served();

    await().atMost(PATIENCE).until(() -> arrived().size() >= sent);
    assertThat(arrived()).doesNotHaveDuplicates();
    assertThat(AMPLITUDE.duplicates()).isZero();
  }

  /** The numbers of the good sender's events, as the vendor has them. */
  private static List<Object> arrived() {
    return AMPLITUDE.events("imaging.run").stream()
        .filter(event -> event.deviceId().equals(TestRequests.installation(1)))
        .map(event -> event.properties().get("imaging.run.channels"))
        .toList();
  }

  @Test
  void heap_allKinds_isNeverExhausted() {
    assertThat(gateway.isAlive()).isTrue();
    assertThat(String.join("\n", gateway.stdout())).doesNotContain("OutOfMemoryError");
    assertThat(metrics).doesNotContain("candor_gateway_faults_total{place=");
  }

  @Test
  void memory_allKinds_isBounded() throws IOException {
    long peak =
        Files.readString(Path.of("/proc/" + gateway.pid() + "/status"))
            .lines()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElseThrow();
    System.out.println("AbuseIT: at most " + peak / 1024 + " MB, served " + SERVED);

    assertThat(peak / 1024).isLessThan(MOST_MB);
  }

  @Test
  void logAndMetrics_allKinds_holdNothingOfThem() {
    assertThat(String.join("\n", gateway.stdout()) + String.join("\n", gateway.stderr()) + metrics)
        .contains("gateway.ready", "request.too_large")
        .doesNotContain(CANARY, "jane", TestGateway.TOKEN);
  }

  private static void keepSlowOnesOpen() {
    int before = sender.served();
    for (int i = 0; i < SLOW; i++) {
      String length = "Content-Length: 1000\r\n";
      String whole = Attacker.head(TRACES, PROTO, length) + CANARY;
      SOCKETS.add(attacker.begin(i % 3 == 0 ? whole.substring(0, 60) : whole));
    }
    await().atMost(PATIENCE).until(() -> sender.served() >= before + OFTEN);
  }

  private static void throwBombs() {
    for (int i = 0; i < BOMBS; i++) {
      attacker.send(
          Attacker.head(
              TRACES,
              i % 2 == 0 ? PROTO : JSON,
              "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
          Bomb::to);
    }
  }

  private static void nestDeeply() {
    // resource_spans, scope_spans, spans, attributes, value, and then values and lists in turn
    attacker.post(TRACES, PROTO, "", Attacker.nested(300_000, 1, 2, 2, 9, 2));
    attacker.post(TRACES, PROTO, "", Attacker.nested(3_000, 1, 2, 2, 9, 2));
    for (String open : List.of("[", "{\"" + CANARY + "\":", "{\"resourceSpans\":[")) {
      String body = open.repeat(100_000);
      attacker.post(TRACES, JSON, "", body.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void sendManyKeys() {
    Span.Builder span = TestRequests.span(-4).toBuilder();
    for (int i = 0; i < 100_000; i++) {
      span.addAttributes(TestRequests.number(CANARY + i, i));
    }
    byte[] body =
        TestRequests.request(TestRequests.installation(2), List.of(span.build())).toByteArray();
    for (int i = 0; i < 5; i++) {
      attacker.post(TRACES, PROTO, "", body);
    }
    for (int i = 0; i < 300; i++) {
      attacker.post("/amplitude/v1/traces/" + CANARY + i, PROTO, "", new byte[0]);
    }
  }

  private static void sendHugeHeaders() {
    String line = CANARY + ": " + CANARY.repeat(20) + "\r\n";
    attacker.post(TRACES, PROTO, line.repeat(4_000), new byte[10]);
    attacker.post(TRACES, PROTO, CANARY + ": " + "x".repeat(1 << 20) + "\r\n", new byte[10]);
    attacker.post(TRACES + "?" + CANARY.repeat(50_000), PROTO, "", new byte[10]);
  }

  private static void sendWrongTypes() {
    byte[] body = Victims.spans(CANARY).toByteArray();
    for (String type : List.of("text/xml", CANARY, "application/json; a=b", "*/*", "", "a\tb")) {
      for (String encoding : List.of("", "zstd", "br", CANARY, "gzip, gzip", "deflate")) {
        attacker.post(TRACES, type, "Content-Encoding: " + encoding + "\r\n", body);
      }
    }
    attacker.post(TRACES, PROTO, "Content-Length: 7\r\n", body);
    attacker.post(TRACES, PROTO, "Transfer-Encoding: " + CANARY + "\r\n", body);
    attacker.post(TRACES, PROTO, "no header at all\r\n", body);
    attacker.post("/%zz/" + CANARY, PROTO, "", body);
  }

  private static void sendWithoutEnd() {
    String head = Attacker.head(TRACES, PROTO, "Transfer-Encoding: chunked\r\n");
    attacker.send(head, Attacker::withoutEnd);
    attacker.send(head, out -> out.write("zz\r\n".getBytes(StandardCharsets.US_ASCII)));
  }

  private static String get(int port, String path) throws IOException {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              BodyHandlers.ofString())
          .body();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
