package dev.candor.telemetry.exporter.sentry;

import java.util.ArrayList;
import java.util.List;

/**
 * The rebuilt frames of an error, read from their text: a type, a line for each call, most recent
 * first, {@code caused by} before each further type. A star marks a call of the application.
 *
 * <p>Reads whatever it is given: a line of another form is left out.
 */
record ErrorTrace(List<Link> chain) {
  private static final String CAUSED_BY = "caused by ";
  private static final String AT = "  at ";

  /** Reads a text; {@code type} names an error that has none. */
  static ErrorTrace parse(String text, String type) {
    List<Link> chain = new ArrayList<>();
    List<Frame> frames = new ArrayList<>();
    String current = "";
    for (String line : text.split("\n", -1)) {
      if (line.startsWith(AT)) {
        Frame frame = Frame.parse(line.substring(AT.length()));
        if (frame != null) {
          frames.add(frame);
        }
      } else if (line.startsWith(CAUSED_BY)) {
        chain.add(new Link(current, List.copyOf(frames)));
        frames.clear();
        current = line.substring(CAUSED_BY.length());
      } else if (current.isEmpty() && !line.startsWith(" ")) {
        current = line;
      }
    }
    chain.add(new Link(current.isEmpty() ? type : current, List.copyOf(frames)));
    return new ErrorTrace(chain);
  }

  /** One error: its type, and its calls, most recent first. */
  record Link(String type, List<Frame> frames) {
    /** The type without its package. */
    String simpleType() {
      return type.substring(type.lastIndexOf('.') + 1);
    }

    /** The package of the type, or an empty string. */
    String packageName() {
      return type.substring(0, Math.max(0, type.lastIndexOf('.')));
    }
  }

  /**
   * One call.
   *
   * @param line 0 if unknown
   */
  record Frame(String module, String function, int line, boolean inApp) {
    static @org.jspecify.annotations.Nullable Frame parse(String text) {
      boolean inApp = text.endsWith(" *");
      String call = inApp ? text.substring(0, text.length() - 2) : text;
      int colon = call.lastIndexOf(':');
      int dot = colon < 0 ? -1 : call.lastIndexOf('.', colon);
      if (dot <= 0 || dot + 1 == colon) {
        return null;
      }
      try {
        int line = Integer.parseInt(call.substring(colon + 1));
        return new Frame(call.substring(0, dot), call.substring(dot + 1, colon), line, inApp);
      } catch (NumberFormatException e) {
        return null;
      }
    }

    /** Module and function, which stay when lines move. */
    String place() {
      return module + "." + function;
    }
  }
}
