package dev.candor.telemetry.registry;

import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.ErrorText;
import dev.candor.telemetry.scrub.Finding;
import dev.candor.telemetry.scrub.Grammars;
import dev.candor.telemetry.scrub.Sanitizer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Holds one value against the rule of its key, kind by kind, as the Collector does. */
final class ValueCheck {
  private static final int MAX_WORD = 40;
  private static final int MAX_TRAIL = 50;
  private static final Set<String> ARCHITECTURES =
      Set.of(
          "amd64",
          "x86_64",
          "x86",
          "i386",
          "i486",
          "i586",
          "i686",
          "aarch64",
          "arm64",
          "arm",
          "arm32",
          "ppc",
          "ppc64",
          "ppc64le",
          "ppc32",
          "s390x",
          "riscv64",
          "loongarch64",
          "ia64",
          "mips64el",
          "other",
          "unknown");
  private static final Set<String> SETTINGS = Set.of("true", "false", "absent");

  private final Sanitizer sanitizer;
  private final Set<String> services;

  ValueCheck(Sanitizer sanitizer, Set<String> services) {
    this.sanitizer = sanitizer;
    this.services = Set.copyOf(services);
  }

  /**
   * The value that may pass: the one given, a free text masked and cut, or a stack trace without
   * the names in which something was found.
   *
   * @param omitted is told why nothing passes, and of masked parts of a text that does
   * @return null if nothing may pass
   */
  @Nullable Object fitting(AttributeRule rule, @Nullable Object value, Consumer<Omission> omitted) {
    Omission fault =
        switch (rule.kind()) {
          case FLAG -> value instanceof Boolean ? null : Omission.TYPE;
          case INTEGER -> value instanceof Long number ? whole(rule, number) : Omission.TYPE;
          case DECIMAL, DURATION ->
              value instanceof Double number ? decimal(rule, number) : Omission.TYPE;
          default -> value instanceof String text ? text(rule, text) : Omission.TYPE;
        };
    if (fault != null) {
      omitted.accept(fault);
      return null;
    }
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (rule.kind()) {
      case TEXT -> masked(rule, text, omitted);
      case STACKTRACE -> ErrorText.clean(text, sanitizer, () -> omitted.accept(Omission.MASKED));
      default -> text;
    };
  }

  // A bound such as 0.1 means the nearest double, which is what arrives.
  private static @Nullable Omission decimal(AttributeRule rule, double number) {
    BigDecimal min = rule.min();
    BigDecimal max = rule.max();
    boolean isBelow = min != null && number < min.doubleValue();
    boolean isAbove = max != null && number > max.doubleValue();
    return !Double.isFinite(number) || isBelow || isAbove ? Omission.RANGE : null;
  }

  private static @Nullable Omission whole(AttributeRule rule, long number) {
    BigDecimal min = rule.min();
    BigDecimal max = rule.max();
    boolean isBelow = min != null && BigDecimal.valueOf(number).compareTo(min) < 0;
    boolean isAbove = max != null && BigDecimal.valueOf(number).compareTo(max) > 0;
    return isBelow || isAbove ? Omission.RANGE : null;
  }

  private @Nullable Omission text(AttributeRule rule, String text) {
    return switch (rule.kind()) {
      case CONSTANT -> listed(rule.values().contains(text));
      case CONSTANTS -> listed(isJoined(rule, text, Integer.MAX_VALUE));
      case TRAIL -> listed(isJoined(rule, text, MAX_TRAIL));
      case SETTING ->
          listed(
              SETTINGS.contains(text) || rule.values().contains(text) || WireForms.isNumber(text));
      case WORD -> listed(isWord(rule, text));
      case TYPE_NAME -> typeName(text);
      case STACKTRACE -> stacktrace(text);
      case SESSION_ID -> shaped(Grammars.isSessionId(text));
      case INSTALLATION_ID -> shaped(WireForms.isInstallationId(text));
      case VERSION -> shaped(VersionForm.fits(text));
      case HASHED, HEX32 -> shaped(Grammars.isHex32(text));
      case HEX64 -> shaped(Grammars.isHex64(text));
      default -> null; // free text has no form before it is sanitized
    };
  }

  private boolean isWord(AttributeRule rule, String text) {
    if (!rule.values().isEmpty()) {
      return rule.values().contains(text);
    }
    return switch (rule.key()) {
      case "service.name" -> services.contains(text);
      case "host.arch" -> ARCHITECTURES.contains(text);
      default -> text.length() <= MAX_WORD && Grammars.isWord(text);
    };
  }

  private static boolean isJoined(AttributeRule rule, String text, int most) {
    if (text.isEmpty()) {
      return true;
    }
    String[] parts = text.split(",", -1);
    return parts.length <= most
        && List.of(parts).stream().allMatch(part -> rule.values().contains(part));
  }

  private @Nullable Omission typeName(String text) {
    if (!ErrorForm.isTypeName(text)) {
      return Omission.SHAPE;
    }
    return isClean(text) ? null : Omission.SENSITIVE;
  }

  private @Nullable Omission stacktrace(String text) {
    List<String> types = ErrorForm.types(text);
    if (types.isEmpty()) {
      return Omission.SHAPE;
    }
    return types.stream().allMatch(this::isClean) ? null : Omission.SENSITIVE;
  }

  private boolean isClean(String typeName) {
    return sanitizer.find("", typeName, Carrier.EXCEPTION_STACKTRACE).isEmpty();
  }

  /** Masked before it is cut: half a secret has no shape. */
  private @Nullable String masked(AttributeRule rule, String text, Consumer<Omission> omitted) {
    List<Finding> findings = sanitizer.find(rule.key(), text, Carrier.ATTRIBUTE_VALUE);
    findings.forEach(finding -> omitted.accept(Omission.MASKED));
    String clean =
        findings.isEmpty() ? text : sanitizer.sanitize(rule.key(), text, Carrier.ATTRIBUTE_VALUE);
    if (!WireForms.isText(clean)) {
      omitted.accept(Omission.SHAPE);
      return null;
    }
    BigDecimal max = rule.max();
    return WireForms.cut(clean, max == null ? 0 : max.intValue());
  }

  private static @Nullable Omission listed(boolean fits) {
    return fits ? null : Omission.UNLISTED;
  }

  private static @Nullable Omission shaped(boolean fits) {
    return fits ? null : Omission.SHAPE;
  }
}
