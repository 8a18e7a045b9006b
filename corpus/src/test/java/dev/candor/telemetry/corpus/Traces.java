package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.List;

/** Stack traces of Java and Python around a message, or around a path of a source file. */
final class Traces {
  private static final List<String> METHODS =
      List.of(
          "writeBlock",
          "acquireImage",
          "moveStage",
          "flushQueue",
          "lambda$start$0",
          "readHeader",
          "onFrame");
  private static final List<String> CLASSES =
      List.of(
          "org.example.scope.Camera",
          "org.example.scope.StageDriver",
          "org.example.store.Uploader");
  private static final List<String> FUNCTIONS =
      List.of(
          "save_image",
          "run_single_time_point",
          "set_exposure_time",
          "move_to_coordinate",
          "acquire_stack");

  private Traces() {}

  /** A trace and the names in it that should stay. */
  record Trace(String before, String after, List<String> names) {}

  /** Of either language. */
  static Trace any(Dice dice) {
    return dice.chance(60) ? java(dice) : python(dice);
  }

  private static Trace java(Dice dice) {
    String type =
        dice.pick(
            "java.io.IOException",
            "java.lang.IllegalStateException",
            "org.example.scope.StageException");
    StringBuilder frames = new StringBuilder();
    List<String> names = new ArrayList<>();
    for (int i = dice.between(2, 5); i > 0; i--) {
      String method = dice.pick(METHODS);
      names.add(method);
      frames.append(frame(dice.pick(CLASSES), method, dice));
    }
    frames.append(
        "\n\tat java.base/java.util.concurrent.ThreadPoolExecutor.runWorker(ThreadPoolExecutor.java:1136)");
    names.add("runWorker");
    if (dice.chance(30)) {
      frames.append("\nCaused by: java.util.concurrent.TimeoutException\n\t... 6 more");
    }
    return new Trace(type + ": ", frames + "\n", names);
  }

  private static String frame(String owner, String method, Dice dice) {
    String loader = dice.pick("", "app//", "org.example.scope/");
    String file = owner.substring(owner.lastIndexOf('.') + 1) + ".java:" + dice.between(12, 900);
    return "\n\tat " + loader + owner + "." + method + "(" + file + ")";
  }

  private static Trace python(Dice dice) {
    StringBuilder head = new StringBuilder("Traceback (most recent call last):\n");
    List<String> names = new ArrayList<>();
    for (int i = dice.between(2, 4); i > 0; i--) {
      String function = dice.pick(FUNCTIONS);
      names.add(function);
      head.append(
          "  File \"/usr/lib/python3/dist-packages/imageio/%s.py\", line %d, in %s\n    return self.%s(image)\n"
              .formatted(
                  dice.pick("v2", "core/request", "core/format"),
                  dice.between(10, 900),
                  function,
                  function));
    }
    return new Trace(head + dice.pick("ValueError", "OSError", "RuntimeError") + ": ", "\n", names);
  }

  /** The source file itself lies in a place that identifies. */
  static Trace pythonFile(Dice dice) {
    String function = dice.pick(FUNCTIONS);
    return new Trace(
        "Traceback (most recent call last):\n  File \"",
        "\", line %d, in %s\n    self.job.run()\nOSError: [Errno 28] No space left on device\n"
            .formatted(dice.between(10, 900), function),
        List.of(function));
  }
}
