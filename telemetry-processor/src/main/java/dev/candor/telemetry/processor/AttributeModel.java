package dev.candor.telemetry.processor;

import java.util.List;

/**
 * One component of an event record, checked.
 *
 * @param accessor the component's name
 * @param type the component's type as generated code names it: for enums and sets of them the enum,
 *     empty where generated code cannot name it
 * @param key the attribute's key, or the prefix of the keys of settings
 * @param boxed whether a number or flag may be null
 * @param open whether any constant of the catalogues' lists is legal (built-in events)
 * @param values the legal strings
 * @param settings the keys, for {@link Kind#SETTINGS}
 */
record AttributeModel(
    String accessor,
    String type,
    String key,
    Kind kind,
    boolean boxed,
    boolean open,
    String brief,
    String unit,
    double min,
    double max,
    boolean label,
    boolean sum,
    List<String> values,
    List<SettingModel> settings) {

  /** Whether two components that share a key mean the same attribute. */
  boolean sameAttribute(AttributeModel other) {
    return kind == other.kind
        && brief.equals(other.brief)
        && unit.equals(other.unit)
        && min == other.min
        && max == other.max
        && values.equals(other.values)
        && settings.equals(other.settings);
  }

  /** Whether it splits the metrics of its event. */
  boolean splits() {
    return label && (kind == Kind.CONSTANT || kind == Kind.FLAG);
  }
}
