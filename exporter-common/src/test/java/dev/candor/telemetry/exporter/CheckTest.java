package dev.candor.telemetry.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.exporter.Check.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  @ParameterizedTest
  @CsvSource({
    "200, answers",
    "301, another address",
    "401, credentials",
    "404, base address",
    "407, proxy",
    "418, not understood",
    "429, for now",
    "500, server failed",
    "511, portal"
  })
  void of_status_isExplained(int status, String words) {
    Check check = Check.of(new HttpAnswer(status, Duration.ZERO, "", new byte[0]));

    assertThat(check.result()).isEqualTo(status == 200 ? Result.OK : Result.REFUSED);
    assertThat(check.status()).isEqualTo(status);
    assertThat(check.rule()).contains(words);
  }

  @Test
  void of_webPage_isRefused() {
    assertThat(Check.of(new HttpAnswer(200, Duration.ZERO, "text/html", new byte[0])).result())
        .isEqualTo(Result.REFUSED);
  }

  @Test
  void none_isUnknown() {
    assertThat(Check.none().result()).isEqualTo(Result.UNKNOWN);
  }
}
