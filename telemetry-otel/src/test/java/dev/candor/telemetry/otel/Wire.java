package dev.candor.telemetry.otel;

import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.Item;
import dev.candor.telemetry.exporter.Limits;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A network that does what it is told: bodies are those of the OTLP destination, and what would
 * leave is shown to somebody first.
 */
final class Wire {
  private static final OtlpDestination OTLP =
      OtlpDestination.builder(URI.create("http://127.0.0.1:9")).build();

  private State state = State.UP;
  private boolean deadly;

  /** What becomes of a request. */
  enum State {
    UP,
    DOWN,
    REPLIES_LOST
  }

  /** Sees each request as it leaves. */
  @FunctionalInterface
  interface Witness {
    void leaves(Sealed body, boolean taken);
  }

  /** The process ends in the middle of an exchange. */
  static final class Death extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    Death() {
      super("planned");
    }
  }

  void set(State next) {
    state = next;
  }

  /** Lets the next request be the last that its process makes. */
  void deadly(boolean next) {
    deadly = next;
  }

  /**
   * The end of the wire at one process.
   *
   * @param sealing what becomes of a body once it is sealed
   */
  Destination end(BiFunction<Sealed, SealContext, Sealed> sealing, Witness witness) {
    return new End(sealing, witness);
  }

  private final class End implements Destination {
    private final BiFunction<Sealed, SealContext, Sealed> sealing;
    private final Witness witness;

    End(BiFunction<Sealed, SealContext, Sealed> sealing, Witness witness) {
      this.sealing = sealing;
      this.witness = witness;
    }

    @Override
    public String name() {
      return OTLP.name();
    }

    @Override
    public String host() {
      return OTLP.host();
    }

    @Override
    public Limits limits() {
      return OTLP.limits();
    }

    @Override
    public List<Sealed> seal(List<Item> items, SealContext context) {
      return OTLP.seal(items, context).stream().map(body -> sealing.apply(body, context)).toList();
    }

    @Override
    public Outcome send(Sealed sealed, Duration timeout) {
      witness.leaves(sealed, state != State.DOWN);
      if (deadly) {
        throw new Death();
      }
      return switch (state) {
        case UP -> Outcome.Delivered.all();
        case DOWN -> new Outcome.Deferred(Duration.ZERO, Scope.BODY);
        case REPLIES_LOST -> new Outcome.Uncertain();
      };
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
