package dev.candor.telemetry.collector;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of the last stage ({@code redaction/last}): a second look, by another component, at
 * values that already fit their contract. Few, and sure of what they find, for it sees all that is
 * registered. Written in what RE2 and Java's expressions have in common, so that a registry is
 * checked by the same text. Rebuilt stack traces (dotted modules, no slashes) never match.
 */
final class LastLook {
  private static final List<String> PATTERNS =
      List.of(
          // mail address
          "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*[.][A-Za-z]{2,}",
          // address with credentials
          "[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/@]+@[^\\s]*",
          // home of a person, on a drive, share or below a root
          "(?:^|[^A-Za-z0-9])[A-Za-z]:[\\\\/]+(?i:users|documents and settings)[\\\\/]+[^\\s\\\\/]+[^\\s]*",
          "\\\\\\\\[A-Za-z0-9.-]+\\\\[^\\s]*",
          "(?:^|[^A-Za-z0-9<>])(?:/home|/Users|/root|~[A-Za-z0-9._-]*)/[^\\s]*",
          // hardware address
          "(?:^|[^0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}(?:$|[^0-9A-Fa-f:-])",
          // private key
          "-----BEGIN [A-Z ]*PRIVATE KEY[^<]*",
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
