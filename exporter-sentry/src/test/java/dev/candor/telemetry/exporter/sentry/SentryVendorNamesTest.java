package dev.candor.telemetry.exporter.sentry;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.processor.VendorRules;
import dev.candor.telemetry.testkit.VendorNamesContract;
import java.util.List;

class SentryVendorNamesTest extends VendorNamesContract {
  @Override
  protected String vendor() {
    return "sentry";
  }

  @Override
  protected List<String> ownNames() {
    return SentryMapping.ROWS.stream().map(SentryMapping.Row::event).toList();
  }

  @Override
  protected EventNames read(List<VendorName> given) {
    return EventNames.of("sentry", given, SentryMapping::fitsEvent, SentryMapping::fitsAttribute);
  }

  @Override
  protected boolean compilerTakesEvent(String name) {
    return VendorRules.ofEvent("sentry", name).isEmpty();
  }

  @Override
  protected boolean compilerTakesAttribute(String name) {
    return VendorRules.ofAttribute("sentry", name).isEmpty();
  }
}
