package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sends each golden case through each stage alone: what a stage stops, it stops without the others.
 * With {@code -Dcandor.update} the table of stages is written again.
 */
@Tag("P4")
@Tag("once")
class StageGoldenIT {
  @TempDir static Path folder;

  // Their lines are named after the tests that send them through all stages.
  private static final Map<String, byte[]> PROTOBUF =
      Map.of(
          "HostileRequestsIT#value_withBytesThatAreNoText_doesNotPass", ProtobufRequests.noText(),
          "HostileRequestsIT#nesting_asDeepAsTheLimitAllows_isRemoved",
              ProtobufRequests.deepLists());
  private static final String LOGS = "HostileRequestsIT#logs_areRefused";

  private static final Map<String, Set<String>> stopped = new TreeMap<>();
  private static final Map<String, Set<String>> changed = new TreeMap<>();
  private static List<String> stages;

  @BeforeAll
  static void sendAll() throws IOException, InterruptedException {
    JsonNode config = ConfigFiles.tree("base", BaseGenerator.generate(TestRegistries.all()));
    stages =
        ConfigTree.texts(config.at("/service/pipelines/traces~1in/processors")).stream()
            .filter(stage -> !stage.equals("memory_limiter"))
            .toList();
    try (StagedCollector collector = new StagedCollector(folder)) {
      for (String stage : stages) {
        collector.add(variant(stage), config, List.of(stage));
      }
      collector.start();
      for (GoldenCase golden : GoldenCase.all()) {
        for (String stage : stages) {
          keep(golden, stage, collector.send(variant(stage), golden.sent()));
        }
      }
      sendWhatJsonCannotExpress(collector);
    }
    if (System.getProperty("candor.update") != null) {
      GoldenStages.write(stopped, stages);
    }
  }

  private static void sendWhatJsonCannotExpress(StagedCollector collector)
      throws IOException, InterruptedException {
    for (String stage : stages) {
      assertThat(collector.sendProtobuf(variant(stage), ProtobufRequests.valid()))
          .as("a valid request at " + stage)
          .singleElement(InstanceOfAssertFactories.STRING)
          .contains("manual");
      for (Map.Entry<String, byte[]> one : PROTOBUF.entrySet()) {
        Set<String> stops = stopped.computeIfAbsent(one.getKey(), key -> new TreeSet<>(stages));
        String left = String.join("", collector.sendProtobuf(variant(stage), one.getValue()));
        if (left.contains("alice") || left.contains("manual")) {
          stops.remove(stage);
        }
      }
      StagedCollector.Answer logs =
          collector.send(variant(stage), GoldenCollector.JSON.readTree(Requests.LOGS));
      assertThat(logs.status()).as("logs at " + stage).isEqualTo(404);
      assertThat(logs.arrived()).isEmpty();
    }
    stopped.put(LOGS, Set.of()); // refused before any stage
  }

  @AfterAll
  static void forget() {
    stopped.clear();
    changed.clear();
  }

  private static String variant(String stage) {
    return "alone" + stages.indexOf(stage);
  }

  private static void keep(GoldenCase golden, String stage, StagedCollector.Answer answer)
      throws IOException {
    assertThat(answer.status()).as(golden + " at " + stage).isEqualTo(200);
    Set<String> planted = GoldenStages.planted(golden);
    Set<String> left = new TreeSet<>();
    answer.arrived().forEach(request -> left.addAll(GoldenStages.scalars(request)));
    Set<String> stops = stopped.computeIfAbsent(name(golden), key -> new TreeSet<>(stages));
    if (planted.isEmpty() || !Collections.disjoint(planted, left)) {
      stops.remove(stage);
    }
    JsonNode sent = GoldenCollector.sorted(GoldenCollector.plain(golden.sent().deepCopy()));
    if (!answer.arrived().equals(List.of(sent))) {
      changed.computeIfAbsent(name(golden), key -> new TreeSet<>()).add(stage);
    }
  }

  private static String name(GoldenCase golden) {
    return golden.name().replace(".json", "");
  }

  static List<GoldenStages.Line> lines() throws IOException {
    return List.copyOf(GoldenStages.read().values());
  }

  static List<GoldenStages.Line> tests() throws IOException {
    return lines().stream().filter(line -> line.name().contains("#")).toList();
  }

  @ParameterizedTest
  @MethodSource("tests")
  void table_namedTest_exists(GoldenStages.Line line) throws ClassNotFoundException {
    String[] parts = line.name().split("#");
    Class<?> type = Class.forName(StageGoldenIT.class.getPackageName() + "." + parts[0]);

    assertThat(type.getDeclaredMethods()).extracting(Method::getName).contains(parts[1]);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void stage_alone_stopsWhatTheTableSays(GoldenStages.Line line) {
    assertThat(stopped.get(line.name())).containsAll(line.stages());
  }

  @Test
  void stage_each_stopsSomethingAlone() {
    Set<String> stopping = new TreeSet<>();
    stopped.values().forEach(stopping::addAll);

    assertThat(stopping).containsExactlyInAnyOrderElementsOf(stages);
  }

  /** A case that changes nothing on the way through all stages is changed by none of them. */
  @Test
  void stage_alone_leavesValidItemsAsTheyAre() throws IOException {
    for (GoldenCase golden : GoldenCase.all()) {
      if (golden.sent().equals(golden.arrives())) {
        assertThat(changed.getOrDefault(name(golden), Set.of())).as(golden.toString()).isEmpty();
      }
    }
  }

  @Test
  void table_listsEveryCase_andAStageForEachThatIsStopped() throws IOException {
    Map<String, GoldenStages.Line> lines = GoldenStages.read();

    assertThat(lines()).extracting(GoldenStages.Line::name).hasSameElementsAs(stopped.keySet());
    for (GoldenCase golden : GoldenCase.all()) {
      if (!GoldenStages.planted(golden).isEmpty()) {
        assertThat(lines.get(name(golden)).stages()).as(golden.toString()).isNotEmpty();
      }
    }
  }
}
