package dev.candor.telemetry.exporter.ga4;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.candor.telemetry.exporter.Sealed;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which events of a body are dated further ahead than clocks differ. Google answers 204 to them and
 * does not say what it makes of their time. Read from the bytes, so that sealing needs no clock.
 * Any thread.
 */
final class Ga4Ahead {
  /** How far ahead of ours the clock of a sender may be. */
  static final Duration MOST = Duration.ofMinutes(15);

  private static final JsonFactory JSON = new JsonFactory();

  private final Clock clock;

  Ga4Ahead(Clock clock) {
    this.clock = clock;
  }

  /** Returns the items of those events; none of bytes that are not ours. */
  List<String> items(Sealed sealed) {
    long latest = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant().plus(MOST));
    List<Long> times = times(sealed.body());
    List<String> ahead = new ArrayList<>();
    for (int i = 0; i < times.size() && times.size() == sealed.itemIds().size(); i++) {
      if (times.get(i) > latest) {
        ahead.add(sealed.itemIds().get(i));
      }
    }
    return ahead;
  }

  private static List<Long> times(byte[] body) {
    List<Long> times = new ArrayList<>();
    try (JsonParser json = JSON.createParser(body)) {
      // Depth 3 is within an event: the body, the list, the event.
      for (int depth = 0; json.nextToken() != null; ) {
        JsonToken token = json.currentToken();
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth == 3
            && token == JsonToken.VALUE_NUMBER_INT
            && json.currentName().equals("timestamp_micros")) {
          times.add(json.getLongValue());
        }
      }
      return times;
    } catch (IOException e) {
      return List.of();
    }
  }
}
