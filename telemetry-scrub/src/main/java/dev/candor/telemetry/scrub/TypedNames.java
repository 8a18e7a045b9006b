package dev.candor.telemetry.scrub;

/**
 * Names of files with blanks in them, as people type them: {@code patient doe cv.pdf}, {@code clone
 * B12 - do not delete.zarr}. The words in front of the last one belong to the name as far back as
 * one of them is no word of a program's message.
 */
final class TypedNames {
  private static final int MAX_WORDS = 6;
  private static final AsciiSet WORD = AsciiSet.alnumAnd("_-()+&.#");

  /** What people keep in files, in the languages of labels. */
  private static final WordSet NOUNS =
      WordSet.of(
          """
          patient patients subject biopsy cv resume thesis draft manuscript paper invoice letter
          report notes figures grant proposal budget review slides poster talk consent contract
          histology tissue tumor tumour kidney liver brain heart lung spleen knee margin mri ct xray
          backup copy final mouse animal donor clone passage contacts addresses salary payroll photo
          photos holiday wedding passport receipt minutes agenda homework chapter appendix

          patientin befund probe lebenslauf dissertation doktorarbeit masterarbeit entwurf rechnung
          brief bericht notizen abbildungen antrag gutachten vortrag einwilligung vertrag gewebe niere
          leber gehirn herz lunge knie kopie endfassung urlaub gehalt arztbrief

          rapport facture lettre brouillon figure compte cours devis contrat biopsie rein foie cerveau
          coeur poumon copie photos vacances ordonnance

          paciente biopsia factura carta borrador informe notas tesis contrato cerebro copia fotos
          paziente fattura lettera bozza relazione tesi contratto fegato cervello referto curriculum
          fatura rascunho notas tese contrato figado relatorio exame
          factuur scriptie verslag notities contract nier lever hersenen kopie brief
          faktura praca notatki umowa nerka mozg kopia raport wyniki
          uppsats rapport anteckningar avtal njure lever kopia
          """);

  private static final WordSet COPIES =
      WordSet.of("copy kopie copie copia kopia final old new alt neu draft");

  /** Words inside a name that stand in front of one elsewhere. */
  private static final WordSet INNER =
      WordSet.of("not from of for and und et y de du des del di la le von van the a");

  private TypedNames() {}

  /**
   * The start of such a name whose last word starts at {@code last} and ends at {@code dot}, or -1.
   *
   * @param machine whether programs write files of this kind more often than people
   */
  static int start(String text, int last, int dot, boolean machine) {
    int start = -1;
    int nouns = 0;
    int strangers = 0;
    boolean sure = false;
    boolean named = false;
    int from = last;
    int end = dot;
    for (int words = 0; words < MAX_WORDS; words++) {
      int bare = bareEnd(text, from, end);
      boolean noun = NOUNS.contains(text, bareStart(text, from), bare);
      boolean name = isName(text, from, bare);
      boolean mark = isMark(text, from, end) && (words > 0 || text.charAt(from) == '(');
      boolean mixed = words > 0 && isMixed(text, from, bare);
      boolean stranger = !noun && isStranger(text, from, bare);
      nouns += noun ? 1 : 0;
      strangers += stranger ? 1 : 0;
      named |= name;
      sure |= mark || (name && words > 0) || ((mixed || named) && nouns > 0);
      if (noun || name || mark || mixed || stranger) {
        start = bareStart(text, from);
      }
      int before = wordBefore(text, from);
      if (before < 0) {
        break;
      }
      end = from - 1;
      from = before;
    }
    boolean typed = sure || (!machine && nouns > 0 && (strangers > 0 || nouns > 1));
    return typed && start < last ? start : -1;
  }

  /** The start of the word in front of {@code from}, or -1 where the name cannot go on. */
  private static int wordBefore(String text, int from) {
    if (from < 2 || text.charAt(from - 1) != ' ') {
      return -1;
    }
    int word = from - 1;
    while (word > 0 && from - word < 40 && isWordChar(text.charAt(word - 1))) {
      word--;
    }
    boolean stop = FileNames.isStop(text, word, from - 1) && !INNER.contains(text, word, from - 1);
    return word == from - 1 || stop ? -1 : word;
  }

  private static int bareStart(String text, int from) {
    return text.charAt(from) == '(' ? from + 1 : from;
  }

  private static int bareEnd(String text, int from, int end) {
    int to = end;
    while (to > from + 1 && ").".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  /** A capitalised word that is no common one, or letters beyond ASCII. */
  private static boolean isName(String text, int from, int end) {
    int at = bareStart(text, from);
    if (end - at < 3 || Words.isCommon(text, at, end)) {
      return false;
    }
    boolean capital = Chars.isUpper(text.charAt(at)) && Chars.isLower(text.charAt(at + 1));
    for (int i = at; i < end; i++) {
      if (text.charAt(i) >= 128) {
        return !Words.isEnglish(text, at, end);
      }
      capital &= Chars.isLetter(text.charAt(i));
    }
    return capital && !Words.isEnglish(text, at, end);
  }

  /** {@code (2)}, {@code (copy)}, a dash between blanks. */
  private static boolean isMark(String text, int from, int end) {
    if (text.charAt(from) == '-') {
      return end == from + 1;
    }
    int close = end - 1;
    if (text.charAt(from) != '(' || close <= from + 1 || text.charAt(close) != ')') {
      return false;
    }
    return (Extents.allDigits(text, from + 1, close) && close - from < 4)
        || COPIES.contains(text, from + 1, close);
  }

  /** {@code B12}, {@code day3}: letters and digits. */
  private static boolean isMixed(String text, int from, int end) {
    int digits = Extents.digits(text, from, end);
    return digits > 0 && digits < end - from && Chars.isLetter(text.charAt(from));
  }

  /** A word in small letters that no message of a program holds. */
  private static boolean isStranger(String text, int from, int end) {
    for (int i = from; i < end; i++) {
      if (!Character.isLowerCase(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return end - from >= 4 && !Words.isEnglish(text, from, end);
  }

  private static boolean isWordChar(char c) {
    return c < 128 ? WORD.has(c) : Character.isLetterOrDigit(c);
  }
}
