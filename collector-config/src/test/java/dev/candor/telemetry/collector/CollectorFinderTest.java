package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectorFinderTest {
  private static final String ALL =
      "#!/bin/sh\nfor c in otlp memory_limiter groupbyattrs filter transform redaction forward"
          + " otlp_http file nop file_storage bearertokenauth health_check; do"
          + " echo \"    - name: $c\"; done\n";

  @TempDir private Path folder;
  private final List<String> progress = new ArrayList<>();

  private Path script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path distribution() throws IOException {
    Path sources = folder.resolve("collector-config/distribution");
    Files.createDirectories(sources);
    Path module = Files.writeString(sources.resolve("go.mod"), "module x\n");
    Files.setLastModifiedTime(module, FileTime.from(Instant.EPOCH));
    return sources;
  }

  private Path find(Map<String, String> environment) {
    return CollectorFinder.inProject(folder, environment).find(progress::add);
  }

  @Test
  void find_namedCollector_comesFirst() throws IOException {
    Path named = script("otelcol", ALL);
    distribution();
    script("collector-config/distribution/build/candor-collector", ALL);

    assertThat(find(Map.of("CANDOR_COLLECTOR", named.toString()))).isEqualTo(named);
  }

  @Test
  void find_ownBuild_comesBeforeGo() throws IOException {
    distribution();
    Path own = script("collector-config/distribution/build/candor-collector", ALL);

    assertThat(find(Map.of())).isEqualTo(own);
    assertThat(progress).isEmpty();
  }

  @Test
  void find_nothingBuilt_letsGoBuild() throws IOException {
    Path sources = distribution();
    // Stands for Go: writes the program where it is told, and says what it compiles.
    script(
        "bin/go",
        "#!/bin/sh\n[ \"$CGO_ENABLED$GOTOOLCHAIN\" = 0local ] || exit 3\n"
            + "for i in 1 2 3 4 5 6 7 8 9 0; do for k in 1 2 3 4 5 6 7 8 9 0; do echo p$i$k; done; done\n"
            + "while [ \"$1\" != -o ]; do shift; done\n/bin/cat > \"$2\" <<'END'\n"
            + ALL
            + "END\n");

    Path found = find(Map.of("PATH", folder.resolve("bin").toString()));

    assertThat(found).isEqualTo(sources.resolve("build/candor-collector"));
    assertThat(progress).hasSize(3).anyMatch(line -> line.contains("packages compiled: 100"));
    assertThat(find(Map.of())).isEqualTo(found);
  }

  @Test
  void find_olderThanItsSources_isBuiltAgain() throws IOException {
    Path sources = distribution();
    Path own = script("collector-config/distribution/build/candor-collector", ALL);
    Files.setLastModifiedTime(own, FileTime.from(Instant.EPOCH));
    Files.setLastModifiedTime(
        sources.resolve("go.mod"), FileTime.from(Instant.EPOCH.plusSeconds(9)));

    assertThatThrownBy(() -> find(Map.of()))
        .isInstanceOf(CollectorException.class)
        .hasMessageContaining("JDK, Maven and Go");
  }

  @Test
  void find_goFails_tellsItsLastLine() throws IOException {
    Path sources = distribution();
    script("bin/go", "#!/bin/sh\necho no network >&2\nexit 1\n");

    assertThatThrownBy(() -> find(Map.of("PATH", folder.resolve("bin").toString())))
        .isInstanceOf(CollectorException.class)
        .hasMessageContaining("no network");
    assertThat(sources.resolve("build")).isEmptyDirectory();
  }

  @Test
  void find_collectorWithoutComponents_namesThem() throws IOException {
    Path poor = script("otelcol", "#!/bin/sh\necho '    - name: otlp'\n");

    assertThatThrownBy(() -> find(Map.of("CANDOR_COLLECTOR", poor.toString())))
        .isInstanceOf(CollectorException.class)
        .hasMessageContaining("lacks bearertokenauth, file, file_storage");
  }

  @Test
  void find_namedFileIsNoProgram_listsTheWays() {
    assertThatThrownBy(() -> find(Map.of("CANDOR_COLLECTOR", folder.toString())))
        .hasMessageContaining("CANDOR_COLLECTOR")
        .hasMessageContaining("Go 1.26");
  }

  @Test
  void find_withoutSources_listsTheWays() {
    assertThatThrownBy(() -> find(Map.of())).hasMessageContaining("candor collector build");
    assertThatThrownBy(() -> CollectorFinder.elsewhere(Map.of()).find(progress::add))
        .hasMessageContaining("candor collector build");
  }
}
