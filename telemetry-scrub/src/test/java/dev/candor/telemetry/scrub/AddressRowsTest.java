package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A row that is longer than an address and ends in one goes as a whole, and its neighbours stay.
 */
@Tag("P4")
class AddressRowsTest {
  private final Sanitizer sanitizer = Sanitizer.create(KnownValues.none());

  @ParameterizedTest
  @CsvSource({
    "ab:,ab,id",
    "0c-,0c,id",
    "12:,12,id",
    "fe80::,1,ip",
    "12ab:,12ab,ip",
  })
  void sanitize_rowLongerThanAnAddress_becomesOnePlaceholder(
      String group, String last, String kind) {
    String text = "read " + group.repeat(40) + last + " from the device";

    assertThat(sanitizer.sanitize("", text, Carrier.LOG_BODY))
        .startsWith("read <" + kind + ">")
        .endsWith(" from the device");
  }
}
