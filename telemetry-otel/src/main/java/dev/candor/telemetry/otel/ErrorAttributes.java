package dev.candor.telemetry.otel;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.WireNames;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Turns an {@link ErrorReport} into the attributes of {@code app.error}. */
final class ErrorAttributes {
  /** The most breadcrumbs that go with an error. */
  static final int MOST_CRUMBS = 50;

  private static final int MOST_TEXT = 16_384;
  private static final long MOST_TIMES = 1_000_000_000;

  private final Vocabulary vocabulary;
  private final Scrubbing scrubbing;
  private final Tally scrubbed;

  ErrorAttributes(Vocabulary vocabulary, Scrubbing scrubbing, Tally scrubbed) {
    this.vocabulary = vocabulary;
    this.scrubbing = scrubbing;
    this.scrubbed = scrubbed;
  }

  void write(ErrorReport report, Map<String, Object> attributes, Map<String, Object> labels) {
    labels.put("error.type", scrubbing.typeName(report.type(), scrubbed));
    labels.put("app.error.language", WireNames.of(report.language()));
    labels.put("app.error.origin", WireNames.of(report.origin()));
    attributes.putAll(labels);
    attributes.put("exception.stacktrace", scrubbing.stacktrace(report, MOST_TEXT, scrubbed));
    attributes.put("app.error.count", Math.max(1, Math.min(report.count(), MOST_TIMES)));
    String trail = trail(report.trail());
    if (!trail.isEmpty()) {
      attributes.put("app.error.trail", trail);
    }
  }

  private String trail(List<Crumb> crumbs) {
    StringJoiner trail = new StringJoiner(",");
    for (Crumb crumb : crumbs.subList(Math.max(0, crumbs.size() - MOST_CRUMBS), crumbs.size())) {
      if (crumb instanceof Enum<?> constant && vocabulary.lists(constant)) {
        trail.add(WireNames.of(constant));
      } else {
        scrubbed.add("unlisted");
      }
    }
    return trail.toString();
  }
}
