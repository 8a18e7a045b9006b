package dev.candor.telemetry.registry;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one attribute may hold.
 *
 * @param min smallest number, or none
 * @param max greatest number, greatest length of a text, or none
 * @param values the closed list of a constant, a set of constants, a setting or a trail
 */
public record AttributeRule(
    String key,
    AttributeKind kind,
    @Nullable BigDecimal min,
    @Nullable BigDecimal max,
    SortedSet<String> values) {

  /** Takes the closed list in any order. */
  public AttributeRule(
      String key,
      AttributeKind kind,
      @Nullable BigDecimal min,
      @Nullable BigDecimal max,
      Collection<String> values) {
    this(key, kind, min, max, (SortedSet<String>) new TreeSet<>(values));
  }

  /** The rule that allows what either allows; both must be of one kind. */
  AttributeRule with(AttributeRule other) {
    TreeSet<String> union = new TreeSet<>(values);
    union.addAll(other.values);
    return new AttributeRule(
        key,
        kind,
        min == null || other.min == null ? null : min.min(other.min),
        max == null || other.max == null ? null : max.max(other.max),
        union);
  }
}
