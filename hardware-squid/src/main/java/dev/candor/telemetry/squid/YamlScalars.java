package dev.candor.telemetry.squid;

/** Gives an unquoted word its type, as YAML 1.1 does, which Squid's program reads. */
final class YamlScalars {
  private YamlScalars() {}

  static Value plain(String text) {
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> Value.nothing();
      case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON" -> new Value.Flag(true);
      case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF" ->
          new Value.Flag(false);
      default -> {
        Double number = PlainNumbers.parse(text);
        yield number == null ? new Value.Text(text) : new Value.Num(number);
      }
    };
  }
}
