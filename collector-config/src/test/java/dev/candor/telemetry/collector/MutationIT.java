package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Puts the faults that the check refuses into the shipped files, one at a time, and shows that each
 * turns a behavioural case red that is green without it. All run side by side in one Collector;
 * faults of queues are in {@link QueueMutationIT}.
 */
@Tag("P4")
@Tag("once")
class MutationIT {
  /** What is seen from outside: the answers, and all that arrived. */
  record Outcome(List<Integer> statuses, List<JsonNode> arrived) {}

  @TempDir static Path folder;
  private static StagedCollector collector;

  @BeforeAll
  static void start() throws IOException {
    collector = new StagedCollector(folder);
    for (Mutation mutation : sideBySide()) {
      if (!collector.has(name(mutation, false))) {
        collector.add(name(mutation, false), mutation.config(false), mutation.stages());
      }
      collector.add(name(mutation, true), mutation.config(true), mutation.stages());
    }
    collector.start();
  }

  @AfterAll
  static void stop() {
    collector.close();
  }

  /** The others need a Collector of their own. */
  private static boolean isSideBySide(Mutation mutation) {
    String probe = mutation.probe();
    return !probe.isEmpty()
        && !probe.equals("kill")
        && !probe.equals("start")
        && !probe.startsWith("log ");
  }

  static List<Mutation> sideBySide() throws IOException {
    return Mutation.all().stream().filter(MutationIT::isSideBySide).toList();
  }

  static List<Mutation> starts() throws IOException {
    return withProbe("start");
  }

  static List<Mutation> logs() throws IOException {
    return withProbe("log ");
  }

  private static List<Mutation> withProbe(String start) throws IOException {
    return Mutation.all().stream().filter(m -> m.probe().startsWith(start)).toList();
  }

  private static String name(Mutation mutation, boolean faulty) {
    return faulty ? "faulty" + mutation.fault().substring(0, 2) : mutation.shippedName();
  }

  @ParameterizedTest
  @MethodSource("sideBySide")
  void shippedFiles_withTheFault_turnTheCaseRed(Mutation mutation)
      throws IOException, InterruptedException {
    Outcome green = outcome(mutation, false);
    Outcome red = outcome(mutation, true);

    assertThat(green.statuses()).containsOnly(promised(mutation));
    Set<String> left = new TreeSet<>();
    green.arrived().forEach(request -> left.addAll(GoldenStages.scalars(request)));
    for (GoldenCase golden : mutation.cases()) {
      assertThat(Collections.disjoint(left, GoldenStages.planted(golden))).isTrue();
    }
    assertThat(red).isNotEqualTo(green);
  }

  private static int promised(Mutation mutation) {
    return switch (mutation.probe().split(" ")[0]) {
      case "failing" -> 503;
      case "logs" -> 404;
      case "large" -> 400;
      case "token" -> mutation.probe().endsWith("none") ? 401 : 200;
      case "second" -> 0;
      default -> 200;
    };
  }

  private static Outcome outcome(Mutation mutation, boolean faulty)
      throws IOException, InterruptedException {
    String name = name(mutation, faulty);
    byte[] valid = bytes(GoldenCase.base("acquisition"));
    return switch (mutation.probe()) {
      case "logs" -> outcome(collector.send(name, logRecord()));
      case "large body" -> outcome(send(name, StagedCollector.TOKEN, larger(valid)));
      case "token none" -> outcome(send(name, "", valid));
      case "token right" -> outcome(send(name, StagedCollector.TOKEN, valid));
      case "second port" ->
          new Outcome(List.of(collector.has(name + "+") ? open(name) : 0), List.of());
      default -> golden(mutation, name);
    };
  }

  private static Outcome golden(Mutation mutation, String name)
      throws IOException, InterruptedException {
    List<Integer> statuses = new ArrayList<>();
    List<JsonNode> arrived = new ArrayList<>();
    assertThat(mutation.cases()).isNotEmpty();
    for (GoldenCase golden : mutation.cases()) {
      StagedCollector.Answer answer = collector.send(name, golden.sent());
      statuses.add(answer.status());
      arrived.addAll(answer.arrived());
    }
    return new Outcome(statuses, arrived);
  }

  private static Outcome outcome(StagedCollector.Answer answer) {
    return new Outcome(List.of(answer.status()), answer.arrived());
  }

  private static StagedCollector.Answer send(String name, String token, byte[] body)
      throws IOException, InterruptedException {
    return collector.send(name, "/v1/traces", token, body);
  }

  private static int open(String name) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", collector.port(name + "+"))) {
      return socket.isConnected() ? 1 : 0;
    }
  }

  private static byte[] larger(byte[] valid) {
    byte[] large = Arrays.copyOf(valid, (1 << 20) + 1);
    Arrays.fill(large, valid.length, large.length, (byte) ' ');
    return large;
  }

  private static byte[] bytes(JsonNode request) {
    return request.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode logRecord() throws IOException {
    return GoldenCollector.JSON.readTree(
        "{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":[{\"body\":{\"stringValue\":\"alice\"}}]}]}]}");
  }

  @ParameterizedTest
  @MethodSource("logs")
  void shippedFiles_withTheFault_writeValuesIntoTheLog(Mutation mutation)
      throws IOException, InterruptedException {
    assertThat(logOf(mutation, false)).isFalse();
    assertThat(logOf(mutation, true)).isTrue();
  }

  /** Whether something that was sent stands in the log. */
  private static boolean logOf(Mutation mutation, boolean faulty)
      throws IOException, InterruptedException {
    Path own = Files.createDirectories(folder.resolve(name(mutation, faulty)));
    Set<String> sent = new TreeSet<>(List.of("01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b"));
    Path log;
    try (StagedCollector alone = new StagedCollector(own)) {
      alone.add("alone", mutation.config(faulty), mutation.stages());
      alone.start();
      for (GoldenCase golden : mutation.cases()) {
        alone.send("alone", golden.sent());
      }
      log = alone.process().log();
    }
    String text = Files.readString(log);
    return sent.stream().anyMatch(text::contains);
  }

  @ParameterizedTest
  @MethodSource("starts")
  void shippedFiles_withTheFault_doNotStart(Mutation mutation) {
    CollectorProcess.Builder builder =
        CollectorProcess.builder(GoldenCollector.program(), folder.resolve(mutation.fault()))
            .config(Path.of("collector", "base.yaml"))
            .config(Path.of("collector", "dest-otlp.yaml"))
            .config(mutation.file())
            .environment("CANDOR_DEST_ENDPOINT", "http://127.0.0.1:9")
            .environment("CANDOR_DEST_TOKEN", "none")
            .environment(
                "CANDOR_QUEUE_DIR", folder.resolve("queue-" + mutation.fault()).toString());

    assertThatThrownBy(builder::start)
        .isInstanceOf(CollectorException.class)
        .hasMessageContaining("ended while starting");
  }

  @Test
  void mutations_listEveryBadFile_withACaseOrAReason() throws IOException {
    List<String> bad =
        ConfigFaults.bad().stream().map(file -> file.name().replace(".yaml", "")).toList();

    assertThat(Mutation.all()).extracting(Mutation::fault).containsExactlyElementsOf(bad);
    assertThat(Mutation.all())
        .allSatisfy(m -> assertThat(m.probe().isEmpty()).isNotEqualTo(m.cannot().isEmpty()));
  }

  /** Every rule that is asked of the stages turns something red. */
  @Test
  void mutations_eachRuleOfTheStages_turnsOneRed() throws IOException {
    Set<String> red =
        Mutation.all().stream()
            .filter(mutation -> !mutation.probe().isEmpty())
            .map(Mutation::fault)
            .collect(Collectors.toSet());
    Set<String> rules =
        ConfigFaults.bad().stream()
            .filter(bad -> red.contains(bad.name().replace(".yaml", "")))
            .map(ConfigFaults.Bad::rule)
            .collect(Collectors.toSet());
    Set<String> missing =
        Arrays.stream(ConfigRule.values()).map(ConfigRule::id).collect(Collectors.toSet());
    missing.removeAll(rules);

    assertThat(missing)
        .isSubsetOf(
            "added", "fsync", "plain-http", "secret", "marked", "generated", "last-look", "twice");
    assertThat(Collections.disjoint(rules, missing)).isTrue();
  }
}
