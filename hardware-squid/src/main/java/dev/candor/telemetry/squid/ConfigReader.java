package dev.candor.telemetry.squid;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads one configuration file of any generation: INI, YAML, JSON or XML.
 *
 * <p>Never throws for anything a file may hold or be, and never keeps more than {@link #MAX_BYTES}
 * of it. Stateless; any thread.
 */
final class ConfigReader {
  /** The largest file that is read; Squid's largest, with a picture inside, have 300 kB. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  /** The deepest nesting that is read. */
  static final int MAX_DEPTH = 64;

  /** The most values a file may hold, those repeated by aliases counted again. */
  static final int MAX_VALUES = 200_000;

  private final FileOpener opener;

  ConfigReader(FileOpener opener) {
    this.opener = opener;
  }

  /** Reads a file by the format that its name tells. */
  Document read(Path file) {
    try {
      return new Document.Read(parse(format(file), file));
    } catch (UnreadableException e) {
      return new Document.Unreadable(e.reason());
    }
  }

  private Value parse(Format format, Path file) throws UnreadableException {
    String text = FileText.read(file, opener, MAX_BYTES);
    if (hasMergeMarkers(text)) {
      throw new UnreadableException(UnreadableReason.MERGE_CONFLICT);
    }
    return switch (format) {
      case INI -> IniParser.parse(text);
      case YAML -> YamlParser.parse(text);
      case JSON -> JsonReader.parse(text);
      case XML -> XmlReader.parse(text);
    };
  }

  private static Format format(Path file) throws UnreadableException {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".example")) {
      name = name.substring(0, name.length() - ".example".length());
    }
    if (name.endsWith(".ini")) {
      return Format.INI;
    } else if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return Format.YAML;
    } else if (name.endsWith(".json")) {
      return Format.JSON;
    } else if (name.endsWith(".xml")) {
      return Format.XML;
    }
    throw new UnreadableException(UnreadableReason.UNKNOWN_FORMAT);
  }

  private static boolean hasMergeMarkers(String text) {
    return lineStartsWith(text, "<<<<<<< ") && lineStartsWith(text, ">>>>>>> ");
  }

  private static boolean lineStartsWith(String text, String marker) {
    return text.startsWith(marker) || text.contains("\n" + marker);
  }

  private enum Format {
    INI,
    YAML,
    JSON,
    XML
  }
}
