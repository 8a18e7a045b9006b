package dev.candor.telemetry.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.registry.Contract;
import dev.candor.telemetry.registry.RegistryReader;
import dev.candor.telemetry.scrub.Carrier;
import dev.candor.telemetry.scrub.Finding;
import dev.candor.telemetry.scrub.Sanitizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The contract in the process and the one in the Collector say the same of every form: checked on
 * well-formed values and thousands of small changes to each.
 */
@Tag("P12")
class ContractParityTest {
  private static final int CHANGES = 4_000;
  private static final String ALPHABET = "aAzZfgv019_$<>-.,:* \n+~/@éK";

  private static final Map<String, String> PATTERNS =
      Map.of(
          "type_name", ValuePatterns.TYPE_NAME,
          "stacktrace", ValuePatterns.STACKTRACE,
          "session_id", ValuePatterns.SESSION_ID,
          "installation_id", ValuePatterns.INSTALLATION_ID,
          "version", ValuePatterns.VERSION,
          "hex32", ValuePatterns.HEX32,
          "setting", ValuePatterns.setting(List.of("mono8")),
          "trail", ValuePatterns.joined(List.of("x", "y1")),
          "text", ValuePatterns.TEXT,
          "word", ValuePatterns.word("a.value"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type_name       | java.io.IOException; ValueError; unknown; a.b.<C>.D_1; os.error; x.Y",
        "stacktrace      | OSError\\n  at a.b.C.<init>:12 *\\n  ... 3 more\\ncaused by a.B; unknown; a.B\\n  at a.b:0",
        "session_id      | 0190a8a0-1234-7abc-8def-0123456789ab",
        "installation_id | 0190a8a0-1234-4abc-8def-0123456789ab; 0190a8a0-1234-7abc-8def-0123456789ab",
        "version         | 1.4.2; v1.2.3-rc1+g0123abc; 0123abcdef; unknown; 17.0.15+6-Debian-1; 1.2.3.4.5.6.7.8; 10.0_dirty12",
        "hex32           | 0123456789abcdef0123456789abcdef",
        "setting         | true; absent; mono8; -0.5; 12; 0; 12345678901234567890.12345678901234567890",
        "trail           | x; x,y1,x",
        "text            | stage is slow; 20 °C → 21 °C",
        "word            | in-house.build_2; a",
      })
  void contract_everyChangeOfAWellFormedValue_decidesAsTheCollector(String kind, String values) {
    // In Java a dollar fits before a last line end, too.
    String end = String.valueOf(PATTERNS.get(kind)).replaceFirst("[$]\\z", "\\\\z");
    Pattern pattern = Pattern.compile(end);
    Contract contract = contract(kind);
    List<String> differing = new ArrayList<>();
    Random random = new Random(kind.hashCode());
    for (String seed : values.replace("\\n", "\n").split("; ")) {
      String value = seed.strip();
      for (int i = 0; i < CHANGES; i++) {
        boolean passes =
            contract.admit("a.run", Map.of("a.value", value), Map.of()).omissions().isEmpty();
        if (passes != pattern.matcher(value).find()) {
          differing.add(value);
        }
        value = i % 7 == 0 ? seed.strip() : changed(value, random);
      }
    }

    assertThat(differing).isEmpty();
  }

  private static String changed(String value, Random random) {
    StringBuilder changed = new StringBuilder(value);
    int at = random.nextInt(value.length() + 1);
    String with = String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    switch (random.nextInt(4)) {
      case 0 -> changed.insert(at, with);
      case 1 -> changed.replace(at, Math.min(at + 1, value.length()), with);
      case 2 -> changed.delete(at, Math.min(at + 1, value.length()));
      default -> changed.insert(at, value, at, Math.min(at + random.nextInt(9), value.length()));
    }
    return changed.toString();
  }

  private static Contract contract(String kind) {
    String more =
        switch (kind) {
          case "setting" -> ", values: [mono8]";
          case "trail" -> ", values: [x, y1]";
          case "text" -> ", max: 16384";
          default -> "";
        };
    String registry =
        "file_format: definition/2\n"
            + "attributes: [{key: a.value, type: string, annotations: {candor: {kind: "
            + kind
            + more
            + "}}}]\n"
            + "spans: [{type: a.run, kind: internal, name: {note: a.run}, attributes: [{ref:"
            + " a.value}]}]\n";
    return Contract.of(
        RegistryReader.create().text("one", registry).read(), new NothingFound(), Set.of());
  }

  /** Forms alone are compared here. */
  private static final class NothingFound implements Sanitizer {
    @Override
    public List<Finding> find(String key, String value, Carrier carrier) {
      return List.of();
    }

    @Override
    public String sanitize(String key, String value, Carrier carrier) {
      return value;
    }
  }
}
