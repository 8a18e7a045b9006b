package dev.candor.telemetry.scrub;

import java.util.Locale;

/** What the sanitizer looks for. */
public enum Kind {
  /** A file path with a person, folder or typed name in it. */
  PATH,
  /** A mail address. */
  EMAIL,
  /** A user name known on this machine or named by a label. */
  USER,
  /** A host name known on this machine or named by a label. */
  HOST,
  /** A network address. */
  IP,
  /** A hardware address. */
  MAC,
  /** An address on the web with credentials, a query or a private host. */
  URL,
  /** A key, token or password. */
  SECRET,
  /** An id that names a person, sample or device. */
  ID,
  /** Other text that a person typed. */
  NAME;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word in the placeholder. */
  public String word() {
    return word;
  }
}
