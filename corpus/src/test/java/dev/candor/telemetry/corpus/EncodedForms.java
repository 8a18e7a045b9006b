package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Form.Written;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Forms that hide a value from a plain search. */
final class EncodedForms {
  private EncodedForms() {}

  static List<Form> all() {
    return List.of(
        Form.bare("percent", spot -> around(percent(spot.body(), 1), spot)),
        Form.bare("double_percent", spot -> around(percent(spot.body(), 2), spot)),
        Form.bare(
            "unicode_escape",
            spot ->
                around(
                    escaped(
                        spot.body(),
                        spot.dice().chance(40) || spot.body().matches("[A-Za-z0-9 ]*")),
                    spot)),
        Form.bare("html_entities", spot -> around(entities(spot.body(), spot.dice()), spot)),
        Form.bare("base64", spot -> around(base64(spot, Base64.getEncoder()), spot)),
        Form.bare(
            "base64url",
            spot -> around(base64(spot, Base64.getUrlEncoder().withoutPadding()), spot)));
  }

  private static Written around(String core, Spot spot) {
    return switch (spot.keyed() ? 3 : spot.dice().between(0, 3)) {
      case 0 -> new Written("payload ", core, "");
      case 1 -> new Written("could not decode ", core, " here");
      default -> Written.only(core);
    };
  }

  /** Encoded so many times; all of it where nothing in it asks for encoding. */
  static String percent(String text, int times) {
    String once = percent(text, false);
    String encoded = once.equals(text) ? percent(text, true) : once;
    return times == 1 ? encoded : percent(encoded, times - 1);
  }

  private static String percent(String text, boolean all) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      boolean safe = b > 0 && (Character.isLetterOrDigit(b) || "-_.~".indexOf(b) >= 0);
      encoded.append(safe && !all ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
    }
    return encoded.toString();
  }

  static String escaped(String text, boolean all) {
    StringBuilder encoded = new StringBuilder();
    for (char c : text.toCharArray()) {
      boolean safe = c < 128 && (Character.isLetterOrDigit(c) || c == ' ');
      encoded.append(safe && !all ? String.valueOf(c) : "\\u%04x".formatted((int) c));
    }
    return encoded.toString();
  }

  static String entities(String text, Dice dice) {
    int style = dice.between(0, 2);
    boolean all = dice.chance(30) || text.matches("[A-Za-z0-9 ]*");
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean safe = c < 128 && (Character.isLetterOrDigit(c) || c == ' ');
              encoded.append(safe && !all ? Character.toString(c) : entity(c, style));
            });
    return encoded.toString();
  }

  private static String entity(int c, int style) {
    String name =
        switch (c) {
          case '@' -> "commat";
          case '/' -> "sol";
          case '\\' -> "bsol";
          case ':' -> "colon";
          case '.' -> "period";
          case '&' -> "amp";
          case '"' -> "quot";
          default -> "";
        };
    if (style == 2 && !name.isEmpty()) {
      return "&" + name + ";";
    }
    return style == 1 ? "&#x%x;".formatted(c) : "&#%d;".formatted(c);
  }

  /** A value too short to be told from a word is encoded with its key. */
  private static String base64(Spot spot, Base64.Encoder encoder) {
    String body = spot.body();
    if (body.length() < 14) {
      body = "{\"" + spot.planted().snake() + "\":\"" + Spot.json(spot.value()) + "\"}";
    }
    return encoder.encodeToString(body.getBytes(StandardCharsets.UTF_8));
  }
}
