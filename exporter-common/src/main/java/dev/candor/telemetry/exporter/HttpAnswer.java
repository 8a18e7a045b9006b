package dev.candor.telemetry.exporter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a destination answered.
 *
 * @param status the HTTP status
 * @param retryAfter what {@code Retry-After} asks for, or zero
 * @param contentType the media type, or empty
 * @param body its first 64 KiB, or nothing if it came compressed, though nobody asked for that
 * @param headers all headers, names in lower case, repeated ones joined by commas
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the code that asked for it
public record HttpAnswer(
    int status, Duration retryAfter, String contentType, byte[] body, Map<String, String> headers) {
  /** Copies the map; the bytes are handed over. */
  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  /** An answer without other headers. */
  public HttpAnswer(int status, Duration retryAfter, String contentType, byte[] body) {
    this(status, retryAfter, contentType, body, Map.of());
  }

  /**
   * The value of a header, or an empty string.
   *
   * @param name in lower case
   */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** Tells whether a web page came back: a portal or proxy answered, not the destination. */
  public boolean isWebPage() {
    return contentType.toLowerCase(Locale.ROOT).startsWith("text/html");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HttpAnswer that
        && status == that.status
        && retryAfter.equals(that.retryAfter)
        && contentType.equals(that.contentType)
        && headers.equals(that.headers)
        && Arrays.equals(body, that.body);
  }

  @Override
  public int hashCode() {
    return 31 * status + Arrays.hashCode(body);
  }

  /** Shows no byte of the body. */
  @Override
  public String toString() {
    return "HttpAnswer[" + status + "]";
  }
}
