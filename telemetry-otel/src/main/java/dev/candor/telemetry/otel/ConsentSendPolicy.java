package dev.candor.telemetry.otel;

import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SelfDescription;
import dev.candor.telemetry.outbox.SendPolicy;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks the answer on disk before each connection; nothing leaves when this runtime has closed. */
final class ConsentSendPolicy implements SendPolicy {
  private final ConsentStore consent;
  private final Path installation;
  private final SelfDescriptionFile description;
  private final BooleanSupplier open;

  ConsentSendPolicy(
      ConsentStore consent,
      Path installation,
      SelfDescriptionFile description,
      BooleanSupplier open) {
    this.consent = consent;
    this.installation = installation;
    this.description = description;
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
    if (!mayIdentify()) {
      return null;
    }
    Installation found = Installation.read(installation);
    return found == null ? null : found.id();
  }

  @Override
  public SelfDescription description(String destination) {
    if (!mayIdentify()) {
      return SelfDescription.none();
    }
    SelfDescription typed = description.current();
    return typed.destinations().contains(destination) ? typed : SelfDescription.none();
  }

  private boolean mayIdentify() {
    ConsentAnswer now = consent.refresh();
    return open.getAsBoolean() && AnswerRules.sendsEverything(now.purposes());
  }
}
