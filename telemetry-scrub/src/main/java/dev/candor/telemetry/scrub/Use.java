package dev.candor.telemetry.scrub;

/** What a word may be: its role, the label or kind that belongs to it, and how it is written. */
record Use(Role role, Label label, Kind kind, String full) {
  /** Says what a word is. */
  enum Role {
    LABEL,
    KEY_PREFIX,
    ARMOUR,
    MESSENGER,
    MAIL_AT,
    FILE,
    TITLE,
    HOUSE,
    OF,
    STREET,
    RUE,
    BOX,
    SECURITY_ID,
    DEGREE,
    COMMAND,
    CALL,
    STATEMENT,
    DICOM,
    HEALTH,
    MACHINE,
    ACCOUNT,
    KNOWN,
    KNOWN_CODED
  }
}
