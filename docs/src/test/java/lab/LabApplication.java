package lab;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.ConsentPrompt;
import dev.candor.telemetry.ConsentQuestion;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Scanner;

/** The example of the guide: a small imaging program that asks on the console. */
public final class LabApplication {
  private LabApplication() {}

  /** Runs the program once. */
  public static void main(String[] arguments) {
    // region: application
    TelemetryOptions options = TelemetryOptions.of("lab", "1.4.2", LabEvents.class);
    try (TelemetryRuntime runtime = TelemetryRuntime.start(options)) {
      runtime.consent().askIfUnknown(LabApplication::ask); // once; no answer is no answer

      Telemetry telemetry = runtime.telemetry();
      telemetry.use(Tool.LIVE_VIEW);
      long images =
          telemetry.during(
              ImagingRun.class,
              run -> { // a throw ends it as failed, and passes on unchanged
                long taken = takeImages();
                run.complete(new ImagingRun(XyMode.SELECT_WELLS, 3, taken));
                return taken;
              });
      System.out.println(images + " images");
      System.out.println(runtime.flush(Duration.ofSeconds(20)));
    }
    // endregion
  }

  // region: prompt
  /** A {@link ConsentPrompt} on the console: no answer is pre-selected, an empty line is none. */
  static Optional<ConsentPreset> ask(ConsentQuestion question) {
    question.items().forEach(item -> System.out.println(item.name() + ": " + item.brief()));
    System.out.println("What may be shared? no, counts, everything");
    Scanner console = new Scanner(System.in);
    String answer = console.hasNextLine() ? console.nextLine().strip() : "";
    return switch (answer.toLowerCase(Locale.ROOT)) {
      case "no" -> Optional.of(ConsentPreset.NO);
      case "counts" -> Optional.of(ConsentPreset.COUNTS);
      case "everything" -> Optional.of(ConsentPreset.EVERYTHING);
      default -> Optional.empty();
    };
  }

  // endregion

  private static long takeImages() {
    return 30;
  }
}
