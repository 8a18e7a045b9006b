package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the browser of the tests tells of what the report must not do. */
@Tag("linux")
class HeadlessBrowserTest {
  @TempDir Path folder;

  @Test
  void open_pageThatLoadsAndFails_tellsEachRequestAndFault() throws Exception {
    HeadlessBrowser.Seen seen =
        open(
            "<img src=http://pictures.example.org/a.png>"
                + "<link rel=stylesheet href=https://styles.example.org/b.css>"
                + "<script>console.error('said'); missing();</script>");

    assertThat(seen.requests())
        .containsExactlyInAnyOrder(
            "http://pictures.example.org/a.png", "https://styles.example.org/b.css");
    assertThat(seen.console())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("said"))
        .anySatisfy(line -> assertThat(line).contains("missing is not defined"));
  }

  @Test
  void open_pageThatMayLoadNothing_tellsWhatWasRefused() throws Exception {
    HeadlessBrowser.Seen seen =
        open(
            "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
                + "<img src=http://pictures.example.org/a.png>");

    assertThat(seen.requests()).isEmpty();
    assertThat(seen.console()).singleElement().asString().contains("Content Security Policy");
  }

  @Test
  void table_misplacedText_isNoneOfItsCells() throws Exception {
    HeadlessBrowser.Seen seen =
        open(
            "<table><caption>One</caption><tbody><tr>stray<th>a &lt;b&gt;<td>1"
                + "<tr><th>c<td><b>2</b></table>");

    assertThat(seen.table("One")).containsExactly(List.of("a <b>", "1"), List.of("c", "2"));
  }

  private HeadlessBrowser.Seen open(String markup) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), "<!doctype html>" + markup);
    return HeadlessBrowser.open(page, folder);
  }
}
