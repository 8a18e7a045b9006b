package dev.candor.telemetry.processor;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes the method of an encoder that makes its event of named values. */
final class DecoderWriter {
  private static final String SOURCE = Mirrors.API + "spi.AttributeSource";

  private DecoderWriter() {}

  /** The method's lines; none where an event cannot be made by name. */
  static List<String> write(EventModel event) {
    List<AttributeModel> attributes = event.attributes();
    if (attributes.stream().anyMatch(attribute -> component(0, attribute) == null)) {
      return List.of();
    }
    String components =
        IntStream.range(0, attributes.size())
            .mapToObj(index -> "          " + component(index, attributes.get(index)))
            .collect(Collectors.joining(",\n"));
    return List.of(
        "",
        "    @Override",
        "    public " + event.type() + " decode(" + SOURCE + " source) {",
        "      return new " + event.type() + "(",
        components + ");",
        "    }");
  }

  private static @Nullable String component(int index, AttributeModel attribute) {
    if (attribute.open() || attribute.kind() == Kind.ERROR || attribute.type().isEmpty()) {
      return null;
    }
    String call = "source." + method(attribute) + "(" + index;
    if (attribute.kind() == Kind.CONSTANT || attribute.kind() == Kind.CONSTANTS) {
      return call + ", " + attribute.type() + ".values())";
    }
    return attribute.boxed() ? call + ")" : SOURCE + ".given(" + call + "))";
  }

  private static String method(AttributeModel attribute) {
    boolean isInt = attribute.type().equals("int") || attribute.type().equals("java.lang.Integer");
    return isInt ? "shortInteger" : attribute.kind().word();
  }
}
