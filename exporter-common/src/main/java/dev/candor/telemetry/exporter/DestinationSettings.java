package dev.candor.telemetry.exporter;

import dev.candor.telemetry.VendorName;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link DestinationProvider} may ask when it makes its destination. Read on one thread,
 * before anything is sent.
 */
public interface DestinationSettings {
  /**
   * The value of a setting, without blanks around it; null if it is not given or empty.
   *
   * @param name as operators write it, such as {@code GA_MEASUREMENT_ID}
   */
  @Nullable String text(String name);

  /**
   * The base address in a setting, else {@code otherwise}; a faulty one is a {@link #fault}.
   *
   * @param otherwise the vendor's own address
   */
  default URI address(String name, URI otherwise) {
    String text = text(name);
    if (text == null) {
      return otherwise;
    }
    try {
      return HttpEndpoint.check(URI.create(text));
    } catch (IllegalArgumentException e) {
      fault(name, HttpEndpoint.RULE);
      return otherwise;
    }
  }

  /**
   * Notes that a setting cannot be used. The destination stays off, and a person is warned once.
   *
   * @param rule what a value must be; never the value
   */
  void fault(String name, String rule);

  /**
   * Tells a person, once, what only a person can mend, while the destination works: a refused key,
   * for one. May be called at any time, on any thread.
   *
   * @param text names settings and rules; never a value, an address or words of an answer
   */
  default void warn(String text) {}

  /** {@code service.name} of the application. */
  String service();

  /** {@code service.version} of the application. */
  String version();

  /** {@code deployment.environment.name}: production, simulation, mixed or unknown. */
  String environment();

  /** The packages of the application, for telling its frames from foreign ones. */
  List<String> packages();

  /** What vendors call events and attributes, where an application says so; by default nothing. */
  default List<VendorName> vendorNames() {
    return List.of();
  }

  /**
   * What one vendor calls them. Names that break its rules are left out, and a person is told how
   * many.
   */
  default EventNames names(
      String vendor, Predicate<String> fitsEvent, Predicate<String> fitsAttribute) {
    EventNames names = EventNames.of(vendor, vendorNames(), fitsEvent, fitsAttribute);
    if (names.leftOut() > 0) {
      warn(
          names.leftOut()
              + " names that a registry gives for "
              + vendor
              + " break its rules and are left out");
    }
    return names;
  }

  /** The clock that answers are held against. */
  Clock clock();
}
