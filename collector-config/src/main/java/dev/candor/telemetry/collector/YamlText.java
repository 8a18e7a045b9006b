package dev.candor.telemetry.collector;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Writes YAML line by line. Texts are quoted; a dollar sign is doubled, as the Collector wants it.
 */
final class YamlText {
  private final StringBuilder out = new StringBuilder();
  private int depth;

  /** A line as it is. */
  YamlText line(String text) {
    out.append("  ".repeat(depth)).append(text).append('\n');
    return this;
  }

  YamlText comment(String text) {
    return line("# " + text);
  }

  /** {@code key:} and what the body writes, one step deeper. */
  YamlText section(String key, Consumer<YamlText> body) {
    line(key + ":");
    return indented(body);
  }

  YamlText indented(Consumer<YamlText> body) {
    depth++;
    body.accept(this);
    depth--;
    return this;
  }

  /** {@code key:} and a list of quoted texts. */
  YamlText texts(String key, Collection<String> texts) {
    return section(key, yaml -> texts.forEach(text -> yaml.line("- " + quote(text))));
  }

  /**
   * Only {@code ${env:…}}, which no member of a registry can hold, stays for the Collector to fill
   * in.
   */
  static String quote(String text) {
    String dollars = text.replace("$", "$$").replace("$${env:", "${env:");
    return "'" + dollars.replace("'", "''") + "'";
  }

  static String flow(Collection<String> texts) {
    return texts.stream().map(YamlText::quote).collect(Collectors.joining(", ", "[", "]"));
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
