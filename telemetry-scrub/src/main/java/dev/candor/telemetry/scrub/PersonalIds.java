package dev.candor.telemetry.scrub;

/** Numbers with letters in them: IBAN, national insurance, tax codes, DNI. */
final class PersonalIds {
  private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";
  private static final String HETU = "0123456789ABCDEFHJKLMNPRSTUVWXY";
  private static final int MAX_IBAN = 34;
  private static final WordSet COUNTRIES =
      WordSet.of(
          """
          ad ae al at az ba be bg bh br by ch cr cy cz de dk do ee eg es fi fo fr gb ge gi gl gr gt
          hr hu ie il iq is it jo kw kz lb lc li lt lu lv ly mc md me mk mr mt mu nl no pk pl ps pt
          qa ro rs sa sc sd se si sk sm st sv tl tn tr ua va vg xk
          """);

  private PersonalIds() {}

  /** Verifies what starts with letters (or none) in front of a group of digits. */
  static int verify(String text, int start, int from, int end, Findings out) {
    if (start > 0 && (Chars.isAlnum(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      return 0;
    }
    int found =
        switch (from - start) {
          case 0 -> digitsFirst(text, from, end);
          case 1 -> foreigner(text, start, from, end);
          case 2 -> Math.max(iban(text, start, from), insurance(text, start, from));
          case 5 -> taxpayer(text, from, end);
          case 6 -> fiscalCode(text, start);
          default -> 0;
        };
    if (found > 0) {
      out.add(start, found, Kind.ID);
    }
    return found;
  }

  /** {@code 12345678Z}, {@code 131052-308T}, and 17 digits with an X. */
  private static int digitsFirst(String text, int from, int end) {
    if (end >= text.length()) {
      return 0;
    }
    int length = end - from;
    int letter = end;
    if (length == 8 && text.charAt(letter) == '-') {
      letter++;
    }
    if (length == 8
        && isLast(text, letter)
        && Character.toUpperCase(text.charAt(letter))
            == DNI.charAt((int) (number(text, from, end) % 23))) {
      return letter + 1;
    }
    if (length == 17
        && isLast(text, end)
        && Checks.isDay(text, from + 12, from + 10)
        && Checks.chinese(text, from, end + 1)) {
      return end + 1;
    }
    if (length == 6
        && "-+A".indexOf(text.charAt(end)) >= 0
        && Checks.isDay(text, from, from + 2)
        && Numbers.groupEnd(text, end + 1) == end + 4
        && isLast(text, end + 4)) {
      long check = (number(text, from, end) * 1000 + number(text, end + 1, end + 4)) % 31;
      return Character.toUpperCase(text.charAt(end + 4)) == HETU.charAt((int) check) ? end + 5 : 0;
    }
    return orcid(text, from, end);
  }

  /** {@code 0000-0002-1694-233X}; the form without X is one of {@link Shapes}. */
  private static int orcid(String text, int from, int end) {
    int last = from + 18;
    boolean shape =
        end - from == 4
            && last < text.length()
            && Chars.lower(text.charAt(last)) == 'x'
            && text.charAt(from + 4) == '-'
            && text.charAt(from + 9) == '-'
            && text.charAt(from + 14) == '-';
    return shape && Checks.mod11x2(text, from, last + 1) ? last + 1 : 0;
  }

  private static int foreigner(String text, int start, int from, int end) {
    int lead = "XYZ".indexOf(Character.toUpperCase(text.charAt(start)));
    if (lead >= 0 && end - from == 7 && isLast(text, end)) {
      long number = lead * 10_000_000L + number(text, from, end);
      return Character.toUpperCase(text.charAt(end)) == DNI.charAt((int) (number % 23))
          ? end + 1
          : 0;
    }
    return 0;
  }

  /** Country, check digits, then up to 30 characters in one run or in groups of four. */
  private static int iban(String text, int start, int from) {
    if (Numbers.groupEnd(text, from) < from + 2
        || (start > 0 && text.charAt(start - 1) == '-')
        || !COUNTRIES.contains(text, start, from)) {
      return 0;
    }
    int at = start;
    int count = 0;
    int found = 0;
    int rest = 0;
    char separator = from + 2 < text.length() ? text.charAt(from + 2) : 0;
    boolean grouped = separator == ' ' || separator == '-' || separator == '\u00a0';
    while (at < text.length() && count < MAX_IBAN) {
      int group = 0;
      while (at < text.length() && Chars.isAlnum(text.charAt(at)) && (!grouped || group < 4)) {
        rest = at < start + 4 ? 0 : Checks.mod97(text, at, at + 1, rest);
        group++;
        at++;
      }
      count += group;
      boolean bound = at == text.length() || !Chars.isAlnum(text.charAt(at));
      if (bound
          && count >= 15
          && count <= MAX_IBAN
          && Checks.mod97(text, start, start + 4, rest) == 1) {
        found = at;
      }
      if (!grouped || group < 4 || at >= text.length() || text.charAt(at) != separator) {
        break;
      }
      at++;
    }
    return found;
  }

  /** {@code AB 12 34 56 C}, with a blank behind the letters. */
  static int insuranceApart(String text, int start, int from, Findings out) {
    boolean bound = start == 0 || !Chars.isAlnum(text.charAt(start - 1));
    int found = bound ? insurance(text, start, from) : 0;
    if (found > 0) {
      out.add(start, found, Kind.ID);
    }
    return found;
  }

  /** {@code AB123456C}. */
  private static int insurance(String text, int start, int from) {
    int digits = 0;
    int at = from;
    boolean upper = Chars.isUpper(text.charAt(start)) && Chars.isUpper(text.charAt(start + 1));
    if (!upper && !isInsurancePrefix(text, start)) {
      return 0;
    }
    while (at < text.length() && digits < 6) {
      char c = text.charAt(at);
      if (Chars.isDigit(c)) {
        digits++;
      } else if (c != ' ' || (at + 1 < text.length() && text.charAt(at + 1) == ' ')) {
        return 0;
      }
      at++;
    }
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    char last = at < text.length() ? text.charAt(at) : 0;
    boolean suffix =
        ((last >= 'A' && last <= 'D') || (!upper && last >= 'a' && last <= 'd'))
            && isLast(text, at);
    return digits == 6 && suffix ? at + 1 : 0;
  }

  /** Small letters that such a number begins with, and no hash: {@code sw141500b}. */
  private static boolean isInsurancePrefix(String text, int start) {
    char first = text.charAt(start);
    char second = text.charAt(start + 1);
    boolean lower = Chars.isLower(first) && Chars.isLower(second);
    boolean hash = Chars.isHex(first) && Chars.isHex(second) && text.charAt(start + 2) != ' ';
    return lower && !hash && "dfiquv".indexOf(first) < 0 && "dfioquv".indexOf(second) < 0;
  }

  /** {@code ABCPE1234F}: the fourth letter says what kind of taxpayer. */
  private static int taxpayer(String text, int from, int end) {
    boolean holder = "PCHFATBLJG".indexOf(Character.toUpperCase(text.charAt(from - 2))) >= 0;
    boolean upper = Chars.isUpper(text.charAt(from - 1));
    return upper
            && holder
            && end - from == 4
            && end < text.length()
            && Chars.isUpper(text.charAt(end))
            && isLast(text, end)
        ? end + 1
        : 0;
  }

  /** {@code RSSMRA85T10A562S}. */
  private static int fiscalCode(String text, int start) {
    String shape = "AAAAAA00A00A000A";
    if (start + shape.length() > text.length()) {
      return 0;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(start + i);
      boolean fits = shape.charAt(i) == 'A' ? Chars.isLetter(c) : Chars.isAlnum(c);
      if (!fits || (shape.charAt(i) == '0' && i > 5 && i < 8 && !Chars.isDigit(c))) {
        return 0;
      }
    }
    int end = start + shape.length();
    return isLast(text, end - 1) ? end : 0;
  }

  /** A letter that ends its word. */
  private static boolean isLast(String text, int at) {
    return at < text.length()
        && Chars.isLetter(text.charAt(at))
        && (at + 1 == text.length()
            || (!Chars.isAlnum(text.charAt(at + 1)) && text.charAt(at + 1) != '_'));
  }

  private static long number(String text, int from, int end) {
    long number = 0;
    for (int i = from; i < end; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
