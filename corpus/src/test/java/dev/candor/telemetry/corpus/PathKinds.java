package dev.candor.telemetry.corpus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Places on a disk that tell who works there, and names that people give to files. */
final class PathKinds {
  private static final List<String> EXTENSIONS =
      List.of("tif", "csv", "docx", "ome.tiff", "log", "json", "xlsx", "czi", "pdf", "py", "nd2");
  private static final List<String> FOLDERS =
      List.of("Documents", "Desktop", "Downloads", "data", "runs", "projects", "Bilder", "export");

  private PathKinds() {}

  static List<Kind> all() {
    return List.of(
        Kind.personal("path_posix", PathKinds::posix),
        Kind.personal("path_windows", PathKinds::windows),
        Kind.personal("path_unc", PathKinds::unc),
        Kind.exact("path_file_url", PathKinds::fileUrl),
        Kind.personal("path_wsl", PathKinds::wsl),
        Kind.personal("path_8_3", PathKinds::shortName),
        Kind.personal("path_blanks", PathKinds::blanks),
        Kind.personal("path_cjk", PathKinds::cjk),
        Kind.personal("path_doubled", PathKinds::doubled),
        Kind.personal("file_name_typed", PathKinds::typed));
  }

  private static String tail(Dice dice, String separator) {
    return dice.pick(FOLDERS)
        + separator
        + "scan_"
        + dice.between(1, 999)
        + "."
        + dice.pick(EXTENSIONS);
  }

  private static String label(Dice dice) {
    return dice.pick("path", "file", "folder", "output dir", "save path", "source", "target");
  }

  private static Planted posix(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String root =
        dice.pick(
            "/home/" + user + "/",
            "/Users/" + user + "/",
            "/media/" + user + "/BACKUP/",
            "/home/LABNET/" + user + "/",
            "/var/home/" + user + "/",
            "/tmp/hsperfdata_" + user + "/",
            "/export/home/" + user + "/.cache/",
            "~" + user + "/");
    return Planted.plain(label(dice), root + tail(dice, "/"), user);
  }

  private static Planted windows(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String root =
        dice.pick(
            "C:\\Users\\" + user + "\\",
            "D:\\Users\\" + user + "\\AppData\\Local\\",
            "c:/Users/" + user + "/",
            "C:\\Documents and Settings\\" + user + "\\",
            "\\\\?\\C:\\Users\\" + user + "\\");
    return Planted.plain(label(dice), root + tail(dice, root.contains("/") ? "/" : "\\"), user);
  }

  private static Planted unc(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String server = "nas-" + Tongue.invented(dice).toLowerCase(Locale.ROOT);
    String value =
        "\\\\" + server + "\\" + dice.pick("home$", "users", "Projekte") + "\\" + user + "\\";
    return Planted.plain(label(dice), value + tail(dice, "\\"), server, user);
  }

  private static Planted fileUrl(Tongue tongue, Dice dice) {
    String given = tongue.given(dice);
    String family = tongue.family(dice);
    String person = tongue.person(given, family);
    String folder = URLEncoder.encode(person, StandardCharsets.UTF_8).replace("+", "%20");
    String[] secrets = tongue.dense() ? new String[] {person} : new String[] {given, family};
    String root =
        dice.pick("file:///home/", "file:///C:/Users/", "file:/Users/", "file://localhost/home/");
    return Planted.plain(
        dice.pick("url", "source", "file"), root + folder + "/" + tail(dice, "/"), secrets);
  }

  private static Planted wsl(Tongue tongue, Dice dice) {
    String user = Invented.login(tongue, dice);
    String value =
        dice.pick(
            "\\\\wsl$\\Ubuntu\\home\\" + user + "\\" + tail(dice, "\\"),
            "\\\\wsl.localhost\\Debian\\home\\" + user + "\\" + tail(dice, "\\"),
            "/mnt/c/Users/" + user + "/" + tail(dice, "/"),
            "/cygdrive/c/Users/" + user + "/" + tail(dice, "/"));
    return Planted.plain(label(dice), value, user);
  }

  private static Planted shortName(Tongue tongue, Dice dice) {
    String name = Invented.latinFamily(tongue, dice).toUpperCase(Locale.ROOT);
    String six = (name + "XYZQ").substring(0, 6);
    String value =
        dice.pick("C:\\Users\\", "C:\\DOCUME~1\\", "D:\\USERS\\") + six + "~" + dice.between(1, 3);
    return Planted.plain(label(dice), value + "\\" + tail(dice, "\\"), six);
  }

  private static Planted blanks(Tongue tongue, Dice dice) {
    Tongue latin = tongue.dense() ? Tongue.EN : tongue;
    String given = latin.given(dice);
    String family = latin.family(dice);
    String person = given + " " + family;
    String login = Invented.ascii(given).toLowerCase(Locale.ROOT);
    String windows = "C:\\Users\\" + person + "\\My Documents\\" + tail(dice, "\\");
    return switch (dice.between(0, 4)) {
      case 0 ->
          Planted.plain(
              label(dice),
              "/home/" + login + "/Data/" + family + " Lab/" + tail(dice, "/"),
              login,
              family);
      case 1 ->
          Planted.plain(label(dice), "/Users/" + person + "/" + tail(dice, "/"), given, family);
      case 2 ->
          Planted.plain(label(dice), "/Volumes/" + family + " Backup/" + tail(dice, "/"), family);
      case 3 ->
          Planted.plain(label(dice), "/mnt/data/" + person + "/" + tail(dice, "/"), given, family);
      default -> Planted.plain(label(dice), windows, given, family);
    };
  }

  private static Planted cjk(Tongue tongue, Dice dice) {
    Tongue dense = tongue == Tongue.ZH ? Tongue.ZH : Tongue.JA;
    String person = dense.person(dice.pick("太郎", "志强", "美咲", "晓明"), dense.family(dice));
    String value =
        dice.pick(
            "C:\\Users\\" + person + "\\" + dice.pick("文档", "ドキュメント") + "\\" + tail(dice, "\\"),
            "/home/" + person + "/" + dice.pick("数据", "データ") + "/" + tail(dice, "/"),
            "/Users/" + person + "/" + tail(dice, "/"),
            "D:\\" + dice.pick("数据", "実験") + "\\" + person + "\\" + tail(dice, "\\"));
    return Planted.plain(label(dice), value, person);
  }

  private static Planted doubled(Tongue tongue, Dice dice) {
    Planted single = windows(tongue, dice);
    while (!single.value().contains("\\")) {
      single = windows(tongue, dice);
    }
    return new Planted(
        single.value().replace("\\", "\\\\"), single.secrets(), single.label(), single.labelled());
  }

  private static Planted typed(Tongue tongue, Dice dice) {
    String family =
        tongue.dense()
            ? tongue.person(tongue.given(dice), tongue.family(dice))
            : tongue.family(dice);
    String noun = dice.pick("biopsy", "Befund", "thesis draft", "CV", "Probe", "invoice", "scan");
    String name =
        dice.pick(
            family + " " + noun + " " + dice.between(1, 20),
            noun + "_" + family + "_final",
            noun + " " + family + " (copy)",
            "Patient " + family + " " + noun);
    String extension = dice.pick("tif", "docx", "pdf", "xlsx", "csv", "jpg");
    return Planted.plain(
        dice.pick("file", "filename", "file name", "attachment", "document"),
        name + "." + extension,
        family);
  }
}
