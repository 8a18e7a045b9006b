package dev.candor.telemetry.gateway;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.registry.Registry;
import dev.candor.telemetry.scrub.Grammars;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a gateway is told. Made by {@link #builder}, or of a file by a file. */
public final class GatewayConfig {
  private final Builder choices;

  private GatewayConfig(Builder choices) {
    this.choices = choices;
  }

  /**
   * Starts a configuration.
   *
   * @param data the folder of its stores; made if it is missing
   * @param tokens who may send
   * @param registry what may be stored
   */
  public static Builder builder(Path data, Tokens tokens, Registry registry) {
    return new Builder(data, tokens, registry);
  }

  Path data() {
    return choices.data;
  }

  Tokens tokens() {
    return choices.tokens;
  }

  Registry registry() {
    return choices.registry;
  }

  ListenAddress listen() {
    return choices.listen;
  }

  @Nullable TlsFiles tls() {
    return choices.tls;
  }

  Set<String> services() {
    return Set.copyOf(choices.services);
  }

  Map<GatewayPath, Destination> destinations() {
    return new EnumMap<>(choices.destinations);
  }

  boolean stores() {
    return choices.retention != null;
  }

  Outbox.Limits storeLimits() {
    Duration age = choices.retention == null ? Builder.AGE : choices.retention;
    return new Outbox.Limits(age, choices.storeItems, choices.storeBytes);
  }

  Outbox.Limits queueLimits() {
    return new Outbox.Limits(Builder.AGE, choices.storeItems, choices.storeBytes);
  }

  Duration sent() {
    return choices.sent;
  }

  Duration housekeeping() {
    return choices.housekeeping;
  }

  ReceiverLimits limits() {
    return choices.limits;
  }

  VendorNotices notices() {
    return choices.notices;
  }

  Duration retryAfter() {
    return choices.retryAfter;
  }

  Duration stopWithin() {
    return choices.stopWithin;
  }

  /** Shows the address only. */
  @Override
  public String toString() {
    return "GatewayConfig[" + choices.listen + "]";
  }

  /** Collects choices; one thread. */
  public static final class Builder {
    private static final Duration AGE = Duration.ofDays(30);

    private final Path data;
    private final Tokens tokens;
    private final Registry registry;
    private final Map<GatewayPath, Destination> destinations = new EnumMap<>(GatewayPath.class);
    private final Set<String> services = new TreeSet<>();
    private final VendorNotices notices = new VendorNotices();
    private ListenAddress listen = ListenAddress.DEFAULT;
    private @Nullable TlsFiles tls;
    private @Nullable Duration retention;
    private long storeItems = 1_000_000;
    private long storeBytes = 2L << 30;
    private Duration sent = Duration.ofDays(7);
    private Duration housekeeping = Duration.ofMinutes(1);
    private ReceiverLimits limits = ReceiverLimits.defaults();
    private Duration retryAfter = Duration.ofSeconds(5);
    private Duration stopWithin = Duration.ofSeconds(20);

    private Builder(Path data, Tokens tokens, Registry registry) {
      this.data = data;
      this.tokens = tokens;
      this.registry = registry;
    }

    /** Sets where it listens; default 127.0.0.1:4320. Off loopback TLS is needed. */
    public Builder listen(ListenAddress address) {
      this.listen = address;
      return this;
    }

    /** Encrypts; default not. */
    public Builder tls(TlsFiles files) {
      this.tls = files;
      return this;
    }

    /** Names what may stand as {@code service.name}; without any no event names its service. */
    public Builder services(Collection<String> names) {
      services.addAll(names);
      return this;
    }

    /**
     * Opens a vendor's path. The gateway closes the destination.
     *
     * @param requestsPerMinute the most requests in a minute; loopback has no such limit
     */
    public Builder destination(GatewayPath path, Destination destination, int requestsPerMinute) {
      Destination watched = new WatchedDestination(destination, () -> notices.refused(path));
      destinations.put(path, new PacedDestination(watched, requestsPerMinute));
      return this;
    }

    /** Where the exporters' words go that only a person can act on. */
    VendorNotices notices() {
      return notices;
    }

    /** Opens the path {@code /store}, and keeps what comes there for so long. */
    public Builder store(Duration retention) {
      this.retention = retention;
      return this;
    }

    /** Sets how many items and bytes each path may hold; default 1,000,000 and 2 GiB. */
    public Builder room(long items, long bytes) {
      this.storeItems = items;
      this.storeBytes = bytes;
      return this;
    }

    /** Sets how long what was sent to a vendor stays to be looked at; default 7 days. */
    public Builder sent(Duration longest) {
      this.sent = longest;
      return this;
    }

    /** Sets how long to wait between looks for what is too old; default a minute. */
    Builder housekeeping(Duration pause) {
      this.housekeeping = pause;
      return this;
    }

    /** Sets what requests may cost. */
    public Builder limits(ReceiverLimits limits) {
      this.limits = limits;
      return this;
    }

    /** Sets when a sender should come again; default 5 s. */
    public Builder retryAfter(Duration pause) {
      this.retryAfter = pause;
      return this;
    }

    /** Sets how long a stop may take; default 20 s. */
    public Builder stopWithin(Duration longest) {
      this.stopWithin = longest;
      return this;
    }

    /**
     * Returns the configuration; nothing is opened yet.
     *
     * @throws ConfigException naming every setting that is wrong, and its rule
     */
    public GatewayConfig build() {
      List<String> faults = new ArrayList<>();
      if (!listen.isLoopback() && tls == null) {
        faults.add("listen: needs tls when it is no loopback address");
      }
      if (destinations.isEmpty() && retention == null) {
        faults.add("paths: must open at least one path");
      }
      if (retention != null && retention.compareTo(Duration.ofDays(1)) < 0) {
        faults.add("paths.store.retention-days: must be 1 or more");
      }
      if (!services.stream().allMatch(Grammars::isWord)) {
        faults.add("services: must be words of lower-case letters, digits, dashes and dots");
      }
      if (!faults.isEmpty()) {
        throw new ConfigException(faults);
      }
      return new GatewayConfig(this);
    }
  }
}
