package dev.candor.telemetry.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes what an operator should know as lines of JSON. A line has a word from a closed list, and
 * words and numbers of our own: nothing of a request, no address, no path of a file. Any thread.
 */
public final class GatewayLog {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long QUIET_MILLIS = 60_000;

  private final PrintWriter out;
  private final Clock clock;
  private final Map<String, Long> lately = new ConcurrentHashMap<>();

  /** Writes to {@code out}, which is flushed after each line. */
  public GatewayLog(PrintWriter out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Writes a line. */
  void line(Level level, String event, Map<String, ?> fields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("time", clock.instant().toString());
      json.writeStringField("level", level.name().toLowerCase(Locale.ROOT));
      json.writeStringField("event", event);
      for (Map.Entry<String, ?> field : new TreeMap<>(fields).entrySet()) {
        if (field.getValue() instanceof Number number) {
          json.writeNumberField(field.getKey(), number.longValue());
        } else {
          json.writeStringField(field.getKey(), String.valueOf(field.getValue()));
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    synchronized (out) {
      out.println(text);
      out.flush();
    }
  }

  /** Writes a line, unless the same was written within the last minute. */
  void rarely(Level level, String event, Map<String, ?> fields) {
    String same = event + fields;
    long now = clock.millis();
    Long before = lately.get(same);
    if (before == null || Math.abs(now - before) >= QUIET_MILLIS) {
      lately.put(same, now);
      line(level, event, fields);
    }
  }

  /** How urgent a line is. */
  enum Level {
    /** As it should be. */
    INFO,
    /** Somebody should look. */
    WARN
  }
}
