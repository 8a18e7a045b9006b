package dev.candor.telemetry.collector;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Anchored RE2 expressions of the kinds whose values are texts. All are ASCII, except free text;
 * none can match part of a value only, and none has a long counted repeat, which RE2 refuses or
 * makes a large program of.
 */
final class ValuePatterns {
  /** Greatest length of a rebuilt stack trace, which is ASCII. */
  static final int STACKTRACE_LENGTH = 16_384;

  /** Undotted names must look like an error's, for {@code alice} is a well-formed name too. */
  private static final String ERROR_NAME =
      "(?:[A-Za-z_$][A-Za-z0-9_$]{0,150})?(?:Error|Exception|Warning|Exit|Interrupt|Iteration"
          + "|Timeout|Fault|Failure|Death|Group|Throwable|error|exception|warning|timeout)";

  /** The last part of a dotted name is a class: upper case, or named as an error. */
  private static final String TYPE =
      "(?:unknown|(?:[A-Za-z_$<][A-Za-z0-9_$<>-]{0,80}[.]){0,12}"
          + ERROR_NAME
          + "|(?:[A-Za-z_$<][A-Za-z0-9_$<>-]{0,80}[.]){1,12}[A-Z_$][A-Za-z0-9_$]{0,150})";

  private static final String FRAME_NAME = "[A-Za-z_$<][A-Za-z0-9_$.<>-]{0,199}";

  private static final String FRAME =
      "  at " + FRAME_NAME + "[.]" + FRAME_NAME + ":(?:0|[1-9][0-9]{0,6})(?: [*])?";

  private static final String LINE =
      "(?:caused by " + TYPE + "|" + FRAME + "|  [.]{3} [1-9][0-9]{0,6} more)";

  private static final String VERSION_PART =
      "(?i:snapshot|alpha|beta|rc|m|final|release|ga|sp|dev|build|pre|post|dirty|lts|ea|local"
          + "|ubuntu|debian|g?[0-9a-f]{1,40})[0-9]{0,10}";

  static final String STACKTRACE = "^" + TYPE + "(?:\\n" + LINE + ")*$";
  static final String TYPE_NAME = "^" + TYPE + "$";

  /** Greatest length at which no counted repeat of a part of a type's name can be too long. */
  static final int SHORT_TYPE_LENGTH = 80;

  /** Says the same as {@link #TYPE_NAME} of a short name, by a program of a tenth of the size. */
  static final String SHORT_TYPE_NAME = TYPE_NAME.replace("{0,80}", "*").replace("{0,150}", "*");

  /** Some of the short names, and most that are seen: each next character decides alone. */
  static final String PLAIN_TYPE_NAME = "^(?:[a-z][a-z0-9_]*[.]){1,12}[A-Z$][A-Za-z0-9_$]*$";

  static final String SESSION_ID =
      "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
  static final String INSTALLATION_ID =
      "^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$";
  static final String HEX32 = "^[0-9a-f]{32}$";
  static final String HEX64 = "^[0-9a-f]{64}$";
  private static final String WORD = "^[a-z][a-z0-9_.-]{0,39}$";

  /**
   * A free word could be a person's or a laboratory's name: the operator says which services
   * report.
   */
  private static final String SERVICE = "^(?:${env:CANDOR_SERVICES:-squid|candor})$";

  private static final String ARCHITECTURE =
      "^(?:amd64|x86_64|x86|i[3-6]86|aarch64|arm64|arm|arm32|ppc|ppc64|ppc64le|ppc32|s390x"
          + "|riscv64|loongarch64|ia64|mips64el|other|unknown)$";

  static final String VERSION =
      "^(?:unknown|v?[0-9]{1,8}(?:[.][0-9]{1,8}){0,5}(?:[.+_~-]"
          + VERSION_PART
          + "){0,8}|[0-9a-f]{7,40})$";
  static final String FEW_PARTS = "^[^,]*(?:,[^,]*){0,49}$";

  private static final String NUMBER = "-?(?:0|[1-9][0-9]{0,19})(?:[.][0-9]{1,20})?";

  /**
   * Letters, digits, marks, punctuation and signs (degrees, arrows, frames, emoji); no replacement,
   * control or invisible character but line ends.
   */
  private static final String TEXT_CHARACTER =
      "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{Sm}\\p{Sc}\\p{Sk}\\p{Zs}\\n\\r\\t\\x{a6}\\x{a7}\\x{a9}\\x{ae}\\x{b0}"
          + "\\x{2100}-\\x{23ff}\\x{2500}-\\x{27bf}\\x{1f300}-\\x{1faff}]";

  static final String TEXT = "^" + TEXT_CHARACTER + "*$";

  private ValuePatterns() {}

  static String word(String key) {
    return switch (key) {
      case "service.name" -> SERVICE;
      case "host.arch" -> ARCHITECTURE;
      default -> WORD;
    };
  }

  /** Members joined by commas; none is the empty text. */
  static String joined(Collection<String> members) {
    if (members.isEmpty()) {
      return "^$";
    }
    String member = "(?:" + alternation(members) + ")";
    return "^(?:" + member + "(?:," + member + ")*)?$";
  }

  static String setting(Collection<String> values) {
    String members = values.isEmpty() ? "" : "|" + alternation(values);
    return "^(?:true|false|absent|" + NUMBER + members + ")$";
  }

  static String oneOf(Collection<String> names) {
    return "^(?:" + alternation(names) + ")$";
  }

  private static String alternation(Collection<String> texts) {
    return texts.stream().map(ValuePatterns::literal).collect(Collectors.joining("|"));
  }

  static String literal(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\^$.|?*+()[]{}".indexOf(c) >= 0) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }
}
