package dev.candor.telemetry.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a file or pipe as bytes, one at a time. Of a line that is too long no more than the
 * limit is ever held; the rest is read over.
 */
final class CorpusLines {
  /** The greatest length of a line in bytes. */
  static final int MAX_LINE = 1 << 20;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int end;
  private long number;
  private boolean tooLong;

  CorpusLines(InputStream in) {
    this.in = in;
  }

  /** Reads the next line; false at the end. */
  boolean next() throws IOException {
    line.reset();
    tooLong = false;
    if (at == end && !fill()) {
      return false;
    }
    number++;
    do {
      int from = at;
      while (at < end && buffer[at] != '\n') {
        at++;
      }
      keep(from, at - from);
      if (at < end) {
        at++;
        return true;
      }
    } while (fill());
    return true;
  }

  /** The number of the line, from 1. */
  long number() {
    return number;
  }

  /** The line without its end. */
  byte[] bytes() throws CaseFault {
    if (tooLong) {
      throw new CaseFault("must not be longer than " + MAX_LINE + " bytes");
    }
    return line.toByteArray();
  }

  private void keep(int from, int length) {
    if (line.size() + length > MAX_LINE) {
      tooLong = true;
      line.reset();
    }
    if (!tooLong) {
      line.write(buffer, from, length);
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
