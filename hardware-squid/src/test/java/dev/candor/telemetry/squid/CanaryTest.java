package dev.candor.telemetry.squid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Puts canaries into the files, or breaks them, and listens to what is told. */
@Tag("SQ-63")
@Tag("SQ-64")
@Tag("SQ-65")
@Tag("P4")
@Tag("P9")
class CanaryTest {
  private static final String CANARY = "Canaryqz";
  private static final Pattern JSON_STRING = Pattern.compile("\"([^\"\\\\]*)\"(?!\\s*:)");
  private static final Pattern YAML_STRING =
      Pattern.compile("(?m)^(\\s*(?:- )?(?:\\w+: )|\\s*- )([A-Za-z'\"/#][^\\n]*)$");
  private static final Pattern INI_STRING = Pattern.compile("(?m)^(\\w+ = )([A-Za-z/\"][^\\n]*)$");
  private static final Pattern LOG_MESSAGE =
      Pattern.compile(
          "(?m)^(\\d{4}-\\S+ \\S+ - \\d+ - [\\w.]+ - [A-Z]+ - )(.*?)( \\(\\w+\\.py:\\d+\\))?$");
  private static final Pattern LOG_PATH = Pattern.compile("/home/alice");
  private static final Pattern ERROR_MESSAGE = Pattern.compile("(?m)^(\\w*Error: )(.*)$");

  @TempDir Path folder;
  private int planted;

  @ParameterizedTest
  @ValueSource(strings = {"ok", "abort", "nospace", "crash"})
  void read_canaryInEveryString_tellsNone(String run) throws IOException {
    Path session = plant(Fixtures.RECORDINGS.resolve(run));
    Path config = plant(Fixtures.RECORDINGS.resolve("config"));

    Recording recording = RecordingReader.create().read(session, config).orElseThrow();

    assertThat(planted).isGreaterThan(400);
    assertThat(told(recording)).doesNotContain("canaryqz");
  }

  @Test
  void read_canaryBesideKnownValues_tellsNone() throws IOException {
    Path session = copy(Fixtures.RECORDINGS.resolve("nospace"), this::appendToMessages);

    Recording recording = RecordingReader.create().read(session, null).orElseThrow();

    assertThat(planted).isGreaterThan(200);
    assertThat(recording.tellings()).hasSizeGreaterThan(3);
    assertThat(told(recording)).doesNotContain("canaryqz");
  }

  @Test
  void snapshot_canaryInEveryRealConfiguration_tellsNone() throws IOException {
    for (Path root : roots()) {
      ConfigSnapshot before = SnapshotReader.create().read(root);
      ConfigSnapshot after = SnapshotReader.create().read(plant(root));

      String told =
          after.values()
              + " "
              + ConfigDiff.between(before, after)
              + " "
              + Hardware.of(after, Hardware.environment(after));
      assertThat(told.toLowerCase(Locale.ROOT)).doesNotContain("canaryqz");
    }
    assertThat(planted).isGreaterThan(1000);
  }

  @Test
  void read_aThousandBrokenFiles_neverThrows() throws IOException {
    Random random = new Random(20261121);
    ConfigReader reader = new ConfigReader(FileOpener.system());
    List<Path> files = Fixtures.configurationFiles().stream().filter(Files::isRegularFile).toList();
    for (int i = 0; i < 1000; i++) {
      Path original = files.get(random.nextInt(files.size()));
      Path broken = folder.resolve("broken" + name(original));
      Files.write(broken, mutate(Files.readAllBytes(original), random));

      assertThatCode(() -> reader.read(broken).orNothing().keys()).doesNotThrowAnyException();
    }
  }

  @Test
  void read_brokenSessions_neverThrows() throws IOException {
    Random random = new Random(42);
    for (int i = 0; i < 24; i++) {
      Path session =
          copy(
              Fixtures.RECORDINGS.resolve(i % 2 == 0 ? "nospace" : "crash"),
              (path, bytes) -> mutate(bytes, random));
      Path config =
          copy(Fixtures.RECORDINGS.resolve("config"), (p, bytes) -> mutate(bytes, random));

      assertThatCode(() -> RecordingReader.create().read(session, config))
          .doesNotThrowAnyException();
    }
  }

  private static List<Path> roots() throws IOException {
    try (Stream<Path> all = Files.list(Fixtures.FILES)) {
      return Stream.concat(
              all.filter(Files::isDirectory), Stream.of(Fixtures.RECORDINGS.resolve("config")))
          .toList();
    }
  }

  private static String told(Recording recording) {
    return Tellings.text(recording).toLowerCase(Locale.ROOT);
  }

  private Path plant(Path source) throws IOException {
    return copy(source, this::replaceStrings);
  }

  private byte[] replaceStrings(Path path, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String name = name(path);
    if (name.equals("run.json")) {
      // Status, reason and experiment stay, so that the acquisition is told at all.
      text =
          replace(
              Pattern.compile("(\"(?:machine|config_path|output_path)\": )(\"[^\"]*\")"),
              text,
              "$1\"" + CANARY + "\"");
    } else if (name.endsWith(".json")) {
      text = replace(JSON_STRING, text, "\"" + CANARY + "\"");
    } else if (name.endsWith(".yaml")) {
      text = replace(YAML_STRING, text, "$1" + CANARY);
    } else if (name.endsWith(".ini")) {
      text = replace(INI_STRING, text, "$1" + CANARY);
    } else if (name.endsWith(".xml")) {
      text = replace(Pattern.compile("=\"[^\"]*\""), text, "=\"" + CANARY + "\"");
    } else if (name.endsWith(".log")) {
      text = replace(LOG_MESSAGE, text, "$1" + CANARY + " $2 " + CANARY + "$3");
      text = paths(text);
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] appendToMessages(Path path, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (name(path).endsWith(".log")) {
      text = paths(replace(Pattern.compile("job [0-9a-f-]{36}"), text, "job " + CANARY));
    }
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String paths(String text) {
    String moved = replace(LOG_PATH, text, "/home/" + CANARY + "/My " + CANARY);
    return replace(ERROR_MESSAGE, moved, "$1" + CANARY + " '" + CANARY + "'");
  }

  private String replace(Pattern pattern, String text, String replacement) {
    Matcher matcher = pattern.matcher(text);
    StringBuilder result = new StringBuilder();
    while (matcher.find()) {
      planted++;
      matcher.appendReplacement(result, replacement);
    }
    return matcher.appendTail(result).toString();
  }

  private Path copy(Path source, Change change) throws IOException {
    Path target = Files.createTempDirectory(folder, "copy");
    try (Stream<Path> all = Files.walk(source)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path to = target.resolve(source.relativize(path).toString());
        Files.createDirectories(to.getParent());
        Files.write(to, change.apply(path, Files.readAllBytes(path)));
      }
    }
    return target;
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "{}[]:,\"'&*#-\n\t=%<>".charAt(random.nextInt(18));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, at);
        default -> System.arraycopy(bytes, at / 2, bytes, at, (bytes.length - at) / 2);
      }
    }
    return bytes;
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private interface Change {
    byte[] apply(Path path, byte[] bytes);
  }
}
