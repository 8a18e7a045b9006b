package dev.candor.telemetry.squid;

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
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private int at;
  private int end;

  LogLines(InputStream in) {
    this.in = in;
  }

  /** Returns the next line, or null at the end. */
  @Nullable String next() throws IOException {
    line.reset();
    if (!fill()) {
      return null;
    }
    while (fill()) {
      int start = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      line.write(buffer, start, Math.min(at - start, MAX_LINE - line.size()));
      if (at < end) {
        at++;
        break;
      }
    }
    String text = line.toString(StandardCharsets.UTF_8);
    String bare = text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    return bare.indexOf(ESCAPE) < 0 ? bare : withoutColours(bare);
  }

  private boolean fill() throws IOException {
    if (at == end) {
      at = 0;
      end = Math.max(0, in.read(buffer));
    }
    return at < end;
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
