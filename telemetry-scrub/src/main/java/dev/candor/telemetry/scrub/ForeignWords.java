package dev.candor.telemetry.scrub;

/** Words of messages in languages other than English: verbs and states that name nobody. */
final class ForeignWords {
  private static final WordSet WORDS =
      WordSet.of(
          """
          abgebrochen abgelaufen abgelehnt abgemeldet aktiv aktualisiert anfrage angegeben angelegt
          angemeldet angehalten anmelden auf aus ausgewählt beendet benötigt bereit bereits bestätigt
          bitte darf dieser diese dieses eingeben eingegeben entfernt erforderlich erfolgreich erneut
          ersetzt existiert falsch fehlgeschlagen fehlt fehler fertig für geändert gefunden gelöscht
          geladen gelesen gesperrt gespeichert gestartet gestoppt gesucht getrennt gewählt gibt hat
          haben hinzugefügt ist kann kein keine keinen läuft lautet leer mehr mit muss nicht nach noch
          nur oder ohne prüfen richtig schon sein sind stimmt unbekannt und ungültig verbunden
          vergessen verweigert vorhanden von warten wartet weiter wird wurde wurden wechselt werden
          zu zum zur zurückgesetzt zugelassen

          absent absente accepté actif ajouté annulé arrêté aucun aucune autorisé avec bloqué changé
          chargé choisi connecté créé dans démarré demandé déjà déconnecté désactivé doit enregistré
          entrez erreur est expiré échoué était existe fermé fini impossible inconnu incorrect
          incorrecte introuvable invalide lancé manquant manque modifié non obligatoire ouvert peut
          pas perdu plus pour prêt refusé rejeté requis sans sélectionné sera sont supprimé sur
          terminé trop trouvé utilisé vide valide veuillez

          abierto acceso actualizado ahora autenticado bloqueado borrado buscando cambiado cancelado
          cancela cerrado como conectado creado debe denegado desconocido desconectado eliminado en
          encontrado error es esta está existe expirado fallido falta fue guardado ha incorrecta
          incorrecto iniciado inicia invalida inválida inválido necesita no nuevo obligatoria
          obligatorio para pide puede rechazado requerida requerido seleccionado ser sin son sobre
          terminado tiene vacía vacío ya

          aggiornato annullato aperto attivo avviato bloccato cambiato caricato chiuso collegato con
          creato deve disattivato eliminato errata errato fallito fallita finito già ha manca
          mancante modificato negato nessun nessuna non obbligatoria obbligatorio può richiesta
          richiesto rifiutato salvato scaduta scaduto sconosciuto selezionato senza sono terminato
          trovato vuota vuoto valida

          aceito ativo atualizado alterado cancelado cancelou carregado com conectado criado deve
          desconhecido encontrado encerrado excluído expirada expirado falhou falta foi inválida
          inválido não nenhum obrigatória obrigatório pode precisa recusado rejeitado salvo sem
          selecionado vazia vazio

          aangemaakt aangemeld afgebroken afgesloten bestaat bezet bijgewerkt een fout geannuleerd
          geblokkeerd gekozen geen geldig gelezen geopend gestart gestopt gevonden gewijzigd heeft
          kan klaar leeg met mislukt moet nog niet ongeldig onbekend opgeslagen verlopen verplicht
          verwijderd vereist verloren voor wacht wordt zonder

          anulował anulowano błąd brak dodano jest jeszcze musi nie nieprawidłowe nieprawidłowy
          nieznany odrzucono otworzył otwarto podaj pusty puste przerwał przerwano rozpoczął są
          został została trwa usunął usunięto utworzono wygasło wymagane wymagany wybrał wybrano
          zablokowany zakończył zakończono zalogował zalogowany zapisano zmienił zmieniono

          aktiverad angav användes avbröt avbruten borttagen fel felaktigt finns fylls giltigt har
          hittades inget ingen inte klar krävs loggade låst måste ogiltigt okänd raderad saknas
          skapad sparad startade stoppad tom tomt utan vald väntar är ändrad
          """);

  private ForeignWords() {}

  static boolean has(String text, int from, int to) {
    return WORDS.contains(text, from, to);
  }
}
