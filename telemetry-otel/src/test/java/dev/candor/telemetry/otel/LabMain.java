package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;

/**
 * An application in a process of its own: {@code folder endpoint|- deeds…}. It prints one line for
 * each deed and waits for a line where a deed says so.
 */
final class LabMain {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private LabMain() {}

  /** Runs. */
  public static void main(String[] arguments) throws IOException {
    TelemetryOptions.Builder options =
        TelemetryOptions.builder("lab", "1.4.2", Lab.class).folder(Path.of(arguments[0]));
    if (!arguments[1].equals("-")) {
      options.endpoint(URI.create(arguments[1]));
    }
    TelemetryRuntime runtime =
        arguments[0].equals("noop")
            ? TelemetryRuntime.noop()
            : TelemetryRuntime.start(options.build());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (int i = 2; i < arguments.length; i++) {
      String deed = arguments[i];
      System.out.println(deed + ": " + act(runtime, deed, in));
    }
  }

  private static Object act(TelemetryRuntime runtime, String deed, BufferedReader in)
      throws IOException {
    Telemetry telemetry = runtime.telemetry();
    switch (deed) {
      case "no":
        return runtime.consent().set(ConsentPreset.NO).isOff();
      case "everything":
        return runtime.consent().set(ConsentPreset.EVERYTHING).isOff();
      case "record":
        for (int i = 0; i < 500; i++) {
          telemetry.record(new Lab.Export(Lab.Format.TIFF, i, false));
        }
        return "done";
      case "all":
        Calls.all(telemetry);
        return "done";
      case "flush":
        return runtime.flush(PATIENCE);
      case "threads":
        TreeSet<String> names = new TreeSet<>();
        Thread.getAllStackTraces().keySet().forEach(thread -> names.add(thread.getName()));
        return names;
      case "wait":
        return in.readLine();
      case "close":
        runtime.close();
        return "done";
      case "crash":
        throw new IllegalStateException("/home/alice");
      default:
        throw new IllegalArgumentException("no such deed");
    }
  }
}
