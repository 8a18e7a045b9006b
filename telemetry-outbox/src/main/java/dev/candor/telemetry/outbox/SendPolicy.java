package dev.candor.telemetry.outbox;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
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

  /** What goes into a body beside its items. */
  default SealContext context() {
    return new SealContext(installationId());
  }
}
