package dev.candor.telemetry.console;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The strict fakes of vendors that a demo sends to, as a process of their own: the test kit's,
 * which is no part of this program. Their addresses are chosen at once, so that the question can
 * name them; they start only after a yes. One thread.
 */
final class DemoVendors implements AutoCloseable {
  private static final String PROGRAM = "dev.candor.telemetry.testkit.FakeVendors";
  private static final int PATIENCE_SECONDS = 20;

  private final Shell shell;
  private final DemoFolder folder;
  private final Map<DemoVendor, Integer> ports;
  private @Nullable Process process;

  DemoVendors(Shell shell, DemoFolder folder, Set<DemoVendor> vendors) {
    this.shell = shell;
    this.folder = folder;
    this.ports = freePorts(vendors);
  }

  /** What the environment of an application says that sends to them. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    ports.forEach((vendor, port) -> settings.putAll(vendor.settings(port)));
    if (!settings.isEmpty()) {
      // A machine that builds something else meanwhile may answer late.
      settings.put("TELEMETRY_TIMEOUT", "20");
    }
    return settings;
  }

  void start() {
    if (ports.isEmpty()) {
      return;
    }
    shell.line("Starting the strict fakes of " + words() + " ...");
    try {
      Files.createDirectories(folder.vendors());
      process =
          new ProcessBuilder(command())
              .redirectError(folder.vendors().resolve("fakes.log").toFile())
              .start();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      if (!"ready".equals(lines.readLine())) {
        throw CommandFailure.missing(
            "the vendors' fakes did not start: is the project built, and a port free? fakes.log in"
                + " the demo's folder says more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends them; what they saw is written first. Twice is once. */
  void stop() {
    Process running = process;
    process = null;
    if (running == null) {
      return;
    }
    try {
      running.getOutputStream().close();
      if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        running.destroyForcibly();
      }
    } catch (IOException e) {
      running.destroyForcibly();
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** {@link #stop}. */
  @Override
  public void close() {
    stop();
  }

  private String words() {
    return String.join(", ", ports.keySet().stream().map(DemoVendor::word).toList());
  }

  private List<String> command() {
    Path built = shell.root().resolve("telemetry-console").resolve("target").resolve("fakes");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + built.resolve("*"),
                PROGRAM,
                folder.vendors().toString()));
    ports.forEach((vendor, port) -> command.add(vendor.word() + "=" + port));
    return command;
  }

  /** All are held until the last is chosen, so that none comes twice. */
  private static Map<DemoVendor, Integer> freePorts(Set<DemoVendor> vendors) {
    Map<DemoVendor, Integer> ports = new LinkedHashMap<>();
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (DemoVendor vendor : vendors) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        ports.put(vendor, socket.getLocalPort());
      }
      for (ServerSocket socket : held) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw CommandFailure.missing("no free port on this machine: end a program and try again");
    }
  }
}
