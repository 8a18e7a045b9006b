package dev.candor.telemetry.corpus;

import dev.candor.telemetry.corpus.Benign.Harmless;
import java.util.List;

/** Sentences and lines of logs, documents and programs without anybody in them. */
final class BenignLines {
  private BenignLines() {}

  static List<Harmless> all() {
    return List.of(
        new Harmless("log_sentence", BenignLines::sentence),
        new Harmless("warning_sentence", BenignLines::warning),
        new Harmless(
            "german_sentence",
            dice ->
                dice.pick(
                    "Verbindung wurde nach " + dice.between(2, 90) + " Sekunden getrennt",
                    "Kalibrierung erfolgreich abgeschlossen",
                    "Datei konnte nicht geöffnet werden",
                    "Der Vorgang wurde vom Benutzer abgebrochen",
                    "Keine weiteren Bilder in der Warteschlange",
                    "Passwort darf nicht leer sein",
                    "Anmeldung fehlgeschlagen: Zeit abgelaufen",
                    "Rechner wird in " + dice.between(2, 90) + " Minuten neu gestartet",
                    "Name ist ein Pflichtfeld",
                    "Das Institut hat keine weiteren Lizenzen",
                    "Probe konnte nicht erkannt werden",
                    "Seriennummer fehlt in der Datei",
                    "Telefon ist nicht erreichbar",
                    "Objektiv gewechselt auf " + dice.pick("10x", "20x", "60x"))),
        new Harmless(
            "other_language",
            dice ->
                dice.pick(
                    "La connexion a été interrompue après " + dice.between(2, 90) + " s",
                    "No hay espacio en el disco",
                    "撮影が完了しました",
                    "设备已连接, 等待 " + dice.between(2, 9) + " 秒",
                    "Brak miejsca na dysku",
                    "Anslutningen avbröts",
                    "Impossibile aprire il file",
                    "Não foi possível ligar a câmara",
                    "Le mot de passe est obligatoire",
                    "L'utilisateur a annulé l'opération",
                    "El usuario canceló la operación",
                    "La contraseña no puede estar vacía",
                    "Il nome non può essere vuoto",
                    "Użytkownik przerwał pomiar",
                    "De gebruiker heeft de meting gestopt",
                    "Användaren avbröt mätningen",
                    "ユーザーが操作を取り消しました",
                    "パスワードを入力してください",
                    "用户取消了操作",
                    "密码不能为空")),
        new Harmless("squid_log_line", BenignLines::squid),
        new Harmless(
            "java_log_line",
            dice ->
                "2026-11-20 17:%02d:%02d,%03d %s [main] o.e.scope.%s - %s"
                    .formatted(
                        dice.between(0, 59),
                        dice.between(0, 59),
                        dice.between(0, 999),
                        dice.pick("INFO", "WARN", "DEBUG"),
                        dice.pick("Camera", "StageDriver", "Uploader"),
                        sentence(dice))),
        new Harmless(
            "json_line",
            dice ->
                "{\"level\":\"info\",\"attempt\":"
                    + dice.between(1, 9)
                    + ",\"mode\":\""
                    + dice.pick("fast", "slow")
                    + "\",\"images\":"
                    + dice.between(1, 4000)
                    + "}"),
        new Harmless(
            "record_text",
            dice ->
                dice.pick(
                    "ImagingRun[mode=SELECT_WELLS, channels="
                        + dice.between(1, 16)
                        + ", images="
                        + dice.between(1, 999)
                        + "]",
                    "{retries=3, mode=FAST, pending=" + dice.between(0, 9) + "}",
                    "Optional.empty",
                    "Duration{seconds=" + dice.between(1, 99) + "}",
                    "CameraPixelFormat.MONO12")),
        new Harmless(
            "yaml_lines",
            dice ->
                "upload:\n  retries: " + dice.between(1, 9) + "\n  mode: fast\n  compress: true\n"),
        new Harmless(
            "sql",
            dice ->
                dice.pick(
                    "SELECT id, name FROM runs WHERE state = ? ORDER BY started_at LIMIT ?",
                    "INSERT INTO images (run, z, channel) VALUES (?, ?, ?)",
                    "UPDATE users SET password_hash = ? WHERE id = ?",
                    "DELETE FROM tokens WHERE expires < ?")),
        new Harmless(
            "command",
            dice ->
                dice.pick(
                    "mvn -q verify -Dtest=X",
                    "git status --short",
                    "docker run --rm -p 8080:8080 app",
                    "java -Xmx512m -jar app.jar --verbose",
                    "python3 -m squid --simulation",
                    "ls -la build")),
        new Harmless(
            "programming_message",
            dice ->
                dice.pick(
                    "unexpected token ';' at line " + dice.between(1, 400),
                    "Index "
                        + dice.between(3, 99)
                        + " out of bounds for length "
                        + dice.between(1, 3),
                    "NullPointerException: Cannot invoke \"String.length()\" because \"name\" is null",
                    "could not convert string to float: 'abc'",
                    "list index out of range",
                    "expected ':' but found '}'",
                    "invalid literal for int() with base 10: ''",
                    "name 'foo' is not defined",
                    "Cannot cast java.lang.Integer to java.lang.String")));
  }

  private static String sentence(Dice dice) {
    return dice.pick(
        "Connection closed after " + dice.between(2, 900) + " requests",
        "User cancelled the acquisition",
        "Host is not reachable, retrying in " + dice.between(2, 60) + " seconds",
        "Password must not be empty",
        "Loaded " + dice.between(2, 40) + " channels from the default profile",
        "Token expired, asking for a new one",
        "Switched to profile: default",
        "No profiles found, creating 'default' profile",
        "Sample holder not detected",
        "Queue is full, dropped " + dice.between(1, 99) + " items",
        "Email notifications are disabled",
        "Address already in use",
        "Name may not be empty",
        "Authorization failed with status 401",
        "Patient table has " + dice.between(2, 90) + " rows",
        "Phone number field is hidden",
        "Login page is not available",
        "Contact support if this happens again",
        "Operator stopped the run after " + dice.between(2, 90) + " images",
        "Location services are off",
        "Card reader is not connected",
        "Sample " + dice.between(1, 9) + " of " + dice.between(10, 96) + " done",
        "Machine settings were restored",
        "Serial number is missing in the settings",
        "Institution field is optional",
        "Date of birth is not asked for");
  }

  private static String warning(Dice dice) {
    return dice.pick(
        "Disk is " + dice.between(80, 99) + "% full",
        "Temperature of sensor "
            + dice.between(1, 4)
            + " above limit: "
            + dice.between(40, 80)
            + " °C",
        "Frame " + dice.between(1, 9000) + " was dropped",
        "retry " + dice.between(1, 5) + " of 5 failed: timeout",
        "deprecated option '--fast' is ignored",
        "serial port COM" + dice.between(1, 9) + " is busy",
        "session ended with " + dice.between(0, 5) + " warnings",
        "the key of the map is missing",
        "account for the offset of the stage first",
        "received ack for command " + dice.between(1, 40) + ", but waiting for command 0",
        "secret scanning is off",
        "login page took " + dice.between(100, 4000) + " ms to render");
  }

  private static String squid(Dice dice) {
    String message =
        dice.pick(
            "[MCU] >>> sending command "
                + dice.between(1, 60)
                + ", type=SET_LEAD_SCREW_PITCH (microcontroller.py:1454)",
            "[MCU] <<< command "
                + dice.between(1, 60)
                + " (INITIALIZE) complete (took 0.2ms) (microcontroller.py:1592)",
            "__init__ -> set_exposure_time(20) (utils.py:135)",
            "setting microscope mode to Fluorescence 488 nm Ex (live_controller.py:501)",
            "Running job "
                + "3972771f-92ef-4810-bbe0-"
                + dice.from(Dice.HEX, 12)
                + " (waited 62.1ms in queue)... (job_processing.py:976)",
            "Stopping name=send_trigger with elapsed=0.0" + dice.digits(14) + " [s] (utils.py:565)",
            "Clamped Z move target 0.0 mm to soft limit 0.05 mm. (cephla.py:121)",
            "[MEM] WORKER_SHUTDOWN: process="
                + dice.between(90, 300)
                + ".9MB (memory_profiler.py:362)",
            "Detected firmware version: (1, 3) (microcontroller.py:1698)",
            "set_illumination: source=11, intensity=20.0 (microcontroller.py:775)",
            "region centers: [[10.0, 9.0, 2.975], [15.0, 14.0, 2.975]] (multi_point_controller.py:757)");
    return "2026-11-20 17:%02d:%02d.%03d - %d - squid.%s - %s - %s"
        .formatted(
            dice.between(0, 59),
            dice.between(0, 59),
            dice.between(0, 999),
            dice.between(1000, 32000),
            dice.pick(
                "Microcontroller",
                "SimulatedCamera",
                "LiveController",
                "control.core.config.repository"),
            dice.pick("DEBUG", "INFO", "WARNING"),
            message);
  }
}
