package dev.candor.telemetry.benchmarks;

import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.Kind;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Who reads. */
public enum Engine {
  /** The sanitizer of telemetry-scrub, with values of an invented machine. */
  CANDOR {
    @Override
    UnaryOperator<String> start() {
      Sanitizer sanitizer = Sanitizer.create(machine());
      return text -> sanitizer.sanitize("", text, Carrier.LOG_BODY);
    }
  },

  /** The same rules as regular expressions of the JDK. */
  REGEX {
    @Override
    UnaryOperator<String> start() {
      return new RegexRules(machine().kinds().keySet())::sanitize;
    }
  };

  /** Builds its tables. */
  abstract UnaryOperator<String> start();

  /** What a sanitizer knows of a usual machine: a login, its home, a host, two secrets. */
  static KnownValues machine() {
    KnownValues collected =
        KnownValues.collect(
            Map.of("user.name", "jroe42", "user.home", "/home/jroe42"),
            Map.of(
                "USER", "jroe42",
                "HOSTNAME", "scope-ws-3.lab.example.org",
                "API_TOKEN", "ab12cd34ef56gh78ij90kl12mn34op56",
                "DB_PASSWORD", "correct-horse-7-staple"));
    SortedMap<String, Kind> kinds = new TreeMap<>(collected.kinds());
    return new KnownValues(kinds);
  }
}
