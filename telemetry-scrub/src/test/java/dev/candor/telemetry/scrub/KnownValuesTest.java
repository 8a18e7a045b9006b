package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
@Tag("SQ-63")
class KnownValuesTest {
  @Test
  void collect_propertiesAndEnvironment_knowsWhatNamesThisMachine() {
    KnownValues known =
        KnownValues.collect(
            Map.of("user.name", "alice", "user.home", "/home/wonderland/alice", "os.name", "Linux"),
            Map.of(
                "HOSTNAME", "smithlab-scope3.example.org",
                "USERPROFILE", "C:\\Users\\Jane Doe",
                "USERDOMAIN", "SMITHLAB",
                "SLACK_TOKEN", "not-a-real-token",
                "DB_PASSWORD", "tr0ub4dor",
                "SSH_AUTH_SOCK", "/tmp/agent.1",
                "PATH", "/usr/bin",
                "LOGNAME", "al"));

    assertThat(known.kinds())
        .containsEntry("alice", Kind.USER)
        .containsEntry("wonderland", Kind.USER)
        .containsEntry("Jane Doe", Kind.USER)
        .containsEntry("smithlab-scope3.example.org", Kind.HOST)
        .containsEntry("smithlab-scope3", Kind.HOST)
        .containsEntry("SMITHLAB", Kind.USER)
        .containsEntry("not-a-real-token", Kind.SECRET)
        .containsEntry("tr0ub4dor", Kind.SECRET)
        .doesNotContainKeys("home", "Users", "al", "/tmp/agent.1", "/usr/bin", "Linux", "C:");
    assertThat(known).hasToString("KnownValues[" + known.kinds().size() + "]");
  }

  @Test
  void collect_commonNames_areLeftOut() {
    KnownValues known =
        KnownValues.collect(
            Map.of("user.name", "root", "user.home", "/root"),
            Map.of(
                "USER", "admin", "HOSTNAME", "localhost", "API_KEY", "true", "KEY_COUNT", "data"));

    assertThat(known.kinds()).isEmpty();
  }

  @Test
  @Tag("linux")
  void ofThisMachine_hostOfTheKernel_isKnownAsIfTheEnvironmentToldIt() throws IOException {
    String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    // A machine may be called "localhost": then nothing is to be known, by either way.
    KnownValues told = KnownValues.collect(Map.of(), Map.of("HOSTNAME", host));

    KnownValues found = KnownValues.ofThisMachine(Map.of(), Map.of());

    assertThat(found.kinds()).containsAllEntriesOf(told.kinds());
  }

  @Test
  void sanitize_knownValue_isFoundInEveryWrittenForm() {
    TreeMap<String, Kind> kinds = new TreeMap<>();
    kinds.put("jürgen-qz", Kind.USER);
    kinds.put("wnderlnd", Kind.HOST);
    kinds.put("x".repeat(100) + "tail", Kind.SECRET);
    Sanitizer sanitizer = Sanitizer.create(new KnownValues(kinds));
    String name = "jürgen-qz";
    for (String text :
        new String[] {
          "it was " + name + " again",
          "it was " + name.toUpperCase(Locale.ROOT),
          "it was j%C3%BCrgen-qz",
          "it was j\\u00fcrgen-qz",
          "it was "
              + Base64.getEncoder()
                  .encodeToString(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          "wnderlnd up",
          "WNDERLND_2 up",
          Base64.getEncoder()
              .encodeToString("xwnderlnd".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
          "776e6465726c6e64",
          "v=" + "x".repeat(100) + "tail!",
        }) {
      assertThat(sanitizer.find("", text, Carrier.LOG_BODY)).as(text).isNotEmpty();
    }
    assertThat(sanitizer.sanitize("", "swnderlnds", Carrier.LOG_BODY)).doesNotContain("wnderlnd");
  }

  @Test
  void sanitize_shortKnownWord_isFoundAsAWordOnly() {
    TreeMap<String, Kind> kinds = new TreeMap<>();
    kinds.put("alice", Kind.USER);
    Sanitizer sanitizer = Sanitizer.create(new KnownValues(kinds));

    assertThat(sanitizer.sanitize("", "malice in AliceProject", Carrier.LOG_BODY))
        .isEqualTo("malice in <user>Project");
  }
}
