package dev.candor.telemetry.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** One annotation read by name, so that the processor depends on nothing it processes. */
final class Mirrors {
  static final String API = "dev.candor.telemetry.";

  private final AnnotationMirror mirror;
  private final Elements elements;

  private Mirrors(AnnotationMirror mirror, Elements elements) {
    this.mirror = mirror;
    this.elements = elements;
  }

  /** Finds the annotation {@code dev.candor.telemetry.<name>} on an element. */
  static Optional<Mirrors> find(Element element, String name, Elements elements) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(API + name)) {
        return Optional.of(new Mirrors(mirror, elements));
      }
    }
    return Optional.empty();
  }

  /** The annotation itself, to point at in messages. */
  AnnotationMirror mirror() {
    return mirror;
  }

  String string(String member) {
    return value(member) instanceof String text ? text : "";
  }

  /** The texts that a member lists. */
  List<String> strings(String member) {
    List<String> found = new ArrayList<>();
    if (value(member) instanceof List<?> values) {
      for (Object entry : values) {
        if (entry instanceof AnnotationValue value && value.getValue() instanceof String text) {
          found.add(text);
        }
      }
    }
    return found;
  }

  double number(String member) {
    return value(member) instanceof Double number ? number : 0;
  }

  boolean flag(String member) {
    return value(member) instanceof Boolean flag && flag;
  }

  String constant(String member) {
    return value(member) instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : "";
  }

  /** Tells whether the source gives the member, rather than its default. */
  boolean given(String member) {
    return mirror.getElementValues().keySet().stream()
        .anyMatch(method -> method.getSimpleName().contentEquals(member));
  }

  /** The classes that a member lists; {@link #unresolved} tells whether there are more. */
  List<TypeElement> types(String member) {
    List<TypeElement> found = new ArrayList<>();
    if (value(member) instanceof List<?> values) {
      for (Object entry : values) {
        if (entry instanceof AnnotationValue value
            && value.getValue() instanceof DeclaredType type
            && type.asElement() instanceof TypeElement element
            && type.getKind() == javax.lang.model.type.TypeKind.DECLARED) {
          found.add(element);
        }
      }
    }
    return found;
  }

  /** Tells whether a member names a class that does not exist yet. */
  boolean unresolved(String member) {
    return value(member) instanceof List<?> values && values.size() != types(member).size();
  }

  private @Nullable Object value(String member) {
    Map<? extends ExecutableElement, ? extends AnnotationValue> values =
        elements.getElementValuesWithDefaults(mirror);
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
        values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue().getValue();
      }
    }
    return null;
  }
}
