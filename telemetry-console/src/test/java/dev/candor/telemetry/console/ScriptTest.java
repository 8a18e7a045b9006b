package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ./candor}, with a Java and a Maven that only say what they were asked to do.
 */
@Tag("posix")
class ScriptTest {
  @TempDir Path temporary;
  private Path root;
  private Path tools;

  @BeforeEach
  void layOutAProject() throws IOException {
    root = Files.createDirectories(temporary.resolve("a project with blanks"));
    Files.copy(TestShell.ROOT.resolve("candor"), root.resolve("candor"));
    executable(root.resolve("candor"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Path module = Files.createDirectories(root.resolve("telemetry-console/src/main"));
    Files.writeString(module.resolve("Main.java"), "");
    tools = Files.createDirectories(temporary.resolve("tools"));
    for (String tool :
        List.of(
            "bash",
            "dirname",
            "find",
            "head",
            "readlink",
            "sed",
            "mkdir",
            "touch",
            "mv",
            "rm",
            "date",
            "tail",
            "grep",
            "env")) {
      link(tool);
    }
    program("jdk/bin/javac", "exit 0");
    program(
        "jdk/bin/java",
        """
        case "$*" in *-XshowSettings*) echo '    java.specification.version = 17' >&2; exit 0;; esac
        for word in "$@"; do printf '<%s>' "$word"; done
        exit 7
        """);
  }

  @Test
  void built_runsJavaWithTheArgumentsAndItsExitCode() throws Exception {
    built();

    Result result = candor(Map.of("JAVA_HOME", jdk()), "demo", "--out", "my folder");

    assertThat(result.exit()).isEqualTo(7);
    assertThat(result.out())
        .startsWith("<--enable-native-access=ALL-UNNAMED>")
        .contains("<-Dcandor.root=" + root.toRealPath() + ">")
        .endsWith("<dev.candor.telemetry.console.Candor><demo><--out><my folder>");
  }

  @Test
  void noLocale_foldersMayHaveAnyLetters() throws Exception {
    built();
    program("jdk/bin/java", "printf '<%s>' \"$LC_ALL\"");

    assertThat(candor(Map.of("JAVA_HOME", jdk())).out()).isEqualTo("<C.UTF-8>");
    assertThat(candor(Map.of("JAVA_HOME", jdk(), "LANG", "de_DE.UTF-8")).out()).isEqualTo("<>");
  }

  @Test
  void link_fromAnotherFolder_findsTheProject() throws Exception {
    built();
    Path link = Files.createSymbolicLink(temporary.resolve("linked"), root.resolve("candor"));

    Result result = run(Map.of("JAVA_HOME", jdk()), link.toString(), "--help");

    assertThat(result.out()).contains("<-Dcandor.root=" + root.toRealPath() + ">");
  }

  @Test
  void sourceNewerThanBuild_isBuiltOnceWithOneLine() throws Exception {
    program("tools/mvn", "mkdir -p telemetry-console/target/app; exit 0");

    Result first = candor(Map.of("JAVA_HOME", jdk()), "--help");
    Result second = candor(Map.of("JAVA_HOME", jdk()), "--help");

    assertThat(first.out()).contains("Building the command line", "Built in");
    assertThat(second.out()).doesNotContain("Building");
  }

  @Test
  void failedBuild_showsTheLogAndSaysWhatToDo() throws Exception {
    program("tools/mvn", "echo 'Could not transfer artifact'; exit 1");

    Result result = candor(Map.of("JAVA_HOME", jdk()), "--help");

    assertThat(result.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(result.out()).contains("Could not transfer", "connect to the network once");
  }

  @Test
  void interruptedBuild_isNoFailedBuild() throws Exception {
    // Ctrl-C reaches the script and Maven; Maven ends with a code of its own.
    Path pid = temporary.resolve("pid");
    program("tools/mvn", "read script < '" + pid + "'; kill -INT $script; exit 130");
    String shell = "echo $$ > '%s'; exec '%s' --help".formatted(pid, root.resolve("candor"));

    Result result = run(Map.of("JAVA_HOME", jdk()), "/bin/sh", "-c", shell);

    assertThat(result.exit()).isEqualTo(130);
    assertThat(result.out()).doesNotContain("the build failed");
    assertThat(root.resolve("telemetry-console/target/app.built.next")).doesNotExist();
  }

  @Test
  void noMaven_isOneLineThatSaysWhatToDo() throws Exception {
    Result result = candor(Map.of("JAVA_HOME", jdk()), "--help");

    assertThat(result.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(result.out().strip())
        .isEqualTo("candor: no Maven found: install Maven 3.8.7 or later (mvn)");
  }

  @Test
  void noJava_isOneLineThatSaysWhatToDo() throws Exception {
    Result result = candor(Map.of(), "--help");

    assertThat(result.exit()).isEqualTo(ExitCode.MISSING);
    assertThat(result.out()).contains("no Java found: install a JDK, 17 or later");
  }

  private void built() throws IOException {
    Files.createDirectories(root.resolve("telemetry-console/target/app"));
    Path mark = Files.writeString(root.resolve("telemetry-console/target/app.built"), "");
    Files.setLastModifiedTime(mark, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private Result candor(Map<String, String> environment, String... args) throws Exception {
    String[] command = new String[args.length + 1];
    command[0] = root.resolve("candor").toString();
    System.arraycopy(args, 0, command, 1, args.length);
    return run(environment, command);
  }

  private Result run(Map<String, String> environment, String... command) throws Exception {
    Path out = temporary.resolve("out.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Result(process.exitValue(), Files.readString(out));
  }

  private String jdk() {
    return temporary.resolve("jdk").toString();
  }

  private void program(String path, String script) throws IOException {
    Path program = temporary.resolve(path);
    Files.createDirectories(program.getParent());
    Files.write(program, ("#!/bin/sh\n" + script).getBytes(StandardCharsets.UTF_8));
    executable(program);
  }

  private void link(String tool) throws IOException {
    for (String folder : List.of("/usr/bin", "/bin", "/usr/local/bin")) {
      Path program = Path.of(folder, tool);
      if (Files.exists(program)) {
        program("tools/" + tool, "exec " + program + " \"$@\"");
        return;
      }
    }
    throw new IllegalStateException("this system has no " + tool);
  }

  private static void executable(Path file) {
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private record Result(int exit, String out) {}
}
