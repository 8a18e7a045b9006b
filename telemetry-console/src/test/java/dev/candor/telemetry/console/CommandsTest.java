package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.ItemJson;
import dev.candor.telemetry.testkit.LoopbackBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Replay, consent and status, each as one call of the command line. */
class CommandsTest {
  private static final Path RECORDINGS = TestShell.ROOT.resolve("hardware-squid/recordings");

  @RegisterExtension final LoopbackBackend backend = new LoopbackBackend();
  @TempDir Path folder;

  @Test
  void print_recording_writesOneJsonLineForEachItem() {
    TestShell shell = new TestShell().run("squid", "replay", run("nospace"), "--print");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(items(shell))
        .hasSizeGreaterThan(5)
        .allSatisfy(item -> assertThat(item.resource()).containsEntry("service.name", "squid"));
  }

  @Test
  @Tag("P1")
  void print_nobodyAnswered_writesNoFile() {
    Path home = folder.resolve("home");

    new TestShell()
        .with("HOME", home.toString())
        .with("XDG_CONFIG_HOME", home.resolve("config").toString())
        .with("XDG_DATA_HOME", home.resolve("data").toString())
        .run("squid", "replay", run("ok"), "--print");

    assertThat(home).doesNotExist();
  }

  @Test
  @Tag("P5")
  void print_thenReplay_giveTheSameIds() {
    List<String> printed =
        items(new TestShell().run("squid", "replay", run("crash"), "--print")).stream()
            .map(Item::id)
            .toList();

    answer("everything");
    TestShell replay = command("squid", "replay", run("crash"));

    assertThat(replay.exit()).isEqualTo(ExitCode.OK);
    assertThat(backend.itemIds().keySet()).containsAll(printed);
  }

  @Test
  void replay_twice_isOneItemEach() {
    answer("everything");
    command("squid", "replay", run("ok"), "--config", RECORDINGS.resolve("config").toString());
    command("squid", "replay", run("ok"), "--config", RECORDINGS.resolve("config").toString());

    assertThat(backend.spans("acquisition.run")).hasSize(1);
    assertThat(backend.spans("config.snapshot")).hasSize(1);
  }

  @Test
  void replay_withoutAnswer_saysThatItIsOff() {
    TestShell shell = command("squid", "replay", run("ok"), "--shift-to-now");

    assertThat(shell.out()).contains("telemetry is off");
    assertThat(backend.connections()).isZero();
  }

  @Test
  void replay_folderWithoutRecording_isRefused() {
    assertThat(command("squid", "replay", folder.toString()).exit()).isEqualTo(ExitCode.USAGE);
    assertThat(command("squid", "replay", folder + "/none").err()).contains("no such folder");
  }

  @Test
  void snapshotAndDiff_ofTheRecordedConfiguration_showTypedValues() {
    String config = RECORDINGS.resolve("config").toString();
    Path copies = folder.resolve("copies");
    DemoConfig.versions(RECORDINGS.resolve("config"), copies);

    TestShell snapshot = new TestShell().run("squid", "snapshot", config);
    TestShell diff = new TestShell().run("squid", "diff", config, copies.resolve("2").toString());

    assertThat(snapshot.out()).contains("ini use_napari_for_live_view = false", "hash ");
    assertThat(diff.out())
        .contains("ini max_velocity_z_mm: 3.8 -> 3", "2 changes")
        .contains("ini use_napari_for_live_view: false -> true");
  }

  @Test
  void consent_setAndShown_keepsAHistory() {
    answer("counts");
    answer("no");

    TestShell shown = command("consent");

    assertThat(shown.out()).contains("Answered by: person", ": counts", ": no");
  }

  @Test
  void consent_nobodyAnswered_saysSo() {
    assertThat(command("consent").out()).contains("Nobody has answered yet");
  }

  @Test
  @Tag("P8")
  void status_afterReplay_showsEveryTermAndBalances() throws IOException {
    answer("everything");
    command("squid", "replay", run("ok"));

    JsonNode json = new ObjectMapper().readTree(command("status", "--json").out());
    TestShell words = command("status");

    assertThat(json.path("answer").asText()).isEqualTo("everything");
    JsonNode otlp = json.path("destinations").path(0);
    assertThat(otlp.path("balances").asBoolean()).isTrue();
    for (String term :
        List.of("offered", "delivered", "uncertain", "queued", "expired", "purged")) {
      assertThat(otlp.has(term)).as(term).isTrue();
    }
    assertThat(words.out()).contains("Destination otlp", "offered =", "It balances.");
  }

  @Test
  void status_andConsent_tellNothingThemselves() {
    answer("everything");
    command("squid", "replay", run("ok"));
    int before = backend.spans().size();

    command("status");
    command("consent");

    assertThat(backend.spans()).hasSize(before);
  }

  @Test
  void demo_folderBelowAFile_isOneLineThatSaysWhatToDo() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    TestShell shell = new TestShell().run("demo", "--headless", "--out", file + "/out");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err().lines()).hasSize(1);
    assertThat(shell.err()).contains("give another one with --out");
  }

  @Test
  void collector_named_butMissing_isOneLine() {
    TestShell shell =
        new TestShell()
            .with("CANDOR_COLLECTOR", folder.resolve("none").toString())
            .run("collector", "check");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err().lines()).hasSize(1);
  }

  @Test
  void collector_noNetwork_isOneLineThatSaysWhatToDo() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root"));
    Path sources = Files.createDirectories(root.resolve("collector-config/distribution"));
    Files.writeString(sources.resolve("go.mod"), "module x");
    Path go =
        Files.writeString(folder.resolve("go"), "#!/bin/sh\necho 'dial tcp: refused'; exit 1");
    assertThat(go.toFile().setExecutable(true)).isTrue();

    TestShell shell =
        new TestShell().at(root).with("PATH", folder.toString()).run("collector", "build");

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).contains("connect to the network once");
  }

  @Test
  void browser_withoutScreen_isNotOpened() {
    Shell bare = new TestShell().shell();

    assertThat(Browser.command(bare, folder)).isEmpty();
  }

  @Test
  void browser_withScreen_isTheDesktopsOwn() throws IOException {
    Path opener = Files.createFile(folder.resolve("xdg-open"));
    assertThat(opener.toFile().setExecutable(true)).isTrue();
    Map<String, String> screen = Map.of("DISPLAY", ":0", "PATH", folder.toString());
    TestShell shell = new TestShell();
    screen.forEach(shell::with);

    assertThat(Browser.command(shell.shell(), folder.resolve("report.html")).orElseThrow())
        .containsExactly(opener.toString(), folder.resolve("report.html").toString());
  }

  private void answer(String word) {
    assertThat(command("consent", word).exit()).isEqualTo(ExitCode.OK);
  }

  private TestShell command(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 2);
    boolean known = !words[0].equals("squid") || words[1].equals("replay");
    all[words.length] = known ? "--folder" : "";
    all[words.length + 1] = folder.resolve("home").toString();
    return new TestShell().with("OTEL_EXPORTER_OTLP_ENDPOINT", backend.uri().toString()).run(all);
  }

  private static String run(String name) {
    return RECORDINGS.resolve(name).toString();
  }

  /** The printed items, once each line has shown the ids of its item's span. */
  private static List<Item> items(TestShell shell) {
    List<Item> items = new ArrayList<>();
    for (String line : shell.out().lines().toList()) {
      Matcher ids =
          Pattern.compile("\\{\"trace_id\":\"(\\w{32})\",\"span_id\":\"(\\w{16})\",(.*)")
              .matcher(line);
      assertThat(ids.matches()).isTrue();
      Item item = ItemJson.read("{" + ids.group(3));
      assertThat(item.id()).isEqualTo(ids.group(1) + ids.group(2));
      items.add(item);
    }
    return items;
  }
}
