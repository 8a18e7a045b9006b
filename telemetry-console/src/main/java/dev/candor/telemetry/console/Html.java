package dev.candor.telemetry.console;

import java.util.List;

/** Writes HTML and SVG. Every value passes {@link #text}; nothing else of the data is let in. */
final class Html {
  private final StringBuilder page = new StringBuilder(32_768);

  /** Appends markup written by us. */
  Html raw(String markup) {
    page.append(markup).append('\n');
    return this;
  }

  /** Appends a heading. */
  Html heading(int level, String id, String title) {
    return raw("<h%d id=\"%s\">%s</h%d>".formatted(level, text(id), text(title), level));
  }

  /** Appends a paragraph. */
  Html paragraph(String words) {
    return raw("<p>" + text(words) + "</p>");
  }

  /** Appends a picture; on a small screen it is moved, not shrunk. */
  Html picture(String svg) {
    return raw("<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Picture\">")
        .raw(svg)
        .raw("</div>");
  }

  /** Appends a table; what stands in cells is escaped. */
  Html table(String caption, List<String> head, List<List<String>> rows) {
    raw(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\""
            + text(caption)
            + "\">");
    raw("<table><caption>" + text(caption) + "</caption><thead><tr>");
    head.forEach(cell -> raw("<th scope=\"col\">" + text(cell) + "</th>"));
    raw("</tr></thead><tbody>");
    rows.forEach(this::row);
    return raw("</tbody></table></div>");
  }

  private void row(List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String cell = text(cells.get(i));
      row.append(i == 0 ? "<th scope=\"row\">" + cell + "</th>" : cellOf(cell));
    }
    raw(row.append("</tr>").toString());
  }

  private static String cellOf(String escaped) {
    boolean number =
        !escaped.isEmpty() && escaped.chars().allMatch(c -> "0123456789.,/-% ".indexOf(c) >= 0);
    return (number ? "<td class=\"number\">" : "<td>") + escaped + "</td>";
  }

  /** Escapes for text and for attributes in double quotes; control characters are left out. */
  static String text(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> {
          if (c >= ' ' || c == '\n') {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }

  /** A word made safe as the end of a class name. */
  static String word(String value) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      word.append(c >= 'a' && c <= 'z' ? c : '-');
    }
    return word.toString();
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
