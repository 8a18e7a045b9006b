package dev.candor.telemetry.exporter;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request body whose bytes are fixed. Retries send the same bytes (promise P5).
 *
 * @param path below the destination's base address, such as {@code /v1/traces}; no query, no secret
 * @param contentType the media type
 * @param body the uncompressed bytes
 * @param itemIds the items in it, in order
 */
@SuppressWarnings("ArrayRecordComponent") // a body is megabytes; it is handed over, not copied
public record Sealed(String path, String contentType, byte[] body, List<String> itemIds) {
  /** Copies the list; the bytes are handed over. */
  public Sealed {
    itemIds = List.copyOf(itemIds);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sealed that
        && path.equals(that.path)
        && contentType.equals(that.contentType)
        && Arrays.equals(body, that.body)
        && itemIds.equals(that.itemIds);
  }

  @Override
  public int hashCode() {
    return 31 * path.hashCode() + Arrays.hashCode(body);
  }

  /** Shows no byte of the body. */
  @Override
  public String toString() {
    return "Sealed[" + path + ", " + itemIds.size() + " items, " + body.length + " bytes]";
  }
}
