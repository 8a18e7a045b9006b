package dev.candor.telemetry.testkit;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.Event;
import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.spi.AttributeSchema;
import dev.candor.telemetry.spi.AttributeSink;
import dev.candor.telemetry.spi.EventEncoder;
import dev.candor.telemetry.spi.EventSchema;
import dev.candor.telemetry.spi.SettingSchema;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds one event against what it declares. An engine would drop and count such a value; a test
 * should hear of it. Names the attribute, never the value.
 */
final class SchemaCheck implements AttributeSink {
  private final EventSchema schema;
  private final CatalogIndex catalogs;
  private final Recordings recordings;

  private SchemaCheck(EventSchema schema, CatalogIndex catalogs, Recordings recordings) {
    this.schema = schema;
    this.catalogs = catalogs;
    this.recordings = recordings;
  }

  static <E extends Event> void check(
      EventEncoder<E> encoder, E event, CatalogIndex catalogs, Recordings recordings) {
    encoder.encode(event, new SchemaCheck(encoder.schema(), catalogs, recordings));
  }

  /** Holds settings against the types of their keys. */
  static void check(Settings settings, CatalogIndex catalogs, Recordings recordings) {
    for (Map.Entry<? extends Enum<?>, SettingValue> entry : settings.values().entrySet()) {
      Enum<?> key = entry.getKey();
      SettingSchema schema = catalogs.setting(key);
      if (schema == null) {
        throw recordings.misuse(
            "no catalogue of this recorder lists " + key.getDeclaringClass().getSimpleName());
      }
      if (!fits(schema, entry.getValue())) {
        throw recordings.misuse(
            "the value of setting " + WireNames.of(key) + " is not of its type");
      }
    }
  }

  @Override
  public void flag(int index, boolean value) {
    // Both are legal.
  }

  @Override
  public void integer(int index, long value) {
    range(index, (double) value);
  }

  @Override
  public void decimal(int index, double value) {
    range(index, value);
  }

  @Override
  public void duration(int index, @Nullable Duration value) {
    if (value != null) {
      range(index, value.toNanos() / 1e9);
    }
  }

  @Override
  public void constant(int index, @Nullable Enum<?> value) {
    if (value == null) {
      return;
    }
    AttributeSchema attribute = schema.attributes().get(index);
    if (!attribute.values().isEmpty() && !attribute.values().contains(WireNames.of(value))) {
      throw recordings.misuse(attribute.key() + " is not of its list");
    }
  }

  @Override
  public void constants(int index, @Nullable Set<? extends Enum<?>> value) {
    if (value != null) {
      value.forEach(constant -> constant(index, constant));
    }
  }

  @Override
  public void settings(int index, @Nullable Settings value) {
    if (value != null) {
      check(value, catalogs, recordings);
    }
  }

  @Override
  public void setting(int index, @Nullable SettingValue value) {
    if (value != null && value.value() instanceof Enum<?> choice) {
      constant(index, choice);
    }
  }

  @Override
  public void hashed(int index, @Nullable Hashed value) {
    // Whatever it is, only its hash is kept.
  }

  @Override
  public void text(int index, @Nullable Text value) {
    // Cut and sanitized, not refused.
  }

  @Override
  public void error(int index, @Nullable ErrorReport value) {
    // Held against its grammar when it is recorded.
  }

  private void range(int index, double value) {
    AttributeSchema attribute = schema.attributes().get(index);
    if (!(value >= attribute.min() && value <= attribute.max())) {
      throw recordings.misuse(
          attribute.key() + " must be within " + attribute.min() + " and " + attribute.max());
    }
  }

  private static boolean fits(SettingSchema schema, SettingValue setting) {
    Object value = setting.value();
    return switch (schema.type()) {
      case FLAG -> value instanceof Boolean;
      case NUMBER ->
          value instanceof Double number && number >= schema.min() && number <= schema.max();
      case CHOICE ->
          value instanceof Enum<?> choice && schema.values().contains(WireNames.of(choice));
    };
  }
}
