package dev.candor.telemetry.corpus;

import java.util.List;

/** Who somebody is, under the words that say so. */
final class PersonKinds {
  private PersonKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.personal("user_label", PersonKinds::user),
        Kind.personal("host_label", PersonKinds::host),
        Kind.personal("person_label", PersonKinds::person),
        Kind.personal("institution_label", PersonKinds::institution),
        Kind.personal("birth_date", PersonKinds::birth),
        Kind.personal("patient_id", PersonKinds::patient),
        Kind.personal("sample_id", PersonKinds::sample));
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
