package dev.candor.telemetry.registry;

import dev.candor.telemetry.scrub.Grammars;
import java.util.Locale;
import java.util.Set;

/**
 * A version: numbers joined by dots, and parts that are numbers, commits or words of releases. A
 * free word could be a person's name. Each character is looked at a few times at most.
 */
final class VersionForm {
  private static final int MAX_LENGTH = 500;
  private static final int MAX_NUMBER = 8;
  private static final int MAX_NUMBERS = 6;
  private static final int MAX_PARTS = 8;
  private static final int MAX_HEX = 40;
  private static final int MAX_TAIL = 10;
  private static final String SEPARATORS = ".+_~-";
  private static final Set<String> WORDS =
      Set.of(
          "snapshot",
          "alpha",
          "beta",
          "rc",
          "m",
          "final",
          "release",
          "ga",
          "sp",
          "dev",
          "build",
          "pre",
          "post",
          "dirty",
          "lts",
          "ea",
          "local",
          "ubuntu",
          "debian");

  private VersionForm() {}

  static boolean fits(String text) {
    if (text.equals("unknown") || isCommit(text)) {
      return true;
    }
    if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c < 0x80)) {
      return false;
    }
    int at = text.startsWith("v") ? 1 : 0;
    int end = number(text, at);
    if (end < 0) {
      return false;
    }
    int numbers = 1;
    while (numbers < MAX_NUMBERS && end < text.length() && text.charAt(end) == '.') {
      int next = number(text, end + 1);
      if (next < 0) {
        break;
      }
      end = next;
      numbers++;
    }
    return areParts(text, end);
  }

  private static boolean isCommit(String text) {
    return text.length() >= 7 && text.length() <= MAX_HEX && Grammars.isHex(text, text.length());
  }

  /** The end of a number of at most eight digits that a separator or the end follows, or -1. */
  private static int number(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    boolean ends = end == text.length() || SEPARATORS.indexOf(text.charAt(end)) >= 0;
    return end > from && end - from <= MAX_NUMBER && ends ? end : -1;
  }

  private static boolean areParts(String text, int from) {
    int at = from;
    int parts = 0;
    while (at < text.length()) {
      int end = at + 1;
      while (end < text.length() && SEPARATORS.indexOf(text.charAt(end)) < 0) {
        end++;
      }
      parts++;
      if (parts > MAX_PARTS || !isPart(text.substring(at + 1, end).toLowerCase(Locale.ROOT))) {
        return false;
      }
      at = end;
    }
    return true;
  }

  private static boolean isPart(String part) {
    int digits = part.length();
    while (digits > 0 && WireForms.areDigits(part, digits - 1, digits)) {
      digits--;
    }
    int tail = part.length() - digits;
    if (tail <= MAX_TAIL && WORDS.contains(part.substring(0, digits))) {
      return true;
    }
    String hex = part.startsWith("g") ? part.substring(1) : part;
    int free = Math.min(Math.min(tail, MAX_TAIL), hex.length() - 1);
    return !hex.isEmpty()
        && Grammars.isHex(hex, hex.length())
        && hex.length() - Math.max(0, free) <= MAX_HEX;
  }
}
