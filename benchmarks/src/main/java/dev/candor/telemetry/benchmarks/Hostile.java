package dev.candor.telemetry.benchmarks;

/** Units whose repetition has slowed down a scanner somewhere. */
public enum Hostile {
  LETTERS("a"),
  DOTTED("a."),
  DIGITS_APART("1 "),
  BACKSLASHES("\\"),
  COLONS("0:"),
  PERCENTS("%25"),
  MIXED_RUN("AA11"),
  AT_SIGNS("@"),
  MAIL_STARTS("a@"),
  TOKENS("eyJ"),
  SLASHES("/"),
  PATHS_WITH_BLANKS("/a "),
  EQUALS("=a"),
  LABELS("password="),
  LABELS_APART("user "),
  ARMOUR("-----BEGIN "),
  BASE64("YWxp"),
  ENTITIES("&#64;"),
  ESCAPES("\\u0040"),
  WEB("://"),
  QUOTES("\""),
  JSON("{\"user\":"),
  FILES("1.tif"),
  CAPITALS("A "),
  ACCENTS("é"),
  PAIRS("key="),
  PATIENTS("patient_"),
  LATITUDES("lat="),
  HEX_PAIRS("ab:"),
  NUMBER_ROWS("12-"),
  MIXED_ROWS("1a-"),
  CLOCKS("00:"),
  NETWORKS("fe80::"),
  ACCOUNTS("DE89 "),
  CLOCK_MINUTES("12:"),
  ONES("1."),
  COLUMNS("user,"),
  PATIENTS_APART("patient "),
  BIRTHS("born "),
  STREETS("5 rue "),
  NAMES_OF_FILES("x.tif "),
  SHARES("\\\\a\\"),
  KEYS("xoxb-"),
  GROUPS("1f0e:"),
  COMMANDS("curl -u "),
  PORTS("a:80 "),
  SEGMENTS("msh|"),
  LISTS("sep=;\nname;a\n");

  private final String unit;

  Hostile(String unit) {
    this.unit = unit;
  }

  /** The unit, over and over. */
  String text(int length) {
    return unit.repeat(length / unit.length() + 1).substring(0, length);
  }
}
