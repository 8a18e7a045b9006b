package dev.candor.telemetry.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rules of the sanitizer as one would write them with {@code java.util.regex}: possessive or
 * bounded counts only, one pattern for each kind, one after the other.
 *
 * <p>It does less than the sanitizer: about a tenth of the labels, few key prefixes, no check
 * digits, no decoding. All of that favours it.
 */
final class RegexRules {
  private static final String VALUE = "[\"'=:>\\s]{1,4}+[^\\s\"'<>,;&]{1,256}+";

  private final List<Rule> rules = new ArrayList<>();

  RegexRules(Collection<String> known) {
    String words = known.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    add("(?:" + words + ")", "<user>");
    add("-----BEGIN [A-Z ]{1,40}+-----[^-]{0,8192}+(?:-----END [A-Z ]{1,40}+-----)?+", "<secret>");
    add("\\beyJ[\\w-]{10,2048}+\\.[\\w-]{2,2048}+(?:\\.[\\w-]{0,2048}+)?+", "<secret>");
    add(
        "\\b(?:AKIA|ASIA|AIza|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|sk-|sk_live_|hf_|npm_|SG\\.)"
            + "[\\w.-]{10,255}+",
        "<secret>");
    add(
        "\\b(?:authorization|cookie|set-cookie|x-api-key)\\b[\"']?+\\s{0,4}+[:=][^\\n]{1,4096}+",
        "<secret>");
    add("\\b(?:bearer|basic|digest|negotiate)\\s{1,4}+[\\w.~+/=-]{8,4096}+", "<secret>");
    add(
        "(?:password|passwd|passphrase|pwd|passwort|contraseña|mot de passe|secret|api[_ -]?+key|access[_ -]?+key|"
            + "private[_ -]?+key|token|credentials?+)"
            + VALUE,
        "<secret>");
    add(
        "\\b(?:user(?:[_ -]?+name)?+|login|account|owner|operator|benutzer|usuario)" + VALUE,
        "<user>");
    add(
        "\\b(?:host(?:name)?+|machine|computer|workstation|node|server[_ -]?+name)" + VALUE,
        "<host>");
    add(
        "\\b(?:(?:first|last|full|display|patient)[_ -]?+name|vorname|nachname|institution|lab|university|department)"
            + VALUE,
        "<name>");
    add(
        "\\b(?:patient|sample|subject|donor|specimen|mrn|case)[_ -]?+(?:id|no|number)?+" + VALUE,
        "<id>");
    add("\\b(?:serial(?:[_ -]?+(?:no|number))?+|device[_ -]?+id|imei|vin)" + VALUE, "<id>");
    add("\\b(?:dob|date of birth|birth[_ -]?+date|born|geburtsdatum)" + VALUE, "<id>");
    add(
        "\\b(?:lat(?:itude)?+|lon(?:gitude)?+|lng|gps|coordinates)[\"'=:\\s]{1,4}+-?+\\d{1,3}+\\.\\d{1,12}+",
        "<id>");
    add("\\b(?:phone|tel|mobile|fax|telefon)[\"'=:\\s]{1,4}+[+(]?+\\d[\\d ()/.-]{4,24}+", "<id>");
    add("\\b[a-z][a-z0-9+.-]{1,15}+://[^\\s\"'<>]{1,2048}+", "<url>");
    add("[\\p{L}\\w.%+-]{1,64}+@[\\p{L}\\w-]{1,63}+(?:\\.[\\p{L}\\w-]{1,63}+){1,8}+", "<email>");
    add("[\\w.+-]{1,64}+\\s?+[\\[({<]\\s?+at\\s?+[\\])}>]\\s?+[\\w-]{1,63}+", "<email>");
    add("(?<![\\w.])(?:\\d{1,3}+\\.){3}+\\d{1,3}+(?![\\w.])", "<ip>");
    add("(?<![\\w:])(?:[0-9a-f]{0,4}+:){2,7}+[0-9a-f]{1,4}+(?:%\\w{1,15}+)?+(?![\\w:])", "<ip>");
    add("(?<!\\w)[0-9a-f]{2}+(?:[:-][0-9a-f]{2}+){5}+(?!\\w)", "<mac>");
    add(
        "(?:[A-Za-z]:|\\\\\\\\[\\w.$-]{1,63}+)\\\\{1,2}+(?:[^\\\\/:*?\"<>|\\n]{1,255}+\\\\{1,2}+){0,32}+[^\\\\/:*?\"<>|\\s]{0,255}+",
        "<path>");
    add(
        "(?<![\\w/])/(?:home|Users|media|mnt|data|tmp|root|srv)(?:/[^/\\s\"'<>|]{1,255}+){1,32}+",
        "<path>");
    add(
        "\\b[\\w-]{1,120}+\\.(?:tiff?|csv|xlsx?|docx?|pdf|txt|png|jpe?g|zip|czi|nd2|pem|kdbx)\\b",
        "<path>");
    add("(?<![\\w.])(?:\\d[ -]?+){12,18}+\\d(?![\\w.])", "<id>");
    add("\\b[A-Z]{2}\\d{2}(?: ?+[A-Z0-9]{4}){2,7}+(?: ?+[A-Z0-9]{1,4})?+\\b", "<id>");
    add("(?<!\\w)\\+\\d{1,3}+[ (/.-]{0,2}+\\d[\\d ()/.-]{5,20}+", "<id>");
    add("\\b\\d{3}-\\d{2}-\\d{4}\\b", "<id>");
    add(
        "\\b(?:Dr|Prof|Mr|Mrs|Ms)\\.? [A-Z][\\p{L}'-]{1,40}+(?: [A-Z][\\p{L}'-]{1,40}+){0,3}+",
        "<name>");
    add("(?:%[0-9a-f]{2}){1}+[\\w%.-]{0,256}+|\\\\u[0-9a-f]{4}|&#x?+[0-9a-f]{1,6}+;", "$0");
    add(
        "\\b(?=[\\w+/-]{0,200}\\d)(?=[\\w+/-]{0,200}[A-Z])(?=[\\w+/-]{0,200}[a-z])[\\w+/-]{40,2048}+={0,2}+",
        "<secret>");
  }

  /** One pattern and what stands for its finds. */
  private record Rule(Pattern pattern, String placeholder) {}

  String sanitize(String text) {
    String clean = text;
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(clean);
      if (matcher.find()) {
        clean = matcher.replaceAll(rule.placeholder());
      }
    }
    return clean;
  }

  private void add(String pattern, String placeholder) {
    rules.add(new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), placeholder));
  }
}
