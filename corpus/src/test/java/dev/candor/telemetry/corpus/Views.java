package dev.candor.telemetry.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All that a reader with patience can make of a text: decoded up to three deep, in any order. */
final class Views {
  private static final int DEPTH = 3;
  private static final Pattern PERCENT = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{7,}={0,2}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9A-Fa-f]{2}){5,}");

  private static final Pattern LEGIBLE =
      Pattern.compile(
          "[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Zs}&&[^\\uFFFD]]{4,}"
              + "|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{2,}");

  private Views() {}

  /** The text itself first. */
  static List<String> of(String text) {
    Set<String> seen = new LinkedHashSet<>();
    seen.add(text);
    List<String> last = List.of(text);
    List<UnaryOperator<String>> decoders =
        List.of(Views::percent, Views::escapes, Views::entities, Views::base64, Views::hex);
    for (int depth = 0; depth < DEPTH; depth++) {
      List<String> next = new ArrayList<>();
      for (String view : last) {
        for (UnaryOperator<String> decoder : decoders) {
          String decoded = decoder.apply(view);
          if (!decoded.isEmpty() && seen.add(decoded)) {
            next.add(decoded);
          }
        }
      }
      last = next;
    }
    return List.copyOf(seen);
  }

  private static String percent(String text) {
    return PERCENT
        .matcher(text)
        .replaceAll(
            run -> {
              byte[] bytes = HexFormat.of().parseHex(run.group().replace("%", ""));
              return Matcher.quoteReplacement(new String(bytes, StandardCharsets.UTF_8));
            })
        .replace('+', ' ');
  }

  private static String escapes(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match -> {
              String hex = match.group(1) != null ? match.group(1) : match.group(2);
              String plain =
                  hex != null
                      ? String.valueOf((char) Integer.parseInt(hex, 16))
                      : control(match.group(3));
              return Matcher.quoteReplacement(plain);
            });
  }

  private static String control(String letter) {
    return switch (letter) {
      case "n" -> "\n";
      case "t" -> "\t";
      case "r" -> "\r";
      default -> letter;
    };
  }

  private static String entities(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(
            match -> {
              String plain = match.group();
              if (match.group(1) != null) {
                plain = codePoint(Integer.parseInt(match.group(1)));
              } else if (match.group(2) != null) {
                plain = codePoint(Integer.parseInt(match.group(2), 16));
              } else {
                plain = named(match.group(3), plain);
              }
              return Matcher.quoteReplacement(plain);
            });
  }

  private static String codePoint(int c) {
    return Character.isValidCodePoint(c) ? Character.toString(c) : "";
  }

  private static String named(String name, String otherwise) {
    return switch (name) {
      case "commat" -> "@";
      case "sol" -> "/";
      case "bsol" -> "\\";
      case "colon" -> ":";
      case "period" -> ".";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "lt" -> "<";
      case "gt" -> ">";
      default -> otherwise;
    };
  }

  private static String base64(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher run = BASE64.matcher(text);
    while (run.find()) {
      String body = run.group().replace("=", "").replace('-', '+').replace('_', '/');
      // What was cut out may have left the rest at any place of a group of four.
      for (int start = 0; start < 4; start++) {
        int length = body.length() - start;
        int usable = length % 4 == 1 ? length - 1 : length;
        bytes.writeBytes(Base64.getDecoder().decode(body.substring(start, start + usable)));
        bytes.write('\n');
      }
    }
    return legible(bytes.toString(StandardCharsets.UTF_8));
  }

  private static String hex(String text) {
    StringBuilder decoded = new StringBuilder();
    Matcher run = HEX.matcher(text);
    while (run.find()) {
      byte[] bytes = HexFormat.of().parseHex(run.group());
      decoded.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
    }
    return legible(decoded.toString());
  }

  /** What can be read in bytes that may be anything; noise would only be decoded again. */
  private static String legible(String text) {
    StringBuilder kept = new StringBuilder();
    LEGIBLE.matcher(text).results().forEach(run -> kept.append(run.group()).append('\n'));
    return kept.toString();
  }
}
