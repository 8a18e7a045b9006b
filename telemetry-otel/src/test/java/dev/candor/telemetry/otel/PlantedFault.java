package dev.candor.telemetry.otel;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.candor.telemetry.ConsentAnswer;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.exporter.Destination;
import dev.candor.telemetry.exporter.SealContext;
import dev.candor.telemetry.exporter.Sealed;
import dev.candor.telemetry.outbox.Courier;
import dev.candor.telemetry.outbox.Outbox;
import dev.candor.telemetry.outbox.SendPolicy;
import dev.candor.telemetry.outbox.SteppedCourier;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Faults of consent that somebody could make, put into the engine from outside. The property test
 * must find each of them.
 */
enum PlantedFault {
  /** The product as it is. */
  NONE,
  /** The courier believes what it was told when it began. */
  SECOND_LOOK_SKIPPED,
  /** A change to less raises no fence and deletes nothing. */
  FENCE_NOT_RAISED,
  /** The store lets everything in, whatever was withdrawn. */
  STORE_WITHOUT_FENCE,
  /** A change to more goes on under the old number. */
  GRANT_NOT_RENEWED,
  /** Whoever answered once has answered every later question. */
  QUESTION_IGNORED,
  /** What a policy file forbids is not heard. */
  FORBID_IGNORED,
  /** What the environment forbids is not heard. */
  ENVIRONMENT_IGNORED,
  /** A withdrawal leaves the counts. */
  COUNTS_NOT_PURGED,
  /** A withdrawal leaves the id. */
  ID_NOT_DESTROYED,
  /** An answer of another process is never heard. */
  OTHERS_NOT_HEARD,
  /** A restart forgets what was withdrawn. */
  RESTART_FORGETS_FENCE,
  /** Numbers of answers follow the clock, also when it is set back. */
  GRANT_BY_CLOCK_ALONE,
  /** Counts are kept whatever answer they belong to. */
  COUNTS_WITHOUT_GRANT,
  /** What is only kept here is offered to destinations. */
  HISTORY_SENT,
  /** Counts that are only kept here are sent as well. */
  KEPT_COUNTS_SENT,
  /** A total tells the id of the installation, under another key. */
  TOTAL_WITH_INSTALLATION("a total carries the id of the installation"),
  /** A total tells of one session, as events do. */
  TOTAL_WITH_SESSION("a total carries an id"),
  /** What a withdrawal deletes is booked nowhere. */
  PURGE_NOT_BOOKED("the ledger does not balance"),
  /** The secret is made at the start, before anybody was asked. */
  SECRET_BEFORE_ANSWER("there are files before the first answer");

  private final String breach;

  PlantedFault() {
    this("");
  }

  PlantedFault(String breach) {
    this.breach = breach;
  }

  /** What the judge has to say of it, or part of that; empty where any objection will do. */
  String breach() {
    return breach;
  }

  /** A sealed body with this fault in it. */
  Sealed sealed(Sealed body, SealContext context) {
    String id = context.installationId();
    if (!body.path().endsWith("/metrics")) {
      return body;
    }
    return switch (this) {
      case TOTAL_WITH_INSTALLATION -> id == null ? body : with(body, "service.instance.id", id);
      case TOTAL_WITH_SESSION -> with(body, "session.id", "01934a5b-7c8d-7e9f-8a0b-1c2d3e4f5a6b");
      default -> body;
    };
  }

  private static Sealed with(Sealed body, String key, String value) {
    try {
      ExportMetricsServiceRequest.Builder request =
          ExportMetricsServiceRequest.parseFrom(body.body()).toBuilder();
      for (ResourceMetrics.Builder group : request.getResourceMetricsBuilderList()) {
        group
            .getResourceBuilder()
            .addAttributesBuilder()
            .setKey(key)
            .setValue(AnyValue.newBuilder().setStringValue(value));
      }
      byte[] told = request.build().toByteArray();
      return new Sealed(body.path(), body.contentType(), told, body.itemIds());
    } catch (InvalidProtocolBufferException e) {
      throw new AssertionError("a body of totals cannot be read", e);
    }
  }

  /** The surroundings of one process with this fault in them. */
  SteppedSurroundings surroundings(Destination destination) {
    return new Faulty(this, destination);
  }

  /** The answer on disk with this fault in it. */
  ConsentStore store(EngineSettings settings) {
    return new FaultyStore(this, settings);
  }

  private static final class Faulty extends SteppedSurroundings {
    private final PlantedFault fault;

    Faulty(PlantedFault fault, Destination destination) {
      super(destination);
      this.fault = fault;
    }

    @Override
    ConsentStore consent(EngineSettings settings) {
      if (fault == SECRET_BEFORE_ANSWER) {
        makeSecret(settings.folders().data());
      }
      return fault.store(settings);
    }

    private static void makeSecret(Path data) {
      try {
        Files.createDirectories(data);
        Installation.obtain(data.resolve("installation.json"), false, new SecureRandom());
      } catch (IOException e) {
        throw new AssertionError("a file of the test cannot be written", e);
      }
    }

    @Override
    Courier courier(
        Outbox outbox, List<Destination> destinations, SendPolicy policy, EngineSettings settings) {
      String trigger = trigger();
      if (trigger != null) {
        SteppedCourier.execute(
            outbox,
            "CREATE TRIGGER IF NOT EXISTS planted " + trigger + " BEGIN " + body() + "; END");
      }
      boolean believes = fault == SECOND_LOOK_SKIPPED;
      return super.courier(outbox, destinations, believes ? once(policy) : policy, settings);
    }

    private @Nullable String trigger() {
      return switch (fault) {
        case PURGE_NOT_BOOKED -> "BEFORE INSERT ON ledger WHEN NEW.term = 'purged'";
        case STORE_WITHOUT_FENCE -> "BEFORE UPDATE ON epoch";
        case COUNTS_NOT_PURGED ->
            "BEFORE DELETE ON counter WHEN OLD.grant < (SELECT grant FROM epoch)";
        case COUNTS_WITHOUT_GRANT -> "AFTER INSERT ON counter";
        case HISTORY_SENT -> "AFTER INSERT ON item WHEN NEW.sendable = 0";
        case KEPT_COUNTS_SENT -> "AFTER INSERT ON counter WHEN NEW.sendable = 0";
        default -> null;
      };
    }

    private String body() {
      return switch (fault) {
        case COUNTS_WITHOUT_GRANT -> "UPDATE OR REPLACE counter SET grant = 9000000000000000";
        case HISTORY_SENT ->
            "UPDATE item SET sendable = 1 WHERE seq = NEW.seq;"
                + " UPDATE ledger SET n = n + 1 WHERE term IN ('offered', 'queued')";
        case KEPT_COUNTS_SENT -> "UPDATE OR REPLACE counter SET sendable = 1";
        default -> "SELECT RAISE(IGNORE)";
      };
    }

    private static SendPolicy once(SendPolicy policy) {
      Map<Purpose, Send> believed = new EnumMap<>(Purpose.class);
      for (Purpose purpose : Purpose.values()) {
        believed.put(purpose, policy.allows(purpose));
      }
      return new SendPolicy() {
        @Override
        public Send allows(Purpose purpose) {
          return believed.getOrDefault(purpose, Send.NOTHING);
        }

        @Override
        public @Nullable String installationId() {
          return policy.installationId();
        }
      };
    }
  }

  private static final class FaultyStore extends ConsentStore {
    private final PlantedFault fault;
    private boolean read;

    FaultyStore(PlantedFault fault, EngineSettings settings) {
      super(settings);
      this.fault = fault;
    }

    @Override
    synchronized ConsentAnswer refresh() {
      if (fault == OTHERS_NOT_HEARD && read) {
        return answer();
      }
      read = true;
      return super.refresh();
    }

    @Override
    AnswerRules.Decision decide(AnswerRule.Voices voices) {
      return super.decide(
          new AnswerRule.Voices(
              fault != ENVIRONMENT_IGNORED && voices.environmentForbids(),
              fault == FORBID_IGNORED
                  ? new AdminPolicy(Set.of(), voices.policy().allowed(), voices.policy().send())
                  : voices.policy(),
              voices.person(),
              fault != QUESTION_IGNORED && voices.outdated(),
              voices.operator()));
    }

    @Override
    boolean narrows(Map<Purpose, Switches> before, Map<Purpose, Switches> after) {
      return fault != FENCE_NOT_RAISED && super.narrows(before, after);
    }

    @Override
    long nextGrant(StoredConsent before, Map<Purpose, Switches> next) {
      long grant = super.nextGrant(before, next);
      if (fault == GRANT_BY_CLOCK_ALONE) {
        return now();
      }
      boolean wider = before.grant() > 0 && !AnswerRules.narrows(before.inForce(), next);
      return fault == GRANT_NOT_RENEWED && wider ? before.grant() : grant;
    }

    @Override
    boolean needsId() {
      return fault == ID_NOT_DESTROYED || super.needsId();
    }

    @Override
    synchronized long fence() {
      return fault == RESTART_FORGETS_FENCE ? 0 : super.fence();
    }

    @Override
    synchronized long pendingPurge() {
      return fault == RESTART_FORGETS_FENCE ? 0 : super.pendingPurge();
    }
  }
}
