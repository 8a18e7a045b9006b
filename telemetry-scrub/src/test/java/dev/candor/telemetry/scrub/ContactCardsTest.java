package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
class ContactCardsTest {
  private final Sanitizer sanitizer = Sanitizer.create(new KnownValues(new TreeMap<>()));

  @ParameterizedTest
  @CsvSource({
    "N:Verhoeven;Maud;;;, N:<name>",
    "BDAY:1971-02-03, BDAY:<id>",
    "BDAY;VALUE=date:1971-02-03, BDAY;VALUE=date:<id>",
    "ADR;TYPE=WORK:;;Lindenhof 17;Utrecht;;08800;NL, ADR;TYPE=WORK:<name>",
    "FN:Maud Verhoeven, FN:<name>",
    "ORG:Lindenhof Optics, ORG:<name>",
    "db-2.lab.example.fr, <host>"
  })
  void sanitize_lineOfACard_isReplaced(String text, String expected) {
    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY)).isEqualTo(expected);
  }

  @Test
  void sanitize_cardWithEscapedBreaks_losesOnlyWhatItHolds() {
    String card = "BEGIN:VCARD\\nN:Verhoeven;Maud;;;\\nBDAY:1971-02-03\\nEND:VCARD";

    assertThat(sanitizer.sanitize("", card, Carrier.LOG_BODY))
        .doesNotContain("Verhoeven", "Maud", "1971");
  }

  @Test
  void sanitize_tableBehindItsSeparator_losesItsCells() {
    String table = "sep=;\nName;Geburtsdatum\nMaud Verhoeven;1971-02-03";

    assertThat(sanitizer.sanitize("", table, Carrier.LOG_BODY))
        .isEqualTo("sep=;\nName;Geburtsdatum\n<name>;<id>");
  }
}
