package lab;

import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;

/** The example of the guide. */
public final class Main {
  private Main() {}

  /** Takes images; arguments are the number of positions of each run. */
  public static void main(String[] arguments) {
    Camera camera = new Camera();
    try (TelemetryRuntime runtime =
        TelemetryRuntime.start(TelemetryOptions.of("lab", "1.4.2", LabEvents.class))) {
      runtime.consent().askIfUnknown(new ConsolePrompt()); // once; no answer is asked again
      Telemetry telemetry = runtime.telemetry();
      telemetry.use(Tool.LIVE_VIEW);
      for (String positions : arguments) {
        Camera.Plan plan = new Camera.Plan(XyMode.SELECT_WELLS, 3, Integer.parseInt(positions));
        try {
          // region: during
          long images =
              telemetry.during(
                  ImagingRun.class,
                  run -> { // a throw ends it as failed, and passes on unchanged
                    long taken = camera.take(plan);
                    run.complete(new ImagingRun(plan.mode(), plan.channels(), taken));
                    return taken;
                  });
          // endregion
          System.out.println("took " + images);
        } catch (IllegalStateException e) {
          System.out.println("took none: " + e.getMessage());
        }
      }
    }
  }
}
