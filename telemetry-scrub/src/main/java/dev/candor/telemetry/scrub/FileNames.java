package dev.candor.telemetry.scrub;

/** Names of files that people type: known by the extension of what they keep in them. */
final class FileNames {
  /** Extensions of documents, pictures, data and key stores; not of code or settings. */
  @SuppressWarnings("StringSplitter")
  static final String[] EXTENSIONS =
      (".tif .tiff .csv .tsv .xls .xlsx .doc .docx .pdf .ppt .pptx .odt .ods .rtf .txt .czi "
              + ".nd2 .lif .vsi .oib .png .jpg .jpeg .gif .bmp .heic .zip .7z .rar .tar .avi .mp4 "
              + ".mov .mkv .wav .mp3 .m4a .dcm .nii .h5 .hdf5 .zarr .npy .npz .mat .fasta .fastq .bam "
              + ".vcf .sav .pst .eml .msg .pem .p12 .pfx .kdbx .ppk .ics .ipynb .fcs .ims .svs .edf "
              + ".tex .epub .psd .svg .dwg .stl .roi .rois .qptiff .scn .mrxs .ndpi .lsm .oif .oir "
              + ".r3d .stk .flex .mvd2 .lei .zvi .cr2 .cr3 .nef .arw .dng .heif .webp .avif .tga .ply "
              + ".fbx .dxf .pdb .cif .fna .gbk .gff .ab1 .pzfx .pzf .opj .opju .spss .dta .rdata .rds "
              + ".parquet .pkl .ckpt .onnx .hdf .nwb .abf .tdms .mzml .mzxml .docm .xlsm .xlsb .pptm "
              + ".odp .odg .webm .flv .wmv .m4v .mpg .mpeg .3gp .ogg .flac .aac .aiff .wma .tgz .dmg "
              + ".sqlite .mdb .accdb .dbf .gpx .kml .kmz .mbox .vcard .enl .ris .bib .vsdx .eps .indd "
              + ".htm .html .ijm .md .sql .bak .json .log .yaml .yml .xml .ini .toml")
          .split(" ");

  /** Kinds of files that programs write more often than people. */
  private static final WordSet MACHINE =
      WordSet.of("json log yaml yml xml ini toml htm html ijm md sql bak");

  /** Words that no name starts with: what is done to files, and how sentences go on. */
  private static final WordSet STOPS =
      WordSet.of(
          """
          with from to as at in of by for on near after before while because into via and or is was
          the a an file files open opened opening read reading write writing wrote save saved saving
          load loaded loading parse parsing parsed import imported importing export exported
          exporting could not cannot failed unable error create created creating delete deleted
          process processing processed handling using skipping copy copied moved uploaded uploading
          downloading found missing reading closed called named
          von aus nach mit beim und datei de des du la le les del dans fichier en con para por el
          """);

  private static final WordSet MEDIA =
      WordSet.of("application image text audio video multipart font model message chemical");

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
                || text.charAt(end) == '$'
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
    if (start == dot || isMediaType(text, start, dot, end)) {
      return;
    }
    int from = widen(text, start, dot, end);
    boolean machine = MACHINE.contains(text, dot + 1, end);
    int typed = TypedNames.start(text, start, dot, machine);
    if (typed >= 0) {
      out.add(Math.min(typed, from), end, Kind.PATH);
    } else if (!isConventional(text, from, dot) && (!machine || isPersonal(text, from, dot))) {
      out.add(from, end, Kind.PATH);
    }
  }

  /** {@code application/vnd.ome.tiff+json}: the name of a format, not of a file. */
  private static boolean isMediaType(String text, int start, int dot, int end) {
    int slash = Extents.indexOf(text, '/', start, dot - start);
    if (slash < 0 || !MEDIA.contains(text, start, slash)) {
      return false;
    }
    return text.regionMatches(true, slash + 1, "vnd.", 0, 4)
        || text.regionMatches(true, slash + 1, "x-", 0, 2)
        || text.startsWith("+", end);
  }

  /** Words in front that belong to the name: all of them in quotes, else what reads like one. */
  private static int widen(String text, int start, int dot, int end) {
    if (start < 2 || text.charAt(start - 1) != ' ') {
      return start;
    }
    char open = end < text.length() ? opening(text.charAt(end)) : 0;
    for (int i = start - 1;
        open != 0 && i > 0 && end - i < MAX_NAME && text.charAt(i - 1) != '\n';
        i--) {
      if (text.charAt(i - 1) == open) {
        return i;
      }
    }
    boolean tail = isTail(text, start, dot);
    int from = start;
    for (int words = 0; words < MAX_WORDS && from > 1 && text.charAt(from - 1) == ' '; words++) {
      int word = from - 1;
      while (word > 0 && from - word < 40 && isWordChar(text.charAt(word - 1))) {
        word--;
      }
      if (word == from - 1
          || (tail ? STOPS.contains(text, word, from - 1) : !isPart(text, word, from - 1))) {
        break;
      }
      from = word;
    }
    return from;
  }

  /** Whether a word starts no name, but a part of a message. */
  static boolean isStop(String text, int from, int end) {
    return STOPS.contains(text, from, end);
  }

  private static char opening(char close) {
    return switch (close) {
      case '"', '\'', '`' -> close;
      case '\u201d' -> '\u201c';
      case '\u2019' -> '\u2018';
      case '\u00bb' -> '\u00ab';
      case '\u300d' -> '\u300c';
      default -> 0;
    };
  }

  /** {@code v2}, {@code 003}, {@code (copy)}: the end of a name with blanks in it. */
  private static boolean isTail(String text, int from, int dot) {
    if (text.charAt(from) == '(') {
      return true;
    }
    int letters = 0;
    for (int i = from; i < dot; i++) {
      letters += Chars.isDigit(text.charAt(i)) ? 0 : 1;
    }
    return letters <= 1;
  }

  /** A capitalised word that is no common one, a number, a bracket or a dash. */
  private static boolean isPart(String text, int from, int end) {
    char first = text.charAt(from);
    boolean part =
        Chars.isUpper(first)
            || Chars.isDigit(first)
            || (first >= 128 && Character.isLetter(first))
            || first == '('
            || (from == end - 1 && !Chars.isLower(first));
    return part && !Words.isCommon(text, from, end);
  }

  /** Of a kind of file that programs write too: letters beyond ASCII, or a name among words. */
  private static boolean isPersonal(String text, int from, int dot) {
    int parts = 1;
    boolean name = false;
    for (int i = from; i < dot; i++) {
      char c = text.charAt(i);
      if (c >= 128) {
        return true;
      }
      parts += c == '_' || c == ' ' || c == '-' ? 1 : 0;
      boolean capital = Chars.isUpper(c) && (i == from || !Chars.isLetter(text.charAt(i - 1)));
      if (capital) {
        int stop = Labels.wordEnd(text, i);
        name |= stop - i > 3 && !Words.isEnglish(text, i, stop) && !Names.allUpper(text, i, stop);
      }
    }
    return name && parts > 1;
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

  /** Whether a value under the key of a file is a name that a person gave it. */
  static boolean isTyped(String value, int from, int end) {
    int dot = end - 1;
    while (dot > from && end - dot < 8 && Chars.isAlnum(value.charAt(dot))) {
      dot--;
    }
    if (value.charAt(dot) != '.' || dot == from || isConventional(value, from, dot)) {
      return false;
    }
    for (int i = from; i < dot; i++) {
      char c = value.charAt(i);
      if (c >= 128 || " _-()".indexOf(c) >= 0 || Chars.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNameChar(char c) {
    return c < 128 ? NAME.has(c) : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }

  private static boolean isWordChar(char c) {
    return c < 128 ? WORD.has(c) : Character.isLetterOrDigit(c);
  }
}
