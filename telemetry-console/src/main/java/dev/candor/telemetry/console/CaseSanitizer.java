package dev.candor.telemetry.console;

import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.JavaStackText;
import dev.candor.telemetry.scrub.KnownValues;
import dev.candor.telemetry.scrub.PythonTraceback;
import dev.candor.telemetry.scrub.Sanitizer;
import dev.candor.telemetry.scrub.SanitizerFault;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the client lets pass of a case, as if its carrier and key were declared as free text. A
 * stack trace is rebuilt from its frames first; what is none is sanitized as text. Its messages,
 * which the product never reads, are sanitized as text too.
 */
final class CaseSanitizer {
  private static final int MAX_STACK = 16_384;

  private final Sanitizer sanitizer;

  CaseSanitizer(Sanitizer sanitizer) {
    this.sanitizer = sanitizer;
  }

  /** The one that applications get, but that it knows no value of this machine. */
  static CaseSanitizer ofNoMachine() {
    return new CaseSanitizer(Sanitizer.create(KnownValues.none()));
  }

  /** The one that applications get, with the values of this machine. */
  static CaseSanitizer ofThisMachine(Shell shell) {
    Map<String, String> properties =
        System.getProperties().stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, name -> System.getProperty(name, "")));
    return new CaseSanitizer(
        Sanitizer.create(KnownValues.ofThisMachine(properties, shell.environment())));
  }

  /** What leaves, or null if a fault of the sanitizer drops the case. */
  @Nullable String out(CorpusCase given) {
    return guarded(given, true);
  }

  /** What is sent to a Collector, or null: of a stack trace its frames only, as there. */
  @Nullable String sent(CorpusCase given) {
    return guarded(given, false);
  }

  private @Nullable String guarded(CorpusCase given, boolean messages) {
    try {
      return given.carrier() == Carrier.EXCEPTION_STACKTRACE
          ? stack(given, messages)
          : text(given, given.text());
    } catch (SanitizerFault fault) {
      return null;
    }
  }

  private String stack(CorpusCase given, boolean messages) {
    return PythonTraceback.parse(given.text())
        .or(() -> JavaStackText.parse(given.text()))
        .map(error -> ErrorText.write(error, MAX_STACK))
        .map(rebuilt -> ErrorText.clean(rebuilt, sanitizer, () -> {}))
        .map(rebuilt -> messages ? rebuilt + messages(given) : rebuilt)
        .orElseGet(() -> text(given, given.text()));
  }

  private String messages(CorpusCase given) {
    String messages = TraceMessages.of(given.text());
    return messages.isEmpty() ? "" : "\n" + text(given, messages);
  }

  private String text(CorpusCase given, String text) {
    return sanitizer.sanitize(given.key(), text, given.carrier());
  }
}
