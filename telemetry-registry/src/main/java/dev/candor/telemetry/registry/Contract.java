package dev.candor.telemetry.registry;

import dev.candor.telemetry.scrub.Sanitizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a span or a metric from anybody may pass: the rules of the Collector's contract,
 * asked in the process.
 *
 * <p>A name that no registry declares passes nothing. Of a registered span each value passes alone:
 * numbers in their range, texts of a closed list or of the form that their kind has, free text
 * through the sanitizer. Whatever does not fit is left out and counted. Never throws, whatever it
 * is given; logs nothing. Immutable, for any thread.
 */
public final class Contract {
  private final Map<String, SignalRule> spans = new HashMap<>();
  private final Map<String, SignalRule> metrics = new HashMap<>();
  private final Map<String, AttributeRule> attributes = new HashMap<>();
  private final Map<String, AttributeRule> spanResource = new HashMap<>();
  private final Map<String, AttributeRule> metricResource = new HashMap<>();
  private final ValueCheck values;

  /**
   * Makes a contract.
   *
   * @param services what may stand as {@code service.name}: a free word could be a person's name
   */
  public static Contract of(Registry registry, Sanitizer sanitizer, Set<String> services) {
    return new Contract(registry, new ValueCheck(sanitizer, services));
  }

  private Contract(Registry registry, ValueCheck values) {
    this.values = values;
    for (SignalRule span : registry.spans()) {
      spans.put(span.name(), span);
      registry.rules(span.attributes()).forEach(rule -> attributes.put(rule.key(), rule));
    }
    for (SignalRule metric : registry.metrics()) {
      metrics.put(metric.name(), metric);
      registry.rules(metric.attributes()).forEach(rule -> attributes.put(rule.key(), rule));
    }
    registry.spanResource().forEach(rule -> spanResource.put(rule.key(), rule));
    registry.metricResource().forEach(rule -> metricResource.put(rule.key(), rule));
  }

  /** Hears of everything that is kept back. */
  @FunctionalInterface
  public interface Witness {
    /**
     * Called on the caller's thread, before {@link Contract#admit} returns.
     *
     * @param name the key, or the span's name, as it came: anybody's text
     */
    void omitted(Omission reason, String name);
  }

  /** Whether a registry declares a span of this name. */
  public boolean knows(@Nullable String name) {
    return name != null && spans.containsKey(name);
  }

  /** As {@link #admit(String, Map, Map, Witness)}, with nobody to hear. */
  public Admission admit(
      @Nullable String name, Map<String, ?> attributes, Map<String, ?> resource) {
    return admit(name, attributes, resource, (reason, key) -> {});
  }

  /**
   * Returns what may pass of a span.
   *
   * @param name the span's name as it came
   * @param attributes its attributes as they came; values of any class
   * @param resource the attributes of its resource
   * @param witness is told each name and key that is kept back
   */
  public Admission admit(
      @Nullable String name, Map<String, ?> attributes, Map<String, ?> resource, Witness witness) {
    return admit(name, attributes, reporter(resource), witness);
  }

  /** As {@link #admit(String, Map, Map, Witness)}, of a resource that was looked at before. */
  public Admission admit(
      @Nullable String name, Map<String, ?> attributes, Reporter reporter, Witness witness) {
    SignalRule span = name == null ? null : spans.get(name);
    return new Draft(witness).admit(span, name, attributes, reporter);
  }

  /** Returns what may pass of a resource, for any number of spans of it. */
  public Reporter reporter(Map<String, ?> resource) {
    return reporter(resource, spanResource);
  }

  private Reporter reporter(Map<String, ?> resource, Map<String, AttributeRule> rules) {
    List<Omitted> omitted = new ArrayList<>();
    SortedMap<String, String> kept =
        new Draft((reason, key) -> omitted.add(new Omitted(reason, key))).reporter(resource, rules);
    String installation = kept.remove(Registry.INSTALLATION_ID);
    return new Reporter(kept, installation, omitted);
  }

  /** What a metric of this name is, or null if no registry declares one. */
  public SignalRule.@Nullable Shape metric(@Nullable String name) {
    SignalRule metric = name == null ? null : metrics.get(name);
    return metric == null ? null : metric.shape();
  }

  /**
   * Returns what may pass of one point of a metric; the id of its report stays in the resource.
   *
   * @param name the metric's name as it came
   * @param attributes the point's attributes as they came; values of any class
   * @param resource the attributes of its resource
   */
  public Admission admitPoint(
      @Nullable String name, Map<String, ?> attributes, Map<String, ?> resource) {
    SignalRule metric = name == null ? null : metrics.get(name);
    return new Draft((reason, key) -> {})
        .admit(metric, name, attributes, reporter(resource, metricResource));
  }

  /** What may pass of a resource. Immutable; shows no value. */
  public static final class Reporter {
    private final SortedMap<String, String> resource;
    private final @Nullable String installationId;
    private final List<Omitted> omitted;

    private Reporter(
        SortedMap<String, String> resource,
        @Nullable String installationId,
        List<Omitted> omitted) {
      this.resource = resource;
      this.installationId = installationId;
      this.omitted = List.copyOf(omitted);
    }
  }

  private record Omitted(Omission reason, String key) {}

  private interface Pair {
    void accept(String key, @Nullable Object value);
  }

  /** One call. */
  private final class Draft {
    private final Witness witness;
    private final Map<Omission, Integer> omissions = new EnumMap<>(Omission.class);

    Draft(Witness witness) {
      this.witness = witness;
    }

    Admission admit(
        @Nullable SignalRule signal,
        @Nullable String name,
        Map<String, ?> given,
        Reporter reporter) {
      if (signal == null) {
        omit(Omission.NAME, String.valueOf(name));
        return refused();
      }
      SortedMap<String, Object> kept = new TreeMap<>();
      each(
          given,
          (key, value) -> keep(signal.attributes().contains(key) ? key : null, key, value, kept));
      for (String key : signal.required()) {
        if (!kept.containsKey(key)) {
          omit(Omission.REQUIRED, key);
          return refused();
        }
      }
      reporter.omitted.forEach(one -> omit(one.reason(), one.key()));
      return new Admission(
          signal.name(), kept, reporter.resource, reporter.installationId, omissions);
    }

    private Admission refused() {
      return new Admission(null, new TreeMap<>(), new TreeMap<>(), null, omissions);
    }

    SortedMap<String, String> reporter(Map<String, ?> given, Map<String, AttributeRule> rules) {
      SortedMap<String, String> reporter = new TreeMap<>();
      each(
          given,
          (key, value) -> {
            Object fits = fitting(rules.get(key), key, value);
            if (fits instanceof String text) {
              reporter.put(key, text);
            } else if (fits != null) {
              omit(Omission.TYPE, key);
            }
          });
      return reporter;
    }

    private void keep(
        @Nullable String known,
        String key,
        @Nullable Object value,
        SortedMap<String, Object> kept) {
      Object fits = fitting(known == null ? null : attributes.get(known), key, value);
      if (fits != null) {
        kept.put(key, fits);
      }
    }

    private @Nullable Object fitting(
        @Nullable AttributeRule rule, String key, @Nullable Object value) {
      if (rule == null) {
        omit(Omission.KEY, key);
        return null;
      }
      try {
        return values.fitting(rule, value, reason -> omit(reason, key));
      } catch (RuntimeException e) {
        omit(Omission.FAULT, key);
        return null;
      }
    }

    /** A map may be anybody's class; one that fails is over where it failed. */
    private void each(@Nullable Map<String, ?> map, Pair pair) {
      try {
        if (map != null) {
          for (Map.Entry<String, ?> entry : map.entrySet()) {
            pair.accept(String.valueOf(entry.getKey()), entry.getValue());
          }
        }
      } catch (RuntimeException e) {
        omit(Omission.FAULT, "");
      }
    }

    private void omit(Omission reason, String name) {
      omissions.merge(reason, 1, Integer::sum);
      witness.omitted(reason, name);
    }
  }
}
