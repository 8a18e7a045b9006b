package dev.candor.telemetry.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Who may name whom. */
final class Access {
  private Access() {}

  /** Tells whether a class generated beside {@code catalog} may name {@code type}. */
  static boolean reaches(TypeElement catalog, TypeElement type, Elements elements) {
    boolean samePackage = elements.getPackageOf(catalog).equals(elements.getPackageOf(type));
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      boolean open = e.getModifiers().contains(Modifier.PUBLIC);
      boolean near = samePackage && !e.getModifiers().contains(Modifier.PRIVATE);
      if (!open && !near) {
        return false;
      }
    }
    return true;
  }
}
