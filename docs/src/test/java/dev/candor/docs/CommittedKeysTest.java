package dev.candor.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Keys come from the environment and are in no file of the project: nothing here has the form of a
 * key that a provider issues. Tests, corpora and golden cases hold invented ones on purpose.
 */
class CommittedKeysTest {
  private static final Pattern KEY =
      Pattern.compile(
          "AKIA[0-9A-Z]{16}"
              + "|gh[pousr]_[0-9A-Za-z]{36}"
              + "|xox[abprs]-[0-9A-Za-z-]{20,}"
              + "|sntry[su]_[0-9A-Za-z+/=_]{40,}"
              + "|sk_live_[0-9A-Za-z]{16,}"
              + "|AIza[0-9A-Za-z_-]{35}"
              + "|https://[0-9a-f]{32}@[0-9a-z.-]*sentry\\.io"
              + "|-----BEGIN [A-Z ]*PRIVATE KEY-----\\s+[0-9A-Za-z+/]{40}"
              + "|(?:GA_API_SECRET|AMPLITUDE_API_KEY|SENTRY_DSN|TELEMETRY_SALT)\\s*[=:]\\s*\"?[0-9A-Za-z]{16,}");

  private static final Pattern LOOKED_AT =
      Pattern.compile(".*\\.(java|md|xml|ya?ml|json|properties|csv|sh|env|toml|go|css|html)|[^.]*");
  private static final List<String> INVENTED =
      List.of("/src/test/", "/corpus/", "/cases/", "/golden");
  private static final List<String> MADE = List.of("target", ".git", "build", "node_modules");

  @Test
  @Tag("SV-70")
  void files_outsideOfTests_holdNoKey() throws IOException {
    List<String> found = new ArrayList<>();
    int looked = 0;
    for (Path file : files()) {
      looked++;
      if (KEY.matcher(Files.readString(file, StandardCharsets.ISO_8859_1)).find()) {
        found.add(Repository.ROOT.relativize(file).toString());
      }
    }

    assertThat(looked).isGreaterThan(500);
    assertThat(found).isEmpty();
  }

  @Test
  void pattern_keysOfEachForm_areFound() {
    List<String> keys =
        List.of(
            "AKIA" + "IOSFODNN7EXAMPLE",
            "ghp_" + "a".repeat(36),
            "https://" + "0f".repeat(16) + "@o1.ingest.sentry.io/1",
            "GA_API_SECRET=" + "abcdefghijklmnop",
            "-----BEGIN PRIVATE KEY-----\n" + "M".repeat(64));

    assertThat(keys).allMatch(key -> KEY.matcher("x " + key).find());
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Repository.ROOT)) {
      return all.filter(Files::isRegularFile).filter(CommittedKeysTest::isLookedAt).toList();
    }
  }

  private static boolean isLookedAt(Path file) {
    Path relative = Repository.ROOT.relativize(file);
    String path = "/" + relative.toString().replace('\\', '/');
    Matcher name = LOOKED_AT.matcher(file.getFileName().toString());
    return name.matches()
        && INVENTED.stream().noneMatch(path::contains)
        && MADE.stream().noneMatch(part -> path.contains("/" + part + "/"));
  }
}
