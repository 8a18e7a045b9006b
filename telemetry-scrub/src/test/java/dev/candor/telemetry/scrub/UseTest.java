package dev.candor.telemetry.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The use of this module as its README shows it. */
class UseTest {
  @Test
  void sample_valuesErrorsAndText_comeOutScrubbed() {
    Exception exception = new IllegalStateException("cannot open /home/jane/x.tif");
    Map<String, String> properties = Map.of("user.name", "jdoe42");
    Map<String, String> environment = Map.of();

    // region: use
    boolean fits = Grammars.isTypeName("java.io.IOException"); // typed values: fit or are dropped

    RebuiltError error = JavaErrors.rebuild(exception, List.of("org.example"));
    String frames = ErrorText.write(error, 16_384); // one grammar for all languages

    Sanitizer sanitizer = Sanitizer.create(KnownValues.collect(properties, environment));
    String clean = sanitizer.sanitize("comment", "ask jane@example.org", Carrier.ATTRIBUTE_VALUE);
    // endregion

    assertThat(fits).isTrue();
    assertThat(ErrorText.matches(frames)).isTrue();
    assertThat(frames).startsWith("java.lang.IllegalStateException\n").doesNotContain("jane");
    assertThat(clean).isEqualTo("ask <email>");
    assertThat(sanitizer.sanitize("", "started by jdoe42", Carrier.LOG_BODY))
        .doesNotContain("jdoe");
  }
}
