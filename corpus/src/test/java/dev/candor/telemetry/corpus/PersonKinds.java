package dev.candor.telemetry.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Who somebody is and how to reach them. */
final class PersonKinds {
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

  private PersonKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.personal("email", PersonKinds::email),
        Kind.personal("email_obfuscated", PersonKinds::obfuscated),
        Kind.personal("user_label", PersonKinds::user),
        Kind.personal("host_label", PersonKinds::host),
        Kind.personal("person_label", PersonKinds::person),
        Kind.personal("institution_label", PersonKinds::institution),
        Kind.personal("postal_address", PersonKinds::address),
        Kind.personal("phone", PersonKinds::phone),
        Kind.personal("birth_date", PersonKinds::birth),
        Kind.personal("patient_id", PersonKinds::patient),
        Kind.personal("sample_id", PersonKinds::sample));
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

  private static Planted user(Tongue tongue, Dice dice) {
    String login = Invented.login(tongue, dice);
    String value = dice.chance(15) ? "LABNET\\" + login : login;
    return Planted.under(tongue.label("user", dice), value, login);
  }

  private static Planted host(Tongue tongue, Dice dice) {
    List<String> host = Invented.host(tongue, dice);
    return Planted.under(tongue.label("host", dice), host.get(0), host.get(1));
  }

  private static Planted person(Tongue tongue, Dice dice) {
    String given = tongue.given(dice);
    String family = tongue.family(dice);
    if (tongue.dense()) {
      return Planted.under(tongue.label("person", dice), family + given, family + given);
    }
    String value =
        switch (dice.between(0, 4)) {
          case 0 -> family + ", " + given;
          case 1 -> "Dr. " + given + " " + family;
          case 2 -> given + " " + dice.from(Dice.UPPER, 1) + ". " + family;
          default -> given + " " + family;
        };
    return Planted.under(tongue.label("person", dice), value, given, family);
  }

  private static Planted institution(Tongue tongue, Dice dice) {
    String name = tongue.dense() ? tongue.town(dice) : Tongue.invented(dice);
    return Planted.under(
        tongue.label("institution", dice), Invented.institution(tongue, name, dice), name);
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
    String label = tongue.label("phone", dice);
    boolean national = dice.chance(35);
    String value =
        switch (tongue) {
          case EN ->
              national
                  ? "("
                      + dice.between(201, 989)
                      + ") "
                      + dice.between(200, 999)
                      + "-"
                      + dice.digits(4)
                  : "+1-"
                      + dice.between(201, 989)
                      + "-"
                      + dice.between(200, 999)
                      + "-"
                      + dice.digits(4);
          case DE ->
              (national ? "06221 " : "+49 6221 ") + dice.between(10, 99) + " " + dice.digits(5);
          case FR -> (national ? "06 " : "+33 6 ") + pairs(4, dice);
          case ES ->
              (national ? "" : "+34 ")
                  + "6"
                  + dice.digits(2)
                  + " "
                  + dice.digits(3)
                  + " "
                  + dice.digits(3);
          case IT -> (national ? "" : "+39 ") + "3" + dice.digits(2) + " " + dice.digits(7);
          case PL ->
              (national ? "" : "+48 ")
                  + "6"
                  + dice.digits(2)
                  + "-"
                  + dice.digits(3)
                  + "-"
                  + dice.digits(3);
          case PT ->
              (national ? "" : "+351 ")
                  + "91"
                  + dice.digits(1)
                  + " "
                  + dice.digits(3)
                  + " "
                  + dice.digits(3);
          case NL -> (national ? "06-" : "+31 6 ") + dice.digits(8);
          case SV ->
              (national ? "070-" : "+46 70 ")
                  + dice.digits(3)
                  + " "
                  + dice.digits(2)
                  + " "
                  + dice.digits(2);
          case JA -> (national ? "090-" : "+81-90-") + dice.digits(4) + "-" + dice.digits(4);
          default -> (national ? "" : "+86 ") + "138" + dice.digits(8);
        };
    return new Planted(value, List.of(value), label, national);
  }

  private static String pairs(int count, Dice dice) {
    StringBuilder text = new StringBuilder(dice.digits(2));
    for (int i = 1; i < count; i++) {
      text.append(' ').append(dice.digits(2));
    }
    return text.toString();
  }

  private static Planted birth(Tongue tongue, Dice dice) {
    int year = dice.between(1931, 2006);
    int month = dice.between(1, 12);
    int day = dice.between(1, 28);
    String value =
        switch (tongue) {
          case EN ->
              dice.pick(
                  "%02d/%02d/%d".formatted(month, day, year),
                  "%d %s %d".formatted(day, dice.pick("March", "July", "October"), year),
                  "%d-%02d-%02d".formatted(year, month, day));
          case JA, ZH ->
              dice.pick(
                  year + "年" + month + "月" + day + "日", "%d/%02d/%02d".formatted(year, month, day));
          case DE, PL -> "%02d.%02d.%d".formatted(day, month, year);
          case SV -> "%d-%02d-%02d".formatted(year, month, day);
          default -> "%02d/%02d/%d".formatted(day, month, year);
        };
    return Planted.under(tongue.label("birth", dice), value, value);
  }

  private static Planted patient(Tongue tongue, Dice dice) {
    String value =
        dice.pick(
            "PAT-" + dice.digits(4) + "-" + dice.digits(3),
            "0" + dice.digits(6),
            "P" + dice.digits(6),
            dice.from(Dice.UPPER, 2) + dice.digits(6),
            dice.digits(8));
    return Planted.under(tongue.label("patient", dice), value, value);
  }

  private static Planted sample(Tongue tongue, Dice dice) {
    String value =
        dice.pick(
            "S-2026-" + dice.digits(5),
            dice.from(Dice.UPPER, 3) + "-" + dice.digits(4) + "-" + dice.from(Dice.UPPER, 1),
            "B" + dice.digits(7),
            dice.digits(2) + "-" + dice.from(Dice.UPPER, 2) + "-" + dice.digits(4));
    return Planted.under(tongue.label("sample", dice), value, value);
  }
}
