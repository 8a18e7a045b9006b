package dev.candor.telemetry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Free text. Allowed for {@link Purpose#DIAGNOSTICS} only, always sanitized before it is stored,
 * cut to the component's {@link Attr#max()}. {@link #toString()} masks it.
 */
public final class Text {
  private final String value;

  private Text(String value) {
    this.value = value;
  }

  /** Wraps free text; null, as errors without a message have it, is the empty text. */
  public static Text of(@Nullable String value) {
    return new Text(Objects.requireNonNullElse(value, ""));
  }

  /** Returns the text as it was given, not sanitized; for the engine only. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Text that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "<text>";
  }
}
