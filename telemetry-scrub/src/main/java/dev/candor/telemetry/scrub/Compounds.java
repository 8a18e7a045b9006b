package dev.candor.telemetry.scrub;

/** Words in which a label of secrets is glued to another word, or says another thing. */
final class Compounds {
  private static final WordSet SHORT = WordSet.of("pass pw pwd");

  /** They end like a password and are none. */
  private static final WordSet NO_PASSWORDS =
      WordSet.of(
          """
          compass bypass trespass surpass overpass underpass encompass outpass multipass bandpass
          lowpass highpass longpass shortpass allpass notchpass firstpass onepass twopass singlepass
          doublepass prepass postpass renderpass subpass impass flypast
          """);

  /** What opens a table, a list or a door of software is no secret. */
  private static final WordSet NEUTRAL =
      WordSet.of(
          """
          primary foreign sort partition cache hot shortcut map row object message routing registry
          group composite unique candidate index translation dictionary config setting bucket column
          arrow any press pressed modifier menu enter return tab escape page next prev previous range
          hash order join lookup natural surrogate resource property json yaml xml header
          error exit return status http response reason result signal country language currency area
          region locale source byte op bar qr post zip color colour error-code event scan char key
          unicode ascii lock idempotency
          """);

  /** A code is a secret if it opens something. */
  private static final WordSet OPENING =
      WordSet.of(
          """
          activation access verification verify confirmation auth authorization authorisation
          authentication security invite invitation pairing unlock recovery backup login signin sms otp
          mfa 2fa totp pin voucher redeem licence license registration device one-time reset secret
          pass door alarm safe oauth
          """);

  private Compounds() {}

  /** {@code storepass}, {@code bindpw}: a short label at the end of a word. */
  static boolean isGlued(String text, int start, int end) {
    int from = wordStart(text, start);
    return SHORT.contains(text, start, end)
        && end - from > 4
        && !NO_PASSWORDS.contains(text, from, end);
  }

  /** Whether the word in front of a label makes it one of another thing: {@code primary_key}. */
  static boolean isNeutral(String text, int start) {
    int end = before(text, start);
    return NEUTRAL.contains(text, wordStart(text, end), end);
  }

  /** {@code activation code}, unlike {@code error code} and {@code code}. */
  static boolean opens(String text, int start) {
    int end = before(text, start);
    return OPENING.contains(text, wordStart(text, end), end);
  }

  private static int before(String text, int start) {
    boolean mark = start > 0 && " _-.".indexOf(text.charAt(start - 1)) >= 0;
    return mark ? start - 1 : start;
  }

  /** The start of the word that ends here; a hump starts one. */
  static int wordStart(String text, int end) {
    int from = end;
    while (from > 0 && end - from < 24 && Chars.isLetter(text.charAt(from - 1))) {
      from--;
      if (Chars.isUpper(text.charAt(from)) && from > 0 && Chars.isLower(text.charAt(from - 1))) {
        break;
      }
    }
    return from;
  }
}
