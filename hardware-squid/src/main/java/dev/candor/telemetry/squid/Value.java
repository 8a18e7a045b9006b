package dev.candor.telemetry.squid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value as it stands in one of Squid's files, whatever the file's format. Immutable.
 *
 * <p>It may hold what people typed, so it never leaves this package: no {@code toString} shows
 * content, and only a {@link ConfigSnapshot} made from it is told to anybody.
 */
sealed interface Value {
  /** Python's {@code None}, JSON's and YAML's {@code null}. */
  record Nothing() implements Value {}

  /** True or false. */
  record Flag(boolean value) implements Value {}

  /** A finite number. */
  record Num(double value) implements Value {}

  /** A string. */
  record Text(String value) implements Value {
    @Override
    public String toString() {
      return "Text[" + value.length() + "]";
    }
  }

  /** A list. */
  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public int keys() {
      return values.stream().mapToInt(Value::keys).sum();
    }

    @Override
    public String toString() {
      return "Items[" + values.size() + "]";
    }
  }

  /** Named values in the order of the file. */
  record Table(Map<String, Value> values) implements Value {
    public Table {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public int keys() {
      return values.size() + values.values().stream().mapToInt(Value::keys).sum();
    }

    @Override
    public Value get(String key) {
      return values.getOrDefault(key, nothing());
    }

    @Override
    public String toString() {
      return "Table[" + values.size() + "]";
    }
  }

  /** Returns nothing. */
  static Value nothing() {
    return new Nothing();
  }

  /** Counts the keys of all tables, at every depth. */
  default int keys() {
    return 0;
  }

  /** Returns the value under a key, or nothing where there is none. */
  default Value get(String key) {
    return nothing();
  }

  /** Returns the number, if it is one. */
  default Optional<Double> number() {
    return this instanceof Num number ? Optional.of(number.value()) : Optional.empty();
  }

  /** Returns the string, if it is one. */
  default Optional<String> text() {
    return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
  }

  /** Returns whether it is the flag {@code true}. */
  default boolean isTrue() {
    return this instanceof Flag flag && flag.value();
  }

  /** Returns the members of a list; empty for everything else. */
  default List<Value> items() {
    return this instanceof Items items ? items.values() : List.of();
  }

  /** Returns the members of a table; empty for everything else. */
  default Map<String, Value> table() {
    return this instanceof Table table ? table.values() : Map.of();
  }
}
