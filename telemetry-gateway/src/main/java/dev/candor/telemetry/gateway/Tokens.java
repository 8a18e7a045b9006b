package dev.candor.telemetry.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may send: holders of one of some bearer tokens. Only hashes are held, and every one is
 * compared in full, so that the time tells nothing. Any thread.
 */
public final class Tokens {
  /** What a token must be. */
  public static final String RULE = "must be 16 to 200 visible ASCII characters";

  private static final String SCHEME = "Bearer ";
  private static final int SHORTEST = 16;
  private static final int LONGEST = 200;

  private final List<byte[]> hashes;

  private Tokens(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /**
   * Takes tokens; several, so that one can be changed for another without a gap.
   *
   * @throws IllegalArgumentException if there is none, or one breaks the {@link #RULE}
   */
  public static Tokens of(List<String> tokens) {
    List<byte[]> hashes = new ArrayList<>();
    for (String token : tokens) {
      if (!isToken(token)) {
        throw new IllegalArgumentException("a token " + RULE);
      }
      hashes.add(hash(token));
    }
    if (hashes.isEmpty()) {
      throw new IllegalArgumentException("a token " + RULE);
    }
    return new Tokens(hashes);
  }

  static boolean isToken(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  /** Whether a header {@code Authorization} holds one of them. */
  boolean allow(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(/* ignoreCase= */ true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given = hash(authorization.substring(SCHEME.length()).strip());
    boolean allowed = false;
    for (byte[] hash : hashes) {
      allowed |= MessageDigest.isEqual(hash, given);
    }
    return allowed;
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Shows none. */
  @Override
  public String toString() {
    return "Tokens[" + hashes.size() + "]";
  }
}
