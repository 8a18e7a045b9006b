package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;

/** Reads {@code vendorNames} of one event and its components, against each vendor's rules. */
final class VendorNameReader {
  private final Problems problems;
  private final List<VendorNameModel> names = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  VendorNameReader(Problems problems) {
    this.problems = problems;
  }

  /** What was read. */
  List<VendorNameModel> names() {
    return List.copyOf(names);
  }

  /**
   * Reads one annotation.
   *
   * @param key the attribute's key, or empty for the event
   */
  void read(Element element, Mirrors annotation, String key) {
    Set<String> vendors = new HashSet<>();
    for (String entry : annotation.strings("vendorNames")) {
      int equals = entry.indexOf('=');
      String vendor = equals < 0 ? "" : entry.substring(0, equals);
      if (!VendorRules.isVendor(vendor)) {
        problems.error(element, "vendorNames are written vendor=name, such as \"ga4=image_count\"");
      } else if (!vendors.add(vendor)) {
        problems.error(element, "vendorNames name " + vendor + " twice: remove one");
      } else {
        add(element, new VendorNameModel(vendor, key, entry.substring(equals + 1)));
      }
    }
  }

  private void add(Element element, VendorNameModel given) {
    Optional<String> broken =
        given.key().isEmpty()
            ? VendorRules.ofEvent(given.vendor(), given.name())
            : VendorRules.ofAttribute(given.vendor(), given.name());
    if (broken.isPresent()) {
      problems.error(element, "the name for " + given.vendor() + " does not fit: " + broken.get());
    } else if (!given.key().isEmpty() && !taken.add(given.vendor() + "=" + given.name())) {
      problems.error(element, "two components have one name at " + given.vendor() + ": change one");
    } else {
      names.add(given);
    }
  }
}
