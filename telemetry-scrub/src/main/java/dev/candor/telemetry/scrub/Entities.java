package dev.candor.telemetry.scrub;

import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Characters that HTML writes by name: marks, blanks and the letters of Latin alphabets. */
final class Entities {
  private static final String NAMES =
      """
          Tab NewLine excl quot num dollar percnt amp apos lpar rpar ast midast plus comma period
          sol colon semi lt equals gt quest commat lsqb lbrack bsol rsqb rbrack Hat lowbar grave
          lcub lbrace vert verbar rcub rbrace hyphen dash minus tilde nbsp ensp emsp thinsp deg
          prime Prime lsquo rsquo ldquo rdquo laquo raquo ndash mdash sect AElig Aacute Abreve
          Acirc Agrave Amacr Aogon Aring Atilde Auml Cacute Ccaron Ccedil Ccirc Cdot Dcaron
          Dstrok ENG ETH Eacute Ecaron Ecirc Edot Egrave Emacr Eogon Euml Gbreve Gcedil Gcirc
          Gdot Hcirc Hstrok IJlig Iacute Icirc Idot Igrave Imacr Iogon Itilde Iuml Jcirc Kcedil
          Lacute Lcaron Lcedil Lmidot Lstrok Nacute Ncaron Ncedil Ntilde OElig Oacute Ocirc
          Odblac Ograve Omacr Oslash Otilde Ouml Racute Rcaron Rcedil Sacute Scaron Scedil Scirc
          THORN Tcaron Tcedil Tstrok Uacute Ubreve Ucirc Udblac Ugrave Umacr Uogon Uring Utilde
          Uuml Wcirc Yacute Ycirc Yuml Zacute Zcaron Zdot aacute abreve acirc aelig agrave amacr
          angst aogon aring atilde auml cacute ccaron ccedil ccirc cdot dcaron dstrok eacute
          ecaron ecirc edot egrave emacr eng eogon eth euml gbreve gcirc gdot hcirc hstrok iacute
          icirc igrave ijlig imacr imath inodot iogon itilde iuml jcirc kcedil kgreen lacute
          lcaron lcedil lmidot lstrok nacute napos ncaron ncedil ntilde oacute ocirc odblac oelig
          ograve omacr oslash otilde ouml racute rcaron rcedil sacute scaron scedil scirc szlig
          tcaron tcedil thorn tstrok uacute ubreve ucirc udblac ugrave umacr uogon uring utilde
          uuml wcirc yacute ycirc yuml zacute zcaron zdot
          """;
  private static final String VALUES =
      "\t\n!\"#$%&'()**+,./:;<=>?@[[\\]]^_`{{||}}---~    \u00b0\u2032\u2033\u2018\u2019"
          + "\u201c\u201d\u00ab\u00bb\u2013\u2014\u00a7ÆÁĂÂÀĀĄÅÃÄĆČÇĈĊĎĐŊÐÉĚÊĖÈĒĘËĞĢĜĠĤĦĲÍÎİÌ"
          + "ĪĮĨÏĴĶĹĽĻĿŁŃŇŅÑŒÓÔŐÒŌØÕÖŔŘŖŚŠŞŜÞŤŢŦÚŬÛŰÙŪŲŮŨÜŴÝŶŸŹŽŻáăâæàāÅąåãäćčçĉċďđéěêėèēŋęðë"
          + "ğĝġĥħíîìĳīııįĩïĵķĸĺľļŀłńŉňņñóôőœòōøõöŕřŗśšşŝßťţþŧúŭûűùūųůũüŵýŷÿźžż";
  private static final Map<String, Character> CHARACTERS = characters();

  private Entities() {}

  /** The character with the name of a range, or -1. */
  static int character(String text, int from, int end) {
    @Nullable Character c = CHARACTERS.get(text.substring(from, end));
    return c == null ? -1 : c;
  }

  private static Map<String, Character> characters() {
    Map<String, Character> map = new HashMap<>();
    StringTokenizer names = new StringTokenizer(NAMES);
    for (int i = 0; names.hasMoreTokens(); i++) {
      map.put(names.nextToken(), VALUES.charAt(i));
    }
    return Map.copyOf(map);
  }
}
