package dev.candor.telemetry.collector;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a text must hold at least for some rules to find anything in it, read once before all rules.
 * Literal words are the fastest that there is to look for; their first letter is left out where it
 * may be a capital.
 */
enum TextGate {
  /** No condition but the hints of each rule. */
  OPEN(""),
  DIGITS("[0-9]{2}"),
  /** A run that may be a key or code. */
  RUN("[A-Za-z0-9+/_=-]{12}"),
  /** Two capitalised words near each other. */
  NAMES("\\p{Lu}[^ \\n]* (?:[a-z]{2,3}[.]? |[(\"'])?(?:[a-z]{2,3}[.]? )?\\p{Lu}"),
  /** A character beyond ASCII. */
  FOREIGN("[^\\x00-\\x7f]"),
  /** A word for a secret. */
  SECRETS(
      "assw",
      "ass",
      "PASS",
      "pwd",
      "PWD",
      "ecret",
      "ECRET",
      "redential",
      "CREDENTIAL",
      "key",
      "Key",
      "KEY",
      "oken",
      "TOKEN",
      "ennwort",
      "passe",
      "ontrase",
      "enha",
      "arola",
      "achtwoord",
      "senord",
      "has\u0142o",
      "haslo",
      "\u043f\u0430\u0440\u043e\u043b",
      "\u5bc6",
      "\u30d1\u30b9",
      "\ube44\ubc00",
      "pin",
      "PIN",
      "otp",
      "OTP",
      "psk",
      "code"),
  /** A word for a login, a machine or a person. */
  PERSONS(
      "user",
      "User",
      "USER",
      "ogin",
      "LOGIN",
      "ccount",
      "ACCOUNT",
      "wner",
      "OWNER",
      "uthor",
      "AUTHOR",
      "perat",
      "OPERAT",
      " by ",
      " BY ",
      " as ",
      " AS ",
      "ehalf of",
      "sudo",
      "su ",
      "host",
      "Host",
      "HOST",
      "node",
      "Node",
      "NODE",
      "achine",
      "MACHINE",
      "omputer",
      "COMPUTER",
      "erver",
      "SERVER",
      "orkstation",
      "connect",
      "Connect",
      "CONNECT",
      "each",
      "esolve",
      "ookup",
      "atient",
      "ATIENT",
      "onor",
      "ubject",
      "ample",
      "enutz",
      "nwender",
      "tilisateur",
      "suari",
      "su\u00e1rio",
      "tente",
      "ebruiker",
      "u\u017cytk",
      "anv\u00e4nd",
      "\u043f\u043e\u043b\u044c\u0437",
      "\u7528\u6237",
      "\u30e6\u30fc\u30b6",
      "\uc0ac\uc6a9\uc790",
      "echner",
      "rdinateur",
      "quipo",
      "rincipal",
      "npersonating",
      "publickey");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of and Stream.toList
  private final List<String> words;

  private final Pattern expression;

  TextGate(String expression) {
    this.words = List.of();
    this.expression = Pattern.compile(expression);
  }

  TextGate(String first, String second, String... more) {
    this.words =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(first, second), Arrays.stream(more))
            .toList();
    this.expression =
        Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  boolean opens(String text) {
    return expression.matcher(text).find();
  }

  /** What a text fulfils that opens it; nothing for the gate that is always open. */
  Optional<String> condition(String value) {
    if (this == OPEN) {
      return Optional.empty();
    }
    return Optional.of(
        words.isEmpty() ? Ottl.match(value, expression.pattern()) : Ottl.holdsAny(value, words));
  }
}
