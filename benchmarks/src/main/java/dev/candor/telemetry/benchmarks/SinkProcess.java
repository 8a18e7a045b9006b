package dev.candor.telemetry.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A {@link Sink} in a process of its own, as a vendor is: its time, threads and heap are not the
 * exporter's. It ends when this process does.
 */
final class SinkProcess implements AutoCloseable {
  private final Process process;
  private final URI uri;

  private SinkProcess(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  static SinkProcess start() {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SinkProcess.class.getName())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String line =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))
              .readLine();
      if (line == null) {
        throw new IllegalStateException("the receiver did not start");
      }
      return new SinkProcess(process, URI.create(line));
    } catch (IOException e) {
      throw new UncheckedIOException("the receiver did not start", e);
    }
  }

  /** Says where it listens, and ends with its input. */
  public static void main(String[] args) throws IOException {
    try (Sink sink = Sink.open()) {
      System.out.println(sink.uri());
      System.in.transferTo(OutputStream.nullOutputStream());
    }
    System.exit(0);
  }

  URI uri() {
    return uri;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
