package dev.candor.telemetry.registry;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The patterns of the Collector's last stage ({@code redaction/last}): a second look, by another
 * component, at values that already fit their contract. Few, and sure of what they find, for it
 * sees all that is registered. Written in what RE2 and Java's expressions have in common, so that a
 * registry is checked by the same texts. Rebuilt stack traces (dotted modules, no slashes) never
 * match.
 *
 * <p>The stage tries them in no fixed order, so that none may need another to have run or not. All
 * but the first start with a literal character, which is looked for twenty times as fast as
 * anything else, on every value that passes. That is why the first two digits of a hardware address
 * stay: of those that name its maker.
 */
public final class LastLook {
  private static final String HEX = "[0-9A-Fa-f]{2}";

  /** Two hexadecimal digits that are no number of two digits. */
  private static final String LETTER = "(?:[A-Fa-f][0-9A-Fa-f]|[0-9][A-Fa-f])";

  /** What it looks for. */
  public static final List<String> PATTERNS =
      List.of(
          // mail address, with what stands before it in an address with credentials
          "[A-Za-z0-9._%+:/-]+@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*[.][A-Za-z]{2,}",
          // behind a colon: credentials in an address, a home on a drive, a hardware address
          ":(?://[^\\s/@]+@[^\\s]*"
              + "|[\\\\/]+(?i:users|documents and settings)[\\\\/]+[^\\s]+"
              + "|"
              + HEX
              + "(?:[:-]"
              + HEX
              + "){4}\\b)",
          // home of a person on a share or below a root
          "\\\\\\\\[A-Za-z0-9.-]+\\\\[^\\s]*",
          "/(?:home|Users|root)/[^\\s]+",
          "~[A-Za-z0-9._-]*/[^\\s]+",
          // hardware address with hyphens, and with a letter: a date and time has none
          "-(?:"
              + LETTER
              + "(?:-"
              + HEX
              + "){4}|[0-9]{2}-(?:"
              + LETTER
              + "(?:-"
              + HEX
              + "){3}"
              + "|[0-9]{2}-(?:"
              + LETTER
              + "(?:-"
              + HEX
              + "){2}|[0-9]{2}-(?:"
              + LETTER
              + "-"
              + HEX
              + "|[0-9]{2}-"
              + LETTER
              + "))))\\b",
          // private key
          "-----BEGIN [A-Z ]*PRIVATE KEY[^<]*",
          // signed token
          "eyJ[A-Za-z0-9_-]{8,}[.][A-Za-z0-9_-]{8,}");

  private static final Pattern ANY = Pattern.compile(String.join("|", PATTERNS));

  private LastLook() {}

  /** Tells whether the stage would mask a part of a value. */
  public static boolean stops(String value) {
    return ANY.matcher(value).find();
  }
}
