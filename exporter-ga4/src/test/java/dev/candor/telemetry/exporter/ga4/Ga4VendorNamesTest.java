package dev.candor.telemetry.exporter.ga4;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.processor.VendorRules;
import dev.candor.telemetry.testkit.VendorNamesContract;
import java.util.ArrayList;
import java.util.List;

class Ga4VendorNamesTest extends VendorNamesContract {
  @Override
  protected String vendor() {
    return "ga4";
  }

  @Override
  protected List<String> ownNames() {
    List<String> names = new ArrayList<>(Ga4Names.RESERVED_EVENTS);
    names.addAll(Ga4Names.IDENTIFYING);
    names.addAll(Ga4Names.MEANINGFUL);
    Ga4Names.RESERVED_PREFIXES.forEach(prefix -> names.add(prefix + "a"));
    Ga4Table.ROWS.forEach(row -> names.add(row.name()));
    return names;
  }

  @Override
  protected EventNames read(List<VendorName> given) {
    return EventNames.of("ga4", given, Ga4Names::fitsEvent, Ga4Names::fitsParameter);
  }

  @Override
  protected boolean compilerTakesEvent(String name) {
    return VendorRules.ofEvent("ga4", name).isEmpty();
  }

  @Override
  protected boolean compilerTakesAttribute(String name) {
    return VendorRules.ofAttribute("ga4", name).isEmpty();
  }
}
