package dev.candor.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What the compiler lets pass as a name at a vendor is what that vendor's exporter takes: both have
 * the vendor's rules, and neither may know more than the other. Extended once for each vendor.
 */
public abstract class VendorNamesContract {
  private static final List<String> NAMES =
      List.of(
          "",
          " a",
          "a ",
          "a b",
          "a.b",
          "a_b",
          "a__b",
          "a_",
          "_a",
          "A1",
          "1a",
          "\u00e4",
          "a\nb",
          "a-b",
          "a:b",
          "a/b",
          "$a",
          "$identify",
          "[Amplitude] a",
          "query_id_a",
          "sentry.a",
          "session.id",
          "session",
          "session_start",
          "session_end",
          "duration_ms",
          "service.name",
          "deployment.environment.name",
          "runtime",
          "lib_version",
          "app.error",
          "page.view",
          "session.start",
          "feature.use",
          "settings.report",
          "config.change");
  private static final int[] LENGTHS = {39, 40, 41, 100, 101};

  /** For subclasses. */
  protected VendorNamesContract() {}

  /** The vendor's short name. */
  protected abstract String vendor();

  /** Names that the exporter itself keeps in lists. */
  protected abstract List<String> ownNames();

  /** What the exporter makes of names that an application gives. */
  protected abstract EventNames read(List<VendorName> given);

  /** Whether the compiler has nothing against a name of an event. */
  protected abstract boolean compilerTakesEvent(String name);

  /** Whether the compiler has nothing against a name of an attribute. */
  protected abstract boolean compilerTakesAttribute(String name);

  @Test
  void names_ofEvents_fitTheExporterIfTheyFitTheCompiler() {
    for (String name : names()) {
      assertThat(isTaken("", name)).as(name).isEqualTo(compilerTakesEvent(name));
    }
  }

  @Test
  void names_ofAttributes_fitTheExporterIfTheyFitTheCompiler() {
    for (String name : names()) {
      assertThat(isTaken("a.b", name)).as(name).isEqualTo(compilerTakesAttribute(name));
    }
  }

  private boolean isTaken(String key, String name) {
    return read(List.of(new VendorName(vendor(), "file.print", key, name))).leftOut() == 0;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(NAMES);
    for (int length : LENGTHS) {
      names.add("a".repeat(length));
    }
    names.addAll(ownNames());
    names.addAll(names.stream().map(name -> name.toUpperCase(Locale.ROOT)).toList());
    return names;
  }
}
