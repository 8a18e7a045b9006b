package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.exporter.SealContext;
import org.jspecify.annotations.Nullable;

/**
 * The present answer, asked again by the courier before each connection. Called on the courier's
 * thread.
 */
public interface SendPolicy {
  /** Reads the answer again and tells what may leave now for a purpose. */
  Send allows(Purpose purpose);

  /** The installation id to seal with, or null where the present answer allows none. */
  @Nullable String installationId();

  /**
   * What the person typed about themselves and approves now for a destination. Called as often as
   * {@link #allows}; by default none.
   */
  default SelfDescription description(String destination) {
    return SelfDescription.none();
  }

  /** What goes into a body beside its items. */
  default SealContext context(String destination) {
    return new SealContext(installationId(), description(destination));
  }
}
