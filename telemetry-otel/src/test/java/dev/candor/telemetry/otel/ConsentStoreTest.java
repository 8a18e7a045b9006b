package dev.candor.telemetry.otel;

import static dev.candor.telemetry.Purpose.DIAGNOSTICS;
import static dev.candor.telemetry.Purpose.USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentRecord;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.testkit.FakeClock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentStoreTest {
  private final FakeClock clock = FakeClock.create();
  @TempDir Path temporary;

  @Test
  @Tag("P1")
  void refresh_nobodyAnswered_isUnknownAndCreatesNothing() throws IOException {
    ConsentAnswer answer = store(Map.of()).refresh();

    assertThat(answer).isEqualTo(ConsentAnswer.unknown());
    assertThat(folder()).doesNotExist();
  }

  @Test
  @Tag("P1")
  @Tag("SQ-78")
  void answer_no_leavesExactlyOneFile() throws IOException {
    ConsentAnswer answer = answer(store(Map.of()), ConsentPreset.NO);

    assertThat(answer.state()).isEqualTo(State.ANSWERED);
    assertThat(answer.isOff()).isTrue();
    assertThat(files()).containsExactly("consent.json");
    assertThat(store(Map.of()).refresh()).isEqualTo(answer);
  }

  @Test
  @Tag("posix")
  @Tag("SQ-78")
  @Tag("SQ-33")
  void answer_yes_isThereAfterARestartAndPrivate() throws IOException {
    ConsentAnswer answer = answer(store(Map.of()), ConsentPreset.EVERYTHING);

    assertThat(store(Map.of()).refresh()).isEqualTo(answer);
    assertThat(answer.authority()).isEqualTo(Authority.PERSON);
    assertThat(answer.of(USAGE).send()).isEqualTo(Send.EVERYTHING);
    for (String file : files()) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  @Tag("P2")
  void answer_eachChange_isANewGrant() {
    ConsentStore store = store(Map.of());
    long first = answer(store, ConsentPreset.COUNTS).grant();
    long same = answer(store, ConsentPreset.COUNTS).grant();
    clock.advance(Duration.ofDays(-3));
    long second = answer(store, ConsentPreset.EVERYTHING).grant();

    assertThat(same).isEqualTo(first);
    assertThat(second).isGreaterThan(first);
  }

  @Test
  @Tag("P2")
  void answer_fileWasLost_grantIsStillNew() throws IOException {
    long first = answer(store(Map.of()), ConsentPreset.EVERYTHING).grant();
    Files.delete(folder().resolve("consent.json"));
    clock.advance(Duration.ofSeconds(1));

    assertThat(answer(store(Map.of()), ConsentPreset.COUNTS).grant()).isGreaterThan(first);
  }

  @Test
  void answer_onePurpose_othersKeepTheirs() {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.EVERYTHING);

    ConsentAnswer answer =
        store.answer(
            before -> {
              EnumMap<Purpose, Switches> next = new EnumMap<>(before);
              next.put(DIAGNOSTICS, new Switches(true, Send.NOTHING));
              return next;
            });

    assertThat(answer.of(DIAGNOSTICS)).isEqualTo(new Switches(true, Send.NOTHING));
    assertThat(answer.of(USAGE).send()).isEqualTo(Send.EVERYTHING);
  }

  @Test
  @Tag("P3")
  void answer_narrower_raisesTheFenceUntilPurged() throws IOException {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.EVERYTHING);
    Files.createDirectories(folder().resolve("data"));
    long fence = answer(store, ConsentPreset.NO).grant();

    assertThat(store.pendingPurge()).isEqualTo(fence);
    assertThat(refreshed(Map.of()).pendingPurge()).isEqualTo(fence);
    store.purged(fence);
    assertThat(refreshed(Map.of()).pendingPurge()).isZero();
  }

  @Test
  void refresh_otherStoreAnswered_isSeen() {
    ConsentStore one = store(Map.of());
    ConsentStore other = store(Map.of());
    answer(one, ConsentPreset.EVERYTHING);
    assertThat(other.refresh()).isEqualTo(one.answer());

    answer(one, ConsentPreset.NO);

    assertThat(other.refresh()).isEqualTo(one.answer());
  }

  @Test
  @Tag("P3")
  void refresh_forbiddenByEnvironment_isOffAndForgetsNothing() {
    answer(store(Map.of()), ConsentPreset.EVERYTHING);

    for (Map<String, String> no :
        List.of(Map.of("DO_NOT_TRACK", "1"), Map.of("TELEMETRY_ENABLED", "false"))) {
      ConsentAnswer answer = store(no).refresh();

      assertThat(answer.isOff()).isTrue();
      assertThat(answer.authority()).isEqualTo(Authority.ENVIRONMENT);
    }
    assertThat(store(Map.of()).refresh().of(USAGE).send()).isEqualTo(Send.EVERYTHING);
  }

  @Test
  @Tag("P1")
  void refresh_enabledByOperator_countsOnlyAndOnlyIfNobodyAnswered() {
    ConsentAnswer operator = store(Map.of("TELEMETRY_ENABLED", "true")).refresh();

    assertThat(operator.authority()).isEqualTo(Authority.OPERATOR);
    assertThat(operator.of(USAGE)).isEqualTo(new Switches(false, Send.COUNTS));

    answer(store(Map.of()), ConsentPreset.NO);
    assertThat(store(Map.of("TELEMETRY_ENABLED", "true")).refresh().isOff()).isTrue();
  }

  @Test
  @Tag("P3")
  void refresh_policyForbids_winsOverTheStoredYes() throws IOException {
    answer(store(Map.of()), ConsentPreset.EVERYTHING);
    Map<String, String> policy = policy("{\"forbid\":[\"diagnostics\"]}");

    ConsentAnswer answer = store(policy).refresh();

    assertThat(answer.of(DIAGNOSTICS)).isEqualTo(Switches.OFF);
    assertThat(answer.of(USAGE).send()).isEqualTo(Send.EVERYTHING);
    assertThat(answer.authority()).isEqualTo(Authority.POLICY);
  }

  @Test
  @Tag("P3")
  void refresh_policyBecomesUnreadable_forbidsAll() throws IOException {
    Map<String, String> policy = policy("{\"allow\":[\"usage\"]}");
    ConsentStore store = store(policy);
    assertThat(store.refresh().of(USAGE).send()).isEqualTo(Send.EVERYTHING);

    policy("{broken");

    assertThat(store.refresh().isOff()).isTrue();
  }

  @Test
  void refresh_policyAllows_isAnAnswerUntilThePersonGivesOne() throws IOException {
    ConsentStore store = store(policy("{\"allow\":[\"usage\"],\"send\":\"counts\"}"));

    assertThat(store.refresh().authority()).isEqualTo(Authority.POLICY);
    assertThat(store.refresh().of(USAGE).send()).isEqualTo(Send.COUNTS);
    assertThat(answer(store, ConsentPreset.NO).isOff()).isTrue();
  }

  @Test
  @Tag("P2")
  void refresh_newPolicyVersion_isUnknownUntilAnsweredAgain() {
    long old = answer(store(Map.of()), ConsentPreset.EVERYTHING).grant();
    ConsentStore next = new ConsentStore(TestSettings.in(folder(), clock, Map.of(), 2));

    assertThat(next.refresh().state()).isEqualTo(State.UNKNOWN);
    assertThat(next.refresh().isOff()).isTrue();
    clock.advance(Duration.ofSeconds(1));
    assertThat(answer(next, ConsentPreset.EVERYTHING).grant()).isGreaterThan(old);
    assertThat(store(Map.of()).refresh().state()).isEqualTo(State.ANSWERED);
  }

  @Test
  @Tag("P9")
  void refresh_faultyFile_isUnknownAndSetAside() throws IOException {
    answer(store(Map.of()), ConsentPreset.EVERYTHING);
    for (String text : List.of("", "{}", "not json", "{\"format\":1,\"grant\":-1}")) {
      Files.writeString(folder().resolve("consent.json"), text);
      clock.advance(Duration.ofSeconds(1));

      assertThat(store(Map.of()).refresh().state()).isEqualTo(State.UNKNOWN);
    }
    assertThat(files()).doesNotContain("consent.json");
    assertThat(files().stream().filter(name -> name.startsWith("consent.json.faulty-"))).hasSize(4);
  }

  @Test
  @Tag("P9")
  void answer_folderCannotBeMade_holdsForThisProcess() throws IOException {
    Files.writeString(folder(), "a file where the folder should be");
    ConsentStore store = store(Map.of());

    assertThat(answer(store, ConsentPreset.EVERYTHING).of(USAGE).send()).isEqualTo(Send.EVERYTHING);
    assertThat(store.refresh().of(USAGE).send()).isEqualTo(Send.EVERYTHING);
    assertThat(answer(store, ConsentPreset.NO).isOff()).isTrue();
  }

  @Test
  void history_noThenYesThenNo_tellsAllThree() throws IOException {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.NO);
    assertThat(store.history()).isEmpty();
    answer(store, ConsentPreset.EVERYTHING);
    answer(store, ConsentPreset.NO);

    assertThat(store.history().stream().map(ConsentRecord::answer).map(ConsentAnswer::isOff))
        .containsExactly(true, false, true);
    assertThat(files()).containsExactly("audit.log", "consent.json");
  }

  @Test
  void history_changedLine_endsThere() throws IOException {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.COUNTS);
    answer(store, ConsentPreset.EVERYTHING);
    answer(store, ConsentPreset.NO);
    Path log = folder().resolve("audit.log");
    AuditLog audit = new AuditLog(log);
    assertThat(audit.isWhole()).isTrue();

    List<String> lines = Files.readAllLines(log);
    Files.writeString(
        log,
        String.join("\n", lines.get(0), lines.get(1).replace("everything", "counts"), lines.get(2))
            + "\n");

    assertThat(store.history()).hasSize(1);
    assertThat(audit.isWhole()).isFalse();
  }

  @Test
  void history_tornLine_isNoFailure() throws IOException {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.COUNTS);
    Path log = folder().resolve("audit.log");
    Files.writeString(log, Files.readString(log) + "{\"entry\":{\"for");

    answer(store, ConsentPreset.EVERYTHING);

    assertThat(store.history()).hasSize(2);
    assertThat(Files.readAllLines(log)).hasSize(3);
    assertThat(new AuditLog(log).isWhole()).isFalse();
  }

  private ConsentAnswer answer(ConsentStore store, ConsentPreset preset) {
    return store.answer(
        before -> {
          EnumMap<Purpose, Switches> all = new EnumMap<>(Purpose.class);
          Stream.of(Purpose.values()).forEach(one -> all.put(one, Switches.of(preset)));
          return all;
        });
  }

  private ConsentStore refreshed(Map<String, String> environment) {
    ConsentStore store = store(environment);
    store.refresh();
    return store;
  }

  @Test
  @Tag("P3")
  void answer_noOnAnInterruptedThread_isSavedAndTheInterruptStays() {
    ConsentStore store = store(Map.of());
    answer(store, ConsentPreset.EVERYTHING);
    Thread.currentThread().interrupt();
    answer(store, ConsentPreset.NO);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(store(Map.of()).refresh().isOff()).isTrue();
  }

  @Test
  @Tag("P3")
  void refresh_ownAnswerCouldNotBeSaved_hearsTheNoOfAnotherProcess() throws IOException {
    ConsentStore here = store(Map.of());
    answer(here, ConsentPreset.COUNTS);
    // Nobody can take the lock while a folder has its name.
    Path obstacle = Files.createDirectory(folder().resolve(".lock"));
    answer(here, ConsentPreset.EVERYTHING);
    assertThat(here.refresh().of(USAGE).send()).isEqualTo(Send.EVERYTHING);
    Files.delete(obstacle);

    answer(store(Map.of()), ConsentPreset.NO);

    assertThat(here.refresh().isOff()).isTrue();
  }

  @Test
  @Tag("P3")
  void refresh_ownNoCouldNotBeSaved_isNotUndoneByTheFile() throws IOException {
    ConsentStore here = store(Map.of());
    answer(here, ConsentPreset.COUNTS);
    Path obstacle = Files.createDirectory(folder().resolve(".lock"));
    answer(here, ConsentPreset.NO);
    Files.delete(obstacle);

    answer(store(Map.of()), ConsentPreset.EVERYTHING);

    assertThat(here.refresh().isOff()).isTrue();
  }

  @Test
  @Tag("P3")
  void refresh_fileCannotBeOpened_isUnknownAndTheFileStays() throws IOException {
    Files.createDirectories(folder());
    Path file = folder().resolve("consent.json");
    // A socket is there and cannot be opened as a file, whoever tries.
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(file));

      assertThat(store(Map.of()).refresh().state()).isEqualTo(State.UNKNOWN);
      assertThat(file).exists();
    }
  }

  private ConsentStore store(Map<String, String> environment) {
    return new ConsentStore(TestSettings.in(folder(), clock, environment));
  }

  private Map<String, String> policy(String text) throws IOException {
    Path file = temporary.resolve("policy.json");
    Files.writeString(file, text);
    return Map.of("TELEMETRY_POLICY_FILE", file.toString());
  }

  private Path folder() {
    return temporary.resolve("candor");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .sorted()
          .toList();
    }
  }
}
