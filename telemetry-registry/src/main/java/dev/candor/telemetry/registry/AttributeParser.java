package dev.candor.telemetry.registry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one attribute of a registry file. */
final class AttributeParser {
  private static final Set<String> KEYS =
      Set.of("key", "type", "brief", "note", "stability", "examples", "deprecated", "annotations");
  private static final Set<String> MEMBER_KEYS =
      Set.of("id", "value", "brief", "note", "stability", "deprecated", "annotations");
  private static final Pattern VALUE = Pattern.compile("[!-~](?:[ -~]{0,198}[!-~])?");

  private AttributeParser() {}

  static AttributeRule parse(YamlSection section) {
    section.allowOnly(KEYS);
    String key = RegistryMerger.name(section, "key");
    YamlSection candor = section.section("annotations").section("candor");
    AttributeKind kind =
        AttributeKind.of(candor.text("kind"))
            .orElseThrow(() -> candor.fault("'kind' is not one that the Collector knows"));
    List<String> values = new ArrayList<>(candor.texts("values"));
    if (section.isSection("type")) {
      values.addAll(members(section.section("type")));
    } else if (!section.text("type").equals(kind.type())) {
      throw section.fault("'type' of this kind must be " + kind.type());
    }
    checkValues(section, kind, values);
    BigDecimal min = candor.number("min").orElse(null);
    BigDecimal max = candor.number("max").orElse(null);
    if (kind == AttributeKind.TEXT && (max == null || max.signum() <= 0)) {
      throw candor.fault("a text needs 'max', its greatest length");
    }
    return new AttributeRule(key, kind, min, max, values);
  }

  private static List<String> members(YamlSection type) {
    type.allowOnly(Set.of("members"));
    List<String> values = new ArrayList<>();
    for (YamlSection member : type.sections("members")) {
      member.allowOnly(MEMBER_KEYS);
      values.add(member.text("value"));
    }
    return values;
  }

  private static void checkValues(YamlSection section, AttributeKind kind, List<String> values) {
    if (!values.isEmpty() && !kind.type().equals("string")) {
      throw section.fault("only texts have a closed list");
    }
    boolean joined = kind == AttributeKind.CONSTANTS || kind == AttributeKind.TRAIL;
    for (String value : values) {
      if (!VALUE.matcher(value).matches() || (joined && value.indexOf(',') >= 0)) {
        throw section.fault("a member must be printable ASCII, at most 200, without outer spaces");
      }
      if (value.contains("${")) {
        throw section.fault("a member must not look like a variable");
      }
      if (LastLook.stops(value)) {
        throw section.fault("the Collector's last look would mask a member");
      }
    }
  }
}
