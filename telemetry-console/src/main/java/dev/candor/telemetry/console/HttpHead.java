package dev.candor.telemetry.console;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The lines before a body, of a request or an answer, read from a buffered stream. For peers of our
 * own on loopback: only lengths are understood.
 */
final class HttpHead {
  private static final int END = 0x0d0a0d0a;
  private static final int LONGEST = 64 << 10;

  private final String text;
  private final String lower;

  private HttpHead(String text) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads to the empty line.
   *
   * @throws EOFException if the other side has gone
   */
  static HttpHead read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream(512);
    int last = 0;
    while (last != END) {
      int next = in.read();
      if (next < 0 || head.size() > LONGEST) {
        throw new EOFException("no more");
      }
      head.write(next);
      last = (last << 8) | next;
    }
    return new HttpHead(head.toString(StandardCharsets.ISO_8859_1));
  }

  boolean startsWith(String start) {
    return text.startsWith(start);
  }

  boolean contains(String header) {
    return lower.contains(header);
  }

  byte[] body(InputStream in) throws IOException {
    return contains("transfer-encoding: chunked") ? chunks(in) : in.readNBytes(length());
  }

  HttpHead skipBody(InputStream in) throws IOException {
    in.skipNBytes(length());
    return this;
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int length = hex(in); length > 0; length = hex(in)) {
      body.write(in.readNBytes(length));
      in.skipNBytes(2);
    }
    in.skipNBytes(2);
    return body.toByteArray();
  }

  /** A number and the end of its line. */
  private static int hex(InputStream in) throws IOException {
    int number = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      int digit = Character.digit(next, 16);
      if (next < 0) {
        throw new EOFException("no more");
      }
      number = digit < 0 ? number : (number << 4) | digit;
    }
    return number;
  }

  private int length() {
    String name = "\r\ncontent-length:";
    int at = lower.indexOf(name);
    if (at < 0) {
      return 0;
    }
    int from = at + name.length();
    return Integer.parseInt(lower.substring(from, lower.indexOf('\r', from)).strip());
  }
}
