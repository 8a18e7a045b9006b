package dev.candor.telemetry.otel;

import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.Finding;
import dev.candor.telemetry.scrub.Grammars;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.RebuiltError;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.List;
import java.util.Map;

/**
 * What stands between a string and the store. Closed lists and ranges are not its matter: they hold
 * in any case.
 */
interface Scrubbing {
  /** Free text, cleaned and cut; every finding is counted by its kind. */
  String text(String key, String value, int maxLength, Tally scrubbed);

  /** The name of an error's type, or {@code unknown}. */
  String typeName(String value, Tally scrubbed);

  /**
   * The frames of an error, as {@code exception.stacktrace}; a name with a finding in it is {@code
   * unknown}.
   */
  String stacktrace(ErrorReport report, int maxLength, Tally scrubbed);

  /** The scrubbing that applications get, with the values of this machine. */
  static Scrubbing strict(Map<String, String> properties, Map<String, String> environment) {
    return new Strict(Sanitizer.create(KnownValues.ofThisMachine(properties, environment)));
  }

  /** Makes the scrubbing; called on the recorder thread after a yes. */
  @FunctionalInterface
  interface Factory {
    /** Makes one. */
    Scrubbing create(Map<String, String> properties, Map<String, String> environment);
  }

  /** Sanitizer and grammars of {@code telemetry-scrub}. */
  final class Strict implements Scrubbing {
    private final Sanitizer sanitizer;

    Strict(Sanitizer sanitizer) {
      this.sanitizer = sanitizer;
    }

    @Override
    public String text(String key, String value, int maxLength, Tally scrubbed) {
      List<Finding> findings = sanitizer.find(key, value, Carrier.ATTRIBUTE_VALUE);
      if (findings.isEmpty()) {
        return Texts.cut(value, maxLength);
      }
      for (Finding finding : findings) {
        scrubbed.add(finding.kind().word());
      }
      // Cleaned before it is cut: half a secret has no shape.
      return Texts.cut(sanitizer.sanitize(key, value, Carrier.ATTRIBUTE_VALUE), maxLength);
    }

    @Override
    public String typeName(String value, Tally scrubbed) {
      // A key with dots in it is a well-formed name too.
      if (Grammars.isTypeName(value)
          && sanitizer.find("", value, Carrier.EXCEPTION_STACKTRACE).isEmpty()) {
        return value;
      }
      scrubbed.add("type_name");
      return "unknown";
    }

    @Override
    public String stacktrace(ErrorReport report, int maxLength, Tally scrubbed) {
      List<RebuiltError.Link> chain =
          report.chain().stream()
              .map(
                  link ->
                      new RebuiltError.Link(
                          typeName(link.type(), scrubbed),
                          link.frames().stream().map(Strict::frame).toList()))
              .toList();
      return ErrorText.clean(
          ErrorText.write(new RebuiltError(chain), maxLength),
          sanitizer,
          () -> scrubbed.add("frame_name"));
    }

    private static RebuiltError.Frame frame(ErrorReport.Frame frame) {
      return new RebuiltError.Frame(frame.module(), frame.function(), frame.line(), frame.inApp());
    }
  }
}
