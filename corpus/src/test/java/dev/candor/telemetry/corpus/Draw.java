package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Form.Written;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All cases of one seed: each kind in each carrier in some of the forms, then harmless texts. */
final class Draw {
  static final List<Kind> KINDS =
      Stream.of(
              PathKinds.all(),
              PersonKinds.all(),
              ReachKinds.all(),
              NumberKinds.all(),
              SecretKinds.all(),
              KeyKinds.all())
          .flatMap(List::stream)
          .toList();
  static final List<Form> FORMS =
      Stream.of(TextForms.all(), StructuredForms.all(), EncodedForms.all())
          .flatMap(List::stream)
          .toList();

  private static final int FORMS_A_PAIR = 12;
  private static final int TRIES = 200;
  private static final Set<String> ONE_LINE = Set.of("attribute_key", "span_name", "event_name");
  private static final Set<String> MANY_LINES =
      Set.of("split_over_lines", "yaml", "ini", "traceback_line", "http_header");
  private static final List<String> HARMLESS_KEYS =
      List.of(
          "note",
          "detail",
          "message",
          "app.detail",
          "last.error",
          "status",
          "comment",
          "text",
          "result");

  /** What a scrubber may leave in the place of a secret; a secret must not look like it. */
  private static final String PLACEHOLDERS =
      "<email> <path> <user> <host> <secret> <name> <address> <phone> <mac> <url> <id> <redacted> <iban> <card> .tiff .docx .xlsx .json";

  private static final Pattern WORD =
      Pattern.compile("[\\p{IsLatin}]{4,}|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{3,}");

  private final Dice dice;
  private final List<LeakCase> cases = new ArrayList<>();

  private Draw(long seed) {
    this.dice = new Dice(seed);
  }

  /** The cases of {@code seed}; equal seeds give equal cases. */
  static List<LeakCase> of(long seed) {
    Draw draw = new Draw(seed);
    for (Kind kind : KINDS) {
      draw.addAll(kind);
    }
    Benign.addTo(draw.cases, draw.dice);
    return List.copyOf(draw.cases);
  }

  private void addAll(Kind kind) {
    List<Form> order =
        new ArrayList<>(FORMS.stream().filter(form -> form.fits().test(kind)).toList());
    dice.shuffle(order);
    int next = 0;
    for (String carrier : Carriers.ALL) {
      for (int made = 0; made < FORMS_A_PAIR; next++) {
        Form form = order.get(next % order.size());
        if (!ONE_LINE.contains(carrier) || !MANY_LINES.contains(form.name())) {
          cases.add(make(kind, form, carrier));
          made++;
        }
      }
    }
  }

  private LeakCase make(Kind kind, Form form, String carrier) {
    for (int i = 0; i < TRIES; i++) {
      Tongue tongue = dice.pick(Tongue.values());
      Planted planted = kind.maker().make(tongue, dice);
      boolean mayBeKeyed = Carriers.KEYED.contains(carrier) && !form.labels();
      boolean keyed = mayBeKeyed && dice.chance(planted.labelled() ? 75 : 25);
      Spot spot = new Spot(planted, keyed, tongue, dice);
      Written written = form.writer().write(spot);
      LeakCase made = place(kind, form, carrier, spot, written);
      String frame = made.text().replace(written.core(), " ");
      String around =
          String.join(
              " ",
              frame,
              made.key(),
              planted.label(),
              planted.snake(),
              planted.rest(),
              PLACEHOLDERS);
      if (!new LeakSearch(planted.secrets()).standsIn(around)) {
        return made;
      }
    }
    throw new IllegalStateException("no value of kind " + kind.name() + " differs from its frame");
  }

  private LeakCase place(Kind kind, Form form, String carrier, Spot spot, Written written) {
    String text = written.text();
    List<String> context = new ArrayList<>(words(written.before()));
    context.addAll(words(written.after()));
    boolean trace = carrier.equals(Carriers.STACKTRACE) && !form.name().equals("traceback_line");
    if (trace && dice.chance(80)) {
      boolean file = kind.name().startsWith("path_") && form.name().equals("plain");
      Traces.Trace around = file ? Traces.pythonFile(dice) : Traces.any(dice);
      text = around.before() + text + around.after();
      context = around.names();
    }
    return new LeakCase(
        kind.name() + "-" + cases.size(),
        carrier,
        spot.keyed() ? spot.planted().key(dice) : harmlessKey(carrier),
        text,
        kind.name(),
        form.name(),
        spot.tongue().name(),
        kind.critical(),
        spot.planted().secrets(),
        List.copyOf(context));
  }

  private String harmlessKey(String carrier) {
    if (carrier.startsWith("exception.")) {
      return carrier;
    }
    return Carriers.KEYED.contains(carrier) ? dice.pick(HARMLESS_KEYS) : "";
  }

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    WORD.matcher(text).results().forEach(match -> words.add(match.group()));
    return words;
  }
}
