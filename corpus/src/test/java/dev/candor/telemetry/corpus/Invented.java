package dev.candor.telemetry.corpus;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** People, logins, machines and laboratories that do not exist. */
final class Invented {
  private Invented() {}

  /** Letters of {@code a} to {@code z} only, as in logins and host names. */
  static String ascii(String name) {
    String folded =
        Normalizer.normalize(
                name.replace("ß", "ss").replace("ł", "l").replace("Ł", "L"), Normalizer.Form.NFD)
            .replaceAll("[^A-Za-z]", "");
    return folded.isEmpty() ? "tanaka" : folded;
  }

  /** A family name that can stand in a login, whatever the language. */
  static String latinFamily(Tongue tongue, Dice dice) {
    return tongue.dense() ? Tongue.invented(dice) : ascii(tongue.family(dice));
  }

  /** A login of at least four letters that holds a name. */
  static String login(Tongue tongue, Dice dice) {
    String family = latinFamily(tongue, dice).toLowerCase(Locale.ROOT);
    char initial = (char) ('a' + dice.between(0, 25));
    return switch (dice.between(0, 5)) {
      case 0 -> initial + "." + family;
      case 1 -> family + dice.between(1, 99);
      case 2 -> initial + family;
      case 3 -> family;
      case 4 -> family + "_" + initial;
      default -> family + "-lab";
    };
  }

  /** A domain around the word that identifies. */
  static String domain(String word, Dice dice) {
    return dice.pick(
        "uni-" + word + ".de", word + "-lab.org", "mail." + word + ".co.uk", word + ".com");
  }

  /** A machine's name, and behind it the part that identifies. */
  static List<String> host(Tongue tongue, Dice dice) {
    String family = latinFamily(tongue, dice).toLowerCase(Locale.ROOT);
    String code = dice.mixedUpper(7);
    return switch (dice.between(0, 5)) {
      case 0 -> List.of(family + "lab-scope" + dice.between(1, 9), family);
      case 1 -> List.of("DESKTOP-" + code, code);
      case 2 -> List.of("ws-" + family + ".lan", family);
      case 3 -> List.of("mikro" + dice.between(1, 9) + ".intern." + family + ".example", family);
      case 4 -> List.of(capital(family) + "s-MacBook-Pro.local", family);
      default ->
          List.of("LAB" + dice.between(10, 99) + "-" + family.toUpperCase(Locale.ROOT), family);
    };
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  static String institution(Tongue tongue, String name, Dice dice) {
    return switch (tongue) {
      case DE -> dice.pick("Universitätsklinikum " + name, "Institut für Zellbiologie " + name);
      case FR -> dice.pick("Hôpital " + name, "Institut " + name + " de biologie");
      case ES -> dice.pick("Hospital " + name, "Universidad de " + name);
      case IT -> dice.pick("Ospedale " + name, "Università di " + name);
      case PL -> dice.pick("Szpital " + name, "Uniwersytet " + name);
      case PT -> dice.pick("Hospital " + name, "Universidade de " + name);
      case NL -> dice.pick("Ziekenhuis " + name, "Universiteit " + name);
      case SV -> dice.pick(name + " universitet", name + " sjukhus");
      case JA -> dice.pick(name + "大学病院", name + "研究所");
      case ZH -> dice.pick(name + "人民医院", name + "大学");
      default -> dice.pick(name + " Lab", "University of " + name, name + " General Hospital");
    };
  }
}
