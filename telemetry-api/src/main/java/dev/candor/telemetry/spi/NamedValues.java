package dev.candor.telemetry.spi;

import dev.candor.telemetry.Hashed;
import dev.candor.telemetry.SettingValue;
import dev.candor.telemetry.Settings;
import dev.candor.telemetry.Text;
import dev.candor.telemetry.WireNames;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by name as the components of one event: only keys that the event declares are looked up,
 * and only values of the component's type come out. What does not fit is missing, and its kind is
 * told: {@code unregistered} (no such key), {@code type}, {@code nested} (a map, list or array),
 * {@code identifier} (a key that names a person, user or agent where nothing is hashed), {@code
 * range} and {@code unlisted}. No value is turned into a string but for {@link Hashed} and {@link
 * Text}.
 *
 * <p>A key is the attribute's, or what of it follows the event's name: {@code channels} for {@code
 * imaging.run.channels}. One thread. What a foreign map throws passes through.
 */
public final class NamedValues implements AttributeSource {
  private static final double LARGEST_WHOLE = 0x1p53;
  private static final int MOST_ELEMENTS = 1_000;

  private final EventSchema schema;
  private final Map<String, ?> first;
  private final Map<String, ?> second;
  private final ObjLongConsumer<String> dropped;

  /**
   * Creates a source.
   *
   * @param first wins over {@code second} where both have a key
   * @param second what the caller gave
   * @param dropped is told the kind of values that do not fit, and how many
   */
  public NamedValues(
      EventSchema schema,
      Map<String, ?> first,
      Map<String, ?> second,
      ObjLongConsumer<String> dropped) {
    this.schema = schema;
    this.first = first;
    this.second = second;
    this.dropped = dropped;
    long known = schema.attributes().stream().filter(this::isGivenBySecond).count();
    if (second.size() > known) {
      dropped.accept("unregistered", second.size() - known);
    }
  }

  private boolean isGivenBySecond(AttributeSchema attribute) {
    return second.containsKey(attribute.key()) || second.containsKey(shortKey(attribute));
  }

  private String shortKey(AttributeSchema attribute) {
    String prefix = schema.name() + ".";
    return attribute.key().startsWith(prefix)
        ? attribute.key().substring(prefix.length())
        : attribute.key();
  }

  /** The value under a component's key, or null; only hashes may stand where somebody is named. */
  private @Nullable Object value(int index) {
    AttributeSchema attribute = schema.attributes().get(index);
    String key = shortKey(attribute);
    Object value = find(first, attribute.key(), key);
    if (value == null) {
      value = find(second, attribute.key(), key);
    }
    if (value != null && attribute.kind() != AttributeSchema.Kind.HASHED && namesSomebody(key)) {
      return drop("identifier");
    }
    return value;
  }

  private static @Nullable Object find(Map<String, ?> values, String key, String shortKey) {
    Object value = values.get(key);
    return value == null ? values.get(shortKey) : value;
  }

  private static boolean namesSomebody(String key) {
    return key.endsWith("_id")
        || key.endsWith(".id")
        || key.equals("id")
        || key.endsWith("user")
        || key.endsWith("agent");
  }

  @Override
  public @Nullable Boolean flag(int index) {
    Object value = value(index);
    if (value instanceof String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> wrong(Boolean.class, text);
      };
    }
    return typed(Boolean.class, value);
  }

  @Override
  public @Nullable Long integer(int index) {
    Object value = value(index);
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte
        || value instanceof AtomicInteger
        || value instanceof AtomicLong) {
      return ((Number) value).longValue();
    }
    Number number = typed(Number.class, value);
    if (number == null) {
      return null;
    }
    double decimal = number.doubleValue();
    // JSON has one kind of number; beyond 2^53 a double is no longer the number that was meant.
    return decimal == Math.rint(decimal) && Math.abs(decimal) <= LARGEST_WHOLE
        ? (Long) (long) decimal
        : wrong(Long.class, number);
  }

  @Override
  public @Nullable Integer shortInteger(int index) {
    Long value = integer(index);
    if (value == null || value.intValue() == value) {
      return value == null ? null : value.intValue();
    }
    dropped.accept("range", 1);
    return null;
  }

  @Override
  public @Nullable Double decimal(int index) {
    Number number = typed(Number.class, value(index));
    return number == null ? null : (Double) number.doubleValue();
  }

  @Override
  public @Nullable Duration duration(int index) {
    Object value = value(index);
    if (value instanceof Number number) {
      double seconds = number.doubleValue();
      return Math.abs(seconds) <= 1e9
          ? Duration.ofNanos(Math.round(seconds * 1e9))
          : wrong(Duration.class, number);
    }
    return typed(Duration.class, value);
  }

  @Override
  public <E extends Enum<E>> @Nullable E constant(int index, E[] constants) {
    Object value = value(index);
    return value == null ? null : constant(value, constants);
  }

  private <E extends Enum<E>> @Nullable E constant(Object value, E[] constants) {
    if (!(value instanceof String) && !(value instanceof Enum<?>)) {
      return wrong(constants[0].getDeclaringClass(), value);
    }
    String name = value instanceof String text ? wire(text) : "";
    for (E constant : constants) {
      if (constant == value || WireNames.of(constant).equals(name)) {
        return constant;
      }
    }
    dropped.accept("unlisted", 1);
    return null;
  }

  /** Turns {@code Select-Wells} into {@code select_wells}. */
  private static String wire(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }

  @Override
  public <E extends Enum<E>> @Nullable Set<E> constants(int index, E[] constants) {
    Object value = value(index);
    if (value == null) {
      return null;
    }
    Collection<?> elements;
    if (value instanceof Collection<?> given) {
      elements = given;
    } else if (value instanceof String text) {
      elements = Arrays.asList(text.split(",", -1));
    } else {
      elements = List.of(value);
    }
    Set<E> found = new LinkedHashSet<>();
    elements.stream()
        .limit(MOST_ELEMENTS)
        .forEach(
            element -> {
              E constant = element == null ? null : constant(element, constants);
              if (constant != null) {
                found.add(constant);
              }
            });
    return found;
  }

  @Override
  public @Nullable Settings settings(int index) {
    return typed(Settings.class, value(index));
  }

  @Override
  public @Nullable SettingValue setting(int index) {
    Object value = value(index);
    if (value instanceof Boolean flag) {
      return SettingValue.flag(flag);
    }
    if (value instanceof Number number) {
      return SettingValue.number(number.doubleValue());
    }
    return value instanceof Enum<?> constant
        ? SettingValue.choice(constant)
        : typed(SettingValue.class, value);
  }

  @Override
  public @Nullable Hashed hashed(int index) {
    Object value = value(index);
    if (value instanceof String
        || value instanceof Long
        || value instanceof Integer
        || value instanceof UUID) {
      return Hashed.of(value.toString());
    }
    return typed(Hashed.class, value);
  }

  @Override
  public @Nullable Text text(int index) {
    Object value = value(index);
    return value instanceof String text ? Text.of(text) : typed(Text.class, value);
  }

  private <T> @Nullable T typed(Class<T> type, @Nullable Object value) {
    return value == null || type.isInstance(value) ? type.cast(value) : wrong(type, value);
  }

  /** Tells why a value is of no use. */
  private <T> @Nullable T wrong(Class<T> type, Object value) {
    boolean nested =
        value instanceof Map || value instanceof Iterable || value.getClass().isArray();
    return type.cast(drop(nested ? "nested" : "type"));
  }

  private @Nullable Object drop(String kind) {
    dropped.accept(kind, 1);
    return null;
  }
}
