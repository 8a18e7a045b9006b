package dev.candor.telemetry.otel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.ConsentAnswer.Authority;
import dev.candor.telemetry.ConsentAnswer.Send;
import dev.candor.telemetry.ConsentAnswer.State;
import dev.candor.telemetry.ConsentAnswer.Switches;
import dev.candor.telemetry.ConsentPreset;
import dev.candor.telemetry.Purpose;
import dev.candor.telemetry.WireNames;
import dev.candor.telemetry.otel.AnswerRule.Voices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of {@code docs/consent.md} against the code. The words of the table are
 * understood here on their own, so that a fault in the rules is not repeated in the check.
 */
@Tag("P2")
@Tag("P12")
class ConsentTableTest {
  private static final Path PAGE =
      Path.of(System.getProperty("candor.root", "..")).resolve("docs/consent.md");
  private static final List<Purpose> PURPOSES = List.of(Purpose.values());

  @Test
  @Tag("P3")
  void decide_everyCombination_isWhatTheFirstFittingRowSays() {
    List<Row> rows = table("answer").stream().map(Row::new).toList();
    int[] hits = new int[rows.size()];
    List<String> differences = new ArrayList<>();
    int[] combinations = {0};

    combinations(
        voices -> {
          combinations[0]++;
          int first = 0;
          while (!rows.get(first).fits(voices)) {
            first++;
          }
          hits[first]++;
          if (differences.size() < 10
              && !AnswerRules.decide(voices).equals(rows.get(first).outcome(voices))) {
            differences.add(voices + " is not decided as row " + (first + 1) + " says");
          }
        });

    assertThat(differences).isEmpty();
    assertThat(hits).as("every row decides something").doesNotContain(0);
    assertThat(combinations[0]).isGreaterThan(100_000);
  }

  @Test
  void answerTable_rows_areTheRulesInTheirOrder() {
    List<String> rules =
        Arrays.stream(AnswerRule.values())
            .map(rule -> WireNames.of(rule.state()) + " by " + WireNames.of(rule.authority()))
            .toList();

    assertThat(table("answer"))
        .extracting(row -> row.get(5) + " by " + row.get(6))
        .isEqualTo(rules);
  }

  @Test
  void purposeTable_rows_areThePurposes() {
    assertThat(table("purpose"))
        .extracting(row -> row.get(0))
        .containsExactlyElementsOf(PURPOSES.stream().map(WireNames::of).toList());
  }

  @Test
  void switchesTable_rows_sayWhatTheCodeDoes() {
    List<List<String>> expected = new ArrayList<>();
    for (Send send : Send.values()) {
      for (boolean keep : new boolean[] {false, true}) {
        Switches switches = new Switches(keep, send);
        boolean id = AnswerRules.sendsEverything(Map.of(Purpose.USAGE, switches));
        expected.add(
            List.of(
                word(keep),
                WireNames.of(send),
                preset(switches),
                word(switches.storesItems()),
                word(switches.counts()),
                leaves(send),
                word(id)));
      }
    }

    assertThat(table("switches")).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String word(boolean yes) {
    return yes ? "yes" : "no";
  }

  private static String leaves(Send send) {
    return switch (send) {
      case NOTHING -> "nothing";
      case COUNTS -> "totals";
      case EVERYTHING -> "events and totals";
    };
  }

  private static String preset(Switches switches) {
    return Arrays.stream(ConsentPreset.values())
        .filter(preset -> Switches.of(preset).equals(switches))
        .map(WireNames::of)
        .findFirst()
        .orElse("");
  }

  // environment x every set of forbidden and allowed purposes x level x answers x question x
  // operator
  private static void combinations(Consumer<Voices> each) {
    for (AdminPolicy policy : policies()) {
      for (Map<Purpose, Switches> person : persons()) {
        for (boolean forbids : new boolean[] {false, true}) {
          for (boolean outdated : new boolean[] {false, true}) {
            for (boolean operator : new boolean[] {false, true}) {
              each.accept(
                  new Voices(
                      forbids, policy, person.isEmpty() ? null : person, outdated, operator));
            }
          }
        }
      }
    }
  }

  private static List<AdminPolicy> policies() {
    List<AdminPolicy> policies = new ArrayList<>();
    for (int forbidden = 0; forbidden < 16; forbidden++) {
      policies.add(new AdminPolicy(set(forbidden), Set.of(), Send.NOTHING));
      for (int allowed = 1; allowed < 16; allowed++) {
        policies.add(new AdminPolicy(set(forbidden), set(allowed), Send.COUNTS));
        policies.add(new AdminPolicy(set(forbidden), set(allowed), Send.EVERYTHING));
      }
    }
    return policies;
  }

  private static Set<Purpose> set(int bits) {
    EnumSet<Purpose> set = EnumSet.noneOf(Purpose.class);
    PURPOSES.stream().filter(one -> (bits >> one.ordinal() & 1) == 1).forEach(set::add);
    return set;
  }

  // Nobody (empty), and every pair of switches for the first purpose and for the rest.
  private static List<Map<Purpose, Switches>> persons() {
    List<Map<Purpose, Switches>> persons = new ArrayList<>();
    persons.add(Map.of());
    for (int one = 0; one < 6; one++) {
      for (int other = 0; other < 6; other++) {
        EnumMap<Purpose, Switches> answers = new EnumMap<>(Purpose.class);
        for (Purpose purpose : PURPOSES) {
          int choice = purpose == Purpose.USAGE ? one : other;
          answers.put(purpose, new Switches(choice % 2 == 1, Send.values()[choice / 2]));
        }
        persons.add(answers);
      }
    }
    return persons;
  }

  /** The cells of the table behind a mark, without its head. */
  private static List<List<String>> table(String name) {
    try {
      List<String> lines = Files.readAllLines(PAGE);
      int start = lines.indexOf("<!-- table: " + name + " -->");
      assertThat(start).as("the table " + name).isNotNegative();
      return lines.subList(start + 3, lines.size()).stream()
          .takeWhile(line -> line.startsWith("|"))
          .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
          .toList();
    } catch (IOException e) {
      throw new AssertionError("docs/consent.md cannot be read", e);
    }
  }

  /** One row, its words understood one by one. */
  private record Row(List<String> cells) {
    boolean fits(Voices voices) {
      Map<Purpose, Switches> person = voices.person();
      return says(0, "forbids", voices.environmentForbids())
          && policyFits(voices.policy(), person)
          && says(2, "answered", person != null)
          && says(3, "older", person != null && voices.outdated())
          && says(4, "says yes", voices.operator());
    }

    private boolean says(int cell, String word, boolean fact) {
      assertThat(cells.get(cell)).as("column %s", cell + 1).isIn("any", word);
      return fact || cells.get(cell).equals("any");
    }

    private boolean policyFits(AdminPolicy policy, @Nullable Map<Purpose, Switches> person) {
      return switch (cells.get(1)) {
        case "any" -> true;
        case "forbids all" -> policy.forbidden().size() == PURPOSES.size();
        case "forbids some of it" ->
            person != null
                && policy.forbidden().stream()
                    .map(person::get)
                    .anyMatch(said -> said.keep() || said.send() != Send.NOTHING);
        case "allows some" -> !policy.allowed().isEmpty();
        default -> throw new AssertionError("no such word in column 2");
      };
    }

    AnswerRules.Decision outcome(Voices voices) {
      EnumMap<Purpose, Switches> purposes = new EnumMap<>(Purpose.class);
      for (Purpose purpose : PURPOSES) {
        boolean forbidden = voices.policy().forbidden().contains(purpose);
        purposes.put(
            purpose,
            forbidden
                ? new Switches(false, Send.NOTHING)
                : new Switches(kept(voices, purpose), sent(voices, purpose)));
      }
      return new AnswerRules.Decision(
          constant(State.class, cells.get(5)), constant(Authority.class, cells.get(6)), purposes);
    }

    private boolean kept(Voices voices, Purpose purpose) {
      return cells.get(7).equals("as answered") && voices.person().get(purpose).keep();
    }

    private Send sent(Voices voices, Purpose purpose) {
      return switch (cells.get(8)) {
        case "as answered" -> voices.person().get(purpose).send();
        case "as allowed" ->
            voices.policy().allowed().contains(purpose) ? voices.policy().send() : Send.NOTHING;
        default -> constant(Send.class, cells.get(8));
      };
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String name) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> WireNames.of(constant).equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no such " + type.getSimpleName()));
    }
  }
}
