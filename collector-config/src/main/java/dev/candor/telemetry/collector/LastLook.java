package dev.candor.telemetry.collector;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of the last stage ({@code redaction/last}): a second look at values that already fit
 * their contract. Written in what RE2 and Java's expressions have in common, so that a registry is
 * checked by the same text. Rebuilt stack traces (dotted modules, no slashes) never match.
 */
final class LastLook {
  private static final List<String> PATTERNS =
      List.of(
          // mail address
          "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*[.][A-Za-z]{2,}",
          // address with a scheme
          "[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\n]*",
          // path of a drive, share or home, with what follows it: folders have spaces in their
          // names
          "(?:^|[^A-Za-z0-9])[A-Za-z]:[\\\\/][^\\n]*",
          "\\\\\\\\[A-Za-z0-9.-]+\\\\[^\\n]*",
          "(?:^|[^A-Za-z0-9])(?:~|/[A-Za-z0-9._-]+)/[^\\n]*",
          // hardware address
          "(?:^|[^0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?:$|[^0-9A-Fa-f:-])",
          // signed token
          "eyJ[A-Za-z0-9_-]{8,}[.][A-Za-z0-9_-]{8,}");

  private static final Pattern ANY = Pattern.compile(expression());

  private LastLook() {}

  /** One alternation: the stage tries its patterns in no fixed order. */
  static String expression() {
    return "(?:" + String.join("|", PATTERNS) + ")";
  }

  static boolean stops(String value) {
    return ANY.matcher(value).find();
  }
}
