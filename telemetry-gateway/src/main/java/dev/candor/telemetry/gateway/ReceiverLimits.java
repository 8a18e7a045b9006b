package dev.candor.telemetry.gateway;

/**
 * What one request, and all of them together, may cost.
 *
 * @param body the most bytes of a body on the wire (default 4 MiB)
 * @param unpacked the most bytes of a body when it is decompressed (default 8 MiB)
 * @param parts the most messages, list members and unknown fields in a body (default 300,000)
 * @param nesting how deep a body may nest (default 24)
 * @param headers the most bytes of the headers of a request (default 8 KiB)
 * @param buffered the most bytes of bodies that are held at once (default 32 MiB)
 * @param connections the most connections at once (default 4,096)
 * @param seconds the longest time for a whole request to arrive (default 30)
 */
public record ReceiverLimits(
    int body,
    int unpacked,
    int parts,
    int nesting,
    int headers,
    int buffered,
    int connections,
    int seconds) {
  /** The defaults, which fit into a heap of 160 MB. */
  public static ReceiverLimits defaults() {
    return new ReceiverLimits(4 << 20, 8 << 20, 300_000, 24, 8 << 10, 32 << 20, 4_096, 30);
  }
}
