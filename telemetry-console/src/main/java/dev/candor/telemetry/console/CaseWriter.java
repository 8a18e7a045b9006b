package dev.candor.telemetry.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of a case as one line, {@code {"id","out"}}. ASCII only, so that no setting of
 * the terminal changes a letter.
 */
final class CaseWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Shell shell;

  CaseWriter(Shell shell) {
    this.shell = shell;
  }

  /** A text as JSON, with its quotes. */
  static String quoted(String text) {
    return json(generator -> generator.writeString(text));
  }

  /** Writes one line; {@code out} is null for a case of which nothing leaves. */
  void write(CorpusCase from, @Nullable String out) {
    shell
        .out()
        .println(
            json(
                generator -> {
                  generator.writeStartObject();
                  generator.writeFieldName("id");
                  generator.writeRawValue(from.id());
                  generator.writeStringField("out", out);
                  generator.writeEndObject();
                }));
  }

  private static String json(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      content.write(generator);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  /** What is written. */
  @FunctionalInterface
  private interface Content {
    /** Writes it. */
    void write(JsonGenerator generator) throws IOException;
  }
}
