package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.outbox.SendPolicy;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the answer on disk before each connection; nothing leaves when this runtime has closed. */
final class ConsentSendPolicy implements SendPolicy {
  private final ConsentStore consent;
  private final Path installation;
  private final BooleanSupplier open;

  ConsentSendPolicy(ConsentStore consent, Path installation, BooleanSupplier open) {
    this.consent = consent;
    this.installation = installation;
    this.open = open;
  }

  @Override
  public Send allows(Purpose purpose) {
    // Read first: what it says may be what closes this.
    ConsentAnswer now = consent.refresh();
    return open.getAsBoolean() ? now.of(purpose).send() : Send.NOTHING;
  }

  @Override
  public @Nullable String installationId() {
    ConsentAnswer now = consent.refresh();
    if (!open.getAsBoolean() || !AnswerRules.sendsEverything(now.purposes())) {
      return null;
    }
    Installation found = Installation.read(installation);
    return found == null ? null : found.id();
  }
}
