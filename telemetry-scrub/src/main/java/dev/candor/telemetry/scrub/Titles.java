package dev.candor.telemetry.scrub;

/** Names that a title, a kind of house or a kind of street gives away. */
final class Titles {
  /** In front of a person's name. */
  static final String[] TITLES = {
    "dr.",
    "dr ",
    "prof.",
    "prof ",
    "professor ",
    "mr.",
    "mr ",
    "mrs.",
    "mrs ",
    "ms.",
    "ms ",
    "miss ",
    "herr ",
    "frau ",
    "mme ",
    "sra.",
    "señor ",
    "señora ",
    "dott.",
    "sir ",
    "dear ",
    "hello ",
    "hi ",
    "hallo ",
    "liebe ",
    "lieber ",
    "bonjour ",
    "hola "
  };

  /** Behind the name of an institution. */
  static final String[] HOUSES = {
    " lab",
    " laboratory",
    " laboratories",
    " university",
    " institute",
    " hospital",
    " clinic",
    " college",
    " klinikum",
    " universität",
    " institut",
    " klinik",
    " medical center",
    " school of medicine",
    " gmbh",
    " ltd",
    " inc",
    " corp",
    " research center",
    " foundation",
    " biotech",
    " therapeutics",
    " pharma",
    " sp. z o.o",
    " s.p.a",
    " s.r.l",
    " sarl",
    " kft"
  };

  /** In front of it. */
  static final String[] OF = {
    "university of ",
    "institut ",
    "instituto ",
    "institute of ",
    "universität ",
    "université de ",
    "universidad de ",
    "institut für ",
    "institute for ",
    "hospital of ",
    "lab of ",
    "laboratory of ",
    "college of ",
    "department of ",
    "école ",
    "università di ",
    "uniklinik ",
    "charité "
  };

  /** Words that start a sentence about a house, not its name. */
  private static final WordSet ARTICLES =
      WordSet.of(
          """
          das der die dem den des ein eine einem einer the this that our your their no each every
          le la les un une ce cette notre el los las una lo il gli de het een ten
          """);

  private Titles() {}

  static void person(String text, int start, int end, Findings out) {
    if (!isBound(text, start)) {
      return;
    }
    int from = skipDegrees(text, end);
    if (from >= text.length()) {
      return;
    }
    if (Chars.isUpper(text.charAt(start)) && Names.startsName(text, from)) {
      int to = Names.nameEnd(text, from, word(text, from));
      boolean sure = isFormal(text, start, end);
      if (to > from + 1
          && (Names.isName(text, from, to)
              || (sure && Names.isUpperName(text, start, from, upperEnd(text, from))))) {
        out.add(from, Names.isName(text, from, to) ? to : upperEnd(text, from), Kind.NAME);
      }
    } else if (isFormal(text, start, end)
        && (Chars.isLower(text.charAt(start)) || text.charAt(end - 1) == '.')) {
      out.add(from, Math.max(from, Names.lowerNameEnd(text, from)), Kind.NAME);
    }
  }

  /** Titles that are no words of their own, whatever their case. */
  private static boolean isFormal(String text, int start, int end) {
    return text.charAt(end - 1) == '.'
        || text.regionMatches(true, start, "herr", 0, 4)
        || text.regionMatches(true, start, "frau", 0, 4)
        || text.regionMatches(true, start, "professor", 0, 9);
  }

  /** Up to three words in capitals, with the particles of names between them. */
  private static int upperEnd(String text, int from) {
    int end = Names.wordStop(text, from);
    int at = end;
    for (int words = 0; words < 3 && at + 1 < text.length(); words++) {
      int next = at + 1;
      if (text.charAt(at) != ' ' || !Names.startsName(text, next)) {
        break;
      }
      at = Names.wordStop(text, next);
      if (!Names.isParticle(text, next, at)) {
        if (Words.isEnglish(text, next, at)) {
          break;
        }
        end = at;
      }
    }
    return Extents.trimmed(text, from, end);
  }

  /** {@code med.}, {@code rer. nat.}: small words with a dot. */
  private static int skipDegrees(String text, int from) {
    int at = from;
    for (int i = 0; i < 4 && at < text.length(); i++) {
      while (at < text.length() && at - from < 24 && " .".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      int stop = at;
      while (stop < text.length() && stop - at < 6 && Chars.isLetter(text.charAt(stop))) {
        stop++;
      }
      if (stop == at || stop - at > 5 || stop == text.length() || text.charAt(stop) != '.') {
        break;
      }
      at = stop;
    }
    return at;
  }

  static void house(String text, int start, int end, Findings out) {
    boolean bound = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
    if (!bound
        || (end < text.length() && "=:\"_".indexOf(text.charAt(end)) >= 0)
        || text.charAt(start) == '-'
        || (start + 1 < text.length() && !Chars.isUpper(text.charAt(start + 1)))
        || text.charAt(start) == '.') {
      return;
    }
    int from = namesBefore(text, start, 4, false);
    if (from < start) {
      out.add(from, end, Kind.NAME);
    }
  }

  static void of(String text, int start, int end, Findings out) {
    if (isBound(text, start)
        && text.charAt(end - 1) == ' '
        && Chars.isUpper(text.charAt(start))
        && end < text.length()) {
      int to = Names.nameEnd(text, end, word(text, end));
      if (Names.isName(text, end, to)) {
        out.add(start, to, Kind.NAME);
      }
    }
  }

  /** The start of the capitalised words that end in front of a blank. */
  static int namesBefore(String text, int blank, int max, boolean common) {
    int from = blank;
    for (int words = 0; words < max; words++) {
      int end = words == 0 ? blank : from - 1;
      if (end <= 0 || (words > 0 && text.charAt(end) != ' ')) {
        break;
      }
      int word = end;
      while (word > 0
          && end - word < 40
          && (Character.isLetter(text.charAt(word - 1))
              || text.charAt(word - 1) == '-'
              || text.charAt(word - 1) == '\'')) {
        word--;
      }
      if (word == end
          || (word > 0 && Chars.isDigit(text.charAt(word - 1)))
          || !Character.isUpperCase(text.charAt(word))
          || ARTICLES.contains(text, word, end)
          || (!common && Words.isCommon(text, word, end))) {
        break;
      }
      from = word;
    }
    return from;
  }

  static int word(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 40) {
      char c = text.charAt(end);
      if (!Character.isLetter(c)
          && c != '-'
          && c != '\''
          && c != '\u2019'
          && !(c == '.' && end > from && end - from < 3)) {
        break;
      }
      end++;
    }
    return end;
  }

  static boolean isBound(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
