package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorFiles;
import dev.candor.telemetry.collector.CollectorProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Collector of one demo, writing what passed into a file. Its address and token are chosen at
 * once, so that the question can name it; it starts only after a yes.
 */
final class DemoCollector implements AutoCloseable {
  private final Shell shell;
  private final DemoFolder folder;
  private final URI endpoint = freeAddress();
  private final String token = randomToken();
  // Ctrl-C may come while the Collector is being built or is not ready yet.
  private final Thread atExit = new Thread(DemoCollector::endChildren, "candor-demo-stop");
  private @Nullable CollectorProcess process;

  DemoCollector(Shell shell, DemoFolder folder) {
    this.shell = shell;
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  private static void endChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  /**
   * Starts it.
   *
   * @param gateway what stands behind it, if anything
   */
  void start(DemoGateway gateway) {
    Path program = CollectorCommands.find(shell);
    shell.line("Starting the Collector ...");
    Path home = folder.collector();
    CollectorProcess.Builder builder =
        CollectorProcess.builder(program, home)
            .config(CollectorFiles.BASE.unpack(home))
            .config(CollectorFiles.DEST_FILE.unpack(home))
            .environment("CANDOR_FILE", folder.arrived().toString())
            .environment("CANDOR_SERVICES", CollectorCommands.SERVICES)
            .listen(endpoint)
            .token(token);
    gateway.overlays().forEach(overlay -> builder.config(overlay.unpack(home)));
    gateway.environment().forEach(builder::environment);
    process = CollectorCommands.guarded(builder::start);
  }

  /** Waits until what it took is behind the gateway, too. */
  void await(DemoGateway gateway) throws InterruptedException {
    if (process != null) {
      gateway.await(process);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  Map<String, String> headers() {
    return Map.of("authorization", "Bearer " + token);
  }

  /** {@link #stop}. */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      endChildren(); // Java ends already
    }
  }

  /** Stops it; what it holds is written first. Twice is once. */
  void stop() {
    CollectorProcess running = process;
    process = null;
    if (running != null) {
      running.stop(Duration.ofSeconds(10));
    }
  }

  private static URI freeAddress() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    } catch (IOException e) {
      throw CommandFailure.missing("no free port on this machine: end a program and try again");
    }
  }

  private static String randomToken() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
