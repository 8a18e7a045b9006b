package dev.candor.telemetry.registry;

import dev.candor.telemetry.registry.SignalRule.Instrument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that may pass, merged from the registries of several catalogues. Made by {@link
 * RegistryReader}. Immutable, for any thread.
 */
public final class Registry {
  /** The group that lists what a resource may hold. */
  public static final String RESOURCE_GROUP = "candor.resource";

  /** On spans only: counts carry no id of the installation. */
  public static final String INSTALLATION_ID = "app.installation.id";

  /** On metrics only: it tells two reports apart. */
  public static final String REPORT_ID = "candor.report.id";

  private final SortedMap<String, AttributeRule> attributes;
  private final SortedMap<String, SignalRule> spans;
  private final SortedMap<String, SignalRule> metrics;
  private final SortedSet<String> resource;
  private final List<NameAtVendor> vendorNames;

  /** Copies what it is given. */
  public Registry(
      SortedMap<String, AttributeRule> attributes,
      SortedMap<String, SignalRule> spans,
      SortedMap<String, SignalRule> metrics,
      SortedSet<String> resource) {
    this(attributes, spans, metrics, resource, List.of());
  }

  Registry(
      SortedMap<String, AttributeRule> attributes,
      SortedMap<String, SignalRule> spans,
      SortedMap<String, SignalRule> metrics,
      SortedSet<String> resource,
      List<NameAtVendor> vendorNames) {
    this.attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    this.spans = Collections.unmodifiableSortedMap(new TreeMap<>(spans));
    this.metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
    this.resource = Collections.unmodifiableSortedSet(new TreeSet<>(resource));
    this.vendorNames = List.copyOf(vendorNames);
  }

  /** What vendors call events and attributes, where the registries say so. */
  public List<NameAtVendor> vendorNames() {
    return vendorNames;
  }

  /** Names of the spans that may pass. */
  public SortedSet<String> spanNames() {
    return new TreeSet<>(spans.keySet());
  }

  /** Names of the metrics that may pass. */
  public SortedSet<String> metricNames() {
    return new TreeSet<>(metrics.keySet());
  }

  /** Keys that may pass somewhere. */
  public SortedSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>(resource);
    spans.values().forEach(span -> keys.addAll(span.attributes()));
    metrics.values().forEach(metric -> keys.addAll(metric.attributes()));
    return keys;
  }

  /** The spans that may pass, by name. */
  public List<SignalRule> spans() {
    return new ArrayList<>(spans.values());
  }

  /** The metrics that may pass, by name. */
  public List<SignalRule> metrics() {
    return new ArrayList<>(metrics.values());
  }

  /** What the resource of spans may hold. */
  public List<AttributeRule> spanResource() {
    return rules(resource, REPORT_ID);
  }

  /** What the resource of metrics may hold. */
  public List<AttributeRule> metricResource() {
    return rules(resource, INSTALLATION_ID);
  }

  /** The rules of these keys; an undeclared key has none. */
  public List<AttributeRule> rules(SortedSet<String> keys) {
    return rules(keys, "");
  }

  /** The names of the metrics of one instrument. */
  public List<String> metricNames(Instrument instrument) {
    return metrics().stream()
        .filter(metric -> metric.shape().instrument() == instrument)
        .map(SignalRule::name)
        .toList();
  }

  private List<AttributeRule> rules(SortedSet<String> keys, String without) {
    List<AttributeRule> rules = new ArrayList<>();
    for (String key : keys) {
      AttributeRule rule = attributes.get(key);
      if (rule != null && !key.equals(without)) {
        rules.add(rule);
      }
    }
    return rules;
  }
}
