package dev.candor.telemetry.otel;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.SettingType;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.AttributeSink;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.SettingSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the components of one event and keeps what fits its schema: ranges, closed lists, grammars.
 * What does not fit is dropped and counted by kind, and the rest of the event stays.
 */
final class AttributeCollector implements AttributeSink {
  private final EventSchema schema;
  private final Vocabulary vocabulary;
  private final Scrubbing scrubbing;
  private final Secrets secrets;
  private final Tally scrubbed;
  private final SortedMap<String, Object> attributes = new TreeMap<>();
  private final SortedMap<String, Object> labels = new TreeMap<>();
  private final List<Measure> measures = new ArrayList<>();

  AttributeCollector(
      EventSchema schema,
      Vocabulary vocabulary,
      Scrubbing scrubbing,
      Secrets secrets,
      Tally scrubbed) {
    this.schema = schema;
    this.vocabulary = vocabulary;
    this.scrubbing = scrubbing;
    this.secrets = secrets;
    this.scrubbed = scrubbed;
  }

  /** Hashes under the installation's secret; null while there can be none. */
  @FunctionalInterface
  interface Secrets {
    /** Hashes a value. */
    @Nullable String hash(String value);
  }

  /** A number that has a metric of its own. */
  record Measure(String metric, String unit, double value, boolean whole, boolean histogram) {}

  /** What the item carries. */
  SortedMap<String, Object> attributes() {
    return attributes;
  }

  /** What splits the metrics. */
  SortedMap<String, Object> labels() {
    return labels;
  }

  /** The numbers with metrics of their own. */
  List<Measure> measures() {
    return measures;
  }

  @Override
  public void flag(int index, boolean value) {
    AttributeSchema attribute = attribute(index);
    attributes.put(attribute.key(), value);
    label(attribute, value);
  }

  @Override
  public void integer(int index, long value) {
    AttributeSchema attribute = attribute(index);
    if (value < attribute.min() || value > attribute.max()) {
      drop("range");
      return;
    }
    attributes.put(attribute.key(), value);
    sum(attribute, (double) value, true);
  }

  @Override
  public void decimal(int index, double value) {
    AttributeSchema attribute = attribute(index);
    if (!isWithin(attribute, value)) {
      drop("range");
      return;
    }
    attributes.put(attribute.key(), value);
    sum(attribute, value, false);
  }

  @Override
  public void duration(int index, @Nullable Duration value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = attribute(index);
    double seconds = value.getSeconds() + value.getNano() / 1e9;
    if (!isWithin(attribute, seconds)) {
      drop("range");
      return;
    }
    attributes.put(attribute.key(), seconds);
    measures.add(new Measure(attribute.key(), "s", seconds, false, true));
  }

  @Override
  public void constant(int index, @Nullable Enum<?> value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = attribute(index);
    String name = WireNames.of(value);
    if (!isListed(attribute, value, name)) {
      drop("unlisted");
      return;
    }
    attributes.put(attribute.key(), name);
    label(attribute, name);
  }

  @Override
  public void constants(int index, @Nullable Set<? extends Enum<?>> value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = attribute(index);
    TreeSet<String> names = new TreeSet<>();
    for (Enum<?> constant : value) {
      String name = WireNames.of(constant);
      if (isListed(attribute, constant, name)) {
        names.add(name);
      } else {
        drop("unlisted");
      }
    }
    attributes.put(attribute.key(), String.join(",", names));
  }

  // An empty list of values is open: then a catalogue must list the constant's enum.
  private boolean isListed(AttributeSchema attribute, Enum<?> constant, String name) {
    return attribute.values().isEmpty()
        ? vocabulary.lists(constant)
        : attribute.values().contains(name);
  }

  @Override
  public void settings(int index, @Nullable Settings value) {
    if (value == null) {
      return;
    }
    String prefix = attribute(index).key() + ".";
    for (Map.Entry<? extends Enum<?>, SettingValue> entry : value.values().entrySet()) {
      SettingSchema setting = vocabulary.setting(entry.getKey());
      Object typed = setting == null ? null : typed(setting, entry.getValue().value());
      if (typed == null) {
        drop("setting");
      } else {
        attributes.put(prefix + WireNames.of(entry.getKey()), typed);
      }
    }
  }

  private static @Nullable Object typed(SettingSchema setting, @Nullable Object value) {
    if (setting.type() == SettingType.FLAG) {
      return value instanceof Boolean ? value : null;
    }
    if (setting.type() == SettingType.NUMBER) {
      return value instanceof Double number && number >= setting.min() && number <= setting.max()
          ? number
          : null;
    }
    if (value instanceof Enum<?> constant) {
      String name = WireNames.of(constant);
      return setting.values().contains(name) ? name : null;
    }
    return null;
  }

  @Override
  public void setting(int index, @Nullable SettingValue value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = attribute(index);
    if (value.value() instanceof Enum<?> constant
        && !attribute.values().contains(WireNames.of(constant))) {
      drop("unlisted");
      return;
    }
    attributes.put(attribute.key(), value.toString());
  }

  @Override
  public void hashed(int index, @Nullable Hashed value) {
    if (value == null) {
      return;
    }
    String hash = secrets.hash(value.reveal());
    if (hash == null) {
      drop("hashed");
    } else {
      attributes.put(attribute(index).key(), hash);
    }
  }

  @Override
  public void text(int index, @Nullable Text value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = attribute(index);
    if (schema.purpose() != Purpose.DIAGNOSTICS) {
      drop("text");
      return;
    }
    attributes.put(
        attribute.key(),
        scrubbing.text(attribute.key(), value.reveal(), (int) attribute.max(), scrubbed));
  }

  @Override
  public void error(int index, @Nullable ErrorReport value) {
    if (value != null) {
      new ErrorAttributes(vocabulary, scrubbing, scrubbed).write(value, attributes, labels);
    }
  }

  private AttributeSchema attribute(int index) {
    return schema.attributes().get(index);
  }

  private static boolean isWithin(AttributeSchema attribute, double value) {
    // Not a number fails both comparisons.
    return value >= attribute.min() && value <= attribute.max();
  }

  private void label(AttributeSchema attribute, Object value) {
    if (attribute.label()) {
      labels.put(attribute.key(), value);
    }
  }

  private void sum(AttributeSchema attribute, double value, boolean whole) {
    if (attribute.sum()) {
      String unit = attribute.unit().isEmpty() ? "1" : attribute.unit();
      measures.add(new Measure(attribute.key(), unit, value, whole, false));
    }
  }

  private void drop(String kind) {
    scrubbed.add(kind);
  }
}
