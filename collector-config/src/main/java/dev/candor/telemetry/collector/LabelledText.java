package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.FILLER;
import static dev.candor.telemetry.collector.TextParts.MARK;
import static dev.candor.telemetry.collector.TextParts.QUOTED;
import static dev.candor.telemetry.collector.TextParts.SIGN;
import static dev.candor.telemetry.collector.TextParts.label;
import static dev.candor.telemetry.collector.TextParts.value;
import static dev.candor.telemetry.collector.TextParts.words;

import java.util.List;

/** What is data of a person because of the label in front of it. */
final class LabelledText {
  private static final List<String> SIGNS =
      List.of(":", "=", "->", "\uff1a", "&#", "&colon;", "\\u003", "&gt;", "\u2013 ", "\u2014 ");

  /** Capitalised words in a row, as names of people and houses are. */
  private static final String MORE_WORDS =
      "(?:,? (?:(?:des|du|von|van|de|der|den|da|di|du|dos|del|della|la|le|bin|al|el|y|e|of|für|zu) ){0,2}[\\p{Lu}\\p{Lo}][\\pL.'\\x{2019}-]*){0,4}";

  private static final String LOGIN = "[\\pL\\pN_][\\pL\\pN_.@$+-]*";
  private static final String NAME = "[\\pL][\\pL\\pN.'\\x{2019}_-]*" + MORE_WORDS;

  private static final String DAY =
      "[0-9]{2,4}\\s?[年년]\\s?[0-9]{1,2}\\s?[月월]\\s?[0-9]{1,2}\\s?[日일]?"
          + "|(?:[0-9]{1,4}[./ -]{1,2}){0,2}[0-9]{1,4}(?:[ ,.]{1,2}(?:of |de )?\\pL{3,10}[ .,]{0,2}(?:de )?[0-9]{2,4})?"
          + "|[0-9]{1,2}(?:st|nd|rd|th|[.]|er)?(?: of| de)? \\pL{3,10}[.,]?(?: de)? [0-9]{2,4}"
          + "|(?:\\pL{3,10}[.]? )?[0-9]{1,2}(?:st|nd|rd|th)?(?:,? [0-9]{2,4})?";

  private static final String IDENTITIES =
      WordTree.anyCase(
          TextLabels.PASSWORD,
          TextLabels.PASS,
          TextLabels.USER,
          TextLabels.HOST,
          TextLabels.PERSON,
          TextLabels.INSTITUTION,
          TextLabels.SUBJECT,
          TextLabels.PERSONAL_ID,
          TextLabels.SERIAL,
          TextLabels.PHONE,
          TextLabels.BIRTH,
          TextLabels.COORDINATE,
          TextLabels.PLACE,
          "email, mail, e-mail, token, key, api key, file, filename, path");

  static final List<TextRule> RULES =
      List.of(
          new TextRule(
              "table.insert",
              List.of("VALUES", "values"),
              "((?i:insert into) [^()\\n]+\\((?:[^)\\n]*?[^\\pL\\pN])?"
                  + IDENTITIES
                  + "[_]?[\\s,)][^\\n]*?(?i:values) ?\\()[^\\n]*\\)",
              "$1<id>)"),
          TextRule.with(
              "\n",
              "table.rows",
              "((?:^|\\n)(?:[\\pL\\pN _.\"-]*[,;\\t|]){0,20}\"?(?:[\\pL\\pN]+[_.-])?"
                  + IDENTITIES
                  + "\"?(?:[,;\\t|][\\pL\\pN _.\"-]*){1,20}\\r?\\n)[^\\n]*[,;\\t|][^\\n]*(?:\\n[^\\n]*[,;\\t|][^\\n]*)*",
              "$1<id>"),
          signed("label.user", "<user>", LOGIN + MORE_WORDS, TextLabels.USER),
          new TextRule(
              "label.user.hump",
              SIGNS,
              "((?:[a-z](?:User|UserName|Username|UserId|Login|Account|Operator|Owner)|USER|USERNAME|LOGNAME)"
                  + SIGN
                  + ")"
                  + value(LOGIN),
              "$1$2$3$4<user>"),
          new TextRule(
              "label.id.hump",
              SIGNS,
              "([a-z](?:Serial(?:Number|No)?|Dob|DOB|Birthdate|BirthDate|BirthDay|DateOfBirth|Phone|Mobile|Iban|IBAN|Passport|Ssn|SSN|Mrn|MRN|Patient(?:Id|ID)?"
                  + "|Subject(?:Id|ID)|Sample(?:Id|ID)|Barcode)"
                  + SIGN
                  + ")"
                  + value("[A-Za-z0-9+(][A-Za-z0-9_.()/-]*[0-9][A-Za-z0-9_./-]*"),
              "$1$2$3$4<id>"),
          signed("label.host", "<host>", "[\\pL\\pN][\\pL\\pN_.-]*", TextLabels.HOST),
          new TextRule(
              "label.host.hump",
              SIGNS,
              "((?:[a-z](?:Host|HostName|Hostname|Machine|MachineName|ComputerName)|HOSTNAME|COMPUTERNAME)"
                  + SIGN
                  + ")"
                  + value("[\\pL\\pN][\\pL\\pN_.-]*"),
              "$1$2$3$4<host>"),
          signed("label.person", "<name>", NAME, TextLabels.PERSON, TextLabels.INSTITUTION),
          signed(
              "label.subject",
              "<id>",
              "#?[\\pL\\pN][\\pL\\pN_./-]*" + MORE_WORDS,
              TextLabels.SUBJECT),
          TextRule.of(
                  "label.weak",
                  "("
                      + label(
                          "case, block, item, hasp, hasp key, dongle, tag, unit, chip, lot, vial")
                      + "(?:"
                      + SIGN
                      + "|[ ]|[;|])[\"'\\x{201c}]?)(?:[A-Za-z]{1,5}[0-9]{0,3}[-_/][0-9]{3,}[A-Za-z0-9_-]*|[A-Z]{1,4}[0-9]{6,})\\b",
                  "$1<id>")
              .behind(TextGate.DIGITS),
          signed("label.serial", "<id>", "#?[A-Za-z0-9][A-Za-z0-9_./-]*", TextLabels.SERIAL),
          signed(
              "label.personal-id",
              "<id>",
              "(?:[A-Z]{1,3} ?)?[A-Z0-9][A-Za-z0-9]*[0-9](?:[ ./-]?[A-Z0-9]+\\b){0,9}|[0-9][A-Za-z0-9./-]*(?:[ -][0-9A-Z]+\\b)*|[A-Za-z0-9]+-[A-Za-z0-9-]+",
              TextLabels.PERSONAL_ID),
          new TextRule(
                  "label.phone",
                  List.of(),
                  "("
                      + label(TextLabels.PHONE)
                      + "(?:"
                      + SIGN
                      + "|[.]? ?(?:is |at |on |to |me |us |now )?|[.]?: ?)[\"']?)[+(]{0,2}[0-9](?:[ .()/\\x{a0}-]{0,3}[0-9]){4,15}",
                  "$1<id>")
              .behind(TextGate.DIGITS),
          new TextRule(
                  "label.birth",
                  List.of(),
                  "("
                      + label(TextLabels.BIRTH)
                      + "(?:"
                      + SIGN
                      + "| (?:is |was |on |in |am |el |il |le |em |op |den )?[(\\[]?)\\\\*[\"'`\\x{ab}\\x{201c}\\x{201e}]?)(?:"
                      + DAY
                      + ")",
                  "$1<id>")
              .behind(TextGate.DIGITS),
          new TextRule(
              "label.coordinate",
              List.of(".", "\u00b0"),
              "("
                  + label(TextLabels.COORDINATE)
                  + SIGN
                  + "[\"'(\\[]{0,2}|"
                  + label("lat, latitude, lon, lng, longitude, gps")
                  + " (?:is |are )?[\"'(\\[]{0,2})(?:[NSEWO] ?)?[+-]?[0-9]{1,3}(?:[.,][0-9]{2,}|\\x{b0})\\x{b0}?(?: ?[0-9]{1,2}(?:[.][0-9]+)?['\\x{2032}])?(?: ?[0-9]{1,2}(?:[.][0-9]+)?[\\x{2033}])?(?: ?[NSEWO]\\b)?(?:[,; /]{1,2}[+-]?[0-9]{1,3}[.,][0-9]{2,}\\x{b0}?(?: ?[NSEWO]\\b)?)?",
              "$1<id>"),
          new TextRule(
              "coordinate.pair",
              List.of("."),
              "("
                  + label(
                      TextLabels.COORDINATE,
                      "position, pos, point, posizione, posición, posição, położenie, plats, 位置, 위치")
                  + "(?:"
                  + SIGN
                  + "|[ ])\\\\*[\"'(\\[\\x{ab}\\x{201c}`]{0,2})[+-]?[0-9]{1,3}[.][0-9]{5,7}[,; ]{1,2}[+-]?[0-9]{1,3}[.][0-9]{5,7}\\b",
              "$1<id>"),
          new TextRule(
              "coordinate.point",
              List.of("("),
              "((?i:point|pos) ?[(])[+-]?[0-9]{1,3}[.][0-9]{3,}[ ,]{1,2}[+-]?[0-9]{1,3}[.][0-9]{3,}[)]",
              "$1<id>)"),
          TextRule.with(
              "(",
              "coordinate.behind",
              "[+-]?[0-9]{1,3}[.][0-9]{3,}\\x{b0}?(?: ?[NSEWOnsewo])?[,; ]{1,2}[+-]?[0-9]{1,3}[.][0-9]{3,}\\x{b0}?(?: ?[NSEWOnsewo])?( ?[(\\[](?i:gps|wgs ?84|lat|latlon|location|position|coordinates))",
              "<id>$1"),
          TextRule.with(
              "\u00b0",
              "coordinate.degrees",
              "[0-9]{1,3}(?:[.][0-9]+)?\\x{b0} ?(?:[0-9]{1,2}(?:[.][0-9]+)?['\\x{2032}] ?)?(?:[0-9]{1,2}(?:[.][0-9]+)?(?:\"|\\x{2033}|'') ?)?[NSEWOnsewo]\\b",
              "<id>"),
          TextRule.with(
              ".",
              "coordinate.compass",
              "(^|[^\\pL\\pN.])[0-9]{1,3}[.][0-9]{3,} ?[NS][ ,;/]{1,3}[0-9]{1,3}[.][0-9]{3,} ?[EWO]\\b",
              "$1<id>"),
          new TextRule(
              "label.file",
              SIGNS,
              "("
                  + label(TextLabels.FILE)
                  + SIGN
                  + ")(?:[\\pL\\pN()'&,-]+ ){1,6}[\\pL\\pN()_-]+"
                  + PathText.EXTENSION,
              "$1<path>"),
          quoted("quoted.user", "<user>", TextLabels.USER),
          quoted("quoted.host", "<host>", TextLabels.HOST),
          quoted(
              "quoted.name", "<name>", TextLabels.PERSON, TextLabels.INSTITUTION, TextLabels.PLACE),
          quoted(
              "quoted.id",
              "<id>",
              TextLabels.SUBJECT,
              TextLabels.PERSONAL_ID,
              TextLabels.SERIAL,
              TextLabels.BIRTH),
          option(
              "option.secret", "<secret>", TextLabels.PASSWORD, TextLabels.PASS, TextLabels.TOKEN),
          option("option.user", "<user>", TextLabels.USER),
          option("option.host", "<host>", TextLabels.HOST),
          option(
              "option.name",
              "<name>",
              TextLabels.PERSON,
              TextLabels.INSTITUTION,
              TextLabels.PLACE,
              "operatore"),
          option(
              "option.id",
              "<id>",
              TextLabels.SUBJECT,
              TextLabels.PERSONAL_ID,
              TextLabels.SERIAL,
              TextLabels.BIRTH,
              TextLabels.PHONE,
              TextLabels.COORDINATE),
          signed(
              "label.mac", "<mac>", "[0-9A-Fa-f]{2}(?:[:.-]?[0-9A-Fa-f]{2}){4,7}", TextLabels.MAC),
          TextRule.of(
                  "label.mac.word",
                  "(" + label(TextLabels.MAC) + " )[0-9A-Fa-f]{2}(?:[:.-]?[0-9A-Fa-f]{2}){5,7}\\b",
                  "$1<mac>")
              .behind(TextGate.DIGITS),
          new TextRule(
              "label.place",
              SIGNS,
              "("
                  + label(TextLabels.PLACE)
                  + SIGN
                  + ")(?:(\")[^\"\\n<"
                  + MARK
                  + "]+|(')[^'\\n<"
                  + MARK
                  + "]+|(\\\\+[\"'])[^\"'\\\\\\n<"
                  + MARK
                  + "]+|"
                  + "(?:\\p{Ll}{2,9}[.]? )?(?:[\\p{Lu}\\p{Lo}][\\pL.'-]*|[0-9]{1,6}[A-Za-z]?\\b)(?:,? (?:[\\p{Lu}\\p{Lo}0-9][\\pL\\pN.'/-]*|(?:de|des|du|la|le|les|rue|am|der|di|del|van|avenue|boulevard|place|chemin)\\b)){1,9}|[0-9]{4,6}(?:-[0-9]{3,4})?\\b|[\\p{Lo}][\\p{Lo}\\pN-]+)",
              "$1$2$3$4<name>"),
          new TextRule(
              "label.element",
              List.of("</"),
              "(<(?:[A-Za-z0-9_.:-]*[_.:-])?"
                  + words(String.join(",", TextLabels.IDENTITIES), "email, mail, path")
                  + "(?: [^<>]*)?>)[^<]+(</)",
              "$1<id>$2"),
          // What a server writes of a login; "for" may be marked.
          TextRule.with(
              " from ",
              "word.login",
              "((?i:password|passphrase) "
                  + MARK
                  + "?for )[\\pL\\pN_][\\pL\\pN_.@$-]*( from (?:<ip>|[^\\s]+ port ))",
              "$1<user>$2"),
          TextRule.of(
                  "word.user",
                  "("
                      + label(
                          "user, username, login, account, 用户, ユーザー, 사용자, sudo, su, owner, operator, author, created by, modified by, updated by, uploaded by, logged in as, signed in as, log in as, authenticated as, running as, impersonating, on behalf of, run by, acquired by, submitted by, opened by, started by, owned by, locked by, for user, by user, publickey for, password for, session for, github user, slack user, principal")
                      + " (?:id |name |named |called |account )?[\"'`\\x{2018}\\x{201c}(]?)(?:[\\pL][\\pL\\pN_-]*[\\pN_.@$\\\\-][\\pL\\pN_.@$\\\\-]*[\\pL\\pN]|(?:\\p{Ll}|\\p{Lo}){3,20}|[\\pN]{4,})"
                      + "(?:[ ][\\p{Lu}][\\pL]+\\b)?",
                  "$1<user>")
              .behind(TextGate.PERSONS),
          TextRule.of(
                  "word.user.marked",
                  "("
                      + label(
                          "benutzer, anwender, utilisateur, usuario, utente, gebruiker, użytkownik, usuário, användare, пользователь, пользователя")
                      + " )(?:[\\pL][\\pL\\pN_-]*[\\pN_.@$\\\\-][\\pL\\pN_.@$\\\\-]*[\\pL\\pN])",
                  "$1<user>")
              .behind(TextGate.PERSONS),
          TextRule.of(
                  "word.host",
                  "("
                      + label(
                          "host, hostname, node, machine, computer, server, workstation, rechner, ordinateur, equipo, connection to, connect to, connected to, connecting to, unable to reach, could not resolve, resolve host, reach host, lookup, unknown host, from host, on host, unknownhostexception")
                      + "(?::)? (?:is |named |called |name )?[\"'`(]?)(?:[A-Za-z][A-Za-z]*[0-9]*[-.][A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]|[A-Za-z]{2,}[0-9]{1,4})\\b",
                  "$1<host>")
              .behind(TextGate.PERSONS),
          TextRule.of(
                  "word.subject",
                  "("
                      + label(TextLabels.SUBJECT)
                      + "(?:"
                      + FILLER
                      + "| ?#|[ _/-]|)[\"'#]?)(?:[A-Za-z]{1,4}[-_]?[0-9]{2,}|[0-9]{4,}|[0-9]{2,}[/_-]+[0-9A-Z]|[A-Z]{1,4}[-_]?[0-9])[\\pL\\pN_./-]*",
                  "$1<id>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "word.subject.name",
                  "("
                      + label(
                          "patient, patientin, paciente, paziente, pacjent, patiënt, пациент, donor, participant, proband")
                      + " (?:named |name )?[\"']?)\\p{Lu}\\p{Ll}+(?: \\p{Lu}[\\pL.'-]+){1,2}",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "word.id",
                  "("
                      + label(TextLabels.PERSONAL_ID, TextLabels.SERIAL)
                      + "(?:"
                      + FILLER
                      + "|[.#]? )[\"'#]?)(?:[A-Za-z]{0,10}[0-9]{5,}[A-Za-z0-9]*|[A-Z]{0,4}[ ./-]?[A-Z]?[0-9][A-Za-z0-9-]*[0-9][A-Za-z0-9]*(?:[ ./-]?[A-Z0-9]*[0-9][A-Z0-9]*\\b|[ ][A-Z]\\b){0,8}|[A-Z]{2,}[A-Za-z0-9-]*[0-9][A-Za-z0-9!-]*)",
                  "$1<id>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "word.person",
                  "("
                      + label(
                          "contact, assigned to, signed by, approved by, reviewed by, requested by, performed by, prepared by, written by, ordered by, reported by, created by, operator, operated by, imaged by, acquired by, run by, author, experimenter, technician, physician, nurse, doctor, supervisor, student, dear, hello, hi, hallo, liebe, lieber, bonjour, hola, ciao, thanks, regards, grüße, from, by, user, employee, researcher, scientist, customer, full name is, name is, i am, lab of, group of, on behalf of")
                      + " )(\\p{Lu}[\\p{Ll}'\\x{2019}-]+[,]? (?:(?:des|du|von|van|de|der|den|da|di|del|la|le|bin|al|el) ){0,2}\\p{Lu}[\\pL'\\x{2019}-]+)",
                  "$1<name>")
              .behind(TextGate.NAMES));

  private LabelledText() {}

  /** Behind a label and a blank, or behind an option: in quotes, or as {@code bare} says. */
  private static TextRule quoted(String name, String placeholder, String... lists) {
    return new TextRule(
        name,
        List.of("\"", "'", "`", "\u00ab", "\u201c", "\u201e", "\u2018", "\u300c"),
        "(" + label(lists) + "(?:" + FILLER + "|[ ]))(?:" + QUOTED + ")",
        "$1$2$3$4" + placeholder);
  }

  private static TextRule option(String name, String placeholder, String... lists) {
    return TextRule.with(
        "--",
        name,
        "((?:^|[\\s\"'])--[A-Za-z0-9_.-]*?"
            + words(lists)
            + "[ =])"
            + value("[^\\s\"'<>-][^\\s\"'<>]*" + (placeholder.equals("<name>") ? MORE_WORDS : "")),
        "$1$2$3$4" + placeholder);
  }

  /** Behind a sign: in quotes as a whole, else as {@code bare} says. */
  private static TextRule signed(String name, String placeholder, String bare, String... lists) {
    return new TextRule(
        name, SIGNS, "(" + label(lists) + SIGN + ")" + value(bare), "$1$2$3$4" + placeholder);
  }
}
