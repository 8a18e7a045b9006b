package dev.candor.telemetry.collector;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a text must hold at least for some rules to find anything in it, read once before all rules.
 * Literal words are the fastest that there is to look for; they are looked for in lower case.
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
  /** A word for a secret, in lower case. */
  SECRETS(
      "ass",
      "pwd",
      "secret",
      "redential",
      "key",
      "token",
      "kennwort",
      "contrase",
      "palavra",
      "clave",
      "heslo",
      "salasana",
      "jelsz",
      "kodeord",
      "senha",
      "parola",
      "wachtwoord",
      "senord",
      "has\u0142o",
      "haslo",
      "\u043f\u0430\u0440\u043e\u043b",
      "\u5bc6",
      "\u30d1\u30b9",
      "\ube44\ubc00",
      "pin",
      "pw",
      "otp",
      "psk",
      "code",
      "kode",
      "nonce",
      "auth",
      "session",
      "salt",
      "sid",
      "sso",
      "bearer",
      "csrf",
      "xsrf",
      "jwt",
      "geheim",
      "mdp",
      "puk",
      "string",
      "parool",
      "schl\u00fcssel",
      "cl\u00e9",
      "chiave",
      "sleutel",
      "\u53e3\u4ee4",
      "\u6697\u8a3c",
      "\uc554\ud638",
      "\u015fifre"),
  /** A sign of a mail address in words or brackets, in lower case. */
  MAILS(
      " at ",
      "(at",
      "[at",
      "{at",
      "<at",
      "( at",
      "[ at",
      "_at_",
      "-at-",
      "@",
      "arroba",
      "arobase",
      "chez",
      "chiocciola",
      "snabel",
      "klammeraffe",
      "ma\u0142pa",
      "\u0441\u043e\u0431\u0430\u043a\u0430",
      "\u00e4t",
      "00e4t",
      "auml;t",
      "228;t",
      "a(t)"),
  /** A word for a login, a machine or a person, in lower case. */
  PERSONS(
      "ser", // user, server
      "login",
      "account",
      "owner",
      "author",
      "operat",
      " by ",
      " as ",
      "behalf of",
      "su",
      "host",
      "node",
      "machine",
      "computer",
      "workstation",
      "connect",
      "reach",
      "resolve",
      "lookup",
      "patient",
      "donor",
      "subject",
      "sample",
      "benutz",
      "anwender",
      "utilis",
      "utente",
      "gebruik",
      "u\u017cytk",
      "anv\u00e4nd",
      "\u043f\u043e\u043b\u044c\u0437",
      "\u7528\u6237",
      "\u30e6\u30fc\u30b6",
      "\uc0ac\uc6a9\uc790",
      "rechner",
      "ordinateur",
      "equipo",
      "principal",
      "imperson",
      "publickey");

  /** What is not {@link #NAMES} at first sight; anchored, so that it is read fast. */
  private static final String ONE_CAPITAL = "^\\P{Lu}*\\p{Lu}?\\P{Lu}*\\z";

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of and Stream.toList
  private final List<String> words;

  private final Pattern expression;

  TextGate(String expression) {
    this.words = List.of();
    this.expression = Pattern.compile(expression);
  }

  TextGate(String first, String second, String... more) {
    this.words = Stream.concat(Stream.of(first, second), Arrays.stream(more)).toList();
    this.expression =
        Pattern.compile(words.stream().map(Pattern::quote).collect(Collectors.joining("|")));
  }

  boolean opens(String text) {
    return expression.matcher(words.isEmpty() ? text : text.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether a text without digits, signs and foreign letters may open it. */
  boolean mayOpenForPlain() {
    return this != DIGITS && this != FOREIGN;
  }

  /** What a text fulfils that opens it; nothing for the gate that is always open. */
  Optional<String> condition(TextNotes notes) {
    if (this == OPEN) {
      return Optional.empty();
    }
    if (!words.isEmpty()) {
      return Optional.of(notes.holdsAny(notes.lowered(), words));
    }
    String matches = Ottl.match(notes.text(), expression.pattern());
    return Optional.of(
        this == NAMES
            ? "not " + Ottl.match(notes.text(), ONE_CAPITAL) + " and " + matches
            : matches);
  }
}
