package dev.candor.telemetry.outbox;

import java.time.Instant;
import java.util.List;

/**
 * What is known of one request body, for display. Its bytes are read by {@link Outbox#bytes}.
 *
 * @param id its number in the store
 * @param destination who it is for
 * @param path below the destination's base address
 * @param contentType the media type
 * @param sha256 of the uncompressed bytes, lower-case hexadecimal
 * @param itemIds the items in it, in order
 * @param state {@code sealed}, {@code sending}, {@code delivered}, {@code uncertain}, {@code
 *     dropped} or {@code expired}
 * @param attempts how often it was sent
 * @param bytes its uncompressed size
 * @param at when it was sealed
 */
public record SealedBody(
    long id,
    String destination,
    String path,
    String contentType,
    String sha256,
    List<String> itemIds,
    String state,
    int attempts,
    int bytes,
    Instant at) {
  /** Copies the list. */
  public SealedBody {
    itemIds = List.copyOf(itemIds);
  }
}
