package dev.candor.telemetry.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * {@code candor gateway} as a process of its own, that ends with this one. One thread, but for
 * {@link #stop}.
 */
final class GatewayChild {
  private static final long STOP_SECONDS = 30;

  private final Process process;

  private GatewayChild(Process process) {
    this.process = process;
  }

  /**
   * What one is started with.
   *
   * @param config its file
   * @param log the file that its lines are added to
   * @param environment all that it finds in its environment
   * @param options of Java, beside those of every gateway
   */
  record Start(Path config, Path log, Map<String, String> environment, List<String> options) {}

  /** Starts one; it takes no requests yet. */
  static GatewayChild start(Start start) {
    List<String> options = new ArrayList<>(JavaCommand.GATEWAY);
    options.addAll(start.options());
    ProcessBuilder builder =
        new ProcessBuilder(
            JavaCommand.of(
                options,
                Candor.class.getName(),
                "gateway",
                "--until-input-ends",
                "--config",
                start.config().toString()));
    builder.environment().clear();
    builder.environment().putAll(start.environment());
    try {
      return new GatewayChild(
          builder
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(start.log().toFile()))
              .start());
    } catch (IOException e) {
      throw CommandFailure.missing("the gateway cannot be started: is this a whole Java?");
    }
  }

  long pid() {
    return process.pid();
  }

  /** Waits a little; true if it has ended. */
  boolean endsWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Is done when it has ended. */
  CompletableFuture<?> ended() {
    return process.onExit();
  }

  /** Ends it: what it has stored is sent while time is left, the rest stays. Any thread. */
  void stop() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
