package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.exporter.Sealed;
import io.sentry.Breadcrumb;
import io.sentry.SentryEvent;
import io.sentry.protocol.Contexts;
import io.sentry.protocol.SentryException;
import io.sentry.protocol.SentryStackFrame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an event that is over a limit until it fits: first steps before the error, then what came
 * along with it, then calls, then errors of the chain, then tags. Of calls and errors both ends are
 * kept. How much is missing stands in the event. Pure: equal events are cut alike.
 */
final class SentryFit {
  /** Where an event tells how many of its parts are missing. */
  static final String LEFT_OUT = "left_out";

  private static final int FEWEST = 2;

  /** Contexts that say who reports. */
  private static final Set<String> WHO = Set.of("os", "device", "runtime", "app", "candor");

  /** Each takes a half away and says how many parts that is; 0 if it has no more to take. */
  private static final List<ToIntFunction<SentryEvent>> STEPS =
      List.of(
          SentryFit::crumbs,
          SentryFit::contexts,
          SentryFit::frames,
          SentryFit::exceptions,
          SentryFit::tags);

  private SentryFit() {}

  /** Returns the envelope of an event, which is cut as far as it must be, or else is too large. */
  static Sealed fitted(SentryEvent event, String itemId, SentryEnvelopes envelopes, int most) {
    Sealed envelope = envelopes.event(itemId, event);
    for (ToIntFunction<SentryEvent> step : STEPS) {
      int cut = 1;
      while (envelope.body().length > most && cut > 0) {
        cut = step.applyAsInt(event);
        if (cut > 0) {
          leaveOut(event, cut);
          envelope = envelopes.event(itemId, event);
        }
      }
    }
    return envelope;
  }

  /** Notes in an event that so many parts of it are missing. */
  static void leaveOut(SentryEvent event, int parts) {
    if (parts > 0) {
      Map<String, Object> own = new TreeMap<>();
      if (event.getContexts().get(SentryNames.CLIENT) instanceof Map<?, ?> before) {
        before.forEach((key, value) -> own.put((String) key, value));
      }
      own.merge(LEFT_OUT, parts, (one, more) -> (Integer) one + (Integer) more);
      event.getContexts().set(SentryNames.CLIENT, own);
    }
  }

  /** The latest stay. */
  private static int crumbs(SentryEvent event) {
    List<Breadcrumb> crumbs = SentryErrors.crumbs(event);
    List<Breadcrumb> kept = crumbs.subList(crumbs.size() - crumbs.size() / 2, crumbs.size());
    if (kept.size() < crumbs.size()) {
      SentryErrors.setCrumbs(event, kept);
    }
    return crumbs.size() - kept.size();
  }

  /** The smallest stay. */
  private static int contexts(SentryEvent event) {
    Contexts contexts = event.getContexts();
    List<String> others =
        contexts.entrySet().stream()
            .filter(one -> !WHO.contains(one.getKey()))
            .sorted(
                Comparator.<Map.Entry<String, Object>>comparingInt(
                        one -> JsonSize.of(one.getValue()))
                    .thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .toList();
    List<String> cut = others.subList(others.size() / 2, others.size());
    cut.forEach(contexts::remove);
    return cut.size();
  }

  private static int frames(SentryEvent event) {
    int cut = 0;
    for (SentryException exception : exceptionsOf(event)) {
      List<SentryStackFrame> frames =
          exception.getStacktrace() == null ? null : exception.getStacktrace().getFrames();
      if (frames != null) {
        List<SentryStackFrame> kept = ends(frames, half(frames));
        exception.getStacktrace().setFrames(kept);
        cut += frames.size() - kept.size();
      }
    }
    return cut;
  }

  private static int exceptions(SentryEvent event) {
    List<SentryException> all = exceptionsOf(event);
    List<SentryException> kept = ends(all, half(all));
    event.setExceptions(kept);
    return all.size() - kept.size();
  }

  private static int tags(SentryEvent event) {
    Map<String, String> tags = event.getTags();
    event.setTags(null);
    return tags == null ? 0 : tags.size();
  }

  private static List<SentryException> exceptionsOf(SentryEvent event) {
    @Nullable List<SentryException> exceptions = event.getExceptions();
    return exceptions == null ? List.of() : exceptions;
  }

  private static int half(List<?> list) {
    return Math.max(FEWEST, list.size() / 2);
  }

  /** Returns at most so many, from both ends; of an odd number one more from the end. */
  static <T> List<T> ends(List<T> list, int most) {
    if (list.size() <= most) {
      return list;
    }
    List<T> kept = new ArrayList<>(list.subList(0, most / 2));
    kept.addAll(list.subList(list.size() - (most - most / 2), list.size()));
    return kept;
  }
}
