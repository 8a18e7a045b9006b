package dev.candor.telemetry.gateway;

import dev.candor.telemetry.gateway.GatewayCounts.Name;
import dev.candor.telemetry.gateway.GatewayLog.Level;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What only a person can mend at a vendor, such as a refused key: once in the log, each time in a
 * counter. What comes before there is a log waits for it. Any thread.
 */
final class VendorNotices {
  private final Set<Notice> told = new HashSet<>();
  private final Map<Notice, Long> waiting = new HashMap<>();
  private @Nullable GatewayLog log;
  private @Nullable GatewayCounts counts;

  /** What a vendor's exporter says in its own words, which hold names of settings and no value. */
  void warn(GatewayPath path, String text) {
    tell(new Notice(path, "vendor.warning", text));
  }

  /** The vendor does not take anything until a setting, or something at the vendor, is changed. */
  void refused(GatewayPath path) {
    tell(new Notice(path, "vendor.refuses", ""));
  }

  synchronized void attach(GatewayLog to, GatewayCounts in) {
    log = to;
    counts = in;
    waiting.forEach((notice, n) -> deliver(notice, n, to, in));
    waiting.clear();
  }

  private synchronized void tell(Notice notice) {
    if (log == null || counts == null) {
      waiting.merge(notice, 1L, Long::sum);
    } else {
      deliver(notice, 1, log, counts);
    }
  }

  private void deliver(Notice notice, long n, GatewayLog to, GatewayCounts in) {
    in.add(Name.VENDOR_WARNINGS, notice.path().wireName(), "", n);
    if (told.add(notice)) {
      Map<String, String> fields =
          notice.text().isEmpty()
              ? Map.of("path", notice.path().wireName())
              : Map.of("path", notice.path().wireName(), "text", notice.text());
      to.line(Level.WARN, notice.event(), fields);
    }
  }

  private record Notice(GatewayPath path, String event, String text) {}
}
