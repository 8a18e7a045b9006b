package dev.candor.telemetry.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What vendors take as names of events and attributes, for those vendors whose rules are known when
 * an application is compiled; of others only what holds for all of them. Each exporter's tests hold
 * its rules against these. For any thread.
 */
public final class VendorRules {
  private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern PRINTABLE = Pattern.compile("[!-~](?:[ -~]{0,98}[!-~])?");
  private static final Map<String, VendorRules> KNOWN = new ConcurrentHashMap<>();

  private final Properties rules = new Properties();

  private VendorRules(String vendor) {
    try (InputStream in =
        VendorRules.class.getResourceAsStream("vendor-" + vendor + ".properties")) {
      if (in != null) {
        rules.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells whether it can be the short name of a vendor. */
  static boolean isVendor(String vendor) {
    return VENDOR.matcher(vendor).matches();
  }

  /** The rule that a name of an event breaks at a vendor, if any. */
  public static Optional<String> ofEvent(String vendor, String name) {
    return of(vendor).broken("event", name);
  }

  /** The rule that a name of an attribute breaks at a vendor, if any. */
  public static Optional<String> ofAttribute(String vendor, String name) {
    return of(vendor).broken("attribute", name);
  }

  private static VendorRules of(String vendor) {
    return KNOWN.computeIfAbsent(vendor, VendorRules::new);
  }

  private Optional<String> broken(String what, String name) {
    if (!PRINTABLE.matcher(name).matches()) {
      return Optional.of("a name is 1 to 100 printable ASCII characters without outer blanks");
    }
    String form = rules.getProperty(what + ".form");
    if (form != null && !Pattern.matches(form, name)) {
      return Optional.of(rules.getProperty(what + ".words"));
    }
    String lower = name.toLowerCase(Locale.ROOT);
    if (list(what + ".reserved").contains(lower)
        || list(what + ".prefixes").stream().anyMatch(lower::startsWith)) {
      return Optional.of("the vendor, or a built-in event, has that name");
    }
    return Optional.empty();
  }

  private List<String> list(String key) {
    String list = rules.getProperty(key, "");
    return list.isEmpty() ? List.of() : List.of(list.split(","));
  }
}
