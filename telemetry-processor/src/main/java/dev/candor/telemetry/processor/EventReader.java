package dev.candor.telemetry.processor;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads one event record. */
final class EventReader {
  /** Beyond this many combinations of labels a metric is too wide for any backend. */
  static final int MAX_SERIES = 2000;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final Elements elements;
  private final Problems problems;
  private final boolean builtIn;
  private final AttributeReader attributes;

  EventReader(Elements elements, Problems problems, boolean builtIn, AttributeReader attributes) {
    this.elements = elements;
    this.problems = problems;
    this.builtIn = builtIn;
    this.attributes = attributes;
  }

  /** Reads a record; empty when it cannot be an event at all. */
  Optional<EventModel> read(TypeElement record, TypeElement catalog) {
    Optional<Mirrors> annotation = Mirrors.find(record, "TelemetryEvent", elements);
    if (annotation.isEmpty()) {
      problems.error(
          catalog,
          record.getSimpleName()
              + " is listed as an event: annotate it with @TelemetryEvent(name, purpose, owner,"
              + " expires, brief, why)");
      return Optional.empty();
    }
    if (!isRecord(record, problems)) {
      return Optional.empty();
    }
    if (!Access.reaches(catalog, record, elements)) {
      problems.error(
          record,
          "the catalogue cannot reach "
              + record.getSimpleName()
              + ": it and the types around it must not be private, and must be public when the"
              + " catalogue is in another package");
      return Optional.empty();
    }
    Mirrors event = annotation.get();
    String name = event.string("name");
    String purpose = event.constant("purpose");
    checkName(record, name);
    for (String member : List.of("owner", "brief", "why")) {
      if (event.string(member).isBlank()) {
        problems.error(record, "@TelemetryEvent(" + member + ") is blank: say it in words");
      }
    }
    VendorNameReader vendorNames = new VendorNameReader(problems);
    vendorNames.read(record, event, "");
    List<AttributeModel> components = components(record, name, purpose, vendorNames);
    checkSeries(record, components);
    if (event.flag("withErrors")) {
      checkWithErrors(record, components);
    }
    LocalDate expires = date(record, event.string("expires"));
    if (expires == null) {
      return Optional.empty();
    }
    return Optional.of(
        new EventModel(
            record.getQualifiedName().toString(),
            record.getSimpleName().toString(),
            name,
            purpose,
            event.string("owner").strip(),
            expires,
            event.string("brief").strip(),
            event.string("why").strip(),
            event.flag("withErrors"),
            components,
            vendorNames.names()));
  }

  /** Reports a type that cannot be an event record. */
  static boolean isRecord(TypeElement type, Problems problems) {
    if (type.getKind() != ElementKind.RECORD) {
      problems.error(type, type.getSimpleName() + " is an event: declare it as a record");
      return false;
    }
    if (!type.getTypeParameters().isEmpty()) {
      problems.error(
          type, "event record " + type.getSimpleName() + " has type parameters: remove them");
      return false;
    }
    return true;
  }

  private void checkName(TypeElement record, String name) {
    if (!Names.isDotted(name)) {
      problems.error(
          record,
          "event name must be lower-case words joined by dots, such as acquisition.run: rename it");
    } else if (name.length() > Names.MAX_EVENT) {
      problems.error(
          record,
          "event name has " + name.length() + " characters: " + Names.MAX_EVENT + " are the most");
    } else if (!builtIn && Names.isReservedEvent(name)) {
      problems.error(
          record,
          "event name '"
              + name
              + "' is reserved (OpenTelemetry, built-in events or an analytics vendor use it): start"
              + " it with a word of your own");
    }
  }

  private @Nullable LocalDate date(TypeElement record, String text) {
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException e) {
      problems.error(record, "@TelemetryEvent(expires) must be a day such as 2028-01-01");
      return null;
    }
  }

  private List<AttributeModel> components(
      TypeElement record, String event, String purpose, VendorNameReader vendorNames) {
    List<AttributeModel> components = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (RecordComponentElement component : record.getRecordComponents()) {
      Optional<AttributeModel> read = attributes.read(component, event, purpose, record);
      if (read.isEmpty()) {
        continue;
      }
      String key = read.get().key();
      components.add(read.get());
      vendorNames(component, read.get(), vendorNames);
      if (!Names.isDotted(key) || key.length() > Names.MAX_KEY) {
        problems.error(
            component,
            "key must be lower-case words joined by dots, at most "
                + Names.MAX_KEY
                + " characters");
      } else if (!builtIn && Names.isReservedKey(key) && !key.startsWith(event + ".")) {
        problems.error(
            component,
            "key '" + key + "' is reserved: start it with the event's name, or leave it out");
      }
      if (!keys.add(key)) {
        problems.error(component, "two components have the key '" + key + "': change one");
      }
    }
    return components;
  }

  /** What is told with every error must be short and closed. */
  private void checkWithErrors(TypeElement record, List<AttributeModel> components) {
    if (components.stream().anyMatch(one -> one.kind() == Kind.TEXT || one.kind() == Kind.ERROR)) {
      problems.error(
          record,
          "an event that goes with errors holds no Text and no ErrorReport: leave out withErrors,"
              + " or make an event of its own for it");
    }
  }

  private void vendorNames(
      RecordComponentElement component, AttributeModel attribute, VendorNameReader names) {
    Mirrors.find(component, "Attr", elements)
        .filter(annotation -> !annotation.strings("vendorNames").isEmpty())
        .ifPresent(
            annotation -> {
              if (attribute.kind() == Kind.SETTINGS || attribute.kind() == Kind.ERROR) {
                problems.error(
                    component, "vendorNames do not fit settings and errors: leave it out");
              } else {
                names.read(component, annotation, attribute.key());
              }
            });
  }

  private void checkSeries(TypeElement record, List<AttributeModel> components) {
    long series = 1;
    for (AttributeModel component : components) {
      if (component.splits() && !component.open()) {
        series *= component.kind() == Kind.FLAG ? 2 : Math.max(1, component.values().size());
      }
      if (series > MAX_SERIES) {
        problems.error(
            record,
            "the labels of "
                + record.getSimpleName()
                + " make more than "
                + MAX_SERIES
                + " combinations: set @Attr(label = false) on some of them");
        return;
      }
    }
  }
}
