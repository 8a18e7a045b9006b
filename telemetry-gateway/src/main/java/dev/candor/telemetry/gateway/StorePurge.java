package dev.candor.telemetry.gateway;

import dev.candor.telemetry.outbox.Outbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * Deletes what came to the path {@code /store} long ago, before its time is up by itself. May run
 * beside the gateway. One thread.
 */
public final class StorePurge {
  private final Path folder;
  private final Outbox.Limits limits;
  private final Clock clock;

  private StorePurge(Path folder, Outbox.Limits limits, Clock clock) {
    this.folder = folder;
    this.limits = limits;
    this.clock = clock;
  }

  /** For the store of a gateway of this configuration. */
  public static StorePurge of(GatewayConfig config, Clock clock) {
    Path folder = config.data().resolve(GatewayPath.STORE.wireName());
    return new StorePurge(folder, config.storeLimits(), clock);
  }

  /** How many items came longer ago than this. */
  public long count(Duration age) {
    return with(outbox -> outbox.countOlder(age));
  }

  /** Deletes them, and returns how many. */
  public long delete(Duration age) {
    return with(outbox -> outbox.deleteOlder(age));
  }

  /** Without a store there is nothing, and none is made. */
  private long with(ToLongFunction<Outbox> work) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Outbox outbox = Outbox.openRelay(folder, limits, clock)) {
      return work.applyAsLong(outbox);
    }
  }
}
