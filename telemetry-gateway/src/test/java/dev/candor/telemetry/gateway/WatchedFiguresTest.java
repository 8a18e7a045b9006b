package dev.candor.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.candor.telemetry.testkit.FakeAmplitude;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The figures that docs/operating.md says to watch are on the page that a gateway shows. */
class WatchedFiguresTest {
  private static final Pattern FIGURE = Pattern.compile("candor_gateway_\\w+(?:\\{\\w+=\"\\w+\")?");
  private static final Pattern ANSWER = Pattern.compile("\"(\\w+)\"");

  @RegisterExtension final FakeAmplitude amplitude = new FakeAmplitude();
  @TempDir Path folder;
  private List<String> rows;

  @BeforeEach
  void read() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "operating.md"));
    rows =
        page.substring(page.indexOf("## What to watch"))
            .lines()
            .filter(line -> line.contains("candor_gateway_"))
            .toList();
  }

  /** Everything that makes a line of the page happens once. */
  private String metrics() throws IOException {
    Files.createFile(folder.resolve("store")); // no folder, so that this path's store fails
    try (TestGateway gateway =
        TestGateway.start(
            TestGateway.config(folder)
                .store(Duration.ofDays(1))
                .destination(GatewayPath.AMPLITUDE, TestGateway.destination(amplitude), 1))) {
      String traces = "/amplitude/v1/traces";
      byte[] foreign =
          TestRequests.request(
                  TestRequests.installation(1), List.of(TestRequests.span(1, "somebody.else")))
              .toByteArray();
      gateway.post(traces, foreign);
      gateway.post(traces, new byte[] {1});
      gateway.post(traces, new byte[ReceiverLimits.defaults().body() + 1]);
      gateway.post("/store/v1/traces", TestRequests.spans(1, 0, 1).toByteArray());
      gateway.send(HttpRequest.newBuilder(gateway.uri(traces)).POST(BodyPublishers.noBody()));
      return gateway.get("/metrics");
    }
  }

  @Test
  void figures_ofTheOperatingPage_areOnTheMetricsPage() throws IOException {
    List<String> figures =
        rows.stream()
            .flatMap(row -> FIGURE.matcher(row).results().map(MatchResult::group))
            .toList();

    assertThat(figures).hasSizeGreaterThan(8);
    assertThat(metrics().replaceAll("path=\"\\w+\",", "")).contains(figures);
  }

  @Test
  void answers_ofTheOperatingPage_areThoseThatAreGiven() {
    List<String> answers =
        rows.stream()
            .filter(row -> row.contains("requests_total"))
            .flatMap(row -> ANSWER.matcher(row).results().map(answer -> answer.group(1)))
            .toList();

    assertThat(answers)
        .contains("unreadable", "too_large")
        .isSubsetOf(
            Stream.concat(
                    Stream.of("unreadable"),
                    Stream.of(
                            Reply.TOO_LARGE,
                            Reply.FULL,
                            Reply.TOKEN,
                            Reply.BUSY,
                            Reply.SLOW,
                            Reply.PATH,
                            Reply.ENCODING,
                            Reply.METHOD,
                            Reply.FAULT)
                        .map(Reply::word))
                .toList());
  }
}
