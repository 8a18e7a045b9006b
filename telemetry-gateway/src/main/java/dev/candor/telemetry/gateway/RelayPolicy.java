package dev.candor.telemetry.gateway;

import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.outbox.SendPolicy;
import org.jspecify.annotations.Nullable;

/** People were asked where it was recorded: what has arrived may go where the operator points. */
final class RelayPolicy implements SendPolicy {
  @Override
  public Send allows(Purpose purpose) {
    return Send.EVERYTHING;
  }

  @Override
  public @Nullable String installationId() {
    return null;
  }

  @Override
  public SealContext context(String destination) {
    return SealContext.ofMany();
  }
}
