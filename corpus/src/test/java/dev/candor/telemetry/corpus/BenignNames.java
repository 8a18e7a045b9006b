package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Benign.Harmless;
import java.util.List;

/** Names that programs give to their own things. */
final class BenignNames {
  private static final List<String> NOUNS =
      List.of(
          "Camera",
          "Stage",
          "Trigger",
          "Filter",
          "Buffer",
          "Session",
          "Upload",
          "Frame",
          "Token",
          "Password",
          "User",
          "Host",
          "Secret",
          "Patient",
          "Sample");
  private static final List<String> ROLES =
      List.of(
          "Controller",
          "Factory",
          "Reader",
          "Listener",
          "Parser",
          "Registry",
          "Service",
          "Field",
          "Encoder");

  private BenignNames() {}

  static List<Harmless> all() {
    return List.of(
        new Harmless("class_name", BenignNames::type),
        new Harmless(
            "method_name",
            dice -> type(dice) + dice.pick(".", "#", "::") + method(dice) + dice.pick("", "()")),
        new Harmless(
            "lambda_name",
            dice ->
                type(dice)
                    + "$$Lambda/0x0000"
                    + dice.from(Dice.HEX, 12)
                    + "@"
                    + dice.from(Dice.HEX, 8)),
        new Harmless(
            "object_hash",
            dice ->
                dice.pick("java.lang.Object", type(dice), "[B", "[Ljava.lang.String;")
                    + "@"
                    + dice.from(Dice.HEX, dice.between(5, 8))),
        new Harmless(
            "module_frame",
            dice ->
                "java.base@"
                    + dice.between(11, 25)
                    + "."
                    + dice.between(0, 3)
                    + "."
                    + dice.between(0, 12)
                    + "/java.util."
                    + dice.pick("ArrayList", "HashMap", "Optional")
                    + "."
                    + dice.pick("get", "forEach", "orElseThrow")
                    + "("
                    + dice.pick("ArrayList", "HashMap", "Optional")
                    + ".java:"
                    + dice.between(20, 1200)
                    + ")"),
        new Harmless(
            "java_frame",
            dice ->
                "at "
                    + type(dice)
                    + "."
                    + method(dice)
                    + "("
                    + dice.pick(NOUNS)
                    + ".java:"
                    + dice.between(10, 990)
                    + ")"),
        new Harmless(
            "python_name",
            dice ->
                dice.pick("control", "squid", "numpy", "skimage.io")
                    + "."
                    + dice.pick("core", "camera", "utils", "_io")
                    + "."
                    + dice.pick("save_image", "get_logger", "__init__", "move_to")),
        new Harmless(
            "package_version",
            dice ->
                dice.pick("numpy", "react-dom", "@types/node", "tifffile", "pkg")
                    + dice.pick(
                        "@" + fourParts(dice), "==" + fourParts(dice), "-" + version(dice))),
        new Harmless(
            "version",
            dice ->
                dice.pick(
                        version(dice),
                        "v" + version(dice),
                        "version " + fourParts(dice),
                        "firmware " + fourParts(dice),
                        "driver version: " + fourParts(dice),
                        "Python " + version(dice))
                    + dice.pick("", "-SNAPSHOT", "-rc.1", "+build.7", ".Final")),
        new Harmless(
            "enum_word",
            dice ->
                dice.pick(
                    "SELECT_WELLS",
                    "FROM_BOTTOM",
                    "MONO12",
                    "Software Trigger",
                    "completed_with_errors",
                    "OME_TIFF",
                    "user_abort",
                    "HALF_OPEN",
                    "BAYER_RG8",
                    "NONE")),
        new Harmless(
            "event_name",
            dice ->
                dice.pick("acquisition", "config", "device", "session", "feature")
                    + "."
                    + dice.pick("run", "change", "connect", "start", "use")
                    + dice.pick("", ".failed", ".count")),
        new Harmless(
            "route",
            dice ->
                dice.pick("GET ", "POST ", "DELETE ", "")
                    + dice.pick(
                        "/api/v1/items",
                        "/healthz",
                        "/users/{id}/posts",
                        "/v1/traces",
                        "/static/js/main.js",
                        "/orders/:id",
                        "/graphql")),
        new Harmless(
            "system_path",
            dice ->
                dice.pick(
                    "/usr/lib/jvm/java-17-openjdk-amd64",
                    "/etc/ssl/certs",
                    "/dev/ttyACM" + dice.between(0, 4),
                    "/proc/self/status",
                    "/usr/lib/python3/dist-packages/numpy/core/_methods.py",
                    "/opt/app/lib/core-" + version(dice) + ".jar",
                    "C:\\Windows\\System32\\drivers",
                    "/var/log/syslog")),
        new Harmless(
            "source_file",
            dice ->
                dice.pick(
                        "job_processing.py",
                        "MultiPointWorker.java",
                        "camera.cpp",
                        "index.html",
                        "settings.ini",
                        "general.yaml",
                        "main_hcs.log",
                        "acquisition.yaml")
                    + dice.pick("", ":" + dice.between(2, 1700))),
        new Harmless(
            "mime_type",
            dice ->
                dice.pick(
                    "application/json; charset=utf-8",
                    "image/tiff",
                    "text/html;q=0.9",
                    "multipart/form-data",
                    "application/x-protobuf",
                    "application/vnd.oci.image.manifest.v1+json")));
  }

  private static String type(Dice dice) {
    return dice.pick("org.example.scope.", "com.acme.imaging.", "", "dev.sample.store.internal.")
        + dice.pick(NOUNS)
        + dice.pick(ROLES);
  }

  private static String method(Dice dice) {
    return dice.pick("get", "set", "on", "handle", "validate", "resolve")
        + dice.pick(NOUNS)
        + dice.pick("", "Name", "Count", "Async");
  }

  static String version(Dice dice) {
    return dice.between(0, 24) + "." + dice.between(0, 31) + "." + dice.between(0, 19);
  }

  /** Sometimes as long as an address; only where the words before it tell what it is. */
  private static String fourParts(Dice dice) {
    return version(dice) + (dice.chance(25) ? "." + dice.between(0, 9) : "");
  }
}
