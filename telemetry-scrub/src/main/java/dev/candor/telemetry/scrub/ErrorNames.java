package dev.candor.telemetry.scrub;

/**
 * Finds the type of a Java error in a line of text. A word that a person may have written is none:
 * it must be dotted with a class at its end, or end as errors do.
 */
final class ErrorNames {
  private static final String[] ENDINGS = {
    "Exception", "Error", "Throwable", "Failure", "Fault", "Death", "Timeout", "Interrupt"
  };

  /** Further endings of Python, whose errors are named by less of a rule. */
  private static final String[] PYTHON_ENDINGS = {
    "Warning", "Exit", "Iteration", "ExceptionGroup", "Empty", "Full", "Stop", "Abort", "Exceeded"
  };

  private ErrorNames() {}

  /** The type that stands in front of a message, or {@code unknown}. */
  static String atStart(String content) {
    String type = token(content, 0);
    return isClass(type) || endsAsError(type) ? type : RebuiltError.UNKNOWN;
  }

  /**
   * Whether a word without dots is a Python error's type: it ends as one, or is three words joined
   * such as {@code NoSuchKey}. One capitalised word may be a person's name.
   */
  static boolean isPythonError(String word) {
    if (word.isEmpty() || !Chars.isUpper(word.charAt(0))) {
      return false;
    }
    int humps = 0;
    for (int i = 1; i < word.length(); i++) {
      humps += Chars.isUpper(word.charAt(i)) && Chars.isLower(word.charAt(i - 1)) ? 1 : 0;
    }
    boolean ends = endsAsError(word);
    for (String ending : PYTHON_ENDINGS) {
      ends |= word.endsWith(ending);
    }
    return ends || humps > 1;
  }

  /** The type at the start of a line, or behind what a logger wrote; empty if there is none. */
  static String in(String content) {
    String first = token(content, 0);
    if (isClass(first)) {
      return first;
    }
    // Loggers write classes too: further on only names of errors count.
    for (int at = 0; at >= 0 && at < content.length(); at = next(content, at)) {
      String token = token(content, at);
      if (endsAsError(token)) {
        return token;
      }
    }
    return "";
  }

  private static int next(String content, int at) {
    int blank = content.indexOf(' ', at);
    return blank < 0 ? -1 : blank + 1;
  }

  /** A type's name up to its message or the end of the line; empty if there is none. */
  private static String token(String content, int from) {
    int end = from;
    while (end < content.length() && content.charAt(end) > ' ' && content.charAt(end) != ':') {
      end++;
    }
    boolean ends = end == content.length() || content.charAt(end) == ':';
    String token = ends && end - from <= Grammars.MAX_NAME ? content.substring(from, end) : "";
    return Grammars.isTypeName(token) ? token : "";
  }

  private static boolean isClass(String type) {
    int dot = type.lastIndexOf('.');
    return dot > 0 && Chars.isUpper(type.charAt(dot + 1));
  }

  private static boolean endsAsError(String type) {
    for (String ending : ENDINGS) {
      if (type.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
