package dev.candor.telemetry.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the catalogues that can be seen list: closed lists and event records. */
final class ListedEnums {
  /** The members of {@code @EventCatalog} that list enums, and the interface such an enum has. */
  static final Map<String, String> LISTS =
      Map.of("features", "Feature", "pages", "Page", "crumbs", "Crumb", "settings", "SettingKey");

  /** Everything that {@code @EventCatalog} lists. */
  static final List<String> MEMBERS = List.of("events", "features", "pages", "crumbs", "settings");

  private final Problems problems;
  private boolean empty = true;
  private final Set<String> names = new HashSet<>();

  ListedEnums(Problems problems) {
    this.problems = problems;
  }

  /** Takes in everything that one catalogue lists. */
  void add(Mirrors catalog) {
    empty = false;
    for (String member : MEMBERS) {
      catalog.types(member).forEach(type -> names.add(type.getQualifiedName().toString()));
    }
  }

  /** Tells whether no catalogue can be seen, so that nothing can be said about lists. */
  boolean isEmpty() {
    return empty;
  }

  boolean contains(TypeElement type) {
    return names.contains(type.getQualifiedName().toString());
  }

  /** Reports an enum that is meant for a list and that no catalogue lists. */
  void require(TypeElement type, Element where) {
    if (contains(type)) {
      return;
    }
    LISTS.forEach(
        (member, marker) -> {
          if (implementsApi(type, marker)) {
            problems.error(
                where,
                type.getSimpleName()
                    + " implements "
                    + marker
                    + ", and no catalogue lists it: add it to @EventCatalog("
                    + member
                    + " = {...})");
          }
        });
  }

  /** Tells whether a type implements {@code dev.candor.telemetry.<simpleName>}. */
  boolean implementsApi(TypeElement type, String simpleName) {
    for (TypeMirror parent : type.getInterfaces()) {
      if (parent instanceof javax.lang.model.type.DeclaredType declared
          && declared.asElement() instanceof TypeElement element
          && (element.getQualifiedName().contentEquals(Mirrors.API + simpleName)
              || implementsApi(element, simpleName))) {
        return true;
      }
    }
    return false;
  }
}
