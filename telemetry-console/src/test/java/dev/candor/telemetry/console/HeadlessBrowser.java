package dev.candor.telemetry.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Opens a page in Chromium, without a screen and without a way to any network. */
final class HeadlessBrowser {
  private static final Pattern CONSOLE = Pattern.compile(":CONSOLE[:(]\\d+[)]?\\] (.*)");
  private static final Pattern ROW = Pattern.compile("<tr>(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<t([hd])[^>]*>(.*?)</t\\1>", Pattern.DOTALL);

  private HeadlessBrowser() {}

  /**
   * What came of opening a page.
   *
   * @param dom the document as the browser understood it
   * @param console what it wrote to the console: errors of scripts, and whatever it refused to load
   * @param requests the addresses that the page asked for; what the browser asks for by itself is
   *     none of them
   */
  record Seen(String dom, List<String> console, List<String> requests) {
    /** The cells of a table by its caption, row by row, without its head. */
    List<List<String>> table(String caption) {
      String begin = "<caption>" + caption + "</caption>";
      assertThat(dom).containsOnlyOnce(begin);
      String table = dom.substring(dom.indexOf(begin));
      String body = table.substring(table.indexOf("<tbody>"), table.indexOf("</tbody>"));
      return ROW.matcher(body).results().map(HeadlessBrowser::cells).toList();
    }
  }

  /** Opens a page; what the browser keeps lies in a folder of its own. */
  static Seen open(Path page, Path folder) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path log = folder.resolve("browser.log");
    Path network = folder.resolve("network.json");
    Process browser =
        new ProcessBuilder(
                "chromium",
                "--headless",
                // Root has no sandbox in Chromium, and a container little shared memory.
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                // Nobody listens there: a request is seen, and leads nowhere.
                "--proxy-server=http://127.0.0.1:9",
                "--proxy-bypass-list=<-loopback>",
                "--enable-logging=stderr",
                "--log-net-log=" + network,
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("the browser ends").isTrue();
      assertThat(browser.exitValue()).as("exit of the browser").isZero();
    } finally {
      browser.destroyForcibly();
    }
    List<String> console =
        CONSOLE.matcher(Files.readString(log)).results().map(line -> line.group(1)).toList();
    return new Seen(Files.readString(dom), console, requests(network));
  }

  private static List<String> requests(Path network) throws IOException {
    List<String> requests = new ArrayList<>();
    for (JsonNode event : new ObjectMapper().readTree(network.toFile()).path("events")) {
      JsonNode params = event.path("params");
      // Pages have an origin, if only that of a file; the browser's own errands have none.
      if (params.has("initiator")
          && params.has("url")
          && !params.path("initiator").asText().equals("not an origin")) {
        requests.add(params.path("url").asText());
      }
    }
    return requests;
  }

  private static List<String> cells(MatchResult row) {
    return CELL.matcher(row.group(1)).results().map(cell -> text(cell.group(2))).toList();
  }

  private static String text(String html) {
    return html.replaceAll("<[^>]*>", "")
        .replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
