package dev.candor.docs;

import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.TelemetryOptions;
import dev.candor.telemetry.TelemetryRuntime;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * An application that is watched from outside: {@code folder endpoint deeds…}. With the API alone
 * on its class path it is the same program without telemetry.
 */
final class SilentProgram {
  private SilentProgram() {}

  /** Runs. */
  public static void main(String[] arguments) throws Exception {
    URI endpoint = URI.create(arguments[1]);
    TelemetryRuntime runtime =
        TelemetryRuntime.start(
            TelemetryOptions.builder("lab", "1.4.2", SilentLab.class)
                .folder(Path.of(arguments[0]))
                .endpoint(endpoint)
                .build());
    for (int i = 2; i < arguments.length; i++) {
      act(runtime, arguments[i], endpoint);
    }
    EveryCall.on(runtime);
  }

  private static void act(TelemetryRuntime runtime, String deed, URI endpoint) throws Exception {
    switch (deed) {
      case "no" -> runtime.consent().set(ConsentPreset.NO);
      case "everything" -> runtime.consent().set(ConsentPreset.EVERYTHING);
      case "status" -> runtime.status();
      case "warn" -> System.getLogger("lab").log(Level.WARNING, "a warning of the program's own");
      case "digest" -> MessageDigest.getInstance("SHA-256");
      case "save" -> Files.writeString(Path.of("own"), "a file of the program's own");
      case "connect" -> new Socket(InetAddress.getLoopbackAddress(), endpoint.getPort()).close();
      case "write" -> Files.createFile(Files.createTempDirectory("planted").resolve("noise"));
      case "spawn" -> run(new Thread(() -> {}, "planted-thread"));
      case "execute" -> execute();
      default -> throw new IllegalArgumentException("no such deed");
    }
  }

  private static void run(Thread thread) throws InterruptedException {
    thread.start();
    thread.join();
  }

  private static void execute() throws IOException, InterruptedException {
    new ProcessBuilder("true").start().waitFor();
  }
}
