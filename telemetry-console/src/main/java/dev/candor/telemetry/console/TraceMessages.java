package dev.candor.telemetry.console;

import java.util.List;

/**
 * The messages in the text of a stack trace, line by line: what a reader of frames leaves out, but
 * no call, no source line, no caption and no type. They are free text of unknown content.
 */
final class TraceMessages {
  private static final List<String> CAPTIONS =
      List.of("Caused by: ", "Suppressed: ", "Wrapped by: ");
  private static final String HEADER = "Traceback (most recent call last):";
  private static final List<String> FIXED =
      List.of(
          HEADER,
          "During handling of the above exception, another exception occurred:",
          "The above exception was the direct cause of the following exception:");
  private static final String FRAME = "File \"";

  private final StringBuilder messages = new StringBuilder();
  // The indent of the last frame of Python whose source lines may follow, or -1.
  private int frame = -1;

  private TraceMessages() {}

  /** All messages, joined by line breaks; empty if there are none. */
  static String of(String text) {
    TraceMessages reader = new TraceMessages();
    // What a log holds in front of a traceback is no message of it.
    int header = Math.max(0, text.indexOf(HEADER));
    text.substring(header).lines().forEach(reader::accept);
    return reader.messages.toString();
  }

  private void accept(String line) {
    int indent = 0;
    while (indent < line.length() && " \t|+-".indexOf(line.charAt(indent)) >= 0) {
      indent++;
    }
    String content = line.substring(indent).strip();
    if (content.isEmpty() || isCall(content) || FIXED.stream().anyMatch(content::endsWith)) {
      return;
    }
    if (content.startsWith(FRAME) && content.contains("\", line ")) {
      frame = indent;
      return;
    }
    if (frame >= 0 && indent > frame) {
      return;
    }
    frame = -1;
    String message = behindType(content);
    if (!message.isEmpty()) {
      messages.append(messages.isEmpty() ? "" : "\n").append(message);
    }
  }

  private static boolean isCall(String content) {
    return (content.startsWith("at ") && content.endsWith(")"))
        || (content.startsWith("... ") && content.endsWith(" more"))
        || (content.startsWith("at ") && content.contains(") ~["));
  }

  /** What stands behind a type at the start, or the whole line if there is no type. */
  private static String behindType(String content) {
    String rest = content;
    for (String caption : CAPTIONS) {
      rest = rest.startsWith(caption) ? rest.substring(caption.length()) : rest;
    }
    int end = 0;
    while (end < rest.length() && isTypeChar(rest.charAt(end))) {
      end++;
    }
    boolean type = end > 0 && Character.isLetter(rest.charAt(0)) && hasTypeEnding(rest, end);
    if (type && end == rest.length()) {
      return "";
    }
    return type && rest.startsWith(": ", end) ? rest.substring(end + 2) : rest;
  }

  /** A dotted name, or one word that ends as errors do. */
  private static boolean hasTypeEnding(String text, int end) {
    String name = text.substring(0, end);
    int dot = name.lastIndexOf('.');
    return (dot > 0 && dot + 1 < end && Character.isUpperCase(name.charAt(dot + 1)))
        || name.endsWith("Error")
        || name.endsWith("Exception");
  }

  private static boolean isTypeChar(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '$');
  }
}
