package dev.candor.telemetry;

/** What kind of value a setting holds. There is none for free text. */
public enum SettingType {
  /** True or false. */
  FLAG,
  /** A finite number. */
  NUMBER,
  /** A constant of a closed list. */
  CHOICE
}
