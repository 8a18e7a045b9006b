package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads closed lists: the wire names of an enum, and the types of settings keys. */
final class EnumReader {
  private static final Set<String> NOT_A_CHOICE = Set.of("true", "false", "absent");

  private final Elements elements;
  private final Problems problems;

  EnumReader(Elements elements, Problems problems) {
    this.elements = elements;
    this.problems = problems;
  }

  /**
   * The wire names of an enum in the order of declaration; faults are reported at {@code where}.
   */
  List<String> wireNames(TypeElement type, Element where) {
    Set<String> names = new LinkedHashSet<>();
    for (Element constant : constants(type)) {
      String wire = Names.wire(constant.getSimpleName().toString());
      if (!Names.isWire(wire)) {
        problems.error(
            where,
            type.getSimpleName()
                + "."
                + constant.getSimpleName()
                + " cannot be a wire name: use letters A-Z, digits and _, starting with a letter");
      } else if (!names.add(wire)) {
        problems.error(
            where,
            type.getSimpleName()
                + " has two constants that are both '"
                + wire
                + "' in lower case: rename one");
      }
    }
    if (names.isEmpty()) {
      problems.error(
          where, type.getSimpleName() + " has no constants: add one, or remove the list");
    }
    return List.copyOf(names);
  }

  /** The wire names of several enums together; a name that is in two of them is one. */
  List<String> choices(List<TypeElement> types, Element where) {
    Set<String> names = new LinkedHashSet<>();
    for (TypeElement type : types) {
      if (type.getKind() != ElementKind.ENUM) {
        problems.error(where, type.getSimpleName() + " in choices is not an enum");
        continue;
      }
      for (String wire : wireNames(type, where)) {
        if (NOT_A_CHOICE.contains(wire)) {
          problems.error(
              where,
              type.getSimpleName()
                  + " has a constant '"
                  + wire
                  + "', which means something else in settings: rename it");
        }
        names.add(wire);
      }
    }
    return List.copyOf(names);
  }

  /** The keys of an enum of settings, each of which carries {@code @Setting}. */
  List<SettingModel> settings(TypeElement type, Element where) {
    wireNames(type, where);
    List<SettingModel> settings = new ArrayList<>();
    for (Element constant : constants(type)) {
      Optional<Mirrors> annotation = Mirrors.find(constant, "Setting", elements);
      if (annotation.isEmpty()) {
        problems.error(
            constant,
            "settings key "
                + constant.getSimpleName()
                + " needs @Setting(brief = \"...\", type = ...)");
      } else {
        settings.add(setting(type, constant, annotation.get()));
      }
    }
    return settings;
  }

  private SettingModel setting(TypeElement type, Element constant, Mirrors annotation) {
    String kind = annotation.constant("type");
    List<TypeElement> choices = annotation.types("choices");
    if (annotation.string("brief").isBlank()) {
      problems.error(constant, "@Setting needs a brief that people can read");
    }
    if (kind.equals("CHOICE") == choices.isEmpty()) {
      problems.error(
          constant,
          "@Setting(type = CHOICE) needs choices = {...}, the enums of legal values; other types"
              + " have none");
    }
    boolean ranged = annotation.given("min") || annotation.given("max");
    if (ranged && !kind.equals("NUMBER")) {
      problems.error(constant, "min and max belong to @Setting(type = NUMBER)");
    }
    double min = annotation.number("min");
    double max = annotation.number("max");
    Ranges.check(min, max, constant, problems);
    return new SettingModel(
        type.getQualifiedName() + "." + constant.getSimpleName(),
        Names.wire(constant.getSimpleName().toString()),
        kind,
        annotation.string("brief").strip(),
        min,
        max,
        choices(choices, constant));
  }

  private static List<? extends Element> constants(TypeElement type) {
    return type.getEnclosedElements().stream()
        .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
        .toList();
  }
}
