package dev.candor.telemetry.squid;

/** Why a file could not be read. This is all that is ever said about such a file. */
public enum UnreadableReason {
  /** It is not there, or vanished while it was read. */
  MISSING,
  /** It is a directory. */
  DIRECTORY,
  /** It is a device, a pipe or a socket. */
  NOT_A_FILE,
  /** Its link leads back to itself. */
  LINK_LOOP,
  /** The operating system refuses it. */
  DENIED,
  /** Reading failed in another way. */
  IO,
  /** It is larger than {@link ConfigReader#MAX_BYTES}. */
  TOO_LARGE,
  /** It holds nothing but blanks. */
  EMPTY,
  /** It holds bytes that no text has. */
  BINARY,
  /** It is text, but not UTF-8, so the program could not read it either. */
  CHARSET,
  /** It holds the markers of an unfinished merge. */
  MERGE_CONFLICT,
  /** It gives a section or a key twice. */
  DUPLICATE_KEY,
  /** It nests deeper than {@link ConfigReader#MAX_DEPTH}. */
  TOO_DEEP,
  /** It holds more than {@link ConfigReader#MAX_VALUES}; what an alias repeats counts again. */
  TOO_MANY_VALUES,
  /** It breaks the rules of its format; a truncated file often does. */
  SYNTAX,
  /** Its name has none of the four formats. */
  UNKNOWN_FORMAT
}
