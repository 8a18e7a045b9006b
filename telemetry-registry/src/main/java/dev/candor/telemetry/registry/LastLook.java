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
 * <p>The stage tries them in no fixed order, so that none may need another to have run or not.
 * Nearly all start with literal characters: those are looked for six times as fast as an
 * alternation.
 */
public final class LastLook {
  /** What it looks for. */
  public static final List<String> PATTERNS =
      List.of(
          // mail address, with what stands before it in an address with credentials
          "[A-Za-z0-9._%+:/-]+@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*[.][A-Za-z]{2,}",
          // credentials in an address
          "://[^\\s/@]+@[^\\s]*",
          // home of a person, on a drive, share or below a root
          ":[\\\\/]+(?i:users|documents and settings)[\\\\/]+[^\\s]+",
          "\\\\\\\\[A-Za-z0-9.-]+\\\\[^\\s]*",
          "/home/[^\\s]+",
          "/Users/[^\\s]+",
          "/root/[^\\s]+",
          "~[A-Za-z0-9._-]*/[^\\s]+",
          // hardware address
          "\\b(?:[0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}\\b",
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
