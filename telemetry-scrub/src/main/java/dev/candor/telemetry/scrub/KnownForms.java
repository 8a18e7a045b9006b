package dev.candor.telemetry.scrub;

import dev.candor.telemetry.scrub.Use.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Known values in each form in which they may be written: plain, escaped, encoded. */
final class KnownForms {
  private static final int MIN_BASE64 = 6;
  private static final int MAX_PREFIX = 48;

  private final Map<String, List<Use>> words = new LinkedHashMap<>();

  private KnownForms() {}

  /** The words of all values, as the automaton sees text, with their uses. */
  static Map<String, List<Use>> of(KnownValues known) {
    KnownForms forms = new KnownForms();
    for (Map.Entry<String, Kind> value : known.kinds().entrySet()) {
      forms.add(value.getKey(), value.getValue());
    }
    return forms.words;
  }

  private void add(String value, Kind kind) {
    if (kind == Kind.MAC || kind == Kind.IP) {
      // Digits have one case; whoever encodes them, the decoder undoes it.
      put(head(value), Role.KNOWN, kind, value);
      return;
    }
    for (String form : List.of(value, percent(value, false), percent(value, true), json(value))) {
      put(head(form), Role.KNOWN, kind, form);
    }
    addCoded(value, kind);
    addCoded(value.toLowerCase(Locale.ROOT), kind);
    addCoded(value.toUpperCase(Locale.ROOT), kind);
  }

  /** Base64 at each of the three offsets that a value can have inside an encoded text, and hex. */
  private void addCoded(String value, Kind kind) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + bytes.length];
      System.arraycopy(bytes, 0, shifted, offset, bytes.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      int from = offset == 0 ? 0 : offset + 1;
      int to = shifted.length % 3 == 0 ? coded.length() : coded.length() - 1;
      if (to - from >= MIN_BASE64) {
        String inner = coded.substring(from, Math.min(to, from + MAX_PREFIX));
        put(inner, Role.KNOWN_CODED, kind, inner);
        put(inner.replace('+', '-').replace('/', '_'), Role.KNOWN_CODED, kind, inner);
      }
    }
    StringBuilder hex = new StringBuilder();
    for (byte b : bytes) {
      hex.append(Character.forDigit((b >> 4) & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    put(head(hex.toString()), Role.KNOWN_CODED, kind, "");
  }

  private static String head(String form) {
    return form.length() > MAX_PREFIX ? form.substring(0, MAX_PREFIX) : form;
  }

  private void put(String word, Role role, Kind kind, String full) {
    String folded = Vocabulary.fold(word);
    List<Use> roles = words.get(folded);
    if (roles == null) {
      roles = new ArrayList<>(1);
      words.put(folded, roles);
    }
    for (Use use : roles) {
      if (use.role() == role) {
        return;
      }
    }
    roles.add(new Use(role, Label.USER, kind, full));
  }

  private static String percent(String value, boolean all) {
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (!all && (Chars.isAlnum(c) || c == '-' || c == '_' || c == '.' || c == '~')) {
        out.append(c);
      } else {
        out.append('%')
            .append(Character.forDigit(c >> 4, 16))
            .append(Character.forDigit(c & 15, 16));
      }
    }
    return out.toString();
  }

  private static String json(String value) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c >= 128) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          out.append(Character.forDigit((c >> shift) & 15, 16));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
