package dev.candor.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the jar of this module is. */
class ArtifactTest {
  private static final Path CLASSES = Path.of(ExampleJvm.place(TelemetryRuntime.class));

  @Test
  @Tag("P10")
  void jar_isAtMost150kB() throws IOException {
    CountingStream counter = new CountingStream();
    try (ZipOutputStream zip = new ZipOutputStream(counter);
        Stream<Path> files = Files.walk(CLASSES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        zip.putNextEntry(new ZipEntry(CLASSES.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }

    assertThat(counter.bytes).isLessThan(150_000);
  }

  @Test
  void module_requiresTheJdkAloneAndOpensNothing() throws IOException {
    ModuleDescriptor module =
        ModuleDescriptor.read(Files.newInputStream(CLASSES.resolve("module-info.class")));

    List<String> needed =
        module.requires().stream()
            .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
            .map(ModuleDescriptor.Requires::name)
            .toList();
    assertThat(needed).containsExactly("java.base");
    assertThat(module.opens()).isEmpty();
    assertThat(module.provides())
        .singleElement()
        .satisfies(
            provided ->
                assertThat(provided.providers())
                    .containsExactly("dev.candor.telemetry.CandorEvents_Catalog"));
  }

  private static final class CountingStream extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
    }
  }
}
