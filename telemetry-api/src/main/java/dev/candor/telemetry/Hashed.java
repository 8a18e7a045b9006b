package dev.candor.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of which only a keyed hash may be stored or sent.
 *
 * <p>The engine replaces it by HMAC-SHA-256 under a secret of this installation before anything is
 * written, so that equal values can be counted here and nobody elsewhere can look them up. {@link
 * #toString()} masks it.
 */
public final class Hashed {
  private final String value;

  private Hashed(String value) {
    this.value = value;
  }

  /** Wraps a value; null is the empty value. */
  public static Hashed of(@Nullable String value) {
    return new Hashed(Objects.requireNonNullElse(value, ""));
  }

  /** Returns the value itself; for the engine only. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hashed that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "<hashed>";
  }
}
