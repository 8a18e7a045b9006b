package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Form.Written;
import java.util.List;
import java.util.Locale;

/** Forms without structure: alone, in sentences, in lines of logs and shells. */
final class TextForms {
  private TextForms() {}

  static List<Form> all() {
    return List.of(
        Form.bare("plain", spot -> Written.only(spot.body())),
        Form.labelled("sentence", Sentences::write),
        new Form("upper_case", false, Kind::anyCase, spot -> cased(spot, true)),
        new Form("lower_case", false, Kind::anyCase, spot -> cased(spot, false)),
        Form.labelled("trailing_punctuation", TextForms::punctuated),
        Form.labelled("split_over_lines", TextForms::split),
        Form.labelled("key_value", TextForms::keyValue),
        Form.labelled("quoted_log_line", TextForms::logLine),
        Form.labelled("command_line", TextForms::command),
        Form.labelled("environment", TextForms::environment),
        Form.labelled("traceback_line", TextForms::traceback),
        Form.labelled("squid_log_line", TextForms::squid));
  }

  private static Written cased(Spot spot, boolean upper) {
    Written plain =
        spot.keyed() || spot.dice().chance(50) ? Written.only(spot.body()) : Sentences.write(spot);
    return new Written(
        plain.before(),
        upper ? plain.core().toUpperCase(Locale.ROOT) : plain.core().toLowerCase(Locale.ROOT),
        plain.after());
  }

  private static Written punctuated(Spot spot) {
    String core = spot.body();
    return switch (spot.dice().between(0, 5)) {
      case 0 -> new Written("rejected: ", core, ".");
      case 1 -> new Written("skipped (", core, ")");
      case 2 -> new Written("pending [", core, "], retry later");
      case 3 -> new Written("expected another one than \"", core, "\";");
      case 4 -> new Written("still waiting for ", core, "!");
      default -> new Written("nothing found, ", core, ", giving up");
    };
  }

  private static Written split(Spot spot) {
    String label = spot.needsLabel() ? spot.planted().label() + ":\n  " : "";
    return new Written(
        "Settings were loaded.\n", label + spot.value(), "\nReading the next block\n");
  }

  private static Written keyValue(Spot spot) {
    String value = spot.value();
    String quoted = value.matches("\\S+") ? value : "\"" + value + "\"";
    String core = spot.planted().snake() + "=" + quoted;
    return new Written("operation=upload ", core, " attempt=3 outcome=failed");
  }

  private static Written logLine(Spot spot) {
    String quote = spot.value().contains("'") ? "\"" : "'";
    String core = spot.planted().key(spot.dice()) + "=" + quote + spot.value() + quote;
    return new Written(
        "2026-11-20 17:29:04.665 WARN  [pool-1-thread-3] o.e.store.Uploader - rejected ",
        core,
        " after 3 tries");
  }

  private static Written command(Spot spot) {
    String value = spot.value().matches("[^\\s'\"$`]+") ? spot.value() : "\"" + spot.value() + "\"";
    String option = "--" + spot.planted().snake().replace('_', '-');
    return new Written(
        "started: acquire --verbose ", option + spot.dice().pick("=", " ") + value, " --retries 3");
  }

  private static Written environment(Spot spot) {
    String name = spot.planted().snake().toUpperCase(Locale.ROOT);
    String value =
        spot.value().matches("[^\\s'\"$`;&]+") ? spot.value() : "\"" + spot.value() + "\"";
    return new Written("", spot.dice().pick("export ", "") + name + "=" + value, "");
  }

  private static Written traceback(Spot spot) {
    String head =
        "Traceback (most recent call last):\n"
            + "  File \"/usr/lib/python3/dist-packages/pandas/io/common.py\", line 125, in close\n"
            + "    self.handle.flush()\n";
    String type = spot.dice().pick("ValueError", "OSError", "RuntimeError", "KeyError");
    return new Written(head + type + ": unexpected value ", spot.spoken(), "");
  }

  private static Written squid(Spot spot) {
    String head =
        "2026-11-20 17:28:49.%03d - 9530 - squid.%s - %s - "
            .formatted(
                spot.dice().between(0, 999),
                spot.dice()
                    .pick("MultiPointController", "LiveController", "control.utils", "CephlaStage"),
                spot.dice().pick("INFO", "DEBUG", "WARNING", "ERROR"));
    String verb = spot.dice().pick("using ", "loaded ", "cannot open ", "rejected ");
    return new Written(
        head + verb,
        spot.spoken(),
        " (multi_point_controller.py:" + spot.dice().between(10, 999) + ")");
  }
}
