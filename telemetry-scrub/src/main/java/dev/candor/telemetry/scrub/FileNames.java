package dev.candor.telemetry.scrub;

/** Names of files that people type: known by the extension of what they keep in them. */
final class FileNames {
  /** Extensions of documents, pictures, data and key stores; not of code or settings. */
  static final String[] EXTENSIONS = {
    ".tif", ".tiff", ".csv", ".tsv", ".xls", ".xlsx", ".doc", ".docx", ".pdf", ".ppt", ".pptx",
    ".odt", ".ods", ".rtf", ".txt", ".czi", ".nd2", ".lif", ".vsi", ".oib", ".png", ".jpg", ".jpeg",
    ".gif", ".bmp", ".heic", ".zip", ".7z", ".rar", ".tar", ".avi", ".mp4", ".mov", ".mkv", ".wav",
    ".mp3", ".m4a", ".dcm", ".nii", ".h5", ".hdf5", ".zarr", ".npy", ".npz", ".mat", ".fasta",
    ".fastq", ".bam", ".vcf", ".sav", ".pst", ".eml", ".msg", ".pem", ".p12", ".pfx", ".kdbx",
    ".ppk", ".ics", ".vcf", ".ipynb", ".fcs", ".ims", ".svs", ".edf", ".tex", ".epub", ".psd",
    ".svg", ".dwg", ".stl"
  };

  private static final int MAX_NAME = 160;
  private static final int MAX_WORDS = 5;
  private static final AsciiSet NAME = AsciiSet.alnumAnd("._-+()~#%/\\&@");
  private static final AsciiSet WORD = AsciiSet.alnumAnd("_-()+&.");

  private FileNames() {}

  static void verify(String text, int dot, int end, Findings out) {
    if (text.charAt(dot) != '.'
        || (end < text.length()
            && (Chars.isAlnum(text.charAt(end))
                || text.charAt(end) == '_'
                || text.charAt(end) == '('
                || (text.charAt(end) == '-'
                    && end + 1 < text.length()
                    && Chars.isAlnum(text.charAt(end + 1)))))) {
      return;
    }
    if (end + 1 < text.length()
        && text.charAt(end) == '.'
        && Chars.isLetter(text.charAt(end + 1))) {
      return;
    }
    int start = dot;
    while (start > 0 && dot - start < MAX_NAME && isNameChar(text.charAt(start - 1))) {
      start--;
    }
    if (start == dot) {
      return;
    }
    int from = widen(text, start, end);
    if (from < start || !isConventional(text, start, dot)) {
      out.add(from, end, Kind.PATH);
    }
  }

  /** Words in front that belong to the name: all of them in quotes, else capitals and numbers. */
  private static int widen(String text, int start, int end) {
    if (start < 2 || text.charAt(start - 1) != ' ') {
      return start;
    }
    if (end < text.length() && Labels.isQuote(text.charAt(end))) {
      char quote = text.charAt(end);
      for (int i = start - 1; i > 0 && end - i < MAX_NAME && text.charAt(i - 1) != '\n'; i--) {
        char c = text.charAt(i - 1);
        if (c == quote) {
          return i;
        }
      }
    }
    int from = start;
    for (int words = 0; words < MAX_WORDS && from > 1 && text.charAt(from - 1) == ' '; words++) {
      int word = from - 1;
      while (word > 0 && from - word < 40 && isWordChar(text.charAt(word - 1))) {
        word--;
      }
      if (word == from - 1) {
        break;
      }
      char first = text.charAt(word);
      boolean part =
          Chars.isUpper(first)
              || Chars.isDigit(first)
              || (first >= 128 && Character.isLetter(first))
              || first == '('
              || (word == from - 2 && !Chars.isLower(first));
      if (!part || Words.isCommon(text, word, from - 1)) {
        break;
      }
      from = word;
    }
    return from;
  }

  /** Names of common words and short numbers, as programs give them: {@code image_001.tif}. */
  private static boolean isConventional(String text, int from, int dot) {
    int segment = dot;
    while (segment > from && text.charAt(segment - 1) != '/' && text.charAt(segment - 1) != '\\') {
      segment--;
    }
    int at = segment;
    while (at < dot) {
      char c = text.charAt(at);
      int stop = at;
      if (Chars.isLetter(c)) {
        while (stop < dot
            && Chars.isLetter(text.charAt(stop))
            && (stop == at
                || !Chars.isUpper(text.charAt(stop))
                || Chars.isUpper(text.charAt(stop - 1)))) {
          stop++;
        }
        if (!Words.isEnglish(text, at, stop) && stop - at > 2) {
          return false;
        }
      } else if (Chars.isDigit(c)) {
        while (stop < dot && Chars.isDigit(text.charAt(stop))) {
          stop++;
        }
        if (stop - at > 4) {
          return false;
        }
      } else if (c >= 128) {
        return false;
      } else {
        stop++;
      }
      at = stop;
    }
    return true;
  }

  private static boolean isNameChar(char c) {
    return c < 128 ? NAME.has(c) : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isWordChar(char c) {
    return c < 128 ? WORD.has(c) : Character.isLetterOrDigit(c);
  }
}
