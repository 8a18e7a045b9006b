package dev.candor.telemetry.otel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name: the builder's first, then system properties ({@code a.b} for {@code A_B}), then
 * the environment, then the operator's file. A blank value is none.
 */
record GivenSettings(
    Map<String, String> built,
    Map<String, String> properties,
    Map<String, String> variables,
    Map<String, String> file) {
  GivenSettings {
    built = Map.copyOf(built);
    properties = Map.copyOf(properties);
    variables = Map.copyOf(variables);
    file = Map.copyOf(file);
  }

  /** The same with what a file gives. */
  GivenSettings with(Map<String, String> read) {
    return new GivenSettings(built, properties, variables, read);
  }

  /** Where a setting may come from, the strongest first. */
  enum Source {
    BUILDER,
    PROPERTY,
    ENVIRONMENT,
    FILE
  }

  @Nullable String text(String setting) {
    Source source = source(setting);
    return source == null ? null : text(source, setting);
  }

  boolean has(String setting) {
    return source(setting) != null;
  }

  /** The strongest source that gives it, or null. */
  @Nullable Source source(String setting) {
    for (Source source : Source.values()) {
      if (text(source, setting) != null) {
        return source;
      }
    }
    return null;
  }

  /** Every value that is given, the strongest first: where a no counts wherever it stands. */
  List<String> texts(String setting) {
    List<String> texts = new ArrayList<>();
    for (Source source : Source.values()) {
      String text = text(source, setting);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  @Nullable String text(Source source, String setting) {
    String text =
        switch (source) {
          case BUILDER -> built.get(setting);
          case PROPERTY -> properties.get(setting.toLowerCase(Locale.ROOT).replace('_', '.'));
          case ENVIRONMENT -> variables.get(setting);
          case FILE -> file.get(setting);
        };
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Shows no value. */
  @Override
  public String toString() {
    return "GivenSettings";
  }
}
