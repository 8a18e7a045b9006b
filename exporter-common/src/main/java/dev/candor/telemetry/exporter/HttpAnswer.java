package dev.candor.telemetry.exporter;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a destination answered.
 *
 * @param status the HTTP status
 * @param retryAfter what {@code Retry-After} asks for, or zero
 * @param contentType the media type, or empty
 * @param body its first 64 KiB, or nothing if it came compressed, though nobody asked for that
 */
@SuppressWarnings("ArrayRecordComponent") // read once, by the code that asked for it
public record HttpAnswer(int status, Duration retryAfter, String contentType, byte[] body) {
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
