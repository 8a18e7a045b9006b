package dev.candor.telemetry.scrub;

/**
 * A class of labels: words that say what stands behind them, in about fifteen languages. The words
 * are in {@code src/words/labels.txt}.
 */
enum Label {
  /** What only its owner may know. */
  PASSWORD(Kind.SECRET),
  /** What may be a key, or the name of one. */
  TOKEN(Kind.SECRET),
  /** Headers whose whole value is a secret. */
  HEADER(Kind.SECRET),
  /** The word in front of credentials of a header. */
  SCHEME(Kind.SECRET),
  /** A login. */
  USER(Kind.USER),
  /** A machine. */
  HOST(Kind.HOST),
  /** A person's name. */
  PERSON(Kind.NAME),
  /** The word {@code name} alone, which names things more often than people. */
  NAME(Kind.NAME),
  /** A place where people work. */
  INSTITUTION(Kind.NAME),
  /** What names a patient, an animal or a sample. */
  SUBJECT(Kind.ID),
  /** What names a sample, or counts one. */
  SAMPLE(Kind.ID),
  /** What names a person in someone's books. */
  PERSONAL_ID(Kind.ID),
  /** What names one device. */
  SERIAL(Kind.ID),
  /** A telephone. */
  PHONE(Kind.ID),
  /** A day of birth. */
  BIRTH(Kind.ID),
  /** A place on earth. */
  COORDINATES(Kind.ID),
  /** What holds coordinates of any system, and is one of the earth by its digits. */
  POINT(Kind.ID),
  /** A code of a place. */
  POSTAL_CODE(Kind.NAME),
  /** Where someone lives. */
  ADDRESS(Kind.NAME),
  /** A hardware address without separators. */
  MAC(Kind.MAC),
  /** A network address of any form. */
  ADDRESS_IP(Kind.IP),
  /** A network that has a name. */
  NETWORK(Kind.NAME);

  private final Kind kind;

  Label(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }
}
