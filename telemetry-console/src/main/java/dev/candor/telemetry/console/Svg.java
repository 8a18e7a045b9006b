package dev.candor.telemetry.console;

import java.util.Locale;

/**
 * One picture: shapes with classes, so that the page's style sheet colours them in light and dark.
 */
final class Svg {
  private final StringBuilder shapes = new StringBuilder(4096);
  private final int width;
  private final int height;
  private final String title;
  private final String description;

  Svg(int width, int height, String title, String description) {
    this.width = width;
    this.height = height;
    this.title = title;
    this.description = description;
  }

  Svg box(double x, double y, double w, double h, String style) {
    return box(x, y, w, h, style, "");
  }

  /** A rectangle; {@code tip} is shown when a pointer rests on it. */
  Svg box(double x, double y, double w, double h, String style, String tip) {
    double radius = Math.min(4, Math.min(w, h) / 2);
    shapes.append(
        format(
            "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\" class=\"%s\">",
            x, y, Math.max(w, 0), Math.max(h, 0), radius, style));
    return tip(tip, "rect");
  }

  Svg line(double x1, double y1, double x2, double y2) {
    shapes.append(
        format(
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"grid\"/>\n",
            x1, y1, x2, y2));
    return this;
  }

  /** A diamond around a point. */
  Svg diamond(double x, double y, double r, String style, String tip) {
    return shape(
        "M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz", style, tip, x, y - r, r, r, -r, r, -r, -r);
  }

  /** A triangle around a point. */
  Svg triangle(double x, double y, double r, String style, String tip) {
    return shape("M%.1f %.1fl%.1f %.1fh%.1fz", style, tip, x, y - r, r, 1.8 * r, -2 * r);
  }

  /** A band from one upright edge to another, each given by its top and height. */
  Svg band(double x1, double y1, double h1, double x2, double y2, double h2, String style) {
    double mid = (x1 + x2) / 2;
    return shape(
        "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fV%.1fC%.1f %.1f %.1f %.1f %.1f %.1fz",
        "band " + style,
        "",
        x1,
        y1,
        mid,
        y1,
        mid,
        y2,
        x2,
        y2,
        y2 + h2,
        mid,
        y2 + h2,
        mid,
        y1 + h1,
        x1,
        y1 + h1);
  }

  private Svg shape(String path, String style, String tip, Object... numbers) {
    shapes.append(format("<path d=\"" + path + "\" class=\"", numbers)).append(style).append("\">");
    return tip(tip, "path");
  }

  private Svg tip(String tip, String element) {
    if (!tip.isEmpty()) {
      shapes.append("<title>").append(Html.text(tip)).append("</title>");
    }
    shapes.append("</").append(element).append(">\n");
    return this;
  }

  /** Words; {@code anchor} is start, middle or end. */
  Svg words(double x, double y, String anchor, String style, String text) {
    shapes
        .append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"", x, y, anchor))
        .append(style.isEmpty() ? "" : " class=\"" + style + "\"")
        .append('>')
        .append(Html.text(text))
        .append("</text>\n");
    return this;
  }

  private static String format(String pattern, Object... numbers) {
    return String.format(Locale.ROOT, pattern, numbers);
  }

  @Override
  public String toString() {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(width, height, Html.text(title + ". " + description))
        + "<title>"
        + Html.text(title)
        + "</title>"
        + "<desc>"
        + Html.text(description)
        + "</desc>\n"
        + shapes
        + "</svg>";
  }
}
