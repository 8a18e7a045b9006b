package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the components of an event record. */
final class AttributeReader {
  private static final String LEGAL =
      "an enum, boolean, int, long, double, Duration, Set of an enum, Settings, SettingValue, Hashed"
          + " or Text";

  private static final Map<String, Kind> DECLARED =
      Map.ofEntries(
          Map.entry("java.lang.Boolean", Kind.FLAG),
          Map.entry("java.lang.Integer", Kind.INTEGER),
          Map.entry("java.lang.Long", Kind.INTEGER),
          Map.entry("java.lang.Double", Kind.DECIMAL),
          Map.entry("java.time.Duration", Kind.DURATION),
          Map.entry("java.util.Set", Kind.CONSTANTS),
          Map.entry(Mirrors.API + "Settings", Kind.SETTINGS),
          Map.entry(Mirrors.API + "SettingValue", Kind.SETTING),
          Map.entry(Mirrors.API + "Hashed", Kind.HASHED),
          Map.entry(Mirrors.API + "Text", Kind.TEXT));

  private static final Map<String, Kind> BUILT_IN =
      Map.of(
          Mirrors.API + "Feature", Kind.CONSTANT,
          Mirrors.API + "Page", Kind.CONSTANT,
          Mirrors.API + "ErrorReport", Kind.ERROR);

  private final TypeElement catalog;
  private final Elements elements;
  private final Problems problems;
  private final EnumReader enums;
  private final ListedEnums listed;
  private final boolean builtIn;
  private final Map<String, List<SettingModel>> settings;

  /**
   * @param builtIn whether these are the events of telemetry-api itself
   * @param settings the keys of each enum of settings of the catalogue
   */
  AttributeReader(
      TypeElement catalog,
      Elements elements,
      Problems problems,
      ListedEnums listed,
      boolean builtIn,
      Map<String, List<SettingModel>> settings) {
    this.catalog = catalog;
    this.elements = elements;
    this.problems = problems;
    this.enums = new EnumReader(elements, problems);
    this.listed = listed;
    this.builtIn = builtIn;
    this.settings = settings;
  }

  /** Reads one component; empty when it has no legal type. */
  Optional<AttributeModel> read(
      RecordComponentElement component, String event, String purpose, TypeElement record) {
    Optional<Mirrors> annotation = Mirrors.find(component, "Attr", elements);
    if (annotation.isEmpty()) {
      problems.error(
          component,
          "component "
              + component.getSimpleName()
              + " of "
              + record.getSimpleName()
              + " needs @Attr(brief = \"...\"), which tells people what it is");
      return Optional.empty();
    }
    TypeMirror type = component.asType();
    Kind kind = kind(component, type);
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(attribute(component, annotation.get(), type, kind, event, purpose));
  }

  /** Tells whether a type, or the type in its set, does not exist yet. */
  static boolean isUnresolved(TypeMirror type) {
    return type.getKind() == TypeKind.ERROR
        || (type instanceof DeclaredType declared
            && declared.getTypeArguments().stream().anyMatch(AttributeReader::isUnresolved));
  }

  private @Nullable Kind kind(RecordComponentElement component, TypeMirror type) {
    Kind primitive =
        switch (type.getKind()) {
          case BOOLEAN -> Kind.FLAG;
          case INT, LONG -> Kind.INTEGER;
          case DOUBLE -> Kind.DECIMAL;
          default -> null;
        };
    if (primitive != null) {
      return primitive;
    }
    TypeElement element = element(type);
    String name = element == null ? type.toString() : element.getQualifiedName().toString();
    if (name.equals("java.lang.String")) {
      problems.error(
          component,
          "component "
              + component.getSimpleName()
              + " is a String, and a String can hold anything: use "
              + LEGAL
              + " (Hashed for ids that only need to be compared, Text for free text in DIAGNOSTICS)");
      return null;
    }
    Kind kind = builtIn && BUILT_IN.containsKey(name) ? BUILT_IN.get(name) : DECLARED.get(name);
    if (element != null && element.getKind() == ElementKind.ENUM) {
      kind = Kind.CONSTANT;
    }
    if (kind == null || (kind == Kind.CONSTANTS && setOf(type) == null)) {
      problems.error(
          component,
          "component " + component.getSimpleName() + " has a type that cannot leave: use " + LEGAL);
      return null;
    }
    return kind;
  }

  private AttributeModel attribute(
      RecordComponentElement component,
      Mirrors annotation,
      TypeMirror type,
      Kind kind,
      String event,
      String purpose) {
    checkMembers(component, annotation, kind, purpose);
    TypeElement closedList = kind == Kind.CONSTANTS ? setOf(type) : element(type);
    boolean open = false;
    List<String> values = List.of();
    List<SettingModel> keys = List.of();
    if (kind == Kind.CONSTANT || kind == Kind.CONSTANTS) {
      open = closedList == null || closedList.getKind() != ElementKind.ENUM;
      if (!open && closedList != null) {
        listed.require(closedList, component);
        values = enums.wireNames(closedList, component);
      }
    } else if (kind == Kind.SETTING) {
      values = enums.choices(annotation.types("choices"), component);
    } else if (kind == Kind.SETTINGS) {
      keys = keys(component, annotation);
      values = keys.stream().map(SettingModel::wire).toList();
    }
    String key = annotation.string("key");
    return new AttributeModel(
        component.getSimpleName().toString(),
        named(type, closedList),
        key.isEmpty() ? event + "." + Names.snake(component.getSimpleName().toString()) : key,
        kind,
        !type.getKind().isPrimitive(),
        open,
        annotation.string("brief").strip(),
        annotation.string("unit"),
        annotation.number("min"),
        annotation.number("max"),
        annotation.flag("label"),
        annotation.flag("sum"),
        values,
        keys);
  }

  /** How generated code names a component's type, or nothing if it may not. */
  private String named(TypeMirror type, @Nullable TypeElement element) {
    if (type.getKind().isPrimitive()) {
      return type.getKind().name().toLowerCase(Locale.ROOT);
    }
    return element != null && Access.reaches(catalog, element, elements)
        ? element.getQualifiedName().toString()
        : "";
  }

  private void checkMembers(
      RecordComponentElement component, Mirrors annotation, Kind kind, String purpose) {
    double min = annotation.number("min");
    double max = annotation.number("max");
    if (annotation.string("brief").isBlank()) {
      problems.error(component, "@Attr needs a brief that people can read");
    }
    Ranges.check(min, max, component, problems);
    if (kind == Kind.INTEGER) {
      Ranges.checkWhole(min, max, component, problems);
    } else if (kind == Kind.TEXT) {
      Ranges.checkText(annotation.given("max"), max, component, problems);
      if (!purpose.equals("DIAGNOSTICS")) {
        problems.error(component, "Text is allowed in events of purpose DIAGNOSTICS only");
      }
    }
    boolean maxBelongs = kind.hasRange() || kind == Kind.TEXT;
    if ((annotation.given("min") && !kind.hasRange()) || (annotation.given("max") && !maxBelongs)) {
      problems.error(component, "min and max belong to numbers and durations: remove them");
    }
    if (annotation.flag("sum") && kind != Kind.INTEGER && kind != Kind.DECIMAL) {
      problems.error(component, "only numbers can be added up: remove sum = true");
    } else if (annotation.flag("sum") && min < 0) {
      problems.error(component, "a sum only grows: set min to 0 or more, or remove sum = true");
    }
    if (!annotation.types("choices").isEmpty() && kind != Kind.SETTING && kind != Kind.SETTINGS) {
      problems.error(component, "choices belong to SettingValue and Settings: remove them");
    }
    if (!Names.isUnit(annotation.string("unit"))) {
      problems.error(component, "unit must be one of UCUM, such as ms or {image}");
    } else if (!annotation.string("unit").isEmpty() && !kind.hasRange()) {
      problems.error(component, "only numbers have a unit: remove it");
    } else if (kind == Kind.DURATION && !List.of("", "s").contains(annotation.string("unit"))) {
      problems.error(component, "a Duration is always written in seconds: remove the unit");
    }
  }

  private List<SettingModel> keys(RecordComponentElement component, Mirrors annotation) {
    List<TypeElement> named = annotation.types("choices");
    if (named.isEmpty()) {
      if (settings.isEmpty() && !builtIn) {
        problems.error(
            component,
            "Settings need their keys: list an enum of settings keys in @EventCatalog(settings ="
                + " {...})");
      }
      return settings.values().stream().flatMap(List::stream).toList();
    }
    List<SettingModel> keys = new ArrayList<>();
    for (TypeElement type : named) {
      List<SettingModel> found = settings.get(type.getQualifiedName().toString());
      if (found == null) {
        problems.error(
            component,
            type.getSimpleName() + " is not listed: add it to @EventCatalog(settings = {...})");
      } else {
        keys.addAll(found);
      }
    }
    return keys;
  }

  private @Nullable TypeElement setOf(TypeMirror type) {
    if (type instanceof DeclaredType declared && declared.getTypeArguments().size() == 1) {
      TypeElement argument = element(declared.getTypeArguments().get(0));
      return argument != null && argument.getKind() == ElementKind.ENUM ? argument : null;
    }
    return null;
  }

  private static @Nullable TypeElement element(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e
        ? e
        : null;
  }
}
