package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Form.Written;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Forms with structure: what programs print of maps, records, documents and requests. */
final class StructuredForms {
  private StructuredForms() {}

  static List<Form> all() {
    return List.of(
        Form.labelled("json", StructuredForms::json),
        Form.labelled("json_in_json", StructuredForms::jsonInJson),
        Form.labelled("java_to_string", StructuredForms::java),
        Form.labelled("xml", StructuredForms::xml),
        Form.labelled("yaml", StructuredForms::yaml),
        Form.labelled("ini", StructuredForms::ini),
        Form.labelled("python_dict", StructuredForms::python),
        Form.labelled("url_parameter", StructuredForms::parameter),
        Form.labelled("http_header", StructuredForms::header));
  }

  private static Written json(Spot spot) {
    String colon = spot.dice().pick(":", ": ");
    String core =
        "\""
            + spot.planted().key(spot.dice())
            + "\""
            + colon
            + "\""
            + Spot.json(spot.value())
            + "\"";
    return new Written("{\"level\":\"warning\",", core, ",\"attempt\":3}");
  }

  private static Written jsonInJson(Spot spot) {
    String inner =
        "{\"" + spot.planted().key(spot.dice()) + "\":\"" + Spot.json(spot.value()) + "\"}";
    return new Written(
        "{\"event\":\"upload\",\"payload\":\"", Spot.json(inner), "\",\"attempt\":3}");
  }

  private static Written java(Spot spot) {
    String key = spot.planted().key(spot.dice());
    return switch (spot.dice().between(0, 2)) {
      case 0 -> new Written("Upload[", key + "=" + spot.value(), ", retries=3]");
      case 1 -> new Written("{retries=3, ", key + "=" + spot.value(), ", mode=FAST}");
      default -> new Written("Upload{retries=3, ", key + "='" + spot.value() + "'", "}");
    };
  }

  private static Written xml(Spot spot) {
    String value = spot.value().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    String key = spot.planted().snake();
    return spot.dice().chance(50)
        ? new Written(
            "<upload><retries>3</retries>", "<" + key + ">" + value + "</" + key + ">", "</upload>")
        : new Written("<upload retries=\"3\" ", key + "=\"" + value + "\"", " mode=\"fast\"/>");
  }

  private static Written yaml(Spot spot) {
    String value =
        spot.value().contains("\n")
            ? "|\n    " + spot.value().replace("\n", "\n    ")
            : spot.value();
    return new Written(
        "upload:\n  retries: 3\n",
        "  " + spot.planted().snake() + ": " + value,
        "\n  mode: fast\n");
  }

  private static Written ini(Spot spot) {
    return new Written(
        "[upload]\nretries = 3\n",
        spot.planted().snake() + spot.dice().pick(" = ", "=") + spot.value(),
        "\nmode = fast\n");
  }

  private static Written python(Spot spot) {
    String value = spot.value().replace("\\", "\\\\").replace("\n", "\\n").replace("'", "\\'");
    return new Written(
        "{'retries': 3, ", "'" + spot.planted().snake() + "': '" + value + "'", ", 'done': False}");
  }

  private static Written parameter(Spot spot) {
    String value = URLEncoder.encode(spot.value(), StandardCharsets.UTF_8);
    String key = URLEncoder.encode(spot.planted().snake(), StandardCharsets.UTF_8);
    return new Written(
        "GET failed: ",
        "https://portal.example.org/api/v1/items?" + key + "=" + value + "&page=2",
        " returned 404");
  }

  private static Written header(Spot spot) {
    String name = spot.planted().label().replace(' ', '-');
    String value = spot.value().replace("\n", " ");
    return new Written("> Accept: text/html\n> ", name + ": " + value, "\n> Connection: close\n");
  }
}
