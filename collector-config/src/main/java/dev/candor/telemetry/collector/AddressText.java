package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;

import java.util.List;

/** Addresses of people, machines and pages: mail, web, network, hardware. */
final class AddressText {
  private static final String TLD =
      "(?i:com|org|net|edu|gov|io|de|fr|es|it|pl|pt|nl|se|ch|at|uk|jp|cn|kr|ru|eu|us|ca|au|info|biz|test|example"
          + "|invalid|dev|app|me|co|museum|br|in|ie|dk|no|fi|be|cz|local|lan|internal)";

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
  private static final String IP4 = BYTE + "(?:[.]" + BYTE + "){3}";
  private static final String GROUP = "[0-9A-Fa-f]{1,4}";

  /** Starts with a group that holds a digit: {@code std::ec} is none. */
  private static final String NUMBERED = "[A-Fa-f]{0,3}[0-9][0-9A-Fa-f]{0,3}";

  private static final String IP6 =
      "(?:"
          + NUMBERED
          + "(?::"
          + GROUP
          + "){7}|"
          + NUMBERED
          + "(?::"
          + GROUP
          + "){0,6}::(?:"
          + GROUP
          + "(?::"
          + GROUP
          + "){0,6})?|::(?:[Ff]{4}:)?(?:"
          + IP4
          + "|"
          + NUMBERED
          + "(?::"
          + GROUP
          + "){1,6}))(?:%[A-Za-z0-9]{1,16})?";

  private static final String END_OF_URL = "[^\\s\"'<>`)\\]}" + MARK + "]";

  /** The sign of a mail address as people write it around, in several languages. */
  private static final String AT =
      "(?i:at|arroba|arobase|chez|chiocciola|snabel-?a|klammeraffe|ma\\x{142}pa|\\x{441}\\x{43e}\\x{431}\\x{430}\\x{43a}\\x{430}|(?:\\x{e4}|\\\\+u00e4|&auml;|&#0?228;|&#xe4;)t|a\\(t\\)|@)";

  private static final String DOT =
      "(?i:dot|punkt|punto|point|ponto|punt|kropka|piste|prick|punct|\\x{442}\\x{43e}\\x{447}\\x{43a}\\x{430}|\\x{70b9}|[.])";

  private static final String OPEN = "[\\[({<]+\\s?";
  private static final String CLOSE = "\\s?[\\])}>]+";

  /** What stands in every address of a page, written as it is or as in a JSON text. */
  private static final List<String> SLASHES = List.of("://", ":\\/");

  /** Before coded text: there, each part would go for itself. */
  static final List<TextRule> CODED =
      List.of(
          TextRule.with(
              "&",
              "email.entity",
              "[\\pL\\pN._+-]+ ?&(?:#0*64|#[xX]0*40|commat); ?[\\pL\\pN.-]+(?:(?:&(?:#0*46|#[xX]0*2[eE]|period);|[.])[\\pL\\pN-]+)*",
              "<email>"),
          TextRule.of(
                  "email.words",
                  "[\\pL\\pN._+-]+(?:\\s?"
                      + OPEN
                      + AT
                      + CLOSE
                      + "\\s?|[_-](?i:at)[_-]| -at- |\\s"
                      + AT
                      + "\\s)[\\pL\\pN._-]+(?:(?:\\s?"
                      + OPEN
                      + DOT
                      + CLOSE
                      + "\\s?|[_-](?i:dot)[_-]| -dot- |\\s"
                      + DOT
                      + "\\s)[\\pL\\pN-]+)+",
                  "<email>")
              .behind(TextGate.MAILS),
          TextRule.of(
                  "email.at",
                  "[\\pL\\pN._+-]+(?:\\s?"
                      + OPEN
                      + AT
                      + CLOSE
                      + "\\s?|\\s"
                      + AT
                      + "\\s)(?:[A-Za-z0-9-]+[.])+"
                      + TLD
                      + "\\b",
                  "<email>")
              .behind(TextGate.MAILS));

  static final List<TextRule> RULES =
      List.of(
          new TextRule(
              "url.credentials",
              SLASHES,
              "(?i:jdbc:)?[A-Za-z][A-Za-z0-9+.-]+:(?:\\\\?/){2}[^\\s\"'<>/@]+@" + END_OF_URL + "*",
              "<url>"),
          new TextRule(
              "url.share",
              SLASHES,
              "(?i:jdbc:)?(?i:smb|nfs|afp|s3a?|gs|wasbs?|abfss?|ftp|sftp|ftps|ssh|scp|cifs|file|vscode-remote|ldaps?"
                  + "|mongodb(?:[+]srv)?|rediss?|amqps?|mysql|postgres|postgresql|sqlserver|sb|kafka|webdavs?|davs?|rsync|git|svn"
                  + "|clickhouse|cassandra|oracle|mssql|imaps?|smtps?|pop3s?|hdfs|dicom|rtsp|bolt|neo4j[+]?s?):(?:\\\\?/){2}"
                  + END_OF_URL
                  + "+",
              "<url>"),
          new TextRule(
              "url.database",
              List.of("jdbc:", "JDBC:"),
              "(?i:jdbc:)[A-Za-z:0-9]+:[^\\s/@:]+/[^\\s@]+@[^\\s\"']*",
              "<url>"),
          new TextRule(
              "url.private",
              SLASHES,
              "(?i:https?|wss?):(?:\\\\?/){2}(?:[A-Za-z0-9_-]+|[A-Za-z0-9_.-]+[.](?i:local|lan|corp|internal|intranet|home|private|localdomain)"
                  + "|(?i:intranet|nas|vpn|wiki|git|gitlab|jenkins|jira|confluence|mail|files|lims|eln|lab)[.][A-Za-z0-9_.-]+)"
                  + "(?::[0-9]+)?(?:[/?#]"
                  + END_OF_URL
                  + "*|([\\s\"'<>),;\\]}]|\\z))",
              "<url>$1"),
          new TextRule(
              "url.hook",
              SLASHES,
              "(?i:https?:(?:\\\\?/){2}(?:hooks?[.]|[A-Za-z0-9.-]+\\\\?/(?:[A-Za-z0-9_.-]+\\\\?/)*(?:web)?hooks?\\\\?/))"
                  + END_OF_URL
                  + "+",
              "<url>"),
          new TextRule(
              "url.person",
              SLASHES,
              "((?i:https?|wss?):(?:\\\\?/){2}[A-Za-z0-9_.:-]+)\\\\?/(?:"
                  + END_OF_URL
                  + "*/)?(?i:~[A-Za-z0-9]+|(?:users?|patients?|people|profiles?|members?|accounts?|customers?|samples?|subjects?|donors?"
                  + "|home|u|d|share|shared|download|invite|reset|verify|file|files|folders?)/)"
                  + END_OF_URL
                  + "+",
              "$1/<url>"),
          TextRule.with(
              "?",
              "url.query",
              // A name of a file in it may be marked.
              "(:(?:\\\\?/){2}[^\\s\"'<>?"
                  + MARK
                  + "]*)[?][^\\s\"'<>`"
                  + MARK
                  + "=]*=[^\\s\"'<>`)\\]}]+",
              "$1<url>"),
          TextRule.with(
              "@",
              "email",
              "(?:[\\pL\\pN._%+'-]+|\"[^\"\\n<>]+\")(?:@|\\[@\\]|\\(@\\))(?:[\\pL\\pN-]+(?:[.]|\\[[.]\\]|\\x{3002}|\\([.]\\)))*"
                  + "[\\pL\\pN-]*\\pL[\\pL\\pN-]*(?:[.]|\\[[.]\\]|\\x{3002}|\\([.]\\))[A-Za-z]{2,24}",
              "<email>"),
          TextRule.with(
              "@[", "email.literal", "([\\pL\\pN._%+'-]+@)\\[[0-9A-Fa-f.:]+\\]", "<email>"),
          TextRule.with(
              "@",
              "email.host",
              "((?:^|[^\\pL\\pN])(?i:ssh|scp|sftp|rsync|principal|kinit|su|login|user|user=|user:|account|git clone)[ :=]{1,2})[A-Za-z0-9._-]{2,}@[A-Za-z0-9._-]{2,}",
              "$1<email>"),
          TextRule.with(
              ".",
              "ip.v4",
              "(^|[^\\pL\\pN.$" + MARK + "-]|[A-Za-z]/|[a-z]-)" + IP4 + "(?:/[0-9]{1,2})?\\b",
              "$1<ip>"),
          new TextRule(
              "ip.defanged",
              List.of("[.]", "(.)", "[dot]"),
              "[0-9]{1,3}(?:(?:\\[[.]\\]|\\([.]\\)|\\[dot\\]|[.])[0-9]{1,3}){3}",
              "<ip>"),
          new TextRule(
              "ip.name",
              List.of("ip-", "IP-"),
              "\\bip-(?:[0-9]{1,3}-){3}[0-9]{1,3}(?:[.][A-Za-z0-9.-]+)?",
              "<host>"),
          TextRule.with(
              ":",
              "mac.colon",
              "(^|[^0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}:){5,}[0-9A-Fa-f]{2}\\b",
              "$1<mac>"),
          TextRule.with(
              ".",
              "host.inside",
              "(^|[^\\pL\\pN.@/_-])[A-Za-z]+(?:[0-9]|-[A-Za-z0-9])[A-Za-z0-9-]*(?:[.][A-Za-z0-9-]+)*[.](?i:(?:intern|intranet|corp|localdomain|lan)(?:[.][A-Za-z0-9-]+)*|internal)\\b",
              "$1<host>"),
          TextRule.with("::", "ip.v6.short", "(^|[^0-9A-Za-z:.])" + IP6, "$1<ip>"),
          TextRule.with(
              ":",
              "ip.v6",
              "(^|[^0-9A-Za-z:.])" + GROUP + "(?::" + GROUP + "){7}(?:%[A-Za-z0-9]+)?",
              "$1<ip>"),
          TextRule.with(
              "-",
              "mac.dash",
              "(^|[^0-9A-Za-z:-])(?:[0-9A-Fa-f]{2}-){5,7}[0-9A-Fa-f]{2}\\b",
              "$1<mac>"),
          TextRule.with(
              ".",
              "mac.dot",
              "(^|[^0-9A-Za-z.])[0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}\\b",
              "$1<mac>"));

  private AddressText() {}
}
