package dev.candor.telemetry.collector;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A running Collector on free loopback ports. It is ready when {@link Builder#start} returns, and
 * ends with {@link #close} or with this Java process, unless it was told to stay.
 *
 * <p>Its log, never a value, goes to {@code collector.log} in the given folder. Methods may be
 * called from any thread.
 */
public final class CollectorProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Process process;
  private final CollectorState state;
  private final Path log;
  private final @Nullable Thread hook;
  private final Optional<Watchdog> watchdog;

  CollectorProcess(Process process, CollectorState state, Path log, boolean stays) {
    this.process = process;
    this.state = state;
    this.log = log;
    this.hook = stays ? null : new Thread(process::destroy, "candor-collector-stop");
    this.watchdog = stays ? Optional.empty() : Watchdog.over(process);
    if (hook != null) {
      Runtime.getRuntime().addShutdownHook(hook);
    }
  }

  /**
   * Prepares a start.
   *
   * @param collector the program, from {@link CollectorFinder}
   * @param folder for log and state; made if missing
   */
  public static Builder builder(Path collector, Path folder) {
    return new Builder(collector, folder);
  }

  /** Base address for OTLP/HTTP; {@code /v1/traces} and {@code /v1/metrics} are added. */
  public URI endpoint() {
    return state.endpoint();
  }

  /** Answers 200 as long as the Collector serves. */
  public URI health() {
    return state.health();
  }

  /** The Collector's own figures in Prometheus' text format. */
  public URI metrics() {
    return state.metrics();
  }

  /** What a client sends as bearer token. */
  public String token() {
    return state.token();
  }

  /** The Collector's log. */
  public Path log() {
    return log;
  }

  /** Whether the process lives. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its process id, to send it a signal. */
  public long pid() {
    return process.pid();
  }

  /** Ends it as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    watchdog.ifPresent(Watchdog::release);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    forgetHook();
  }

  /** Is done when the process has ended, whoever ended it. */
  public CompletableFuture<?> onExit() {
    return process.onExit();
  }

  /** Asks the Collector to end; ends it by force after {@code grace}. */
  public void stop(Duration grace) {
    watchdog.ifPresent(Watchdog::release);
    process.destroy();
    try {
      if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    forgetHook();
  }

  @Override
  public void close() {
    stop(GRACE);
  }

  private void forgetHook() {
    if (hook == null) {
      return;
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and finds a process that has ended.
      process.destroy();
    }
  }

  /** Choices of a start. */
  public static final class Builder {
    private final Path collector;
    private final Path folder;
    private final List<Path> configs = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable String token;
    private Optional<URI> listen = Optional.empty();
    private Duration startTimeout = Duration.ofSeconds(30);
    private Consumer<String> progress = line -> {};
    private boolean stays;

    private Builder(Path collector, Path folder) {
      this.collector = collector.toAbsolutePath();
      this.folder = folder.toAbsolutePath();
    }

    /** Adds a configuration file; later ones win. None means the shipped base alone. */
    public Builder config(Path config) {
      configs.add(config.toAbsolutePath());
      return this;
    }

    /** Sets a variable of the Collector's environment, which is otherwise empty. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** The token that clients must send; default: a new random one. */
    public Builder token(String value) {
      this.token = value;
      return this;
    }

    /**
     * A fixed address for OTLP/HTTP, such as {@code http://127.0.0.1:4318}; default: a free
     * loopback port.
     */
    public Builder listen(URI address) {
      this.listen = Optional.of(address);
      return this;
    }

    /** How long the Collector may take until it is ready; default 30 s. */
    public Builder startTimeout(Duration timeout) {
      this.startTimeout = timeout;
      return this;
    }

    /** Told about a queue file that was moved aside. */
    public Builder progress(Consumer<String> told) {
      this.progress = told;
      return this;
    }

    /**
     * Lets the Collector outlive this Java process and writes {@link CollectorState} into the
     * folder, so that another process can end it.
     */
    public Builder stays() {
      this.stays = true;
      return this;
    }

    /**
     * Starts the Collector and waits until it is ready.
     *
     * @throws CollectorException if it does not get ready; nothing is left running then
     */
    public CollectorProcess start() {
      if (configs.isEmpty()) {
        configs.add(CollectorFiles.BASE.unpack(folder));
      }
      Starter starter = new Starter(collector, folder, List.copyOf(configs), startTimeout);
      Optional<Path> queue = Optional.ofNullable(environment.get("CANDOR_QUEUE_DIR")).map(Path::of);
      String secret = token == null ? randomToken() : token;
      try {
        CollectorProcess started =
            starter.start(Map.copyOf(environment), secret, listen, queue, progress, stays);
        if (stays) {
          started.state.write(folder);
        }
        return started;
      } catch (IOException e) {
        throw new CollectorException(
            "the Collector cannot be started: is " + folder + " writable?", e);
      }
    }

    private static String randomToken() {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  }
}
