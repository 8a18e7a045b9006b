package dev.candor.telemetry.corpus;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What programs tell people, with a place for a value; one list for each language. */
final class Sentences {
  private static final Map<Tongue, List<String>> FRAMES = new EnumMap<>(Tongue.class);

  static {
    put(
        Tongue.EN,
        "Could not finish the import of %s after three attempts",
        "Retrying because %s was rejected by the remote side",
        "Wrote calibration results for %s without warnings",
        "The request with %s timed out while waiting");
    put(
        Tongue.DE,
        "Konnte den Import von %s nicht abschließen",
        "Der Vorgang mit %s wurde abgebrochen",
        "Kalibrierung für %s erfolgreich gespeichert");
    put(
        Tongue.FR,
        "Impossible de terminer l'importation de %s après trois essais",
        "La demande avec %s a été refusée par le serveur");
    put(
        Tongue.ES,
        "No se pudo completar la importación de %s tras varios intentos",
        "La solicitud con %s fue rechazada por el servidor");
    put(
        Tongue.IT,
        "Impossibile completare importazione di %s dopo vari tentativi",
        "La richiesta con %s non è stata accettata");
    put(
        Tongue.PL,
        "Nie można zakończyć importu %s po trzech próbach",
        "Żądanie z %s zostało odrzucone przez serwer");
    put(
        Tongue.PT,
        "Não foi possível concluir a importação de %s após várias tentativas",
        "O pedido com %s foi recusado pelo servidor");
    put(
        Tongue.NL,
        "Kan het importeren van %s niet voltooien na drie pogingen",
        "Het verzoek met %s werd door de server geweigerd");
    put(
        Tongue.SV,
        "Kunde inte slutföra importen av %s efter flera försök",
        "Begäran med %s avvisades av servern");
    put(Tongue.JA, "インポートに失敗しました %s を確認してください", "再試行しています %s は拒否されました");
    put(Tongue.ZH, "导入失败 %s 请检查后重试", "请求被拒绝 %s 正在等待响应");
  }

  private Sentences() {}

  static Form.Written write(Spot spot) {
    String[] parts = spot.dice().pick(FRAMES.get(spot.tongue())).split("%s", -1);
    return new Form.Written(parts[0], spot.spoken(), parts[1]);
  }

  private static void put(Tongue tongue, String... frames) {
    FRAMES.put(tongue, List.of(frames));
  }
}
