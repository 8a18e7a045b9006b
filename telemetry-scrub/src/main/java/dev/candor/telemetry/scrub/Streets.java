package dev.candor.telemetry.scrub;

/** Streets that a kind of street gives away, with what stands behind them. */
final class Streets {
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

  private Streets() {}

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
      from = Titles.namesBefore(text, start, 3, true);
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
    if (!Titles.isBound(text, start) || end >= text.length()) {
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
      word = Titles.word(text, next);
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
}
