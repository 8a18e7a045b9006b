package dev.candor.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A page of counters in Prometheus' text format, as it was when it was read. */
final class Figures {
  /** For loopback, without any proxy. */
  static final HttpClient HTTP =
      HttpClient.newBuilder()
          .proxy(HttpClient.Builder.NO_PROXY)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private final List<String> lines;

  private Figures(List<String> lines) {
    this.lines = lines;
  }

  static Figures read(URI page) {
    try {
      return new Figures(
          HTTP.send(HttpRequest.newBuilder(page).GET().build(), BodyHandlers.ofString())
              .body()
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException("no figures", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while reading figures", e);
    }
  }

  /**
   * Adds up the series of a counter.
   *
   * @param labels those that a series must have, such as {@code exporter="otlp_http/ga4"}
   */
  long sum(String name, String... labels) {
    return lines.stream()
        .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
        .filter(line -> List.of(labels).stream().allMatch(line::contains))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
