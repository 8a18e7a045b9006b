package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.BEFORE;
import static dev.candor.telemetry.collector.TextParts.FILLER;
import static dev.candor.telemetry.collector.TextParts.INDEX;
import static dev.candor.telemetry.collector.TextParts.MARK;
import static dev.candor.telemetry.collector.TextParts.NAMED;
import static dev.candor.telemetry.collector.TextParts.QUOTED;
import static dev.candor.telemetry.collector.TextParts.QUOTE_ENTITY;
import static dev.candor.telemetry.collector.TextParts.SIGN;
import static dev.candor.telemetry.collector.TextParts.label;
import static dev.candor.telemetry.collector.TextParts.value;
import static dev.candor.telemetry.collector.TextParts.words;

import java.util.List;

/** Keys by their shape or issuer, and passwords, tokens and headers behind their labels. */
final class SecretText {
  /** Prefixes that occur in nothing but keys, whatever stands behind them. */
  private static final String ISSUED =
      "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{8,}(?:[ ,:/\"']{1,4}[A-Za-z0-9+/]{40})?|a(?:kia|sia|roa|ida|bia|cca)[a-z0-9]{16}\\b"
          + "|(?i:ac|sk)[0-9A-Fa-f]{32}\\b|(?:AC|SK)[0-9a-f]{24,}|[A-Za-z0-9_.~-]{3}8[Qq]~[A-Za-z0-9_.~-]{30,}"
          + "|[0-9]{8,10}:[Aa][Aa][A-Za-z0-9_-]{30,}|[0-9]{8,}-[A-Za-z0-9]{32}[.](?i:apps[.]googleusercontent[.]com)"
          + "|(?i:gh[opusr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|soat|agent|imt)-|xox[a-z]-|xapp-|(?:sk|rk|pk)_(?:live|test)_"
          + "|whsec_|sk-(?:ant|proj|or|svcacct|live|test)-|pypi-|do[opr]_v1_|shp(?:at|ca|pa|ss)_|hv[sbr][.]"
          + "|lin_api_|sq0[a-z]{3}-|dckr_pat_|gsk_|xai-|pplx-|nvapi-|age-secret-key-|at[ac]tt3|figd_|pmak-|rdme_"
          + "|nrak-|sntry[su]_|ph[cx]_|amzn[.]mws[.]|tskey-|gls?a?_|glc_|ntn_|sbp_|tgp_v1_|ccipat_|bkua_"
          + "|dp[.](?:pt|st)[.]|pul-|rubygems_|shippo_(?:live|test)_|gocspx-|ya29[.]|aiza|npm_|hf_|r8_|fo1_"
          + "|lmn_|rpa_|dapi|sg[.]|eaa[ac]|1//0)[A-Za-z0-9_.=+/~-]*?"
          + "[A-Za-z0-9]{10,}[A-Za-z0-9_.=+/~:-]*"
          // These also start names of things; a key holds a number.
          + "|(?i:key-|secret_|pat_|tok_|api_|sk-|co-)(?:[A-Za-z0-9_.=+/~-]{0,24}?[0-9][A-Za-z0-9_.=+/~-]{9,}|[A-Za-z0-9_.=+/~-]{9,40}[0-9][A-Za-z0-9_.=+/~-]*)";

  /** A pair of characters next to each other as in no word, identifier, hash or version. */
  private static final String ODD =
      "(?:[0-9][G-Zg-z]|[G-Zg-z][0-9]|[a-z][A-Z][A-Z0-9]|[A-Z][a-z][A-Z]|[0-9][a-f][A-Z]|[A-F][0-9][a-z]|[a-f][0-9][A-Z])";

  private static final String SETTING =
      "[A-Za-z][A-Za-z-]{1,18}[ \\t]?=[ \\t]?(?:\\\\*[\"'][^\"'\\n]*[\"']|&quot;[^&\\n]*&quot;|[^\\s\"',&<>]+)";

  private static final String LONG_KEY =
      "(?:[A-Za-z_.+/-]*[0-9][0-9_.+/-]*[A-Za-z][A-Za-z0-9_.+/%=~-]{6,}|[A-Za-z][A-Za-z_.+/-]*[0-9][A-Za-z0-9_.+/%=~-]{7,}"
          + "|[A-Za-z0-9_-]{24,}|[0-9]{6,})";

  /** Short words for a password stand alone; two of them also join others. */
  private static final String SHORT =
      BEFORE
          + "(?:(?:[A-Za-z0-9]+[_.-])*"
          + words(TextLabels.PASS)
          + "|[A-Za-z0-9_.-]*?"
          + words("pass, pw")
          + ")";

  /** The label of a secret, where no sign shows that it is one. */
  private static final String LABEL =
      "(?:"
          + words(TextLabels.PASSWORD)
          + "|"
          + SHORT
          + "|"
          + BEFORE
          + "(?:[A-Za-z0-9]+[_.-])*"
          + words(TextLabels.TOKEN)
          + ")";

  /** What joins a label and its value in a sentence. */
  private static final String SAID =
      " (?:(?:is|was|est|ist|lautet|es|é|to|jest|è|är|er)|(?:is |was )?"
          + MARK
          + "?(?:set|changed|reset|updated) to|entered:|(?:now |still )is) ";

  /** A bracket that opens, or the next cell of a table. */
  private static final String CELL = "[\"']?(?: ?[\\[{]| ?[(]|[;|]|[ ]?\\t)[\"']?";

  /** A value that nobody writes who means a word: it holds a digit or sign. */
  private static final String MADE_UP =
      "(?:[\\pL_.~-]{4,}[0-9@#$%!^*+\\x{a7}][^\\s\"'<>,;|&)\\]}"
          + MARK
          + "]*|[\\pL_.~-]{0,3}[0-9@#$%!^*+\\x{a7}][^\\s\"'<>,;|&)\\]}"
          + MARK
          + "]{3,})";

  private static final String KEY_CHARACTER = "[A-Za-z0-9+/_~-]";

  /** Before coded text: their runs would be cut in parts. */
  static final List<TextRule> KEYS =
      List.of(
          new TextRule(
              "key.armour",
              List.of("BEGIN ", "begin ", "Begin "),
              "-{2,5}\\s?(?i:begin) [A-Za-z0-9 ]{2,}(?:-{2,5})?[\\x00-\\x{10ffff}]*?(?:-{2,5}(?i:end) [A-Za-z0-9 ]{2,}-{0,5}|\\z)",
              "<secret>"),
          new TextRule(
              "key.ssh",
              List.of("ssh-", "ecdsa-"),
              "(ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-[a-z0-9]+) AAAA[A-Za-z0-9+/=]{8,}(?: [^\\s<]+@[^\\s<]+)?",
              "$1 <secret>"),
          new TextRule(
              "key.signed-token",
              List.of("eyJ", "EYJ", "eyj"),
              "\\b(?:eyJ[A-Za-z0-9_-]{6,}|(?i:eyj)[A-Za-z0-9_-]{12,})(?:[.][A-Za-z0-9_-]*){0,4}",
              "<secret>"),
          TextRule.of("key.vendor", "(^|[^A-Za-z0-9" + MARK + "])(?:" + ISSUED + ")", "$1<secret>")
              .behind(TextGate.RUN));

  static final List<TextRule> RULES =
      List.of(
          // In quotes as pages write them; attributes and elements that name what they hold.
          new TextRule(
              "label.password.page",
              List.of("&quot;", "&apos;", "&#", "&amp;"),
              "("
                  + words(TextLabels.PASSWORD, TextLabels.TOKEN)
                  + SIGN
                  + QUOTE_ENTITY
                  + ")[^&\\n<]+",
              "$1<secret>"),
          new TextRule(
              "label.password.named",
              List.of("\">", "'>", "alue", " v=", "ontent", "text", "data"),
              "([\"'](?:[\\pL\\pN ]+[_.-])*(?:"
                  + words(TextLabels.PASSWORD, TextLabels.PASS, TextLabels.TOKEN)
                  + ")"
                  + INDEX
                  + NAMED
                  + ")[^<\"'"
                  + MARK
                  + "][^<\"'\\n]*",
              "$1<secret>"),
          // What follows the name of a scheme: settings with commas in between, in quotes or not.
          new TextRule(
              "label.scheme.settings",
              List.of("=", ":"),
              "((?:^|[^A-Za-z])(?i:digest|hawk|oauth|hmac|signature|aws4-hmac-sha256|ntlm|apikey)[ \\t]+)"
                  + SETTING
                  + "(?:[ \\t]*,[ \\t]*"
                  + SETTING
                  + ")*",
              "$1<secret>"),
          new TextRule(
              "label.header",
              List.of(":", "=", ">"),
              "("
                  + label(TextLabels.HEADER)
                  + SIGN
                  + ")"
                  + value("[^\\s\"'<" + MARK + "][^\\n\"']*"),
              "$1$2$3$4<secret>"),
          new TextRule(
              "label.scheme",
              List.of("earer", "asic", "igest", "EARER", "BASIC", "oken", "apikey", "egotiate"),
              "((?:^|[^A-Za-z])(?i:bearer|basic|digest|negotiate|apikey|token)(?: |: |=))"
                  + "(?:[A-Za-z0-9_.+/~-]{16,}={0,2}|[A-Za-z_.+/~-]*[0-9][A-Za-z0-9_.+/~-]{7,}={0,2}|[A-Za-z0-9+/]{8,}={1,2})",
              "$1<secret>"),
          new TextRule(
              "label.password.sign",
              List.of(":", "=", "->", "\uff1a", "&gt;", "\u2013 ", "\u2014 "),
              "("
                  + words(TextLabels.PASSWORD)
                  + "(?:[_.-](?:confirmation|confirm|repeat|again|old|new|hash|value|text|plain))?"
                  + INDEX
                  + SIGN
                  + "|"
                  + SHORT
                  + SIGN
                  + ")"
                  + value("[^\\s\"'`<>,;&{(\\[" + MARK + "\\\\][^\\s\"'`<>;&\\\\]{2,}"),
              "$1$2$3$4<secret>"),
          new TextRule(
              "label.password.element",
              List.of("</"),
              "(<(?:[A-Za-z0-9_.:-]*)"
                  + words(TextLabels.PASSWORD, TextLabels.PASS, TextLabels.TOKEN)
                  + "(?: [^<>]*)?>)[^<]+(</)",
              "$1<secret>$2"),
          TextRule.of(
                  "label.password.word",
                  "("
                      + label(TextLabels.PASSWORD, "pin, otp")
                      + "(?:"
                      + FILLER
                      + "| |\\t|[|(]| [\\[\"'(]))"
                      + "(?:[A-Za-z]*[0-9@#$%!^*+][^\\s\"'<>,;|&)\\]}]*[A-Za-z0-9@#$%!^*+]"
                      + "|[A-Za-z]+[a-z][A-Z][^\\s\"'<>,;|&)\\]}]*)",
                  "$1<secret>")
              .behind(TextGate.SECRETS),
          TextRule.of(
                  "label.password.quoted",
                  "("
                      + label(TextLabels.PASSWORD, TextLabels.PASS)
                      + "(?:"
                      + FILLER
                      + "|[ ]))(?:"
                      + QUOTED
                      + ")",
                  "$1$2$3$4<secret>")
              .behind(TextGate.SECRETS),
          TextRule.of(
                  "label.password.filler",
                  "("
                      + words(TextLabels.PASSWORD_ITSELF)
                      + SAID
                      + ")[^\\s\"'<>,;"
                      + MARK
                      + "]{4,}|("
                      + LABEL
                      + SAID
                      + ")"
                      + MADE_UP,
                  "$1$2<secret>")
              .behind(TextGate.SECRETS),
          // In brackets, or in the next cell of a table.
          TextRule.of(
                  "label.password.cell",
                  "(" + LABEL + CELL + ")(?:" + MADE_UP + "|[\\pL]{6,}([\\])};|,]|\\z))",
                  "$1<secret>$2")
              .behind(TextGate.SECRETS),
          TextRule.with(
              "-",
              "label.option.joined",
              "(\\b(?:mysql|mysqldump|mysqladmin|mariadb|mongo|mongosh|sshpass|redis-cli|sqlcmd|sqlplus|7z|zip|unzip|psql|curl|wget)\\b[^\\n]*? -[pPaUWu])[^\\s\"'*<>-][^\\s\"'*<>]{3,}",
              "$1<secret>"),
          new TextRule(
              "label.option",
              List.of("-p ", "-u ", "--"),
              "((?:^|\\s)(?:-u|-p|--(?:password|pass|passwd|token|secret|api-key|user|username|login|auth|key|credential|credentials)(?:-[a-z]+)?)[ =])"
                  + "(?:[A-Za-z_!@#%][^\\s<\"']{3,}|[0-9]+[A-Za-z!@#%][^\\s<\"']{2,})",
              "$1<secret>"),
          new TextRule(
              "label.token",
              List.of(":", "=", "->", "&gt;"),
              "("
                  + "(?:^|[^a-z0-9"
                  + MARK
                  + "]|-D)(?:[A-Za-z0-9]+[_.-])*"
                  + words(TextLabels.TOKEN)
                  + SIGN
                  + ")"
                  + value(
                      LONG_KEY
                          + "|[\\pL_.~+/-]{0,30}[0-9@#$%!^*\\x{a7}][^\\s\"'`<>,;&)\\]}"
                          + MARK
                          + "]{5,}|[\\pL_.~+/-]{5,30}[0-9@#$%!^*\\x{a7}][^\\s\"'`<>,;&)\\]}"
                          + MARK
                          + "]*"),
              "$1$2$3$4<secret>"),
          new TextRule(
              "label.key",
              List.of(":", "=", "->", "&gt;"),
              "("
                  + "(?:^|[^a-z0-9"
                  + MARK
                  + "]|-D)(?:[A-Za-z0-9]+[_.-])*"
                  + words(TextLabels.KEY)
                  + SIGN
                  + "\\\\*[\"']?)"
                  + LONG_KEY,
              "$1<secret>"),
          TextRule.of(
                  "key.random",
                  "(^|[^A-Za-z0-9+/_~$.-])"
                      + KEY_CHARACTER
                      + "*?"
                      + "(?:"
                      + ODD
                      + KEY_CHARACTER
                      + "{0,7}){4}"
                      + KEY_CHARACTER
                      + "{6,}={0,2}",
                  "$1<secret>")
              .behind(TextGate.RUN));

  private SecretText() {}
}
