package dev.candor.telemetry.processor;

import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/** Reports what is wrong and what to do about it; remembers whether anything was. */
final class Problems {
  private final Messager messager;
  private int errors;

  Problems(Messager messager) {
    this.messager = messager;
  }

  void error(Element where, String message) {
    errors++;
    messager.printMessage(Diagnostic.Kind.ERROR, "Candor: " + message, where);
  }

  void warning(Element where, String message) {
    messager.printMessage(Diagnostic.Kind.WARNING, "Candor: " + message, where);
  }

  /** How many errors there were so far. */
  int errors() {
    return errors;
  }
}
