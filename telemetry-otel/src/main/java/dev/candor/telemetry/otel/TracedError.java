package dev.candor.telemetry.otel;

import dev.candor.telemetry.Crumb;
import dev.candor.telemetry.ErrorReport;
import dev.candor.telemetry.ErrorReport.Language;
import dev.candor.telemetry.ErrorReport.Link;
import dev.candor.telemetry.ErrorReport.Origin;
import dev.candor.telemetry.scrub.Grammars;
import dev.candor.telemetry.scrub.JavaStackText;
import dev.candor.telemetry.scrub.PythonTraceback;
import dev.candor.telemetry.scrub.RebuiltError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds an error of which only texts are known: the name of its type, and what its language
 * prints of it. Names and frames come out, nothing else.
 */
final class TracedError {
  private TracedError() {}

  static ErrorReport report(
      @Nullable String type,
      @Nullable String stackTrace,
      List<String> packages,
      List<Crumb> trail) {
    String text = stackTrace == null ? "" : stackTrace;
    Optional<RebuiltError> python = PythonTraceback.parse(text);
    Optional<RebuiltError> rebuilt = python.or(() -> JavaStackText.parse(text, packages));
    List<Link> chain = new ArrayList<>();
    rebuilt.ifPresent(error -> error.chain().forEach(link -> chain.add(link(link))));
    if (type != null && Grammars.isTypeName(type)) {
      // Who says what it is knows it better than a text that may be cut off.
      List<ErrorReport.Frame> frames = chain.isEmpty() ? List.of() : chain.remove(0).frames();
      chain.add(0, new Link(type, frames));
    } else if (chain.isEmpty()) {
      chain.add(new Link(RebuiltError.UNKNOWN, List.of()));
    }
    Language language = python.isPresent() ? Language.PYTHON : Language.JAVA;
    return new ErrorReport(language, Origin.HANDLED, chain, 1, trail);
  }

  /** The same link in the words of the API. */
  static Link link(RebuiltError.Link link) {
    return new Link(
        link.type(),
        link.frames().stream()
            .map(
                frame ->
                    new ErrorReport.Frame(
                        frame.module(), frame.function(), frame.line(), frame.inApp()))
            .toList());
  }
}
