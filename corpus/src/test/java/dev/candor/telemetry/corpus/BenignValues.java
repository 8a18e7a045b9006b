package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Benign.Harmless;
import java.util.List;

/** Numbers, ids and settings that belong to nobody. */
final class BenignValues {
  private BenignValues() {}

  static List<Harmless> all() {
    return List.of(
        new Harmless(
            "git_hash",
            dice ->
                dice.pick("", "commit ", "Squid Repository State: ", "rev=")
                    + dice.from(Dice.HEX, dice.pick(7, 12, 40))
                    + dice.pick("", " (dirty=False)", "-dirty")),
        new Harmless(
            "uuid", dice -> dice.pick("", "job ", "run_id=", "session ", "trace ") + uuid(dice)),
        new Harmless(
            "trace_id",
            dice ->
                dice.pick("trace_id=", "span_id=", "traceparent: 00-")
                    + dice.from(Dice.HEX, 32)
                    + dice.pick("", "-" + dice.from(Dice.HEX, 16) + "-01")),
        new Harmless(
            "checksum",
            dice ->
                dice.pick("sha256:", "sha1=", "md5 ", "etag ", "crc32 0x")
                    + dice.from(Dice.HEX, dice.pick(64, 40, 32, 8))),
        new Harmless(
            "hex_number",
            dice ->
                dice.pick("", "address ", "flags=", "status ", "mask ")
                    + "0x"
                    + dice.from(Dice.HEX, dice.pick(2, 4, 8, 16))),
        new Harmless(
            "epoch",
            dice ->
                dice.pick("", "ts=", "started_at ", "epoch ", "timestamp: ")
                    + "17"
                    + dice.digits(dice.pick(8, 11, 14, 17))),
        new Harmless(
            "time",
            dice ->
                dice.pick("", "at ", "since ", "next run: ")
                    + dice.pick(
                        "2026-%02d-%02dT%02d:%02d:%02dZ"
                            .formatted(
                                dice.between(1, 12),
                                dice.between(1, 28),
                                dice.between(0, 23),
                                dice.between(0, 59),
                                dice.between(0, 59)),
                        "%02d:%02d:%02d"
                            .formatted(
                                dice.between(0, 23), dice.between(0, 59), dice.between(0, 59)),
                        "20.11.2026 %02d:%02d"
                            .formatted(dice.between(0, 23), dice.between(0, 59)))),
        new Harmless(
            "duration",
            dice ->
                dice.pick("took ", "elapsed=", "waited ", "timeout ")
                    + dice.between(1, 9000)
                    + dice.pick("ms", " s", "us", " min", "." + dice.digits(3) + " s")),
        new Harmless(
            "unit",
            dice ->
                dice.between(1, 999)
                    + "."
                    + dice.digits(2)
                    + " "
                    + dice.pick("um", "mm", "mW", "°C", "MB/s", "V", "kHz", "nm", "%", "GiB")),
        new Harmless(
            "frame_rate",
            dice ->
                dice.between(5, 120)
                    + " fps @ "
                    + dice.pick("2048x2048", "1920x1080", "3104x2084", "512x512")),
        new Harmless(
            "key_binding",
            dice ->
                dice.pick("key=", "shortcut: ", "hotkey=", "pressed ")
                    + dice.pick("F5", "Ctrl+S", "Escape", "Shift+F10", "Alt+Enter", "Space")),
        new Harmless(
            "percentage",
            dice ->
                dice.pick("progress ", "overlap ", "cpu=", "disk at ")
                    + dice.between(0, 100)
                    + dice.pick("%", "." + dice.digits(1) + "%", " %")),
        new Harmless(
            "range",
            dice ->
                dice.pick("wells A", "rows ", "planes ", "range [")
                    + dice.between(1, 9)
                    + dice.pick("-", "..", " to ", ", ")
                    + dice.between(10, 96)
                    + dice.pick("", "")),
        new Harmless(
            "error_code",
            dice ->
                dice.pick(
                    "HTTP " + dice.between(400, 504),
                    "[Errno " + dice.between(1, 110) + "] No space left on device",
                    "ORA-0" + dice.digits(4),
                    "E_ACCESSDENIED (0x80070005)",
                    "SQLSTATE 23505",
                    "ENOENT",
                    "exit code " + dice.between(1, 139),
                    "errno=-" + dice.between(1, 40))),
        new Harmless(
            "microscope_setting",
            dice ->
                dice.pick(
                    "exposure_time_ms: " + dice.between(1, 500),
                    "objective=20x NA 0.75",
                    "z_offset_um: -" + dice.between(1, 9) + ".5",
                    "Fluorescence " + dice.pick("405", "488", "561", "638") + " nm Ex",
                    "binning [2, 2]",
                    "BF LED matrix full",
                    "display_color: '#1FF0" + dice.digits(2) + "'",
                    "piezo range 300 um",
                    "camera ITR3CMOS26000KMA",
                    "MER2-1220-32U3M at 12 bit")),
        new Harmless(
            "configuration",
            dice ->
                dice.pick(
                    "max_retries = " + dice.between(1, 9),
                    "enable_tracing: " + dice.pick("true", "false"),
                    "log.level=" + dice.pick("DEBUG", "INFO"),
                    "use_piezo = False",
                    "pool.size=" + dice.between(1, 64),
                    "theme: dark",
                    "file_saving_option = OME_TIFF",
                    "cache.ttl=3600",
                    "operator=AND",
                    "locale=de_DE",
                    "encoding = utf-8")),
        new Harmless(
            "coordinates_of_stage",
            dice ->
                dice.pick("x=", "moving to x: ")
                    + dice.between(0, 99)
                    + "."
                    + dice.digits(3)
                    + dice.pick(" mm, y=", ", y: ")
                    + dice.between(0, 99)
                    + "."
                    + dice.digits(3)
                    + dice.pick(" mm", "")),
        new Harmless(
            "loopback",
            dice ->
                dice.pick(
                    "127.0.0.1:" + dice.between(1024, 9999),
                    "listening on localhost:" + dice.between(1024, 9999),
                    "bound to 0.0.0.0",
                    "[::1]:4318",
                    "http://localhost:8080/healthz")));
  }

  private static String uuid(Dice dice) {
    return dice.from(Dice.HEX, 8)
        + "-"
        + dice.from(Dice.HEX, 4)
        + "-4"
        + dice.from(Dice.HEX, 3)
        + "-9"
        + dice.from(Dice.HEX, 3)
        + "-"
        + dice.from(Dice.HEX, 12);
  }
}
