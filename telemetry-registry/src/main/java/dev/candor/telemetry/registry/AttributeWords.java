package dev.candor.telemetry.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words which values an attribute of a registry may have. */
final class AttributeWords {
  private AttributeWords() {}

  static String values(Map<String, Object> attribute) {
    Map<String, Object> candor = RegistryUnion.candor(attribute);
    AttributeKind kind =
        AttributeKind.of(RegistryUnion.text(candor.get("kind"))).orElse(AttributeKind.WORD);
    return switch (kind) {
      case FLAG -> "true, false";
      case INTEGER -> "a whole number" + range(candor);
      case DECIMAL -> "a number" + range(candor);
      case DURATION -> "seconds" + range(candor);
      case CONSTANT -> list(members(attribute, candor));
      case CONSTANTS -> "any of " + list(members(attribute, candor));
      case TRAIL -> "up to 50 of " + list(members(attribute, candor));
      case SETTING -> "true, false, absent, a number" + more(members(attribute, candor));
      case HASHED -> "32 hexadecimal digits, hashed with a secret of the installation";
      case TEXT -> "free text, sanitized, at most " + candor.get("max") + " characters";
      case TYPE_NAME -> "the name of a class";
      case STACKTRACE -> "rebuilt frames: modules, functions, lines";
      case SESSION_ID, INSTALLATION_ID -> "a random number";
      case HEX32 -> "32 hexadecimal digits";
      case HEX64 -> "64 hexadecimal digits";
      case VERSION -> "a version";
      case WORD -> "one word of a list that the operator keeps";
    };
  }

  private static String range(Map<String, Object> candor) {
    Object unit = candor.get("unit");
    Object min = candor.get("min");
    Object max = candor.get("max");
    return (min == null ? "" : " from " + plain(min))
        + (max == null ? "" : " to " + plain(max))
        + (unit == null || unit.equals("s") ? "" : " " + CataloguePage.code(unit.toString()));
  }

  private static String plain(Object number) {
    return new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
  }

  private static List<String> members(Map<String, Object> attribute, Map<String, Object> candor) {
    List<String> members = new ArrayList<>();
    if (attribute.get("type") instanceof Map<?, ?> type) {
      for (Object member : RegistryUnion.list(type.get("members"))) {
        members.add(RegistryUnion.text(RegistryUnion.map(member).get("value")));
      }
    }
    RegistryUnion.list(candor.get("values"))
        .forEach(value -> members.add(RegistryUnion.text(value)));
    return members;
  }

  private static String more(List<String> members) {
    return members.isEmpty() ? "" : ", or " + list(members);
  }

  private static String list(List<String> members) {
    return members.isEmpty()
        ? "the constants that an application lists"
        : members.stream().map(CataloguePage::code).collect(Collectors.joining(", "));
  }
}
