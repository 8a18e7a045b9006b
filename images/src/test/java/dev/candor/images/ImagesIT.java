package dev.candor.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectImageResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.DockerClientFactory;

/** What the images hold. They are from scratch, so it is what the script laid out for them. */
@ExtendWith(EngineCondition.class)
@Tag("linux")
class ImagesIT {
  private static final int MODE = 07777;
  private static final int SET_ID = 06000;

  @BeforeAll
  static void build() {
    Scripts.build();
  }

  @Test
  void build_ends_sayingTheSizes() {
    assertThat(Scripts.build())
        .hasSize(2)
        .allMatch(line -> line.matches("candor-(collector|gateway):test \\d+"));
  }

  @ParameterizedTest
  @CsvSource({"collector, 60", "gateway, 75"})
  void image_each_isSmall(String image, long megabytes) {
    assertThat(inspect(image).getSize()).isLessThan(megabytes * 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void image_each_saysWhatItIs(String image) {
    InspectImageResponse inspected = inspect(image);

    assertThat(inspected.getConfig().getUser()).isEqualTo("65532:65532");
    assertThat(inspected.getConfig().getVolumes()).containsOnlyKeys("/var/lib/candor");
    assertThat(inspected.getConfig().getLabels())
        .containsEntry("org.opencontainers.image.title", "candor-" + image)
        .containsEntry("org.opencontainers.image.licenses", "Apache-2.0")
        .containsKeys(
            "org.opencontainers.image.version",
            "org.opencontainers.image.revision",
            "org.opencontainers.image.description");
  }

  @ParameterizedTest
  @CsvSource({"collector, candor-collector", "gateway, java"})
  void programs_ofEach_areOneAndItsLibraries(String image, String program) {
    assertThat(
            files(image).stream()
                .filter(ImagesIT::isProgram)
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.matches("(lib|ld-).*\\.so(\\.\\d+)*")))
        .containsExactly(program);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector", "gateway"})
  void files_ofEach_canBeReadByAllAndWrittenByTheirOwnerOnly(String image) throws IOException {
    for (Path file : files(image)) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
      int mode = (int) Files.getAttribute(file, "unix:mode") & MODE;

      assertThat(permissions)
          .contains(PosixFilePermission.OTHERS_READ)
          .doesNotContain(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
      assertThat(mode & SET_ID).isZero();
    }
  }

  @Test
  void gateway_holds_noLibraryOfAnotherSystem() {
    assertThat(files("gateway")).anyMatch(file -> file.endsWith("native/libsqlitejdbc.so"));
    assertThat(
            files("gateway").stream()
                .filter(file -> file.getFileName().toString().startsWith("sqlite-jdbc"))
                .map(ImagesIT::size))
        .allMatch(size -> size < 2_000_000);
  }

  @Test
  void build_unknownWord_explainsItself() {
    Finished ended = Scripts.run("build", "--elsewhere");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.output()).contains("images/build --tag").doesNotContain("elsewhere");
  }

  /** An ELF file, or one that may be executed. */
  private static boolean isProgram(Path file) {
    try (var in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(4);
      return Files.isExecutable(file) || (head.length == 4 && head[1] == 'E' && head[2] == 'L');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InspectImageResponse inspect(String image) {
    return DockerClientFactory.instance()
        .client()
        .inspectImageCmd("candor-" + image + ":" + Scripts.TAG)
        .exec();
  }

  private static List<Path> files(String image) {
    Path root = Scripts.FOLDER.resolve("target").resolve(image).resolve("root");
    try (Stream<Path> found = Files.walk(root)) {
      return found.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
