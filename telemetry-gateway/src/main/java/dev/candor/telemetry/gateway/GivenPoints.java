package dev.candor.telemetry.gateway;

import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers of a point, if they can be. */
final class GivenPoints {
  private static final int MOST_BOUNDS = 200;

  private GivenPoints() {}

  /** A sum or a distribution. */
  record Total(long count, double sum, boolean whole, List<Double> bounds, List<Long> buckets) {}

  static @Nullable Total of(NumberDataPoint point) {
    if (point.getValueCase() == NumberDataPoint.ValueCase.AS_INT) {
      long value = point.getAsInt();
      return value < 0 ? null : new Total(value, value, /* whole= */ true, List.of(), List.of());
    }
    double sum = point.getAsDouble();
    boolean fits = point.hasAsDouble() && Double.isFinite(sum) && sum >= 0;
    // How many values a sum of decimals has is not on the wire.
    return fits ? new Total(1, sum, /* whole= */ false, List.of(), List.of()) : null;
  }

  static @Nullable Total of(HistogramDataPoint point) {
    List<Double> bounds = point.getExplicitBoundsList();
    List<Long> buckets = point.getBucketCountsList();
    long count = 0;
    for (long bucket : buckets) {
      if (bucket < 0 || bucket > Long.MAX_VALUE - count) {
        return null;
      }
      count += bucket;
    }
    boolean fits =
        !bounds.isEmpty()
            && bounds.size() <= MOST_BOUNDS
            && buckets.size() == bounds.size() + 1
            && bounds.stream().allMatch(Double::isFinite)
            && count == point.getCount()
            && Double.isFinite(point.getSum());
    return fits ? new Total(count, point.getSum(), /* whole= */ false, bounds, buckets) : null;
  }
}
