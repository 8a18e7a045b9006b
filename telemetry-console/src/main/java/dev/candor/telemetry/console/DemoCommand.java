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

  @Option(
      names = "--through",
      paramLabel = "collector",
      description =
          "The application knows the Collector alone; vendors are reached from there, by the"
              + " gateway.")
  private @Nullable Through through;

  /** What stands between the application and vendors. */
  enum Through {
    /** The Collector, and the gateway behind it. */
    COLLECTOR
  }

  DemoCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws InterruptedException {
    DemoFolder folder = DemoFolder.prepare(out);
    int code = new Demo(shell, folder, answer, new TreeSet<>(vendors), through != null).run();
    if (!headless && code == ExitCode.OK) {
      Browser.open(shell, folder.report());
    }
    return code;
  }
}
