package dev.candor.telemetry.console;

import dev.candor.telemetry.collector.CollectorProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The figures of a Collector or a gateway on this machine, in Prometheus' text format, at one
 * moment. Empty where nobody answers.
 *
 * @param samples a value for each series, which is a name with its labels
 */
record Figures(Map<Series, Double> samples) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_]\\w*)(?:\\{([^}]*)\\})? (\\S+)(?: \\d+)?");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /** One line's name and labels. */
  record Series(String name, Map<String, String> labels) {}

  /** Copies the samples. */
  Figures {
    samples = Map.copyOf(samples);
  }

  /** Where a Collector shows its own. */
  static URI page(CollectorProcess collector) {
    return collector.metrics().resolve("/metrics");
  }

  /** A Collector's. */
  static Figures of(CollectorProcess collector) throws InterruptedException {
    return at(page(collector), List.of());
  }

  /**
   * Asks for them.
   *
   * @param headers name and value in turn
   */
  static Figures at(URI page, List<String> headers) throws InterruptedException {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(page).timeout(PATIENCE);
      if (!headers.isEmpty()) {
        request.headers(headers.toArray(String[]::new));
      }
      HttpResponse<String> answer =
          HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
      return answer.statusCode() == 200 ? parse(answer.body()) : new Figures(Map.of());
    } catch (IOException gone) {
      return new Figures(Map.of());
    }
  }

  static Figures parse(String page) {
    Map<Series, Double> samples = new HashMap<>();
    page.lines()
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .forEach(line -> samples.put(series(line), Double.valueOf(line.group(3))));
    return new Figures(samples);
  }

  private static Series series(Matcher line) {
    Map<String, String> labels = new HashMap<>();
    Matcher label = LABEL.matcher(line.group(2) == null ? "" : line.group(2));
    while (label.find()) {
      labels.put(label.group(1), label.group(2));
    }
    return new Series(line.group(1), Map.copyOf(labels));
  }

  /** The sum of all series of a name that have these labels, and perhaps others. */
  long sum(String name, Map<String, String> labels) {
    return samples.entrySet().stream()
        .filter(sample -> sample.getKey().name().equals(name))
        .filter(sample -> sample.getKey().labels().entrySet().containsAll(labels.entrySet()))
        .mapToLong(sample -> Math.round(sample.getValue()))
        .sum();
  }
}
