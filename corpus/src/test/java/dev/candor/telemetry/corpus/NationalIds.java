package dev.candor.telemetry.corpus;

import java.util.List;

/** Numbers that states give to people, in the written form and with the check digits of each. */
final class NationalIds {
  private static final String DNI = "TRWAGMYFPDXBNJZSQVHLCKE";

  private NationalIds() {}

  static Planted make(Tongue tongue, Dice dice) {
    return switch (tongue) {
      case EN -> dice.chance(60) ? social(dice) : insurance(dice);
      case DE -> taxNumber(dice);
      case FR -> french(dice);
      case ES -> spanish(dice);
      case IT -> italian(dice);
      case PL -> polish(dice);
      case PT -> brazilian(dice);
      case NL -> dutch(dice);
      case SV -> swedish(dice);
      case JA -> japanese(dice);
      case ZH -> chinese(dice);
    };
  }

  private static Planted social(Dice dice) {
    String value =
        "%03d-%02d-%04d"
            .formatted(dice.between(101, 665), dice.between(11, 99), dice.between(1001, 9999));
    return Planted.plain(dice.pick("ssn", "SSN", "social security number"), value, value);
  }

  private static Planted insurance(Dice dice) {
    String first = dice.pick("AB", "JG", "SW", "PC", "EH");
    String numbers = dice.digits(6);
    String spaced =
        first + " " + numbers.replaceAll("(..)(?=.)", "$1 ") + " " + dice.pick("A", "B", "C", "D");
    String value = dice.chance(50) ? spaced : spaced.replace(" ", "");
    return new Planted(
        value,
        List.of(value),
        dice.pick("NINO", "national insurance number"),
        !value.equals(spaced));
  }

  private static Planted taxNumber(Dice dice) {
    String first = dice.between(1, 9) + dice.digits(9);
    int product = 10;
    for (char c : first.toCharArray()) {
      int sum = (c - '0' + product) % 10;
      product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    String value = first + (11 - product) % 10;
    return Planted.under(
        dice.pick("Steuer-ID", "Steueridentifikationsnummer", "IdNr"), value, value);
  }

  private static Planted french(Dice dice) {
    String bare =
        "%d%02d%02d%02d%03d%03d"
            .formatted(
                dice.between(1, 2),
                dice.between(31, 99),
                dice.between(1, 12),
                dice.between(10, 95),
                dice.between(1, 990),
                dice.between(1, 999));
    String key = "%02d".formatted(97 - Long.parseLong(bare) % 97);
    String spaced = bare.replaceFirst("(.)(..)(..)(..)(...)(...)", "$1 $2 $3 $4 $5 $6") + " " + key;
    String value = dice.chance(60) ? spaced : bare + key;
    return new Planted(
        value,
        List.of(value),
        dice.pick("NIR", "numéro de sécurité sociale", "INSEE"),
        !value.equals(spaced));
  }

  private static Planted spanish(Dice dice) {
    String digits = dice.between(1, 9) + dice.digits(7);
    String value = digits + DNI.charAt(Integer.parseInt(digits) % 23);
    return Planted.under(dice.pick("DNI", "NIF"), value, value);
  }

  private static Planted italian(Dice dice) {
    String consonants = "BCDFGLMNPRSTVZ";
    String bare =
        dice.from(consonants, 6)
            + dice.digits(2)
            + dice.from("ABCDEHLMPRST", 1)
            + "%02d".formatted(dice.between(1, 31))
            + dice.from("ABCDEFGHIL", 1)
            + dice.between(100, 999);
    String value = bare + italianCheck(bare);
    return Planted.plain(dice.pick("codice fiscale", "CF"), value, value);
  }

  private static char italianCheck(String bare) {
    int[] odd = {
      1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };
    int sum = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      int index = Character.isDigit(c) ? c - '0' : c - 'A';
      sum += i % 2 == 0 ? odd[index] : index;
    }
    return (char) ('A' + sum % 26);
  }

  private static Planted polish(Dice dice) {
    String first =
        "%02d%02d%02d".formatted(dice.between(31, 99), dice.between(1, 12), dice.between(1, 28))
            + dice.digits(4);
    int[] weights = {1, 3, 7, 9, 1, 3, 7, 9, 1, 3};
    int sum = 0;
    for (int i = 0; i < 10; i++) {
      sum += (first.charAt(i) - '0') * weights[i];
    }
    String value = first + (10 - sum % 10) % 10;
    return Planted.under(dice.pick("PESEL", "numer PESEL"), value, value);
  }

  private static Planted brazilian(Dice dice) {
    String first = dice.digits(9);
    String second = first + cpfDigit(first, 10);
    String bare = second + cpfDigit(second, 11);
    String value = bare.replaceFirst("(...)(...)(...)(..)", "$1.$2.$3-$4");
    return Planted.plain("CPF", value, value);
  }

  private static int cpfDigit(String digits, int weight) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (weight - i);
    }
    return sum % 11 < 2 ? 0 : 11 - sum % 11;
  }

  private static Planted dutch(Dice dice) {
    while (true) {
      String value = dice.between(1, 9) + dice.digits(8);
      int sum = -(value.charAt(8) - '0');
      for (int i = 0; i < 8; i++) {
        sum += (value.charAt(i) - '0') * (9 - i);
      }
      if (sum % 11 == 0) {
        return Planted.under(dice.pick("BSN", "burgerservicenummer"), value, value);
      }
    }
  }

  private static Planted swedish(Dice dice) {
    String date =
        "%02d%02d%02d".formatted(dice.between(31, 99), dice.between(1, 12), dice.between(1, 28));
    String bare = NumberKinds.luhn(date + dice.digits(3));
    String value = "19" + bare.substring(0, 6) + "-" + bare.substring(6);
    return Planted.under("personnummer", value, bare.substring(0, 6), bare.substring(6));
  }

  private static Planted japanese(Dice dice) {
    String value = dice.between(1, 9) + dice.digits(11);
    return Planted.under(dice.pick("マイナンバー", "個人番号"), value, value);
  }

  private static Planted chinese(Dice dice) {
    String first =
        "310115%d%02d%02d%03d"
            .formatted(
                dice.between(1931, 2005),
                dice.between(1, 12),
                dice.between(1, 28),
                dice.between(100, 999));
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (first.charAt(i) - '0') * weights[i];
    }
    String value = first + "10X98765432".charAt(sum % 11);
    return Planted.plain(dice.pick("身份证号", "身份证"), value, value);
  }
}
