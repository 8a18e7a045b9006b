package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;

import java.util.List;

/** Users and machines in what systems write themselves, and names of machines by their shape. */
final class SystemText {
  private static final String LOGIN = "[A-Za-z_][A-Za-z0-9_.-]*[A-Za-z0-9_]";

  private static final String TOP =
      "(?i:com|org|net|edu|gov|de|fr|es|it|pl|pt|nl|se|ch|at|uk|jp|cn|kr|ru|us|ca|au|br|mx|dk|fi|cz|eu|io)";

  /** A name that only a machine has: a number or a part of it in front of a domain. */
  private static final String MACHINE =
      "(?:[A-Za-z]+(?:-[A-Za-z0-9]+)*-?[0-9]{1,4}(?:[.][A-Za-z0-9-]+){1,4}[.]"
          + TOP
          + "|(?i:[a-z0-9]+(?:-[a-z0-9]+)*-(?:laptop|macbook(?:-?(?:pro|air))?|imac|mac-?mini|thinkpad|notebook|mbp)(?:-[0-9]{1,3})?(?:[.](?:local|lan|home|fritz[.]box))?)"
          + "|[A-Z]{2,}-[A-Z0-9]+-PC|(?i:win-[a-z0-9]{11}|(?:desktop|laptop)-[a-z0-9]{7})|(?:DESKTOP|LAPTOP)-[A-Z0-9]{5,})";

  static final List<TextRule> RULES =
      List.of(
          new TextRule(
              "system.account",
              List.of(":x:", ":*:", ":!:"),
              "(^|[\\s\"'])" + LOGIN + "(:[x*!]:[0-9]{1,7}:[0-9]{1,7}:)",
              "$1<user>$2"),
          TextRule.with(
              "rw",
              "system.listing",
              "([-dlbcps][r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-][.+@]?[ \\t]+[0-9]+[ \\t]+)"
                  + LOGIN
                  + "([ \\t]+)"
                  + LOGIN,
              "$1<user>$2<user>"),
          new TextRule(
              "system.session",
              List.of(" pts/", " tty", " is not in the sudoers"),
              "(^|\\n|: )"
                  + LOGIN
                  + "([ \\t]+(?:pts/[0-9]+[ \\t]|tty[0-9]+[ \\t]|is not in the sudoers))",
              "$1<user>$2"),
          TextRule.with(
              "@",
              "system.shell",
              "(^|[\\s\"'=(])" + LOGIN + "@[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)*(:[~/])",
              "$1<email>$2"),
          new TextRule(
              "system.command",
              List.of("chown ", "su -", "sudo -u", "ssh -l", "uid=", ") for ", "crontab -u"),
              "((?:^|[^\\pL\\pN])(?:su (?:- |-l )|sudo -u ?|ssh -l ?|crontab -u ?|uid=[0-9]+[(]|[(][a-z,-]*(?:publickey|password)[a-z,-]*[)] for ))"
                  + LOGIN
                  + "|((?:^|[^\\pL\\pN])chown (?:-[A-Za-z]+ )*)"
                  + LOGIN
                  + "(:)",
              "$1$2<user>$3"),
          new TextRule(
              "system.role",
              List.of("\" ", "' "),
              "((?i:role|user|login|owner|account) [\"'])[^\"'\\n<"
                  + MARK
                  + "]+([\"'] (?:does not|already|is not|has no|cannot|was not|must|lacks))",
              "$1<user>$2"),
          // Names as in certificates and directories.
          new TextRule(
              "name.distinguished",
              List.of("CN=", "CN =", "O=", "O =", "OU=", "OU ="),
              "((?:^|[,/;+ (\"'])(?:CN|OU?) ?= ?)[^,/;+:\\n<>\"'=" + MARK + "]{2,}",
              "$1<name>"),
          new TextRule(
              "name.licensee",
              List.of("icensed to ", "ssued to ", "egistered to "),
              "((?i:licen[sc]ed to|licen[sc]e issued to|registered to) )\\p{Lu}[\\pL.'-]*(?: (?:of|for|di|de|der|f\\x{fc}r|\\p{Lu}[\\pL.'-]*|\\p{Ll}*univ[\\pL]*|inst[\\pL]*)){0,5}",
              "$1<name>"),
          new TextRule("host.machine", List.of("-", "."), machine(), "$1<host>$2"),
          new TextRule(
              "host.login",
              List.of("Linux ", "Darwin "),
              "((?:^|[^\\pL\\pN])(?:Linux|Darwin) )[A-Za-z][A-Za-z0-9.-]*( [0-9]{1,2}[.][0-9]+[.][0-9]+)",
              "$1<host>$2"),
          new TextRule(
              "host.syslog",
              List.of("]: "),
              "((?:^|\\n)(?:<[0-9]{1,3}>)?[A-Z][a-z]{2} [ 0-3][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} )[A-Za-z0-9][A-Za-z0-9.-]*( [A-Za-z0-9_./-]+\\[[0-9]+\\]: )",
              "$1<host>$2"));

  private SystemText() {}

  private static String machine() {
    return "(^|[^\\pL\\pN.@/_" + MARK + "-])" + MACHINE + "($|[^\\pL\\pN.(_-]|[.](?:$|\\s))";
  }
}
