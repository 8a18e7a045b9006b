package dev.candor.telemetry.squid;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a log, as UTF-8 with replacement and without colours. Of a line longer than {@link
 * #MAX_LINE} bytes only the start is kept.
 */
final class LogLines implements Closeable {
  static final int MAX_LINE = 16 * 1024;
  private static final char ESCAPE = '\u001b';

  private final InputStream in;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);

  LogLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** Returns the next line, or null at the end. */
  @Nullable String next() throws IOException {
    line.reset();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    for (; b >= 0 && b != '\n'; b = in.read()) {
      if (line.size() < MAX_LINE) {
        line.write(b);
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    return bare.indexOf(ESCAPE) < 0 ? bare : withoutColours(bare);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Takes out {@code ESC [ digits ; digits letter}. */
  private static String withoutColours(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != ESCAPE) {
        plain.append(text.charAt(i));
        continue;
      }
      int end = i + 1;
      if (end < text.length() && text.charAt(end) == '[') {
        end++;
        while (end < text.length() && !Character.isLetter(text.charAt(end))) {
          end++;
        }
        i = end;
      }
    }
    return plain.toString();
  }
}
