package dev.candor.telemetry.registry;

import java.util.ArrayList;
import java.util.List;

/**
 * The form of rebuilt errors: names of types, and traces of frames. Undotted names must end like an
 * error's, for {@code alice} is a well-formed name too.
 */
final class ErrorForm {
  private static final int MAX_TRACE = 16_384;
  private static final int MAX_PART = 81;
  private static final int MAX_PARTS = 12;
  private static final int MAX_CLASS = 151;
  private static final int MAX_FRAME_NAME = 200;
  private static final int MAX_DIGITS = 7;
  private static final String CAUSE = "caused by ";
  private static final String FRAME = "  at ";
  private static final String MORE = "  ... ";
  private static final List<String> ENDINGS =
      List.of(
          "Error",
          "Exception",
          "Warning",
          "Exit",
          "Interrupt",
          "Iteration",
          "Timeout",
          "Fault",
          "Failure",
          "Death",
          "Group",
          "Throwable",
          "error",
          "exception",
          "warning",
          "timeout");

  private ErrorForm() {}

  static boolean isTypeName(String text) {
    if (text.equals("unknown")) {
      return true;
    }
    String[] parts = text.split("[.]", -1);
    if (parts.length > MAX_PARTS + 1) {
      return false;
    }
    for (int i = 0; i < parts.length - 1; i++) {
      if (!isPart(parts[i])) {
        return false;
      }
    }
    String last = parts[parts.length - 1];
    return isErrorName(last) || (parts.length > 1 && isClassName(last));
  }

  /** The names of types in a trace, the thrown one first; none if it is no trace. */
  static List<String> types(String text) {
    List<String> types = new ArrayList<>();
    if (text.length() > MAX_TRACE) {
      return List.of();
    }
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      boolean names = i == 0 || line.startsWith(CAUSE);
      String type = i == 0 ? line : names ? line.substring(CAUSE.length()) : "";
      if (names ? !isTypeName(type) : !isFrame(line) && !isMore(line)) {
        return List.of();
      }
      if (names) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isFrame(String line) {
    if (!line.startsWith(FRAME)) {
      return false;
    }
    int end = line.endsWith(" *") ? line.length() - 2 : line.length();
    int colon = line.lastIndexOf(':');
    if (colon < 0 || colon >= end) {
      return false;
    }
    String number = line.substring(colon + 1, end);
    return (number.equals("0") || isCount(number)) && isCall(line, FRAME.length(), colon);
  }

  /** Module, dot, function: the dot may be any at which both sides fit. */
  private static boolean isCall(String line, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!isFrameCharacter(line.charAt(i))) {
        return false;
      }
    }
    for (int dot = from + 1; dot < to - 1; dot++) {
      if (line.charAt(dot) == '.'
          && isFrameStart(line.charAt(from))
          && isFrameStart(line.charAt(dot + 1))
          && dot - from <= MAX_FRAME_NAME
          && to - dot - 1 <= MAX_FRAME_NAME) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMore(String line) {
    return line.startsWith(MORE)
        && line.endsWith(" more")
        && line.length() > MORE.length() + 5
        && isCount(line.substring(MORE.length(), line.length() - 5));
  }

  private static boolean isCount(String text) {
    return text.length() <= MAX_DIGITS
        && WireForms.areDigits(text, 0, text.length())
        && text.charAt(0) != '0';
  }

  private static boolean isErrorName(String name) {
    for (String ending : ENDINGS) {
      int free = name.length() - ending.length();
      if (name.endsWith(ending) && free <= MAX_CLASS && (free == 0 || isName(name, free))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClassName(String name) {
    return name.length() <= MAX_CLASS
        && isName(name, name.length())
        && !(name.charAt(0) >= 'a' && name.charAt(0) <= 'z');
  }

  private static boolean isName(String name, int length) {
    if (length == 0 || !isStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (!isStart(name.charAt(i)) && !isDigit(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(String part) {
    if (part.isEmpty() || part.length() > MAX_PART || !isFrameStart(part.charAt(0))) {
      return false;
    }
    return part.chars().allMatch(c -> isFrameCharacter((char) c) && c != '.');
  }

  private static boolean isFrameStart(char c) {
    return isStart(c) || c == '<';
  }

  private static boolean isFrameCharacter(char c) {
    return isStart(c) || isDigit(c) || c == '.' || c == '<' || c == '>' || c == '-';
  }

  private static boolean isStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
