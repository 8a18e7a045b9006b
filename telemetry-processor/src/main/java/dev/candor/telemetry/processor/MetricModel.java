package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.List;

/**
 * One metric that an event makes.
 *
 * @param instrument counter or histogram
 * @param valueType int or double
 */
record MetricModel(String name, String instrument, String unit, String brief, String valueType) {

  /** All metrics of an event, the counter first. */
  static List<MetricModel> of(EventModel event) {
    List<MetricModel> metrics = new ArrayList<>();
    metrics.add(
        new MetricModel(event.name() + ".count", "counter", "{event}", event.brief(), "int"));
    String duration = event.name() + ".duration";
    // A component of this very name is what is measured then, not the time from start to end.
    if (event.attributes().stream().noneMatch(a -> isDuration(a) && a.key().equals(duration))) {
      metrics.add(new MetricModel(duration, "histogram", "s", event.brief(), "double"));
    }
    for (AttributeModel attribute : event.attributes()) {
      if (isDuration(attribute)) {
        metrics.add(
            new MetricModel(attribute.key(), "histogram", "s", attribute.brief(), "double"));
      } else if (attribute.sum()) {
        metrics.add(
            new MetricModel(
                attribute.key(),
                "counter",
                attribute.unit().isEmpty() ? "1" : attribute.unit(),
                attribute.brief(),
                attribute.kind() == Kind.INTEGER ? "int" : "double"));
      }
    }
    return metrics;
  }

  private static boolean isDuration(AttributeModel attribute) {
    return attribute.kind() == Kind.DURATION;
  }
}
