package dev.candor.telemetry.otel;

import dev.candor.telemetry.CandorEvents_Catalog;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.otel.ConsentModel.Environment;
import dev.candor.telemetry.otel.ConsentModel.Start;
import dev.candor.telemetry.otel.History.Step;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a history happen to the real engine, on a real store, in one thread: consent on disk, gate,
 * recorder, sessions, outbox and courier are those of the product, network and clock are not.
 */
final class HistoryRun implements AutoCloseable {
  private static final Scrubbing SCRUBBING = Scrubbing.strict(Map.of(), Map.of());
  private static final Vocabulary VOCABULARY =
      new Vocabulary(List.of(new CandorEvents_Catalog(), new Marks_Catalog()));
  private static final @Nullable UncaughtExceptionHandler BEFORE =
      Thread.getDefaultUncaughtExceptionHandler();
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofSeconds(1), Duration.ofMinutes(61), Duration.ofHours(25), Duration.ofDays(40));

  private final Path root;
  private final PlantedFault planted;
  private final FakeClock clock = FakeClock.create();
  private final ConsentModel model = new ConsentModel();
  private final Wire wire = new Wire();
  private final ConsentJudge judge;
  private final List<SteppedProcess> processes = new ArrayList<>();
  private final List<SteppedSurroundings> graves = new ArrayList<>();
  private final Map<Purpose, Integer> recorded = new EnumMap<>(Purpose.class);
  private int question = 1;
  private int policies;

  HistoryRun(Path root, PlantedFault planted) {
    this.root = root;
    this.planted = planted;
    this.judge = new ConsentJudge(model, root.resolve("candor"));
    for (int i = 0; i < History.PROCESSES; i++) {
      processes.add(newProcess());
    }
  }

  private SteppedProcess newProcess() {
    SteppedProcess[] self = new SteppedProcess[1];
    Destination end =
        wire.end(planted::sealed, (body, taken) -> judge.leaves(body, taken, self[0].start()));
    self[0] =
        new SteppedProcess(
            model,
            () -> {
              SteppedSurroundings around = planted.surroundings(end);
              graves.add(around);
              return around;
            },
            this::start,
            judge::heard);
    return self[0];
  }

  private OtelRuntime start(Start start, Surroundings around) {
    return new OtelRuntime(
            settings(start), VOCABULARY, (properties, environment) -> SCRUBBING, around)
        .start();
  }

  /** What a run came to: the first fault, if any, and how much has left. */
  record Verdict(@Nullable String fault, int left) {}

  /** Sees each step before it is taken. */
  @FunctionalInterface
  interface Observer {
    void sees(Situation situation, Deed deed);
  }

  /** Runs a history until its end or its first fault. */
  Verdict run(History history, Observer observer) {
    for (Step step : history.steps()) {
      SteppedProcess process = processes.get(step.process());
      observer.sees(Situation.of(model, process.start(), process.known()), step.deed());
      act(process, step);
      judge.look(processes);
      if (judge.fault() != null) {
        break;
      }
    }
    return new Verdict(judge.fault(), judge.left());
  }

  /** After whatever happened a yes works: what is recorded under it arrives. */
  Verdict runToAYes(History history, Observer observer) {
    Verdict verdict = run(history, observer);
    if (verdict.fault() != null) {
      return verdict;
    }
    SteppedProcess last = processes.get(0);
    processes.forEach(SteppedProcess::end);
    wire.set(Wire.State.UP);
    policy(ConsentModel.Policy.NONE, null);
    clock.advance(Duration.ofDays(2));
    last.restart(new Start(Environment.SILENT, question));
    last.answer(all(ConsentPreset.EVERYTHING));
    Map<Purpose, Integer> before = new EnumMap<>(recorded);
    recordAll(last);
    last.flush();
    judge.look(processes);
    boolean arrived =
        recorded.keySet().stream()
            .allMatch(purpose -> judge.hasArrived(purpose, before.getOrDefault(purpose, 0)));
    String fault = judge.fault() == null && !arrived ? "what a yes allows has not arrived" : null;
    return new Verdict(judge.fault() == null ? fault : judge.fault(), judge.left());
  }

  private void act(SteppedProcess process, Step step) {
    try {
      actIn(process, step.deed(), step.choice());
    } catch (Wire.Death e) {
      die(process);
    } catch (IOException e) {
      throw new AssertionError("a file of the test cannot be written", e);
    }
  }

  private void actIn(SteppedProcess process, Deed deed, int choice) throws IOException {
    switch (deed) {
      case SAY_NO -> answer(process, all(ConsentPreset.NO));
      case SAY_COUNTS -> answer(process, all(ConsentPreset.COUNTS));
      case SAY_EVERYTHING -> answer(process, all(ConsentPreset.EVERYTHING));
      case SWITCH_ONE -> answer(process, one(choice));
      case ANSWER_AND_DIE -> answerAndDie(process, ConsentPreset.values()[choice]);
      case ASK_ANEW -> restart(process, new Start(process.start().environment(), ++question));
      case RESTART ->
          restart(process, new Start(Environment.values()[choice], process.start().question()));
      case KILL -> die(process);
      case DIE_SENDING -> dieSending(process);
      case RECORD -> record(process, Purpose.values()[choice]);
      case RECORD_ALL -> recordAll(process);
      case LOOK -> process.look();
      case STORE -> process.store();
      case FLUSH -> process.flush();
      case CARRY -> process.carry();
      default -> actOutside(deed, choice);
    }
  }

  private void actOutside(Deed deed, int choice) throws IOException {
    switch (deed) {
      case FORBID_ALL -> policy(policy(15, 0, Send.NOTHING), null);
      case FORBID_SOME -> policy(policy(choice + 1, 0, Send.NOTHING), null);
      case ALLOW_SOME ->
          policy(policy(0, choice % 15 + 1, choice < 15 ? Send.COUNTS : Send.EVERYTHING), null);
      case BREAK_POLICY -> policy(ConsentModel.Policy.BROKEN, "{\"forbid\":");
      case REMOVE_POLICY -> policy(ConsentModel.Policy.NONE, null);
      case LOSE_ANSWER -> loseAnswer(choice == 0);
      case CLOCK_ON -> clock.advance(TIMES.get(choice));
      case CLOCK_BACK -> clock.advance(TIMES.get(choice).negated());
      case NETWORK_DOWN -> wire.set(Wire.State.DOWN);
      case NETWORK_UP -> wire.set(Wire.State.UP);
      case LOSE_REPLIES -> wire.set(Wire.State.REPLIES_LOST);
      default -> throw new AssertionError("no such deed");
    }
  }

  private void answer(SteppedProcess process, Map<Purpose, Switches> said) {
    process.answer(said);
    judge.settled();
  }

  private void restart(SteppedProcess process, Start next) {
    process.restart(next);
    judge.settled();
  }

  // The answer is in the file, and nobody has acted on it.
  private void answerAndDie(SteppedProcess process, ConsentPreset preset) {
    process.running();
    model.answer(process.start(), all(preset));
    ConsentStore store = planted.store(settings(process.start()));
    store.refresh();
    store.answer(before -> all(preset));
    die(process);
  }

  private EngineSettings settings(Start start) {
    Map<String, String> variables = new HashMap<>(start.environment().variables);
    variables.put("TELEMETRY_POLICY_FILE", policyFile().toString());
    return TestSettings.in(root.resolve("candor"), clock, variables, start.question());
  }

  private void dieSending(SteppedProcess process) {
    wire.deadly(true);
    try {
      process.flush();
    } finally {
      wire.deadly(false);
    }
    die(process);
  }

  private void die(SteppedProcess process) {
    judge.dies(process);
    process.die();
  }

  private void recordAll(SteppedProcess process) {
    for (Purpose purpose : Purpose.values()) {
      record(process, purpose);
    }
  }

  private void record(SteppedProcess process, Purpose purpose) {
    process.running();
    int number = recorded.merge(purpose, 1, Integer::sum) - 1;
    if (number < Marks.MOST) {
      judge.recorded(purpose, number, process.known());
      process.record(Marks.of(purpose, number));
    }
  }

  private static Map<Purpose, Switches> all(ConsentPreset preset) {
    Map<Purpose, Switches> all = new EnumMap<>(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      all.put(purpose, Switches.of(preset));
    }
    return all;
  }

  private static Map<Purpose, Switches> one(int choice) {
    int setting = choice % 6;
    return Map.of(
        Purpose.values()[choice / 6], new Switches(setting % 2 == 1, Send.values()[setting / 2]));
  }

  private static ConsentModel.Policy policy(int forbidden, int allowed, Send level) {
    return new ConsentModel.Policy(set(forbidden), set(allowed), level);
  }

  private static Set<Purpose> set(int bits) {
    Set<Purpose> set = EnumSet.noneOf(Purpose.class);
    for (Purpose purpose : Purpose.values()) {
      if ((bits >> purpose.ordinal() & 1) == 1) {
        set.add(purpose);
      }
    }
    return set;
  }

  private Path policyFile() {
    return root.resolve("policy.json");
  }

  private void policy(ConsentModel.Policy policy, @Nullable String broken) {
    model.policy(policy);
    try {
      if (policy == ConsentModel.Policy.NONE) {
        Files.deleteIfExists(policyFile());
        return;
      }
      String text = broken == null ? text(policy) : broken;
      // No two files of one size: some systems tell times in hundredths of a second.
      Path fresh = Files.writeString(root.resolve("fresh"), text + " ".repeat(++policies));
      Files.move(fresh, policyFile(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new AssertionError("a file of the test cannot be written", e);
    }
  }

  private static String text(ConsentModel.Policy policy) {
    String level = policy.level() == Send.COUNTS ? "counts" : "everything";
    return "{\"forbid\":[%s],\"allow\":[%s],\"send\":\"%s\"}"
        .formatted(names(policy.forbidden()), names(policy.allowed()), level);
  }

  private static String names(Set<Purpose> purposes) {
    return purposes.stream()
        .map(one -> "\"" + WireNames.of(one) + "\"")
        .collect(Collectors.joining(","));
  }

  private void loseAnswer(boolean damaged) throws IOException {
    Path file = root.resolve("candor/consent.json");
    if (Files.exists(file)) {
      model.forgetAnswer();
      if (damaged) {
        Files.writeString(file, "{\"format\":1");
      } else {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() throws IOException {
    processes.forEach(SteppedProcess::end);
    graves.forEach(SteppedSurroundings::bury);
    Thread.setDefaultUncaughtExceptionHandler(BEFORE);
    judge.close();
  }
}
