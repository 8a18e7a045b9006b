package dev.candor.telemetry.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a class of this program is run in a Java of its own. */
final class JavaCommand {
  /**
   * What a gateway runs with: it stays, its limits fit into this heap, and the heap's young part
   * holds what is in the air.
   */
  static final List<String> GATEWAY =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx160m",
          "-Xmn88m",
          "-XX:SurvivorRatio=4",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2");

  private JavaCommand() {}

  /**
   * The words of the command.
   *
   * @param options of Java
   * @param words the class, and what it is given
   */
  static List<String> of(List<String> options, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(words));
    return command;
  }
}
