package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads one catalogue with all that it lists, and checks what only shows in the whole. */
final class CatalogReader {
  private static final String BUILT_IN = Mirrors.API + "CandorEvents";

  private final Elements elements;
  private final Problems problems;
  private final ListedEnums listed;
  private final EnumReader enums;

  CatalogReader(Elements elements, Problems problems, ListedEnums listed) {
    this.elements = elements;
    this.problems = problems;
    this.listed = listed;
    this.enums = new EnumReader(elements, problems);
  }

  /** Reads a catalogue; empty when something was reported. */
  Optional<CatalogModel> read(TypeElement catalog, Mirrors annotation) {
    int before = problems.errors();
    if (catalog.getKind() != ElementKind.INTERFACE) {
      problems.error(
          catalog, "@EventCatalog belongs on an interface: make " + simple(catalog) + " one");
      return Optional.empty();
    }
    if (!Access.reaches(catalog, catalog, elements)) {
      problems.error(
          catalog, "catalogue " + simple(catalog) + " and the types around it must not be private");
      return Optional.empty();
    }
    Set<String> all = new LinkedHashSet<>();
    Map<String, List<SettingModel>> settings = new LinkedHashMap<>();
    for (TypeElement type : lists(annotation, "settings", catalog, all)) {
      settings.put(type.getQualifiedName().toString(), enums.settings(type, catalog));
    }
    List<String> features = wireNames(lists(annotation, "features", catalog, all), catalog);
    List<String> pages = wireNames(lists(annotation, "pages", catalog, all), catalog);
    List<String> crumbs = wireNames(lists(annotation, "crumbs", catalog, all), catalog);
    List<EventModel> events = events(catalog, annotation, settings);
    CatalogModel model =
        new CatalogModel(
            catalog.getQualifiedName().toString(),
            elements.getPackageOf(catalog).getQualifiedName().toString(),
            generatedName(catalog),
            events,
            List.copyOf(all),
            features,
            pages,
            crumbs,
            settings);
    checkSettings(catalog, model);
    checkMetrics(catalog, model);
    checkVendorNames(catalog, model);
    return problems.errors() == before ? Optional.of(model) : Optional.empty();
  }

  /** {@code LabEvents_Catalog}, or {@code Outer_Inner_Catalog} for a nested interface. */
  static String generatedName(TypeElement catalog) {
    StringBuilder name = new StringBuilder("_Catalog");
    for (Element e = catalog; e instanceof TypeElement; e = e.getEnclosingElement()) {
      name.insert(0, e.getSimpleName());
      if (e.getEnclosingElement() instanceof TypeElement) {
        name.insert(0, '_');
      }
    }
    return name.toString();
  }

  private List<TypeElement> lists(
      Mirrors annotation, String member, TypeElement catalog, Set<String> all) {
    List<TypeElement> found = new ArrayList<>();
    for (TypeElement type : annotation.types(member)) {
      if (type.getKind() != ElementKind.ENUM) {
        problems.error(
            catalog, simple(type) + " in " + member + " is not an enum: a closed list is an enum");
      } else if (!Access.reaches(catalog, type, elements)) {
        problems.error(
            catalog, "the catalogue cannot reach " + simple(type) + ": it must not be private");
      } else if (found.contains(type)) {
        problems.error(catalog, simple(type) + " is listed twice in " + member + ": remove one");
      } else {
        found.add(type);
        all.add(type.getQualifiedName().toString());
      }
    }
    return found;
  }

  private List<String> wireNames(List<TypeElement> types, TypeElement catalog) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement type : types) {
      for (String wire : enums.wireNames(type, catalog)) {
        if (!names.add(wire)) {
          problems.error(
              catalog,
              "'"
                  + wire
                  + "' is a constant of two enums of one list: rename one in "
                  + simple(type));
        }
      }
    }
    return List.copyOf(names);
  }

  private List<EventModel> events(
      TypeElement catalog, Mirrors annotation, Map<String, List<SettingModel>> settings) {
    boolean builtIn = catalog.getQualifiedName().contentEquals(BUILT_IN);
    AttributeReader attributes =
        new AttributeReader(catalog, elements, problems, listed, builtIn, settings);
    EventReader reader = new EventReader(elements, problems, builtIn, attributes);
    List<EventModel> events = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Map<String, AttributeModel> keys = new HashMap<>();
    for (TypeElement type : annotation.types("events")) {
      Optional<EventModel> event = reader.read(type, catalog);
      if (event.isEmpty()) {
        continue;
      }
      events.add(event.get());
      if (!names.add(event.get().name())) {
        problems.error(
            catalog, "event name '" + event.get().name() + "' is used twice: rename or remove one");
      }
      for (AttributeModel attribute : event.get().attributes()) {
        AttributeModel other = keys.putIfAbsent(attribute.key(), attribute);
        if (other != null && !other.sameAttribute(attribute)) {
          problems.error(
              type,
              "key '"
                  + attribute.key()
                  + "' means two things in this catalogue: change one key, or make type, range,"
                  + " unit and brief equal");
        }
      }
    }
    return events;
  }

  private void checkSettings(TypeElement catalog, CatalogModel model) {
    Map<String, SettingModel> seen = new HashMap<>();
    for (SettingModel setting : model.allSettings()) {
      if (seen.put(setting.wire(), setting) != null) {
        problems.error(
            catalog, "settings key '" + setting.wire() + "' is in two enums: rename one");
      }
    }
  }

  private void checkMetrics(TypeElement catalog, CatalogModel model) {
    Map<String, String> names = new HashMap<>();
    for (EventModel event : model.events()) {
      for (MetricModel metric : MetricModel.of(event)) {
        String other = names.put(metric.name(), event.name());
        if (other != null) {
          problems.error(
              catalog,
              "metric '"
                  + metric.name()
                  + "' would be made twice (by "
                  + other
                  + " and "
                  + event.name()
                  + "): change the key of that component");
        }
      }
    }
  }

  private void checkVendorNames(TypeElement catalog, CatalogModel model) {
    Set<String> names = new HashSet<>();
    for (EventModel event : model.events()) {
      for (VendorNameModel given : event.vendorNames()) {
        if (given.key().isEmpty() && !names.add(given.vendor() + "=" + given.name())) {
          problems.error(catalog, "two events have one name at " + given.vendor() + ": change one");
        }
      }
    }
  }

  private static String simple(TypeElement type) {
    return type.getSimpleName().toString();
  }
}
