package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import dev.candor.telemetry.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;

/**
 * An application in a process of its own: {@code folder endpoint|- deeds…}. It prints one line for
 * each deed and waits for a line where a deed says so.
 */
final class LabMain {
  /** In every event of {@code stream}; the sanitizer finds nothing in it. */
  static final String CANARY = "quetzalcoatlus";

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

  /** Tells of the same canary over and over, until the process ends. */
  private static void stream(Telemetry telemetry) {
    while (true) {
      telemetry.record(new Lab.Complaint(Text.of(CANARY)));
      LockSupport.parkNanos(5_000_000);
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
      case "stream":
        Thread stream = new Thread(() -> stream(telemetry), "lab-stream");
        stream.setDaemon(true);
        stream.start();
        return "begun";
      case "off":
        while (telemetry.isOn(Lab.Complaint.class)) {
          LockSupport.parkNanos(1_000_000);
        }
        return "seen";
      case "losses":
        return runtime.status().losses();
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
