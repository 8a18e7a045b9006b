package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.Activity;
import dev.candor.telemetry.Consent;
import dev.candor.telemetry.NamedTelemetry;
import dev.candor.telemetry.SourceTelemetry;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.testkit.ChildJvm;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Silence as the system sees it: a program with every module on its class path makes every call
 * under {@code strace}, and does nothing that the same program with the API alone does not do.
 */
@Tag("linux")
@Tag("P1")
class SilenceIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  private static Deeds quiet = Deeds.NONE;
  @TempDir static Path shared;
  @TempDir Path temporary;
  private Path folder;

  @BeforeAll
  static void traceTheProgramWithoutTelemetry() throws IOException {
    quiet = trace(shared, withoutEngine(), URI.create("http://127.0.0.1:9"), Map.of()).deeds();
  }

  @BeforeEach
  void nameFolder() {
    folder = temporary.resolve("candor");
  }

  @Test
  void classPath_ofTheProgram_hasEveryModule() {
    Path bom = Repository.ROOT.resolve("telemetry-bom/pom.xml");
    Matcher modules =
        Pattern.compile("<artifactId>(.*?)</artifactId>\\s*<version>\\$\\{project.version}")
            .matcher(String.join("\n", Repository.lines(bom)));

    assertThat(modules.results().map(module -> module.group(1)))
        .hasSizeGreaterThan(9)
        .allSatisfy(
            module ->
                assertThat(classPath()).anyMatch(entry -> entry.contains("/" + module + "/")));
  }

  @Test
  void program_everyDoor_callsEveryMethod() {
    CallWatch watch =
        new CallWatch(
            TelemetryRuntime.class,
            Consent.class,
            Telemetry.class,
            NamedTelemetry.class,
            Activity.class,
            SourceTelemetry.class);

    TelemetryRuntime runtime = watch.before(TelemetryRuntime.class, TelemetryRuntime.noop());
    runtime.status();
    EveryCall.on(runtime);

    // The answers are each test's own choice.
    assertThat(watch.callable())
        .containsAll(watch.called())
        .filteredOn(method -> !method.startsWith("Consent.set/"))
        .containsExactlyElementsOf(watch.called());
  }

  @Test
  void unanswered_everyCall_doesNothing() throws IOException {
    assertThat(silent(Map.of(), "status")).isEqualTo(Deeds.NONE);
    assertThat(folder).doesNotExist();
  }

  @Test
  void no_everyCall_leavesOneFileAndTheRestartNothing() throws IOException {
    // The same program without telemetry writes a file of its own, as the JDK does it.
    Deeds first = trace(classPath(), Map.of(), "save", "no", "status").deeds().beyond(noop("save"));

    assertThat(first)
        .isEqualTo(
            Deeds.ofFiles(
                folder,
                folder.resolve(".lock"),
                folder.resolve("consent.json.new"),
                folder.resolve("consent.json")));
    assertThat(silent(Map.of(), "status")).isEqualTo(Deeds.NONE);
    assertThat(files()).containsExactly("consent.json");
  }

  @Test
  void malformedAnswer_everyCall_isSetAsideOnceWithOneWarning() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("consent.json"), "{\"grant\": 17, \"answers\": ");

    Trace first = trace(classPath(), Map.of(), "status");

    assertThat(first.errors()).filteredOn(line -> line.startsWith("WARNING:")).hasSize(1);
    assertThat(first.deeds().beyond(noop("warn")))
        .isEqualTo(
            Deeds.ofFiles(
                folder.resolve("consent.json"), folder.resolve("consent.json.faulty-1000")));
    assertThat(backend.connections()).isZero();
    assertThat(silent(Map.of(), "status")).isEqualTo(Deeds.NONE);
    assertThat(files()).singleElement().asString().startsWith("consent.json.faulty-");
  }

  @Test
  void policyThatForbids_unanswered_doesNothing() throws IOException {
    assertThat(silent(Map.of("TELEMETRY_POLICY_FILE", forbidding().toString()), "status"))
        .isEqualTo(Deeds.NONE);
    assertThat(folder).doesNotExist();
  }

  @Test
  @Tag("P3")
  void policyThatForbids_afterAYes_doesNothing() throws IOException {
    assertSilentAfterAYes(Map.of("TELEMETRY_POLICY_FILE", forbidding().toString()));
  }

  @Test
  @Tag("P3")
  void doNotTrack_afterAYes_doesNothing() throws IOException {
    assertSilentAfterAYes(Map.of("DO_NOT_TRACK", "1"));
  }

  @Test
  @Tag("P3")
  void enabledIsFalse_afterAYes_doesNothing() throws IOException {
    assertSilentAfterAYes(Map.of("TELEMETRY_ENABLED", "false"));
  }

  @Test
  @Tag("P3")
  @Tag("SV-16")
  void withdrawn_everyCall_doesNothing() throws IOException {
    trace(classPath(), Map.of(), "everything");
    trace(classPath(), Map.of(), "no");
    backend.forget();
    List<String> before = files();

    assertThat(silent(Map.of()).beyond(noop("digest"))).isEqualTo(Deeds.NONE);
    assertThat(files()).isEqualTo(before);
  }

  @Test
  @Tag("P3")
  void status_whileOffAfterAYes_readsTheLedgerAndReachesNobody() throws IOException {
    trace(classPath(), Map.of(), "everything");
    backend.forget();

    Trace off = trace(classPath(), Map.of("DO_NOT_TRACK", "1"), "status");

    assertThat(off.deeds().beyond(quiet).files())
        .isNotEmpty()
        .allMatch(file -> file.contains("/candor/data/outbox.db"));
    assertThat(off.deeds().sockets()).noneMatch(socket -> socket.contains("{sa_family=AF_INET"));
    assertThat(backend.connections()).isZero();
  }

  @Test
  void everything_everyCall_isSeenByTheSameComparison() throws IOException {
    Deeds seen = trace(classPath(), Map.of(), "everything").deeds().beyond(quiet);

    assertThat(seen.files()).containsAll(Deeds.ofFiles(folder.resolve("data/outbox.db")).files());
    assertThat(seen.sockets()).anyMatch(socket -> socket.startsWith("connect {sa_family=AF_INET"));
    assertThat(seen.threads()).contains("started", "candor-recorder");
  }

  @Test
  void plantedNoise_ofEachKind_isSeenByTheSameComparison() throws IOException {
    assertThat(noop("connect").beyond(quiet).sockets())
        .anyMatch(socket -> socket.startsWith("connect {sa_family=AF_INET"));
    assertThat(noop("write").beyond(quiet).files()).anyMatch(file -> file.endsWith("/noise"));
    assertThat(noop("spawn").beyond(quiet).threads()).containsExactly("started", "planted-thread");
    assertThat(noop("execute").beyond(quiet).programs()).anyMatch(path -> path.endsWith("/true"));
  }

  private void assertSilentAfterAYes(Map<String, String> environment) throws IOException {
    trace(classPath(), Map.of(), "everything");
    assertThat(backend.connections()).isPositive();
    backend.forget();
    List<String> before = files();

    // The history is there and its hashes are checked; newer JDKs read a file of theirs for that.
    assertThat(silent(environment).beyond(noop("digest"))).isEqualTo(Deeds.NONE);
    assertThat(files()).isEqualTo(before).contains("consent.json", "data/outbox.db");
  }

  /** The same program without an engine. */
  private Deeds noop(String... deeds) throws IOException {
    return trace(withoutEngine(), Map.of(), deeds).deeds();
  }

  /** As many entries on the class path, all but two of them empty. */
  private static List<String> withoutEngine() throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath()) {
      entries.add(
          isNeeded(entry) ? entry : emptyJar(shared.resolve("e" + entries.size() + ".jar")));
    }
    return entries;
  }

  private static boolean isNeeded(String entry) {
    return Path.of(entry).equals(origin(Telemetry.class))
        || Path.of(entry).equals(origin(SilentProgram.class));
  }

  private static Path origin(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String emptyJar(Path file) throws IOException {
    if (!Files.exists(file)) {
      try (OutputStream out = Files.newOutputStream(file);
          JarOutputStream jar = new JarOutputStream(out)) {
        jar.setComment("stands for one that is not there");
      }
    }
    return file.toString();
  }

  private static List<String> classPath() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private Deeds silent(Map<String, String> environment, String... deeds) throws IOException {
    Trace trace = trace(classPath(), environment, deeds);
    assertThat(trace.errors()).isEmpty();
    assertThat(backend.connections()).isZero();
    return trace.deeds().beyond(quiet);
  }

  private Trace trace(List<String> classPath, Map<String, String> environment, String... deeds)
      throws IOException {
    return trace(temporary, classPath, backend.uri(), environment, deeds);
  }

  private static Trace trace(
      Path directory,
      List<String> classPath,
      URI endpoint,
      Map<String, String> environment,
      String... deeds)
      throws IOException {
    Path log = directory.resolve("trace.log");
    ChildJvm.Builder builder =
        ChildJvm.of(SilentProgram.class)
            .below("strace", "-f", "-qq", "--seccomp-bpf", "-s", "1000", "-e", Deeds.CALLS)
            .below("-o", log.toString())
            // No thread of the virtual machine comes or goes with the load.
            .jvmArgs("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
            .jvmArgs("-XX:-UseDynamicNumberOfCompilerThreads")
            .classPath(String.join(File.pathSeparator, classPath))
            .directory(directory)
            .args(directory.resolve("candor").toString(), endpoint.toString())
            .args(deeds);
    environment.forEach(builder::environment);
    try (ChildJvm child = builder.start()) {
      assertThat(child.awaitExit(PATIENCE)).as("%s", child.stderr()).isZero();
      return new Trace(Deeds.read(Files.readAllLines(log)), child.stderr());
    }
  }

  private Path forbidding() throws IOException {
    return Files.writeString(
        temporary.resolve("policy.json"),
        "{\"forbid\": [\"usage\", \"performance\", \"diagnostics\", \"environment\"]}");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  /** What a run did, and what it wrote to standard error. */
  private record Trace(Deeds deeds, List<String> errors) {}
}
