package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How to reach somebody: mail, post, telephone. */
final class ReachKinds {
  /** Words that stand in the addresses of a million people. */
  private static final Set<String> WAYS =
      Set.of(
          "street",
          "road",
          "lane",
          "avenue",
          "boulevard",
          "chemin",
          "calle",
          "avenida",
          "paseo",
          "delle",
          "corso",
          "piazza",
          "viale",
          "travessa",
          "gränd");

  private ReachKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.personal("email", ReachKinds::email),
        Kind.personal("email_obfuscated", ReachKinds::obfuscated),
        Kind.personal("postal_address", ReachKinds::address),
        Kind.personal("phone", ReachKinds::phone));
  }

  private static Planted email(Tongue tongue, Dice dice) {
    String given =
        tongue.dense() ? "yuki" : Invented.ascii(tongue.given(dice)).toLowerCase(Locale.ROOT);
    String family = Invented.latinFamily(tongue, dice).toLowerCase(Locale.ROOT);
    String local =
        dice.pick(
            given + "." + family,
            family + dice.between(1, 99),
            given + "_" + family + "+lab",
            given.charAt(0) + "-" + family);
    String word = Tongue.invented(dice).toLowerCase(Locale.ROOT);
    String address = local + "@" + Invented.domain(word, dice);
    String value = dice.chance(15) ? "mailto:" + address : address;
    return Planted.plain(
        dice.pick("email", "mail", "e-mail", "contact", "from", "recipient"), value, local, word);
  }

  private static Planted obfuscated(Tongue tongue, Dice dice) {
    String local =
        Invented.latinFamily(tongue, dice).toLowerCase(Locale.ROOT) + "." + dice.from("abcdkmt", 1);
    String domain = Tongue.invented(dice).toLowerCase(Locale.ROOT);
    String end = dice.pick("org", "com", "de", "fr", "net");
    String value =
        switch (dice.between(0, 5)) {
          case 0 -> local + " (at) " + domain + " (dot) " + end;
          case 1 -> local + "[at]" + domain + "[dot]" + end;
          case 2 -> local + " at " + domain + " dot " + end;
          case 3 -> local + " AT " + domain + " DOT " + end;
          case 4 -> local + "(at)" + domain + "." + end;
          default -> local + " {at} " + domain + " {dot} " + end;
        };
    return Planted.plain(dice.pick("email", "contact", "mail"), value, local, domain);
  }

  private static Planted address(Tongue tongue, Dice dice) {
    String street = tongue.street(dice);
    String town = tongue.town(dice);
    int house = dice.between(2, 240);
    String code = dice.between(1, 9) + dice.digits(4);
    String value =
        switch (tongue) {
          case EN -> house + " " + street + ", " + town + ", NY " + code;
          case FR -> house + " " + street + ", " + code + " " + town;
          case PL ->
              street
                  + " "
                  + house
                  + ", "
                  + code.substring(0, 2)
                  + "-"
                  + code.substring(2)
                  + " "
                  + town;
          case JA -> town + street + house + "-" + dice.between(1, 9);
          case ZH -> town + street + house + "号";
          default -> street + " " + house + ", " + code + " " + town;
        };
    boolean alone = !tongue.dense() && dice.chance(20);
    List<String> secrets = new ArrayList<>(List.of(town));
    for (String word : street.split(" ")) {
      if (tongue.dense() || (word.length() >= 4 && !WAYS.contains(word.toLowerCase(Locale.ROOT)))) {
        secrets.add(word);
      }
    }
    return new Planted(value, secrets, tongue.label("address", dice), !alone);
  }

  private static Planted phone(Tongue tongue, Dice dice) {
    boolean national = dice.chance(35);
    String value = national ? national(tongue, dice) : international(tongue, dice);
    return new Planted(value, List.of(value), tongue.label("phone", dice), national);
  }

  private static String international(Tongue tongue, Dice dice) {
    return switch (tongue) {
      case EN -> "+1-" + dice.between(201, 989) + "-" + groups("-", dice, 3, 4);
      case DE -> "+49 6221 " + groups(" ", dice, 2, 5);
      case FR -> "+33 6 " + groups(" ", dice, 2, 2, 2, 2);
      case ES -> "+34 6" + groups(" ", dice, 2, 3, 3);
      case IT -> "+39 3" + groups(" ", dice, 2, 7);
      case PL -> "+48 6" + groups("-", dice, 2, 3, 3);
      case PT -> "+351 91" + groups(" ", dice, 1, 3, 3);
      case NL -> "+31 6 " + dice.digits(8);
      case SV -> "+46 70 " + groups(" ", dice, 3, 2, 2);
      case JA -> "+81-90-" + groups("-", dice, 4, 4);
      case ZH -> "+86 138" + dice.digits(8);
    };
  }

  private static String national(Tongue tongue, Dice dice) {
    return switch (tongue) {
      case EN ->
          "(" + dice.between(201, 989) + ") " + dice.between(200, 999) + "-" + dice.digits(4);
      case DE -> "06221 " + groups(" ", dice, 2, 5);
      case FR -> "06 " + groups(" ", dice, 2, 2, 2, 2);
      case ES -> "6" + groups(" ", dice, 2, 3, 3);
      case IT -> "3" + groups(" ", dice, 2, 7);
      case PL -> "6" + groups("-", dice, 2, 3, 3);
      case PT -> "91" + groups(" ", dice, 1, 3, 3);
      case NL -> "06-" + dice.digits(8);
      case SV -> "070-" + groups(" ", dice, 3, 2, 2);
      case JA -> "090-" + groups("-", dice, 4, 4);
      case ZH -> "138" + dice.digits(8);
    };
  }

  private static String groups(String separator, Dice dice, int... sizes) {
    return Arrays.stream(sizes).mapToObj(dice::digits).collect(Collectors.joining(separator));
  }
}
