package dev.candor.telemetry.exporter.amplitude;

import dev.candor.telemetry.VendorName;
import dev.candor.telemetry.exporter.EventNames;
import dev.candor.telemetry.processor.VendorRules;
import dev.candor.telemetry.testkit.VendorNamesContract;
import java.util.ArrayList;
import java.util.List;

class AmplitudeVendorNamesTest extends VendorNamesContract {
  @Override
  protected String vendor() {
    return "amplitude";
  }

  @Override
  protected List<String> ownNames() {
    List<String> names = new ArrayList<>();
    Sender.BESIDE_EVERY_EVENT.forEach(beside -> names.add(beside.property()));
    AmplitudeEvents.ROWS.forEach(row -> names.add(row.type()));
    return names;
  }

  @Override
  protected EventNames read(List<VendorName> given) {
    return EventNames.of("amplitude", given, AmplitudeEvents::fitsEvent, AmplitudeProperties::fits);
  }

  @Override
  protected boolean compilerTakesEvent(String name) {
    return VendorRules.ofEvent("amplitude", name).isEmpty();
  }

  @Override
  protected boolean compilerTakesAttribute(String name) {
    return VendorRules.ofAttribute("amplitude", name).isEmpty();
  }
}
