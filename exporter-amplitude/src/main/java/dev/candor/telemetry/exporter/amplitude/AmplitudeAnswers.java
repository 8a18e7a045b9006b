package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.exporter.Check;
import dev.candor.telemetry.exporter.HttpAnswer;
import dev.candor.telemetry.exporter.HttpOutcomes;
import dev.candor.telemetry.exporter.Outcome;
import dev.candor.telemetry.exporter.Outcome.Deferred;
import dev.candor.telemetry.exporter.Outcome.Delivered;
import dev.candor.telemetry.exporter.Outcome.DropReason;
import dev.candor.telemetry.exporter.Outcome.Dropped;
import dev.candor.telemetry.exporter.Outcome.Scope;
import dev.candor.telemetry.exporter.Outcome.Separated;
import dev.candor.telemetry.exporter.Outcome.Uncertain;
import dev.candor.telemetry.exporter.Sealed;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What an answer of Amplitude means. Only the events that it names are given up or wait; a body
 * that is not Amplitude's never loses anything, as every event may be sent again.
 */
final class AmplitudeAnswers {
  static final String KEY_REFUSED =
      "AMPLITUDE_API_KEY is refused by Amplitude; events wait until it is right";
  static final String SENDER_REFUSED =
      "Amplitude refuses this sender: a firewall, or a region that it does not serve";

  /** How long Amplitude asks throttled devices to pause. */
  static final Duration THROTTLED = Duration.ofSeconds(30);

  /** The same at the batch address. */
  static final Duration BATCH_THROTTLED = Duration.ofSeconds(15);

  /** How long events of a device wait that has used up its day. */
  static final Duration QUOTA = Duration.ofHours(1);

  private static final List<String> INVALID =
      List.of(
          "events_with_invalid_fields",
          "events_with_missing_fields",
          "events_with_invalid_id_lengths");

  private final Consumer<String> warnings;
  private final HttpOutcomes standard =
      HttpOutcomes.standard()
          // It may have been taken: the same insert_id makes another try safe.
          .with(answer -> new Uncertain(), 500, 502, 504);

  AmplitudeAnswers(Consumer<String> warnings) {
    this.warnings = warnings;
  }

  Outcome of(Sealed sealed, HttpAnswer answer) {
    return switch (answer.status()) {
      case 400 -> malformed(sealed, answer);
      case 403 -> {
        warnings.accept(SENDER_REFUSED);
        yield new Dropped(DropReason.UNAUTHORIZED);
      }
      case 429 -> throttled(sealed, answer);
      default -> answer.status() / 100 == 2 ? taken(sealed, answer) : standard.of(answer);
    };
  }

  /** What an answer to a request without events means. */
  static Check check(HttpAnswer answer) {
    AmplitudeReply reply = AmplitudeReply.read(answer.body());
    if (answer.status() == 403) {
      return Check.refused(answer, "a firewall, or a region that Amplitude does not serve");
    }
    if (reply == null) {
      Check check = Check.of(answer);
      return check.result() == Check.Result.OK
          ? Check.refused(answer, "this is not Amplitude's answer: the base address is not right")
          : check;
    }
    if (reply.refusesTheKey()) {
      return Check.refused(answer, "AMPLITUDE_API_KEY is not accepted");
    }
    return answer.status() == 400 && reply.missesAField()
        ? Check.ok(answer, "it misses the events and does not refuse the key")
        : Check.of(answer);
  }

  private Outcome taken(Sealed sealed, HttpAnswer answer) {
    if (answer.body().length == 0 || answer.isWebPage()) {
      return standard.of(answer);
    }
    AmplitudeReply reply = AmplitudeReply.read(answer.body());
    if (reply == null || (reply.code() != 0 && reply.code() / 100 != 2)) {
      return new Uncertain(); // somebody in between said it
    }
    if (reply.ingested() < 0) {
      return Delivered.all();
    }
    long missing = SealedEvents.of(sealed).size() - reply.ingested();
    return new Delivered(Map.of(), Math.min(sealed.itemIds().size(), Math.max(0, missing)));
  }

  private Outcome malformed(Sealed sealed, HttpAnswer answer) {
    AmplitudeReply reply = AmplitudeReply.read(answer.body());
    if (reply == null) {
      return unnamed(sealed);
    }
    if (reply.refusesTheKey()) {
      warnings.accept(KEY_REFUSED);
      return HttpOutcomes.misconfigured(answer);
    }
    Map<String, DropReason> refused = refused(SealedEvents.of(sealed), reply);
    if (!refused.isEmpty()) {
      return new Separated(refused, Map.of());
    }
    return reply.missesAField() ? new Dropped(DropReason.INVALID) : unnamed(sealed);
  }

  private static Map<String, DropReason> refused(SealedEvents events, AmplitudeReply reply) {
    Map<String, DropReason> refused = new HashMap<>();
    Set<String> silenced = new HashSet<>(events.at(reply.indexes("silenced_events")));
    silenced.addAll(events.of(reply.ids("silenced_devices")));
    silenced.forEach(item -> refused.put(item, DropReason.UNAUTHORIZED));
    for (String list : INVALID) {
      events.at(reply.indexes(list)).forEach(item -> refused.put(item, DropReason.INVALID));
    }
    return refused;
  }

  private static Outcome unnamed(Sealed sealed) {
    return sealed.itemIds().size() > 1
        ? new Separated(Map.of(), Map.of()) // halves, until the guilty one is alone
        : new Dropped(DropReason.INVALID);
  }

  private static Outcome throttled(Sealed sealed, HttpAnswer answer) {
    Duration usual = sealed.path().equals(AmplitudeDestination.BATCH) ? BATCH_THROTTLED : THROTTLED;
    Map<String, Duration> later = later(sealed, answer, usual);
    if (later.isEmpty()) {
      Duration asked = answer.retryAfter();
      return new Deferred(asked.isZero() ? usual : asked, Scope.DESTINATION);
    }
    Set<Duration> pauses = new HashSet<>(later.values());
    // All of it waits equally long: it stays sealed as it is.
    return later.size() == sealed.itemIds().size() && pauses.size() == 1
        ? new Deferred(pauses.iterator().next(), Scope.BODY)
        : new Separated(Map.of(), later);
  }

  private static Map<String, Duration> later(Sealed sealed, HttpAnswer answer, Duration usual) {
    AmplitudeReply reply = AmplitudeReply.read(answer.body());
    if (reply == null) {
      return Map.of();
    }
    SealedEvents events = SealedEvents.of(sealed);
    Map<String, Duration> later = new HashMap<>();
    Set<String> throttled = new HashSet<>(events.at(reply.indexes("throttled_events")));
    throttled.addAll(events.of(reply.ids("throttled_devices")));
    throttled.addAll(events.of(reply.ids("throttled_users")));
    throttled.forEach(item -> later.put(item, usual));
    Set<String> spent = new HashSet<>(events.of(reply.ids("exceeded_daily_quota_devices")));
    spent.addAll(events.of(reply.ids("exceeded_daily_quota_users")));
    spent.forEach(item -> later.put(item, QUOTA));
    return later;
  }
}
