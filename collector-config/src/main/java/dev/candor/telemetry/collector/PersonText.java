package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;

import java.util.List;

/** Names of people, houses and streets that a word beside them gives away. */
final class PersonText {
  private static final String PARTICLE =
      "(?:(?:von|van|de|der|den|da|di|du|dos|del|della|la|le|bin|al|el|ter|zu) ){0,2}";

  private static final String CAPITALISED = "\\p{Lu}[\\pL'\\x{2019}-]+";
  private static final String TITLE =
      "(?:Dr|Prof|Professor|Professorin|Mr|Mrs|Ms|Miss|Herr|Herrn|Frau|Mme|Mlle|Monsieur|Madame|Sra?|Se\\x{f1}ora?|Dott|Dott\\.ssa"
          + "|Sig|Sig\\.ra|Sir|Pani?|Dhr|Mevr|Mw|Doc|Do\\x{f1}a|Don|PI|DR|PROF|MR|MRS|dr|prof)";

  private static final String HOUSE =
      "(?:Lab|Labs|Laboratory|Laboratories|University|Univ\\.|Institute|Hospital|Clinic|College|Klinikum|Universit\\x{e4}t|Institut|Klinik"
          + "|Krankenhaus|Medical Center|School of Medicine|GmbH|AG|Ltd|Inc|Corp|Foundation|Biotech|Therapeutics|Pharma|Biosciences"
          + "|Research Center|Research Centre|Universiteit|Universitet|universitet|Uniwersytet|Group|Polytechnic|HOSPITAL|UNIVERSITY|INSTITUTE|CLINIC|LABORATORY"
          + "|KLINIKUM|UNIVERSITET|UNIVERSITEIT|MEDICAL CENTER|(?:Oncology|Cancer|Research|Medical|Health|Science|Imaging) Cent(?:er|re))";

  private static final String GIVEN = WordTree.exactly(WordTree.split(GivenNames.COMMON));

  private static final String STREET =
      "(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Drive|Dr|Terrace|Way|Court|Ct|Square|Sq|Close|Crescent|Place|Pl|Parkway|Pkwy)";

  private static final String TOWN =
      "(?:,? (?:[A-Z]{0,2}-?[0-9]{4,6}|[0-9]{2})(?:-[0-9]{3})?(?: [A-Z]{2})?,? \\p{Lu}\\pL+(?:[ -]\\p{Lu}\\pL+)?|,? \\p{Lu}\\pL+(?: \\p{Lu}\\pL+)?(?:, [A-Z]{2}(?: [0-9]{5})?| [A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2})?)?";

  static final List<TextRule> RULES =
      List.of(
          TextRule.of(
                  "name.title",
                  "((?:^|[^\\pL\\pN])"
                      + TITLE
                      + "[.]?(?: (?:Dr|Prof|med|rer|nat|phil|Ing)[.]?){0,3} )(?:\\p{Lu}[.] ?)*"
                      + PARTICLE
                      + CAPITALISED
                      + "(?: (?:\\p{Lu}[.] ?)*"
                      + PARTICLE
                      + CAPITALISED
                      + "){0,3}",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.greeting",
                  "((?:^|[^\\pL\\pN])(?:Dear|Hi|Hello|Hallo|Liebe|Lieber|Bonjour|Hola|Ciao|Salut|Thanks|Regards|Hej|Cześć) )\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?([,!.]|\\z|\\n)",
                  "$1<name>$2")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.given",
                  "(^|[^\\pL\\pN./$\\\\"
                      + MARK
                      + "])"
                      + GIVEN
                      + "(?:[ ]\\p{Lu}[.])?(?:[ ]|-\\p{Lu}\\p{Ll}+ )"
                      + PARTICLE
                      + "\\p{Lu}(?:[\\p{Ll}'\\x{2019}-]|\\p{Ll}\\p{Lu})+",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.given.last-first",
                  "(^|[^\\pL\\pN./$\\\\" + MARK + "])\\p{Lu}[\\p{Ll}'-]+, " + GIVEN + "\\b",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.given.upper",
                  "(^|[^\\pL\\pN./$\\\\_"
                      + MARK
                      + "])(?:JANE|JOHN|ALICE|BOB|ANNA|MARIA|PETER|MICHAEL|DAVID|SARAH|THOMAS|HANS|JOS\\x{c9}|EMMA|LAURA|JULIA|JAMES|ROBERT|MARY|PAUL|MARK|LUIS|CARLOS) \\p{Lu}{2,}",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.house",
                  "(^|[^\\pL\\pN])(?:"
                      + CAPITALISED
                      + " (?:of |de |di |for )?){1,4}"
                      + HOUSE
                      + "\\b",
                  "$1<name>")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "name.house-of",
                  "(^|[^\\pL\\pN])(?:University|Universit\\x{e4}t|Universit\\x{e9}|Universidad|Universidade|Universit\\x{e0}|Universiteit|Uniwersytet|Hospital|Institute|Institut|Department|Dept\\.?|College|School|Lab|Laboratory|Group"
                      + "|Klinikum|Klinik|H\\x{f4}pital|Ospedale|Clinique|Cl\\x{ed}nica|Szpital|Politecnico|Politechnika|\\p{Lu}\\pL*zentrum|Universit\\x{e4}tsklinikum|UNIVERSITY|HOSPITAL|UNIVERSIT\\x{c4}TSKLINIKUM|POLITECNICO|Instituto|Istituto|Instytut|Faculty)(?: of| OF| DE| DI| de| di| for| f\\x{fc}r| degli Studi di| der| Uniwersytetu)? (?:the )?"
                      + CAPITALISED
                      + "(?:[ -]"
                      + CAPITALISED
                      + "){0,2}",
                  "$1<name>")
              .behind(TextGate.NAMES),
          // In scripts where the word for the house stands last.
          TextRule.of(
                  "name.house.foreign",
                  "\\p{Lo}{2,}(?:大学|大學|研究所|研究院|医院|醫院|病院|学院|대학교|연구소|병원)|\\p{Lu}[\\pL-]+ (?i:институт|университет|больница|клиника|академия)",
                  "<name>")
              .behind(TextGate.FOREIGN),
          TextRule.of(
                  "address.box",
                  "(^|[^\\pL\\pN])(?i:p[.]? ?o[.]? ?box|postfach|apartado(?: de correos)?|bo[iî]te postale|casella postale|postbus|skrytka pocztowa|postboks)[ :]{1,2}[0-9]{1,6}(?:,? [\\pL.'-]+(?: [\\pL.'-]+)?,? [A-Za-z]{0,2}[0-9][0-9A-Za-z]{0,4}(?: [0-9][A-Za-z]{2}\\b)?)?",
                  "$1<name>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "address.street",
                  "(^|[^\\pL\\pN.])[0-9]{1,5}[A-Za-z]?,? (?:[NSEW][.]? )?(?:"
                      + CAPITALISED
                      + "[.]? ){1,3}"
                      + STREET
                      + "\\b[.]?(?:,? (?:Apt|Suite|Unit|Flat|#)[.]? ?[0-9A-Z]+)?"
                      + TOWN,
                  "$1<name>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "address.town",
                  "(^|[^\\pL\\pN])\\p{Lu}[\\pL.'-]*(?: [\\pL.'-]+){0,3} [0-9]{1,4}[A-Za-z]?, (?:[0-9]{4,5}(?: [A-Z]{2})?|[0-9]{2}-[0-9]{3}|[0-9]{3} [0-9]{2}) \\p{Lu}[\\pL-]+(?: \\p{Lu}[\\pL-]+)?",
                  "$1<name>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "address.street.german",
                  "(^|[^\\pL\\pN])\\p{Lu}[\\pL-]*(?:stra\\x{df}e|strasse|str[.]|weg|platz|allee|gasse|ring|ufer|damm|straat|laan|gracht|gatan|v\\x{e4}gen|vej|gade) [0-9]{1,4}[a-z]?\\b"
                      + TOWN,
                  "$1<name>")
              .behind(TextGate.DIGITS),
          TextRule.of(
                  "address.street.romance",
                  "(^|[^\\pL\\pN])(?:[0-9]{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|all\\x{e9}e|impasse|quai) (?:(?:de|du|des|la|le|les|l') ?){0,2}"
                      + CAPITALISED
                      + "(?:[ -]"
                      + CAPITALISED
                      + "){0,3}"
                      + "|(?:Calle|Avenida|Av[.]|Plaza|Paseo|C/|Rua|Pra\\x{e7}a|Via|Viale|Piazza|Corso|ul[.]|al[.]|os[.]|Rue|Boulevard) (?:(?:de|da|do|del|della|la|las|los|San|Santa) ){0,2}"
                      + CAPITALISED
                      + "(?: "
                      + CAPITALISED
                      + "){0,2},? (?:n[\\x{ba}o.]? ?)?[0-9]{1,4}[a-z]?)\\b"
                      + TOWN,
                  "$1<name>")
              .behind(TextGate.DIGITS));

  private PersonText() {}
}
