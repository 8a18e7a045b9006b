package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.FILLER;
import static dev.candor.telemetry.collector.TextParts.MARK;
import static dev.candor.telemetry.collector.TextParts.QUOTED;
import static dev.candor.telemetry.collector.TextParts.SIGN;
import static dev.candor.telemetry.collector.TextParts.label;
import static dev.candor.telemetry.collector.TextParts.value;
import static dev.candor.telemetry.collector.TextParts.words;

import java.util.List;

/** Keys by their shape or issuer, and passwords, tokens and headers behind their labels. */
final class SecretText {
  /** Prefixes that occur in nothing but keys, whatever stands behind them. */
  private static final String ISSUED =
      "(?:AKIA|ASIA|AROA|AIDA|ABIA|ACCA)[A-Z0-9]{8,}(?:[ ,:/\"']{1,4}[A-Za-z0-9+/]{40})?|(?:AC|SK)[0-9a-f]{24,}"
          + "|(?i:gh[opusr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|soat|agent|imt)-|xox[a-z]-|xapp-|(?:sk|rk|pk)_(?:live|test)_"
          + "|whsec_|sk-(?:ant|proj|or|svcacct|live|test)-|pypi-|do[opr]_v1_|shp(?:at|ca|pa|ss)_|hv[sbr][.]"
          + "|lin_api_|sq0[a-z]{3}-|dckr_pat_|gsk_|xai-|pplx-|nvapi-|age-secret-key-|at[ac]tt3|figd_|pmak-|rdme_"
          + "|nrak-|sntry[su]_|ph[cx]_|amzn[.]mws[.]|tskey-|gls?a?_|glc_|ntn_|sbp_|tgp_v1_|ccipat_|bkua_"
          + "|dp[.](?:pt|st)[.]|pul-|rubygems_|shippo_(?:live|test)_|gocspx-|ya29[.]|aiza|npm_|hf_|r8_|fo1_|key-"
          + "|lmn_|rpa_|dapi|sg[.]|eaa[ac]|secret_|pat_|tok_|api_|sk-|1//0)[A-Za-z0-9_.=+/~-]*?"
          + "[A-Za-z0-9]{10,}[A-Za-z0-9_.=+/~:-]*";

  /** A pair of characters next to each other as in no word, identifier, hash or version. */
  private static final String ODD =
      "(?:[0-9][G-Zg-z]|[G-Zg-z][0-9]|[a-z][A-Z][A-Z0-9]|[A-Z][a-z][A-Z]|[0-9][a-f][A-Z]|[A-F][0-9][a-z]|[a-f][0-9][A-Z])";

  private static final String KEY_CHARACTER = "[A-Za-z0-9+/_~-]";

  /** Before coded text: their runs would be cut in parts. */
  static final List<TextRule> KEYS =
      List.of(
          TextRule.with(
              "BEGIN ",
              "key.armour",
              "-{2,5}\\s?BEGIN [A-Z0-9 ]{2,}(?:-{2,5})?[\\x00-\\x{10ffff}]*?(?:-{2,5}END [A-Z0-9 ]{2,}-{0,5}|\\z)",
              "<secret>"),
          new TextRule(
              "key.ssh",
              List.of("ssh-", "ecdsa-"),
              "(ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-[a-z0-9]+) AAAA[A-Za-z0-9+/=]{8,}(?: [^\\s<]+@[^\\s<]+)?",
              "$1 <secret>"),
          TextRule.with(
              "eyJ",
              "key.signed-token",
              "\\beyJ[A-Za-z0-9_-]{6,}(?:[.][A-Za-z0-9_-]*){0,4}",
              "<secret>"),
          TextRule.of("key.vendor", "(^|[^A-Za-z0-9" + MARK + "])(?:" + ISSUED + ")", "$1<secret>")
              .behind(TextGate.RUN));

  static final List<TextRule> RULES =
      List.of(
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
              List.of(":", "=", "->", "\uff1a"),
              "("
                  + words(TextLabels.PASSWORD)
                  + SIGN
                  + "|(?:^|[^\\pL\\pN])"
                  + words(TextLabels.PASS)
                  + SIGN
                  + ")"
                  + value("[^\\s\"'`<>,;&{(\\[" + MARK + "\\\\][^\\s\"'`<>;&\\\\]{2,}"),
              "$1$2$3$4<secret>"),
          new TextRule(
              "label.password.element",
              List.of("</"),
              "(<(?:[A-Za-z0-9_.:-]*)"
                  + words(TextLabels.PASSWORD, TextLabels.PASS, "token, apikey")
                  + "(?: [^<>]*)?>)[^<]+(</)",
              "$1<secret>$2"),
          TextRule.of(
                  "label.password.word",
                  "("
                      + label(TextLabels.PASSWORD, "pin, otp")
                      + "(?:"
                      + FILLER
                      + "| |\\t|[|(]| [\\[\"'(]))"
                      + "(?:[A-Za-z]*[0-9@#$%!^*+][^\\s\"'<>,;&)\\]}]*[A-Za-z0-9@#$%!^*+]"
                      + "|[A-Za-z]+[a-z][A-Z][^\\s\"'<>,;&)\\]}]*)",
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
                  "((?:^|[^\\pL])"
                      + words(
                          "password, passwort, passphrase, pwd, kennwort, mot de passe, contraseña, senha, secret key, api key, parola, hasło")
                      + " (?:is|was|est|ist|lautet|es|é|to|jest) )[^\\s\"'<>,;"
                      + MARK
                      + "]{4,}",
                  "$1<secret>")
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
              List.of(":", "="),
              "("
                  + "(?:^|[^a-z0-9])(?:[A-Za-z0-9]+[_.-])*"
                  + words(TextLabels.TOKEN)
                  + SIGN
                  + ")"
                  + value(
                      "(?:[A-Za-z_.+/-]*[0-9][0-9_.+/-]*[A-Za-z][A-Za-z0-9_.+/%=~-]{6,}|[A-Za-z][A-Za-z_.+/-]*[0-9][A-Za-z0-9_.+/%=~-]{7,}"
                          + "|[A-Za-z0-9_-]{24,}|[0-9]{6,})"),
              "$1$2$3$4<secret>"),
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
