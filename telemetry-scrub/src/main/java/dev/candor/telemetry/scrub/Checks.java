package dev.candor.telemetry.scrub;

/** Check digits. Characters that are no digits are skipped. */
final class Checks {
  private static final String VERHOEFF_PRODUCT =
      "0123456789123406789523401789563401289567401239567859876043216598710432765982104387659321049876543210";
  private static final String VERHOEFF_SHIFT =
      "01234567891576283094580379614289160435279453126870428657390127938064157046913258";
  private static final int[] CHINESE = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Checks() {}

  /** Luhn: cards, IMEIs, Swedish and other numbers. */
  static boolean luhn(String text, int from, int end) {
    int sum = 0;
    int position = 0;
    boolean same = true;
    char before = 0;
    for (int i = end - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c)) {
        continue;
      }
      same &= before == 0 || before == c;
      before = c;
      int digit = c - '0';
      if ((position & 1) == 1) {
        digit *= 2;
        digit -= digit > 9 ? 9 : 0;
      }
      sum += digit;
      position++;
    }
    return !same && sum % 10 == 0;
  }

  /** Aadhaar. */
  static boolean verhoeff(String text, int from, int end) {
    int check = 0;
    int position = 0;
    for (int i = end - 1; i >= from; i--) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        int shifted = VERHOEFF_SHIFT.charAt((position % 8) * 10 + c - '0') - '0';
        check = VERHOEFF_PRODUCT.charAt(check * 10 + shifted) - '0';
        position++;
      }
    }
    return check == 0;
  }

  /** ISO 7064 MOD 11-2: ORCID, with an X for ten. */
  static boolean mod11x2(String text, int from, int end) {
    int total = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        total = (i == end - 1 ? total : total + c - '0') * (i == end - 1 ? 1 : 2) % 11;
      }
    }
    int check = (12 - total % 11) % 11;
    char last = Chars.lower(text.charAt(end - 1));
    return check == 10 ? last == 'x' : last == '0' + check;
  }

  /**
   * ISO 7064 MOD 97-10, letters counting as 10 to 35: the rest of what stood in front, followed by
   * a range. An IBAN leaves 1 when its first four characters are read last.
   */
  static int mod97(String text, int from, int end, int start) {
    int rest = start;
    for (int i = from; i < end; i++) {
      char c = Chars.lower(text.charAt(i));
      if (Chars.isDigit(c)) {
        rest = (rest * 10 + c - '0') % 97;
      } else if (Chars.isLower(c)) {
        rest = (rest * 100 + c - 'a' + 10) % 97;
      }
    }
    return rest;
  }

  /** The resident number of China: 17 digits and a check character. */
  static boolean chinese(String text, int from, int end) {
    if (end - from != 18) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (text.charAt(from + i) - '0') * CHINESE[i];
    }
    char check = "10x98765432".charAt(sum % 11);
    return Chars.lower(text.charAt(end - 1)) == check;
  }

  /** The number of Britain's health service. */
  static boolean nhs(String text, int from, int end) {
    int sum = 0;
    int weight = 10;
    int last = 0;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        if (weight > 1) {
          sum += (c - '0') * weight;
        }
        last = c - '0';
        weight--;
      }
    }
    return (11 - sum % 11) % 11 == last;
  }

  /** The number of France's social security: sex, year, month, place, and a key of 97. */
  static boolean french(String text, int from, int end) {
    char sex = text.charAt(from);
    if (end - from != 15 || (sex != '1' && sex != '2') || !isMonth(text, from + 3)) {
      return false;
    }
    int rest = 0;
    for (int i = from; i < end - 2; i++) {
      rest = (rest * 10 + text.charAt(i) - '0') % 97;
    }
    return 97 - rest == two(text, end - 2);
  }

  private static boolean isMonth(String text, int at) {
    int month = two(text, at);
    return month >= 1 && month <= 12;
  }

  /** The tax number of Germany. */
  static boolean steuerId(String text, int from, int end) {
    int product = 10;
    int last = -1;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c)) {
        continue;
      }
      if (last >= 0) {
        int sum = (last + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
      }
      last = c - '0';
    }
    int check = 11 - product;
    return (check == 10 ? 0 : check) == last;
  }

  /** Two digits of a day and two of a month. */
  static boolean isDay(String text, int day, int month) {
    if (Math.max(day, month) + 2 > text.length()) {
      return false;
    }
    int d = two(text, day);
    int m = two(text, month);
    return d >= 1 && d <= 31 && m >= 1 && m <= 12;
  }

  private static int two(String text, int at) {
    char high = text.charAt(at);
    char low = text.charAt(at + 1);
    return Chars.isDigit(high) && Chars.isDigit(low) ? (high - '0') * 10 + low - '0' : -1;
  }
}
