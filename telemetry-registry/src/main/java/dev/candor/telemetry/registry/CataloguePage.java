package dev.candor.telemetry.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what registries let pass as a page for people, in Markdown; equal for equal input. */
final class CataloguePage {
  private static final String NOT_SAID = "not said";

  private final RegistryUnion union;
  private final StringBuilder page = new StringBuilder();

  private CataloguePage(RegistryUnion union) {
    this.union = union;
  }

  static String write(RegistryUnion union) {
    return new CataloguePage(union).write();
  }

  private String write() {
    line("# Catalogue");
    line("");
    line(
        "Everything that these registries let pass, and nothing else does. Written from them; do not");
    line("edit. Values are what the Collector lets pass; what does not fit is removed.");
    line("");
    line("## Events");
    line("");
    line("| Event | What it is | What it is good for | Purpose | Days kept | Owner | Until |");
    line("|---|---|---|---|---|---|---|");
    union.spans().forEach(this::event);
    union.spans().forEach(this::attributes);
    resource();
    metrics();
    return page.toString();
  }

  private void event(String name, Map<String, Object> span) {
    Map<String, Object> candor = RegistryUnion.candor(span);
    List<String> cells = new ArrayList<>(List.of(code(name), said(span, "brief")));
    for (String key : List.of("why", "purpose", "retention_days", "owner", "expires")) {
      cells.add(said(candor, key));
    }
    row(cells);
  }

  private void attributes(String name, Map<String, Object> span) {
    line("");
    line("### " + code(name));
    line("");
    table(keys(span));
    Object names = RegistryUnion.candor(span).get("vendor_names");
    if (names != null) {
      line("");
      RegistryUnion.map(names).forEach((vendor, given) -> vendor(vendor, RegistryUnion.map(given)));
    }
  }

  private void vendor(String vendor, Map<String, Object> given) {
    List<String> names = new ArrayList<>();
    if (given.get("event") != null) {
      names.add("the event is " + code(RegistryUnion.text(given.get("event"))));
    }
    if (given.get("attributes") != null) {
      RegistryUnion.map(given.get("attributes"))
          .forEach((key, name) -> names.add(code(key) + " is " + code(RegistryUnion.text(name))));
    }
    line("At " + vendor + ": " + String.join(", ", names) + ".");
  }

  private void resource() {
    Map<String, Object> group = union.groups().get(Registry.RESOURCE_GROUP);
    if (group == null) {
      return;
    }
    line("");
    line("## What stands beside every event");
    line("");
    line(code(Registry.INSTALLATION_ID) + " goes with events only, " + code(Registry.REPORT_ID));
    line("with totals only.");
    line("");
    table(keys(group));
  }

  private void metrics() {
    line("");
    line("## Totals");
    line("");
    line("| Metric | What it is | Kind | Unit | Split by |");
    line("|---|---|---|---|---|");
    union
        .metrics()
        .forEach(
            (name, metric) ->
                row(
                    List.of(
                        code(name),
                        said(metric, "brief"),
                        said(metric, "instrument"),
                        code(RegistryUnion.text(metric.get("unit"))),
                        keys(metric).stream()
                            .map(CataloguePage::code)
                            .collect(Collectors.joining(", ")))));
  }

  private void table(Set<String> keys) {
    line("| Attribute | What it is | Values |");
    line("|---|---|---|");
    for (String key : keys) {
      Map<String, Object> attribute = union.attributes().get(key);
      if (attribute != null) {
        row(List.of(code(key), said(attribute, "brief"), AttributeWords.values(attribute)));
      }
    }
  }

  /** The attributes of a signal in its order, groups resolved. */
  private Set<String> keys(Map<String, Object> signal) {
    Set<String> keys = new LinkedHashSet<>();
    for (Object entry : RegistryUnion.list(signal.get("attributes"))) {
      Map<String, Object> reference = RegistryUnion.map(entry);
      Object group = reference.get("ref_group");
      if (group == null) {
        keys.add(RegistryUnion.text(reference.get("ref")));
      } else {
        Map<String, Object> named = union.groups().get(RegistryUnion.text(group));
        keys.addAll(named == null ? Set.of() : keys(named));
      }
    }
    return keys;
  }

  private static String said(Map<String, Object> entry, String key) {
    Object value = entry.get(key);
    return value == null ? NOT_SAID : RegistryUnion.text(value);
  }

  static String code(String text) {
    return "`" + text + "`";
  }

  private void row(List<String> cells) {
    line(
        cells.stream()
            .map(cell -> cell.replace("|", "\\|").replace("\n", " "))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
