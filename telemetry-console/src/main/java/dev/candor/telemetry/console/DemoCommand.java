package dev.candor.telemetry.console;

import dev.candor.telemetry.ConsentPreset;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Replays four recorded runs of a microscope through consent, store and Collector. */
@Command(
    name = "demo",
    description =
        "Replays four recorded runs of a real microscope's software: asks consent, starts a"
            + " Collector, delivers, and shows what arrived. Ends 0 only if exactly the right"
            + " things did.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Shell shell;

  @Option(names = "--headless", description = "Never open a browser.")
  private boolean headless;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where everything is written (default: a new temporary folder).")
  private @Nullable Path out;

  @Option(
      names = "--answer",
      paramLabel = "no|counts|everything",
      description = "The answer, for scripts; without it the terminal asks.")
  private @Nullable ConsentPreset answer;

  @Option(
      names = "--dest",
      paramLabel = "VENDOR",
      split = ",",
      description =
          "Send to strict fakes of vendors on this machine as well: ga4, amplitude, sentry, joined"
              + " by commas.")
  private List<DemoVendor> vendors = List.of();

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    DemoFolder folder = DemoFolder.prepare(out);
    int code = new Demo(shell, folder, answer, new TreeSet<>(vendors)).run();
    if (!headless && code == ExitCode.OK) {
      Browser.open(shell, folder.report());
    }
    return code;
  }
}
