package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.otel.ConsentModel.Known;
import dev.candor.telemetry.otel.ConsentModel.Start;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import dev.candor.telemetry.testkit.ReceivedPoint;
import dev.candor.telemetry.testkit.ReceivedRequest;
import dev.candor.telemetry.testkit.ReceivedSpan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories in real processes: installations side by side, each shared by three child JVMs with
 * threads, clocks and sockets of their own. Judged by what the receiver saw and when.
 */
@Tag("P2")
@Tag("P3")
class ConsentProcessesTest {
  private static final int FIXED = 24;
  private static final int FRESH = 12;
  private static final int PROCESSES = 3;
  private static final int ROUNDS = 8;
  private static final Duration OWN = Duration.ofSeconds(1);
  private static final Duration OTHERS = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;
  private final ChildJvm[] children = new ChildJvm[PROCESSES];
  private final long[] told = new long[PROCESSES];
  private final List<Installation> installations = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  /** What the test knows of one installation. */
  private static final class Installation {
    final ConsentModel model = new ConsentModel();
    final List<String> history = new ArrayList<>();
    final Known[] known = new Known[PROCESSES];
    final Map<Integer, Known> marks = new HashMap<>();
    final List<Said> answers = new ArrayList<>();
    int recorded;
  }

  /** An answer, the process that was told it, when that began and when it was done. */
  private record Said(ConsentPreset preset, int process, Instant begun, Instant at) {}

  @AfterEach
  void endChildren() {
    for (ChildJvm child : children) {
      if (child != null) {
        child.close();
      }
    }
  }

  static List<Arguments> seeds() {
    ConsentSeed.print(FRESH + " histories in processes");
    return List.of(arguments(7L, FIXED, 100), arguments(ConsentSeed.FRESH, FRESH, FRESH));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void histories_inProcesses_nothingUnagreedArrivesAndNothingAfterANo(
      long seed, int histories, int leastSpans) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < histories; i++) {
      installations.add(new Installation());
    }
    for (int round = 0; round < ROUNDS; round++) {
      between(round % 4, random);
      for (int i = 0; i < histories; i++) {
        step(i, random);
      }
    }
    for (int i = 0; i < histories; i++) {
      say(i, random.nextInt(PROCESSES), ConsentPreset.NO);
      record(i, random.nextInt(PROCESSES));
    }
    Awaitility.await().pollDelay(OTHERS.plusSeconds(2)).atMost(PATIENCE).until(() -> true);

    List<ReceivedRequest> requests = backend.requests();
    requests.forEach(this::judge);

    assertThat(faults).isEmpty();
    int spans = requests.stream().mapToInt(one -> one.spans().size()).sum();
    System.out.printf(
        "consent: %d histories in %d processes, %d requests, %d spans; last after a no: %d ms%n",
        histories, PROCESSES, requests.size(), spans, latest(requests));
    assertThat(spans).isGreaterThan(leastSpans);
  }

  /** The receiver is gone for a round; a process dies while what it could not send waits. */
  private void between(int phase, SplittableRandom random) {
    if (phase == 2) {
      backend.down();
    } else if (phase == 3) {
      kill(random.nextInt(PROCESSES));
      backend.up();
    }
  }

  private void step(int i, SplittableRandom random) {
    int process = random.nextInt(PROCESSES);
    switch (random.nextInt(6)) {
      case 0 -> say(i, process, ConsentPreset.values()[random.nextInt(3)]);
      case 1 -> say(i, process, ConsentPreset.EVERYTHING);
      case 2 -> {
        tell(i, process, "close");
        installations.get(i).known[process] = null;
      }
      case 3 -> tell(i, process, "flush");
      default -> {
        record(i, process);
        tell(i, process, "flush");
      }
    }
  }

  private void say(int i, int process, ConsentPreset preset) {
    Installation installation = installations.get(i);
    Map<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, Switches.of(preset));
    }
    Instant begun = Instant.now();
    Instant at = tell(i, process, "say " + preset);
    installation.model.answer(Start.PLAIN, all);
    installation.answers.add(new Said(preset, process, begun, at));
    installation.known[process] = installation.model.known(Start.PLAIN);
  }

  // A process looks before it records, so that what it knows is known here as well.
  private void record(int i, int process) {
    Installation installation = installations.get(i);
    if (installation.recorded < Marks.MOST) {
      tell(i, process, "look");
      installation.marks.put(installation.recorded, installation.model.known(Start.PLAIN));
      tell(i, process, "record " + installation.recorded++);
    }
  }

  private Instant tell(int i, int process, String deed) {
    if (children[process] == null) {
      children[process] =
          ChildJvm.of(MarksMain.class)
              .args(folder.toString(), backend.uri().toString(), Integer.toString(process))
              .start();
      told[process] = 0;
    }
    installations.get(i).history.add(process + ": " + deed);
    children[process].writeLine(i + " " + deed);
    String line = children[process].awaitLine("done " + ++told[process] + " ", PATIENCE);
    return Instant.ofEpochMilli(Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)));
  }

  private void kill(int process) {
    if (children[process] != null) {
      children[process].kill();
      children[process] = null;
      installations.forEach(one -> one.history.add(process + ": killed"));
    }
  }

  private void judge(ReceivedRequest request) {
    Installation installation = installations.get(number(request));
    for (ReceivedSpan span : request.spans()) {
      if (span.name().startsWith("mark.")) {
        long bit = (Long) span.attributes().get(span.name() + ".bit");
        judge(installation, request, span.name(), bit, Send.EVERYTHING);
      }
    }
    for (ReceivedPoint point : request.points()) {
      if (point.metric().startsWith("mark.") && point.metric().endsWith(".bit")) {
        for (int bit = 0; bit < Marks.MOST; bit++) {
          if ((point.count() >> bit & 1) == 1) {
            judge(installation, request, point.metric(), 1L << bit, Send.COUNTS);
          }
        }
      }
      if (point.resource().containsKey("app.installation.id")) {
        faults.add("a total carries an id" + installation.history);
      }
    }
    Said no = noBefore(request);
    if (no != null && request.at().isAfter(no.at().plus(bound(no, request)))) {
      faults.add("a request came too late after a no" + installation.history);
    }
  }

  private void judge(
      Installation installation, ReceivedRequest request, String name, long bit, Send level) {
    Known known = installation.marks.get(Long.numberOfTrailingZeros(bit));
    Purpose purpose = purpose(name);
    if (known.switches().get(purpose).send().compareTo(level) < 0) {
      faults.add(name + " came and was recorded under a narrower answer" + installation.history);
    }
    // An answer given before the request was made, and heard of by now, holds for it.
    int answers = known.answers();
    for (Said said : installation.answers.subList(answers, installation.answers.size())) {
      boolean heard = request.at().isAfter(said.at().plus(bound(said, request)));
      Send now = Switches.of(said.preset()).send();
      if (heard && now.compareTo(known.switches().get(purpose).send()) < 0) {
        faults.add(name + " came although it was withdrawn" + installation.history);
      }
    }
  }

  /** The no that held when a request came, or null if none did. */
  private @Nullable Said noBefore(ReceivedRequest request) {
    Said last = null;
    for (Said said : installations.get(number(request)).answers) {
      if (request.at().isAfter(said.begun())) {
        last = said;
      }
    }
    boolean holds =
        last != null && last.preset() == ConsentPreset.NO && request.at().isAfter(last.at());
    return holds ? last : null;
  }

  private static Duration bound(Said said, ReceivedRequest request) {
    return request.header("x-process").equals(Integer.toString(said.process())) ? OWN : OTHERS;
  }

  private long latest(List<ReceivedRequest> requests) {
    long latest = 0;
    for (ReceivedRequest request : requests) {
      Said no = noBefore(request);
      if (no != null) {
        latest = Math.max(latest, Duration.between(no.at(), request.at()).toMillis());
      }
    }
    return latest;
  }

  private static int number(ReceivedRequest request) {
    String path = request.path();
    return Integer.parseInt(path.substring(2, path.indexOf('/', 1)));
  }

  private static Purpose purpose(String name) {
    for (Purpose purpose : Purpose.values()) {
      if (name.startsWith("mark." + WireNames.of(purpose))) {
        return purpose;
      }
    }
    throw new AssertionError("no such purpose");
  }
}
