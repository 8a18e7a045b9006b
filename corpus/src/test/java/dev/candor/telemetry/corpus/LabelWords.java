package dev.candor.telemetry.corpus;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people and programs write before a value that identifies, in eleven languages. */
final class LabelWords {
  private static final Map<String, Map<Tongue, List<String>>> TOPICS = new HashMap<>();

  static {
    topic(
        "user",
        "user;username;user name;login;account;logged in as",
        "Benutzer;Benutzername;Anmeldename;Konto",
        "utilisateur;nom d'utilisateur;identifiant",
        "usuario;nombre de usuario",
        "utente;nome utente",
        "użytkownik;nazwa użytkownika",
        "utilizador;nome de usuário",
        "gebruiker;gebruikersnaam",
        "användare;användarnamn",
        "ユーザー;ユーザー名",
        "用户;用户名");
    topic(
        "host",
        "host;hostname;host name;machine;computer name;workstation",
        "Rechner;Hostname;Rechnername",
        "hôte;nom d'hôte;machine",
        "equipo;nombre de host",
        "nome host;computer",
        "nazwa hosta;komputer",
        "nome do host;computador",
        "hostnaam;computer",
        "värdnamn;dator",
        "ホスト名;コンピューター名",
        "主机名;计算机名");
    topic(
        "person",
        "name;full name;operator;author;contact;patient name;technician",
        "Name;Bediener;Ansprechpartner;Patientenname",
        "nom;opérateur;auteur",
        "nombre;operador;autor",
        "nome;operatore;autore",
        "imię i nazwisko;operator;autor",
        "nome;operador;autor",
        "naam;operator;auteur",
        "namn;operatör;författare",
        "氏名;担当者",
        "姓名;操作员");
    topic(
        "institution",
        "institution;institute;university;organization;lab;hospital",
        "Institut;Einrichtung;Universität;Klinik",
        "établissement;institut;laboratoire",
        "institución;laboratorio",
        "istituto;laboratorio",
        "instytucja;laboratorium",
        "instituição;laboratório",
        "instelling;ziekenhuis",
        "institution;sjukhus",
        "所属;機関",
        "单位;机构");
    topic(
        "address",
        "address;postal address;street address;home address",
        "Anschrift;Adresse;Postanschrift",
        "adresse;adresse postale",
        "dirección;domicilio",
        "indirizzo",
        "adres",
        "morada;endereço",
        "adres;postadres",
        "adress;postadress",
        "住所",
        "地址");
    topic(
        "phone",
        "phone;tel;mobile;phone number;telephone;fax",
        "Telefon;Tel.;Telefonnummer;Handy",
        "téléphone;tél.;portable",
        "teléfono;móvil",
        "telefono;cellulare",
        "telefon;tel.",
        "telefone;telemóvel",
        "telefoon;telefoonnummer",
        "telefon;mobil",
        "電話番号;電話",
        "电话;手机");
    topic(
        "birth",
        "date of birth;dob;birthday;birth date;birthdate",
        "Geburtsdatum;geboren am",
        "date de naissance",
        "fecha de nacimiento",
        "data di nascita",
        "data urodzenia",
        "data de nascimento",
        "geboortedatum",
        "födelsedatum",
        "生年月日",
        "出生日期");
    topic(
        "serial",
        "serial number;serial;S/N;camera_sn;serial no",
        "Seriennummer;Serien-Nr.",
        "numéro de série",
        "número de serie",
        "numero di serie",
        "numer seryjny",
        "número de série",
        "serienummer",
        "serienummer",
        "シリアル番号",
        "序列号");
    topic(
        "patient",
        "patient id;patient;MRN;patient number",
        "Patienten-ID;Patient;Patientennummer",
        "patient;numéro de patient",
        "paciente;id de paciente",
        "paziente;id paziente",
        "pacjent;numer pacjenta",
        "paciente;id do paciente",
        "patiënt;patiëntnummer",
        "patient;patientnummer",
        "患者番号;患者ID",
        "患者编号;病历号");
    topic(
        "sample",
        "sample id;sample;specimen;specimen id;barcode;slide id",
        "Probe;Proben-ID;Probennummer",
        "échantillon;numéro d'échantillon",
        "muestra;id de muestra",
        "campione;id campione",
        "próbka;numer próbki",
        "amostra;id da amostra",
        "monster;monsternummer",
        "prov;provnummer",
        "検体番号;試料番号",
        "样本编号;标本号");
    topic(
        "password",
        "password;passwd;pwd;passphrase;user password;db_password",
        "Passwort;Kennwort",
        "mot de passe",
        "contraseña",
        "password",
        "hasło",
        "senha;palavra-passe",
        "wachtwoord",
        "lösenord",
        "パスワード",
        "密码");
    topic(
        "location",
        "coordinates;location;GPS;lat/lon",
        "Koordinaten;Standort;GPS",
        "coordonnées;GPS",
        "coordenadas;ubicación",
        "coordinate GPS;posizione GPS",
        "współrzędne;GPS",
        "coordenadas;localização",
        "coördinaten;locatie",
        "koordinater;GPS",
        "座標;位置情報",
        "坐标;位置");
  }

  private LabelWords() {}

  static Map<Tongue, List<String>> of(String topic) {
    return TOPICS.get(topic);
  }

  private static void topic(String name, String... words) {
    Map<Tongue, List<String>> byTongue = new EnumMap<>(Tongue.class);
    for (Tongue tongue : Tongue.values()) {
      byTongue.put(tongue, List.of(words[tongue.ordinal()].split(";")));
    }
    TOPICS.put(name, byTongue);
  }
}
