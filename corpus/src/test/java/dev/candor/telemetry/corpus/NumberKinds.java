package dev.candor.telemetry.corpus;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Numbers of people, machines, accounts and places, with their check digits. */
final class NumberKinds {
  private NumberKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.personal("ipv4", NumberKinds::ipv4),
        Kind.personal("ipv6", NumberKinds::ipv6),
        Kind.personal("mac", NumberKinds::mac),
        Kind.number("card", NumberKinds::card),
        Kind.personal("iban", NumberKinds::iban),
        Kind.number("national_id", NationalIds::make),
        Kind.personal("coordinates", NumberKinds::coordinates),
        Kind.personal("serial_number", NumberKinds::serial));
  }

  private static Planted ipv4(Tongue tongue, Dice dice) {
    String value =
        dice.pick(
            "192.168." + dice.between(2, 250) + "." + dice.between(2, 250),
            "10." + dice.between(1, 250) + "." + dice.between(1, 250) + "." + dice.between(2, 250),
            dice.pick(dice.between(62, 126), dice.between(128, 223))
                + "."
                + dice.between(16, 250)
                + "."
                + dice.between(16, 250)
                + "."
                + dice.between(2, 250));
    String port = dice.chance(20) ? ":" + dice.between(1024, 60000) : "";
    return Planted.plain(
        dice.pick("ip", "client ip", "remote addr", "peer", "address", "src"), value + port, value);
  }

  private static Planted ipv6(Tongue tongue, Dice dice) {
    String a = group(dice);
    String b = group(dice);
    String c = group(dice);
    String d = group(dice);
    String value =
        switch (dice.between(0, 4)) {
          case 0 ->
              "2001:db8:" + a + ":" + b + ":" + c + ":" + d + ":" + group(dice) + ":" + group(dice);
          case 1 -> "2a02:" + a + ":" + b + "::" + c + ":" + d;
          case 2 ->
              "fe80::" + a + ":" + b.substring(2) + "ff:fe" + c.substring(2) + ":" + d + "%eth0";
          case 3 -> "fd12:" + a + ":" + b + "::" + c;
          default -> "2001:" + a + "::" + b + ":" + c + ":" + d;
        };
    String secret = value.substring(value.indexOf(':') + 1).replace("%eth0", "");
    String written = dice.chance(20) && !value.contains("%") ? "[" + value + "]:443" : value;
    return Planted.plain(
        dice.pick("ip", "ipv6", "remote addr", "peer", "address"), written, secret);
  }

  private static String group(Dice dice) {
    return dice.from("123456789abcdef", 1) + dice.from(Dice.HEX, 3);
  }

  private static Planted mac(Tongue tongue, Dice dice) {
    StringBuilder text = new StringBuilder("3c");
    String separator = dice.pick(":", "-", ":");
    for (int i = 0; i < 5; i++) {
      text.append(separator).append(dice.from("0123456789", 1)).append(dice.from(Dice.HEX, 1));
    }
    String value = dice.chance(40) ? text.toString().toUpperCase(Locale.ROOT) : text.toString();
    return Planted.plain(dice.pick("mac", "mac address", "hwaddr", "ether"), value, value);
  }

  private static Planted card(Tongue tongue, Dice dice) {
    String bare =
        switch (dice.between(0, 3)) {
          case 0 -> luhn("4" + dice.digits(14));
          case 1 -> luhn("5" + dice.between(1, 5) + dice.digits(13));
          case 2 -> luhn("37" + dice.digits(12));
          default -> luhn("6011" + dice.digits(11));
        };
    String value = bare;
    int style = dice.between(0, 2);
    if (style > 0 && bare.length() == 16) {
      String separator = style == 1 ? " " : "-";
      value =
          String.join(
              separator,
              bare.substring(0, 4),
              bare.substring(4, 8),
              bare.substring(8, 12),
              bare.substring(12));
    }
    return Planted.plain(dice.pick("card", "card number", "pan", "credit card"), value, value);
  }

  /** The digits with the check digit of cards behind them. */
  static String luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int twice = i % 2 == 0 ? digit * 2 : digit;
      sum += twice > 9 ? twice - 9 : twice;
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static Planted iban(Tongue tongue, Dice dice) {
    String bare =
        switch (dice.between(0, 4)) {
          case 0 -> checked("DE", dice.digits(18));
          case 1 -> checked("FR", dice.digits(10) + dice.mixedUpper(11) + dice.digits(2));
          case 2 -> checked("GB", dice.from(Dice.UPPER, 4) + dice.digits(14));
          case 3 -> checked("PL", dice.digits(24));
          default -> checked("NL", dice.from(Dice.UPPER, 4) + dice.digits(10));
        };
    String value = dice.chance(50) ? bare.replaceAll("(.{4})(?=.)", "$1 ") : bare;
    return Planted.plain(dice.pick("iban", "IBAN", "account", "Konto"), value, value);
  }

  private static String checked(String country, String account) {
    StringBuilder digits = new StringBuilder();
    for (char c : (account + country + "00").toCharArray()) {
      digits.append(Character.getNumericValue(c));
    }
    int rest = new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue();
    return "%s%02d%s".formatted(country, 98 - rest, account);
  }

  private static Planted coordinates(Tongue tongue, Dice dice) {
    String north = dice.between(35, 69) + "." + dice.digits(5);
    String east = dice.between(3, 170) + "." + dice.digits(5);
    String label = tongue.label("location", dice);
    return switch (dice.between(0, 4)) {
      case 0 -> Planted.plain("gps", "lat=" + north + ", lon=" + east, north, east);
      case 1 -> Planted.plain("gps", "latitude: " + north + ", longitude: " + east, north, east);
      case 2 -> degrees(dice);
      default -> Planted.under(label, north + ", " + east, north, east);
    };
  }

  private static Planted degrees(Dice dice) {
    String north =
        "%d°%02d'%02d.%d\"N"
            .formatted(
                dice.between(35, 69),
                dice.between(10, 59),
                dice.between(10, 59),
                dice.between(1, 9));
    String east =
        "%d°%02d'%02d.%d\"E"
            .formatted(
                dice.between(10, 99),
                dice.between(10, 59),
                dice.between(10, 59),
                dice.between(1, 9));
    return Planted.plain("position", north + " " + east, north, east);
  }

  private static Planted serial(Tongue tongue, Dice dice) {
    String value =
        dice.pick(
            dice.from(Dice.UPPER, 1) + dice.digits(2) + dice.from(Dice.UPPER, 4) + dice.digits(1),
            "1" + dice.digits(7),
            dice.digits(11) + dice.from("ABCDEF", 1) + dice.digits(8),
            dice.from(Dice.UPPER, 3) + dice.digits(2) + dice.from(Dice.UPPER, 1) + dice.digits(3),
            "SN-" + dice.digits(4) + "-" + dice.digits(4));
    return Planted.under(tongue.label("serial", dice), value, value);
  }
}
