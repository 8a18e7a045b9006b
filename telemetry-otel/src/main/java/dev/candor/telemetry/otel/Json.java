package dev.candor.telemetry.otel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;

/**
 * The JSON reader that takes no key twice. A class of its own, so that a start without any file
 * loads no JSON library.
 */
final class Json {
  /** For all of the engine's files. */
  static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private Json() {}
}
