package dev.candor.telemetry.scrub;

/**
 * Takes the names out of the text of an error in which the sanitizer finds something. Each call is
 * read alone, without its line: {@code Auth.password:12} is no password, and what stands on the
 * line below belongs to another call.
 */
final class CleanNames {
  private final Sanitizer sanitizer;
  private final Runnable onFinding;

  CleanNames(Sanitizer sanitizer, Runnable onFinding) {
    this.sanitizer = sanitizer;
    this.onFinding = onFinding;
  }

  String of(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (from <= text.length()) {
      int end = ErrorText.lineEnd(text, from);
      line(text.substring(from, end), out);
      if (end < text.length()) {
        out.append('\n');
      }
      from = end + 1;
    }
    return out.toString();
  }

  private void line(String line, StringBuilder out) {
    if (line.startsWith(ErrorText.AT)) {
      int from = ErrorText.AT.length();
      int colon = Math.max(from, line.lastIndexOf(':'));
      out.append(line, 0, from).append(call(line.substring(from, colon)));
      out.append(line, colon, line.length());
    } else if (line.startsWith(ErrorText.MORE_BEFORE)) {
      out.append(line);
    } else {
      int from = line.startsWith(ErrorText.CAUSED_BY) ? ErrorText.CAUSED_BY.length() : 0;
      String type = line.substring(from);
      out.append(line, 0, from).append(isClean(type) ? type : unknown());
    }
  }

  /** Module, dot and function; both are read together, as a name may end behind the dot. */
  private String call(String call) {
    int dot = dot(call);
    boolean inModule = false;
    boolean inFunction = false;
    for (Finding finding : sanitizer.find("", call, Carrier.EXCEPTION_STACKTRACE)) {
      inModule |= finding.start() < dot;
      inFunction |= finding.end() > dot + 1;
    }
    if (!inModule && !inFunction) {
      return call;
    }
    String module = inModule ? unknown() : call.substring(0, dot);
    String function = inFunction ? unknown() : call.substring(dot + 1);
    String rest = module + "." + function;
    // What stands alone now may look different from what it was.
    return isClean(rest) ? rest : RebuiltError.UNKNOWN + "." + RebuiltError.UNKNOWN;
  }

  /** The last dot with a name on both sides, or the end. */
  private static int dot(String call) {
    int dot = call.lastIndexOf('.');
    while (dot > 0
        && !(Grammars.isFrameName(call, 0, dot)
            && Grammars.isFrameName(call, dot + 1, call.length()))) {
      dot = call.lastIndexOf('.', dot - 1);
    }
    return dot > 0 ? dot : call.length();
  }

  private boolean isClean(String name) {
    return sanitizer.find("", name, Carrier.EXCEPTION_STACKTRACE).isEmpty();
  }

  private String unknown() {
    onFinding.run();
    return RebuiltError.UNKNOWN;
  }
}
