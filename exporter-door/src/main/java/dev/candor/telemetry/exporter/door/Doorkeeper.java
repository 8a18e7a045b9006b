package dev.candor.telemetry.exporter.door;

import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.EventItem;
import dev.candor.telemetry.registry.Admission;
import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.scrub.Grammars;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes items of spans from anybody: only what the contract lets pass goes in. Parents, events,
 * links, trace state, scope and the words of a status never do. Immutable, for any thread; never
 * throws.
 */
public final class Doorkeeper {
  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_SPAN = "0".repeat(16);

  private final Contract contract;

  /** Lets pass what this contract lets pass. */
  public Doorkeeper(Contract contract) {
    this.contract = contract;
  }

  /**
   * What passes of one span.
   *
   * @param item null if nothing passes
   * @param admission what the contract says
   */
  public record Passage(@Nullable EventItem item, Admission admission) {}

  /** Whether spans of this name may pass: quick, for spans that are none of ours. */
  boolean knows(@Nullable String name) {
    return contract.knows(name);
  }

  /**
   * Returns what may pass of a span.
   *
   * @param witness is told each name and key that is kept back
   */
  public Passage admit(GivenSpan span, Contract.Witness witness) {
    return admit(span, reporter(span.resource()), witness);
  }

  /** Returns what may pass of a resource, for any number of spans of it. */
  public Contract.Reporter reporter(Map<String, ?> resource) {
    return contract.reporter(resource);
  }

  /**
   * Returns what may pass of a span.
   *
   * @param reporter what may pass of the span's resource
   * @param witness is told each name and key that is kept back
   */
  public Passage admit(GivenSpan span, Contract.Reporter reporter, Contract.Witness witness) {
    Admission admission = contract.admit(span.name(), span.attributes(), reporter, witness);
    return new Passage(admission.isAdmitted() ? item(span, admission) : null, admission);
  }

  private static @Nullable EventItem item(GivenSpan span, Admission admission) {
    if (!isId(span.traceId(), NO_TRACE) || !isId(span.spanId(), NO_SPAN)) {
      return null;
    }
    return new EventItem(
        trace(span) + span.spanId(),
        Objects.requireNonNull(admission.name()),
        // Nobody was asked for a purpose here; it is not in what is sent.
        Purpose.USAGE,
        Math.max(0, span.startNanos()),
        Math.max(0, span.endNanos()),
        span.status(),
        admission.attributes(),
        admission.resource());
  }

  /**
   * A trace of its own for each event, as everywhere: vendors know events by it, and a host's trace
   * may hold several. Equal spans keep equal ids.
   */
  private static String trace(GivenSpan span) {
    if (span.root()) {
      return span.traceId();
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((span.traceId() + span.spanId()).getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, NO_TRACE.length() / 2);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isId(String id, String none) {
    return Grammars.isHex(id, none.length()) && !id.equals(none);
  }
}
