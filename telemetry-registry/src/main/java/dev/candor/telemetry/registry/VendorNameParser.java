package dev.candor.telemetry.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;

/**
 * Reads what an event's annotation says about its names at vendors. Each vendor's own rules are its
 * exporter's.
 */
final class VendorNameParser {
  private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[!-~](?:[ -~]{0,98}[!-~])?");

  private VendorNameParser() {}

  static List<NameAtVendor> parse(YamlSection span, String event, SortedSet<String> attributes) {
    List<NameAtVendor> names = new ArrayList<>();
    span.optionalSection("annotations")
        .flatMap(annotations -> annotations.optionalSection("candor"))
        .flatMap(candor -> candor.optionalSection("vendor_names"))
        .ifPresent(
            vendors ->
                vendors.keys().forEach(vendor -> read(vendors, vendor, event, attributes, names)));
    return names;
  }

  private static void read(
      YamlSection vendors,
      String vendor,
      String event,
      SortedSet<String> attributes,
      List<NameAtVendor> names) {
    if (!VENDOR.matcher(vendor).matches()) {
      throw vendors.fault("a vendor is a destination's short name, such as ga4");
    }
    YamlSection given = vendors.section(vendor);
    given.allowOnly(Set.of("event", "attributes"));
    if (given.has("event")) {
      names.add(new NameAtVendor(vendor, event, "", name(given, "event")));
    }
    given
        .optionalSection("attributes")
        .ifPresent(
            keys -> {
              for (String key : keys.keys()) {
                if (!attributes.contains(key)) {
                  throw keys.fault("only attributes of the event have names");
                }
                names.add(new NameAtVendor(vendor, event, key, name(keys, key)));
              }
            });
  }

  private static String name(YamlSection section, String key) {
    String name = section.text(key);
    if (!NAME.matcher(name).matches()) {
      throw section.fault(
          "a vendor's name is 1 to 100 printable ASCII characters without outer blanks");
    }
    return name;
  }
}
