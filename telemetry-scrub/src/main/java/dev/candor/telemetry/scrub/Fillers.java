package dev.candor.telemetry.scrub;

/** Words between a label and its value: {@code password was set to x}. */
final class Fillers {
  private static final int MAX_NAME = 40;

  private static final WordSet WORDS =
      WordSet.of(
          """
          is was are has id no nr number num code named called name equals value ist ref with of for
          lautet est es era lauten fix
          """);

  /** Of secrets one says more: how they came to be, and whose they are. */
  private static final WordSet OF_SECRETS =
      WordSet.of(
          """
          set to changed reset updated entered given typed used provided received got sent now as been
          becomes became currently supplied generated assigned created guessed tried read found reads
          says lautete sei wurde war auf gesetzt jest to je er \u00e4r var
          """);

  private static final WordSet OWNERS = WordSet.of("for of from fuer de del di do van");
  private static final WordSet VERBS = WordSet.of("is was are ist war est es era");

  private Fillers() {}

  /** Where the word that starts here ends, if it only leads to a value; else {@code at}. */
  static int end(String text, int at, Label label) {
    int end = Labels.wordEnd(text, at);
    boolean secret = label.kind() == Kind.SECRET;
    if (secret && OWNERS.contains(text, at, end)) {
      int verb = owned(text, end);
      if (verb > end) {
        return verb;
      }
    }
    if (secret && text.startsWith("name", at)) {
      return at; // of a secret, which is none
    }
    boolean filler =
        WORDS.contains(text, at, end) || (secret && OF_SECRETS.contains(text, at, end));
    return filler ? end : at;
  }

  /** A word for "is" of a script that puts no blanks between words: behind it, or {@code at}. */
  static int particle(String text, int end, int at) {
    boolean script = text.charAt(end - 1) >= 0x2e80;
    if (!script || "\u662f\u4e3a\u70ba\u306f\u304c\ub294\uc740".indexOf(text.charAt(at)) < 0) {
      return at;
    }
    int value = at + 1;
    while (value < text.length() && value - at < 4 && text.charAt(value) == ' ') {
      value++;
    }
    boolean plain = value < text.length() && text.charAt(value) < 128;
    return plain && text.charAt(value) > ' ' ? value : at;
  }

  /** {@code for bob is}: the end of the verb or in front of the sign, or {@code from}. */
  private static int owned(String text, int from) {
    int name = from + 1;
    int end = name;
    while (end < text.length() && end - name < MAX_NAME && text.charAt(end) > ' ') {
      if (end > name && Signs.end(text, end) > end) {
        return end;
      }
      end++;
    }
    int verb = end + 1;
    if (end == name || verb >= text.length() || text.charAt(end) != ' ') {
      return from;
    }
    int stop = Labels.wordEnd(text, verb);
    return VERBS.contains(text, verb, stop) || Signs.end(text, verb) > verb
        ? Math.max(stop, verb)
        : from;
  }
}
