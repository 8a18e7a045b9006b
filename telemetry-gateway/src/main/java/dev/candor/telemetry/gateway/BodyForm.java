package dev.candor.telemetry.gateway;

import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * What the headers say of a body.
 *
 * @param isSpoken whether it is of a type and compression that are understood here
 * @param json whether it is JSON, else protobuf
 * @param gzip whether it is compressed
 */
record BodyForm(boolean isSpoken, boolean json, boolean gzip) {
  static BodyForm of(HttpFields headers) {
    String type = header(headers, HttpHeader.CONTENT_TYPE);
    int parameters = type.indexOf(';');
    String plain = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    boolean json = plain.equals(Answers.JSON);
    String encoding = header(headers, HttpHeader.CONTENT_ENCODING);
    boolean gzip = encoding.equals("gzip");
    boolean spoken =
        (json || plain.equals(Answers.PROTOBUF))
            && (gzip || encoding.isEmpty() || encoding.equals("identity"));
    return new BodyForm(spoken, json, gzip);
  }

  private static String header(HttpFields headers, HttpHeader name) {
    String value = headers.get(name);
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }
}
