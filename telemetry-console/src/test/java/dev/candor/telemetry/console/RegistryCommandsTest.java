package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.collector.CollectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code candor registry …} and {@code candor collector generate}. */
@Tag("P12")
class RegistryCommandsTest {
  private static final String LAB =
      """
      file_format: definition/2
      attributes:
        - key: lab.mode
          type: {members: [{id: fast, value: fast, brief: Fast, stability: development}]}
          brief: Mode
          stability: development
          annotations: {candor: {kind: constant}}
      spans:
        - type: lab.run
          kind: internal
          name: {note: lab.run}
          brief: One run
          stability: development
          attributes: [{ref: lab.mode}, {ref: session.id}]
      metrics: []
      """;

  @TempDir Path folder;

  @Test
  void export_default_hasTheBuiltInsAndSquid() {
    TestShell shell = new TestShell().run("registry", "export");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(shell.out())
        .startsWith("# Written by")
        .contains("type: app.error", "type: acquisition.run");
  }

  @Test
  void export_catalogueOnAClassPath_isWrittenIntoTheFile() throws IOException {
    Path classes = folder.resolve("classes");
    Path registry = classes.resolve("META-INF/candor/registry/lab.LabEvents.yaml");
    Files.createDirectories(registry.getParent());
    Files.writeString(registry, LAB);
    Path out = folder.resolve("lab.yaml");

    TestShell shell =
        new TestShell()
            .run(
                "registry",
                "export",
                "--classpath",
                classes.toString(),
                "lab.LabEvents",
                "--out",
                out.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    assertThat(out).content().contains("type: lab.run").doesNotContain("type: app.error");
    assertThat(new TestShell().run("registry", "check", out.toString()).exit())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void export_page_isForPeople() {
    assertThat(new TestShell().run("registry", "export", "--page").out())
        .startsWith("# Catalogue")
        .contains("| `acquisition.run` |");
  }

  @Test
  void export_unknownCatalogue_isOneLine() {
    TestShell shell = new TestShell().run("registry", "export", "lab.None");

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).hasLineCount(1).contains("no such resource");
  }

  @Test
  void export_fileInAFolderThatIsNotThere_isOneLine() {
    TestShell shell =
        new TestShell().run("registry", "export", "--out", folder.resolve("no/r.yaml").toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(shell.err()).hasLineCount(1).contains("cannot be written");
  }

  @Test
  void check_faults_nameFileLineAndRuleAndNoValue() throws IOException {
    Path one = write("one.yaml", LAB.replace("kind: internal", "kind: smith-lab"));
    Path two = write("two.yaml", LAB.replace("kind: constant", "kind: hashed"));

    TestShell shell = new TestShell().run("registry", "check", one.toString(), two.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.out().lines())
        .containsExactly(
            "one.yaml:9: spans[0]: 'kind' must be internal",
            "two.yaml:3: attributes[0]: one.yaml declares lab.mode with another kind");
  }

  @Test
  void check_noFile_isRefused() {
    assertThat(
            new TestShell().run("registry", "check", folder.resolve("none.yaml").toString()).exit())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void generate_withoutRegistries_writesWhatIsShipped() {
    TestShell shell = generate("out");

    assertThat(shell.exit()).isEqualTo(ExitCode.OK);
    for (CollectorFiles file : CollectorFiles.values()) {
      assertThat(folder.resolve("out").resolve(file.file())).hasContent(file.text());
    }
  }

  @Test
  void generate_deletedAndWrittenAgainInAnyOrder_hasTheSameBytes() throws IOException {
    Path lab = write("lab.yaml", LAB);
    Path more = write("more.yaml", LAB.replace("fast", "slow").replace("lab.run", "lab.walk"));
    generate("out", "--registry", lab.toString(), more.toString());
    Path base = folder.resolve("out/base.yaml");
    byte[] before = Files.readAllBytes(base);
    Files.delete(base);

    generate("out", "--registry", more.toString(), "--registry", lab.toString());

    assertThat(base).hasBinaryContent(before).content().contains("fast", "slow", "lab\\\\.walk");
  }

  @Test
  void generateCheck_renamedConstant_ends1AndNamesTheFile() throws IOException {
    Path lab = write("lab.yaml", LAB);
    generate("out", "--registry", lab.toString());
    TestShell same = generate("out", "--check", "--registry", lab.toString());
    write("lab.yaml", LAB.replace("fast", "quick"));

    TestShell renamed = generate("out", "--check", "--registry", lab.toString());

    assertThat(same.exit()).isEqualTo(ExitCode.OK);
    assertThat(renamed.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(renamed.out()).contains("base.yaml").doesNotContain("dest-file.yaml");
    assertThat(folder.resolve("out/base.yaml")).content().contains("fast");
  }

  @Test
  void generateCheck_emptyFolder_ends1() {
    assertThat(generate("none", "--check").exit()).isEqualTo(ExitCode.FAILED);
    assertThat(folder.resolve("none")).doesNotExist();
  }

  @Test
  void generate_faultyRegistry_isOneLineAndWritesNothing() throws IOException {
    Path lab = write("lab.yaml", LAB.replace("definition/2", "smith-lab"));

    TestShell shell = generate("out", "--registry", lab.toString());

    assertThat(shell.exit()).isEqualTo(ExitCode.FAILED);
    assertThat(shell.err()).hasLineCount(1).contains("file_format").doesNotContain("smith-lab");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private TestShell generate(String out, String... more) {
    String[] words = new String[more.length + 4];
    words[0] = "collector";
    words[1] = "generate";
    words[2] = "--out";
    words[3] = folder.resolve(out).toString();
    System.arraycopy(more, 0, words, 4, more.length);
    return new TestShell().run(words);
  }
}
