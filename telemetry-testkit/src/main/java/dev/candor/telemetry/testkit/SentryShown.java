package dev.candor.telemetry.testkit;

import dev.candor.telemetry.testkit.JudgedRequest.Shown;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What Sentry shows of a request that it took: events, states of sessions, spans. */
final class SentryShown {
  private SentryShown() {}

  static Stream<Shown> of(ReceivedRequest request) {
    if (!request.path().contains("/envelope/")) {
      return ReceivedSpan.of(OtlpDecoder.traces(request.header("content-type"), request.body()))
          .stream()
          .map(span -> Shown.of(span.name(), span.itemId(), span.attributes().keySet()));
    }
    try {
      Stream.Builder<Shown> shown = Stream.builder();
      for (SentryFrames.Item item : SentryFrames.read(request.body()).items()) {
        switch (item.type()) {
          case "event" -> shown.add(event(item.json()));
          case "session" -> shown.add(session(item.json()));
          default -> {
            // Reports of a client are about requests, and shown nowhere.
          }
        }
      }
      return shown.build();
    } catch (IOException e) {
      throw new IllegalStateException("it was checked before", e);
    }
  }

  private static Shown event(Map<String, Object> event) {
    Set<String> names = new HashSet<>();
    event.forEach(
        (name, value) -> {
          switch (name) {
            case "contexts" -> inner(value).forEach((key, each) -> add(names, key, each));
            case "tags" -> add(names, name, value);
            default -> names.add(name);
          }
        });
    return Shown.of(
        FakeSentry.title(event), String.valueOf(event.getOrDefault("event_id", "")), names);
  }

  private static Shown session(Map<String, Object> session) {
    return Shown.of("session " + session.get("status"), "", session.keySet());
  }

  private static void add(Set<String> names, Object group, Object value) {
    inner(value).keySet().forEach(name -> names.add(group + "." + name));
  }

  private static Map<?, ?> inner(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }
}
