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
    " pharma"
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

  /** Kinds of streets, behind their name. */
  static final String[] STREETS = {
    " street",
    " st",
    " avenue",
    " ave",
    " road",
    " rd",
    " lane",
    " ln",
    " drive",
    " boulevard",
    " blvd",
    " court",
    " square",
    " terrace",
    "straße",
    "strasse",
    "str.",
    "gasse",
    "platz",
    "allee",
    " weg",
    "weg",
    "gatan",
    "gata",
    "vägen",
    "gränd",
    "stigen",
    " torg",
    "gracht",
    "straat",
    "laan",
    "plein",
    "kade",
    "singel",
    "gade",
    "vej",
    "katu"
  };

  /** Kinds of streets, in front of it. */
  static final String[] RUES = {
    "rue ",
    "avenue ",
    "boulevard ",
    "quai ",
    "impasse ",
    "via ",
    "calle ",
    "avenida ",
    "rua ",
    "plaza ",
    "piazza ",
    "corso ",
    "viale ",
    "vicolo ",
    "largo ",
    "paseo ",
    "travessa ",
    "ul. ",
    "al. ",
    "os. ",
    "pl. ",
    "ulica ",
    "aleja ",
    "chemin "
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
    } else if (isFormal(text, start, end) && Chars.isLower(text.charAt(start))) {
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

  /** Up to two words in capitals. */
  private static int upperEnd(String text, int from) {
    int end = Names.wordStop(text, from);
    int next = end + 1;
    if (next < text.length() && text.charAt(end) == ' ' && Names.startsName(text, next)) {
      int stop = Names.wordStop(text, next);
      end = Words.isEnglish(text, next, stop) ? end : stop;
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

  /** {@code 12 Main Street}, {@code Hauptstraße 12, 10115 Berlin}. */
  static void street(String text, int start, int end, Findings out) {
    if (end < text.length() && Character.isLetter(text.charAt(end))) {
      return;
    }
    char kind = text.charAt(start);
    int from = start;
    if (kind != ' ' && !Chars.isLetter(kind)) {
      return;
    }
    if (kind == ' ') {
      if (start + 1 >= text.length() || !Chars.isUpper(text.charAt(start + 1))) {
        return;
      }
      from = namesBefore(text, start, 3, true);
      int number = from - 1;
      while (number > 0 && Chars.isAlnum(text.charAt(number - 1)) && from - number < 8) {
        number--;
      }
      if (from < start
          && number >= 0
          && Chars.isDigit(text.charAt(number))
          && text.charAt(from - 1) == ' ') {
        out.add(number, placeEnd(text, end), Kind.NAME);
        return;
      }
    } else {
      while (from > 0
          && start - from < 40
          && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '-')) {
        from--;
      }
    }
    int at = end;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
    }
    if (at + 1 < text.length()
        && text.charAt(at) == ' '
        && Chars.isDigit(text.charAt(at + 1))
        && from < end
        && Character.isUpperCase(text.charAt(from))
        && end - from > 5) {
      out.add(from, placeEnd(text, Numbers.groupEnd(text, at + 1)), Kind.NAME);
    }
  }

  static void rue(String text, int start, int end, Findings out) {
    int from = start;
    if (!isBound(text, start) || end >= text.length()) {
      return;
    }
    while (from > 0
        && start - from < 8
        && (Chars.isDigit(text.charAt(from - 1)) || ", ".indexOf(text.charAt(from - 1)) >= 0)) {
      from--;
    }
    while (from < start && !Chars.isDigit(text.charAt(from))) {
      from++;
    }
    int word = end;
    for (int i = 0;
        i < 4
            && word < text.length()
            && (Character.isLetter(text.charAt(word))
                || text.charAt(word) == ' '
                || text.charAt(word) == '\'');
        i++) {
      int next = text.charAt(word) == ' ' ? word + 1 : word;
      if (next >= text.length() || !Character.isLetter(text.charAt(next))) {
        break;
      }
      word = word(text, next);
    }
    if (!isStreetName(text, start, end, word)) {
      return;
    }
    boolean before = from < start && Chars.isDigit(text.charAt(from));
    int number = word;
    while (number < text.length() && number - word < 3 && ", ".indexOf(text.charAt(number)) >= 0) {
      number++;
    }
    boolean after = number < text.length() && number > word && Chars.isDigit(text.charAt(number));
    if ((before || after) && word > end + 2) {
      out.add(
          before ? from : start,
          placeEnd(text, after ? Numbers.groupEnd(text, number) : word),
          Kind.NAME);
    }
  }

  /** A capitalised word that is no common one; where all is in capitals, any that is none. */
  private static boolean isStreetName(String text, int start, int from, int end) {
    boolean upper = Names.allUpper(text, start, from);
    for (int at = from; at < end; at++) {
      int stop = Names.wordStop(text, at);
      if (stop > at + 1
          && Names.startsName(text, at)
          && !Words.isCommon(text, at, stop)
          && (upper || !Names.allUpper(text, at, stop) || text.charAt(at) >= 128)) {
        return true;
      }
      at = Math.max(at, stop);
    }
    return false;
  }

  /** Behind a street: commas, postal codes and names of places. */
  private static int placeEnd(String text, int from) {
    int end = from;
    int at = from;
    while (at < text.length() && at - from < 80) {
      char c = text.charAt(at);
      if (c == ',' || c == ' ' || c == '.') {
        at++;
      } else if (Chars.isDigit(c)
          || Character.isUpperCase(c)
          || isTown(text, from, at)
          || (c >= 0x2e80 && Character.isLetter(c))) {
        int stop = at;
        while (stop < text.length()
            && (Character.isLetterOrDigit(text.charAt(stop)) || text.charAt(stop) == '-')) {
          stop++;
        }
        at = stop;
        end = stop;
      } else {
        break;
      }
    }
    return end;
  }

  /** A small word right behind a code: where all is in small letters, so is the town. */
  private static boolean isTown(String text, int from, int at) {
    return at - from >= 6
        && Character.isLowerCase(text.charAt(at))
        && text.charAt(at - 1) == ' '
        && Chars.isDigit(text.charAt(at - 2))
        && Chars.isDigit(text.charAt(at - 5))
        && !Words.isEnglish(text, at, Names.wordStop(text, at));
  }

  /** The start of the capitalised words that end in front of a blank. */
  private static int namesBefore(String text, int blank, int max, boolean common) {
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

  private static int word(String text, int from) {
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

  private static boolean isBound(String text, int at) {
    return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
