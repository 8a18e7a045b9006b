package dev.candor.telemetry.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/**
 * A class of labels: words that say what stands behind them. Blanks in a label stand for a blank,
 * {@code _}, {@code -}, {@code .} or nothing.
 */
enum Label {
  /** What only its owner may know. */
  PASSWORD(
      Kind.SECRET,
      "password, pass, pw, passwd, passwort, passphrase, pass phrase, passcode, pwd, kennwort, mot de passe,"
          + " contrasena, contraseña, senha, parola, wachtwoord, haslo, hasło, пароль, 密码, 密碼,"
          + " パスワード, 비밀번호, secret, client secret, app secret, shared secret, private key, private key id, api key id, secret"
          + " key, access key, access key id, secret access key, api key, apikey, api secret, api"
          + " token, auth token, access token, refresh token, id token, session token, security"
          + " token, bot token, sas token, webhook secret, encryption key, signing key, account key,"
          + " shared access key, license key, credential, credentials, db pass, userpass, totp,"
          + " recovery code, backup code, subscription key, deploy key, master key, psk, wpa key"),
  /** What may be a key, or the name of one. */
  TOKEN(
      Kind.SECRET,
      "token, key, sig, signature, auth, session, sessionid, session id, jsessionid,"
          + " phpsessid, connect.sid, csrf, xsrf, csrftoken, nonce, salt, code, cert, jwt, sid"),
  /** Headers whose whole value is a secret. */
  HEADER(
      Kind.SECRET,
      "authorization, authorization header, auth header, cookie header, proxy authorization, cookie, set cookie, x api key, x auth token,"
          + " x csrf token, www authenticate, x amz security token, ocp apim subscription key"),
  /** The word in front of credentials of a header. */
  SCHEME(Kind.SECRET, "bearer, basic, digest, negotiate, apikey"),
  /** A login. */
  USER(
      Kind.USER,
      "user, username, user name, userid, user id, uid, login, login name, logname, loginid, account,"
          + " account name, screen name, nickname, nick, gid, owner, author, creator, created by,"
          + " modified by, updated by, uploaded by, submitted by, last modified by, changed by,"
          + " operator, operator name, operated by, run by, ran by, acquired by, imaged by, scanned by, exported by, processed by, started by, logged in as, signed in as, log in as,"
          + " authenticated as, running as, impersonating, on behalf of, benutzer, benutzername,"
          + " anwender, utilisateur, usuario, utente, gebruiker, 用户, 用户名, 使用者, ユーザー, ユーザー名,"
          + " 사용자, пользователь, sudo_user, pguser, mysql_user, db user, dbuser, smtp user, enduser id, enduser,"
          + " principal, samaccountname, sam account name, upn, for user, profile name, github user, slack user, skype, twitter, telegram"),
  /** A machine. */
  HOST(
      Kind.HOST,
      "host, hostname, node, connection to, connect to, connecting to, unable to reach, could not resolve, host name, machine, machine name, computer, computer name, computername,"
          + " workstation, workstation name, nodename, node name, fqdn, server name, servername, device name,"
          + " rechner, rechnername, domain controller, dns name, netbios name, remote host,"
          + " client host, peer name, 主机, 主机名, ホスト名, instrument name, microscope name, data source,"
          + " instance name, connected to, ssh host, db host, smtp host"),
  /** A person's name. */
  PERSON(
      Kind.NAME,
      "full name, fullname, first name, firstname, last name, lastname, surname, given name,"
          + " family name, middle name, maiden name, display name, real name, patient name, contact, contact name,"
          + " contact person, customer, customer name, employee, employee name, physician, doctor, nurse, scientist,"
          + " investigator, principal investigator, researcher, technician, requested by,"
          + " performed by, signed by, approved by, reviewed by, reviewer, recipient, supervisor,"
          + " student, cardholder, card holder, account holder, vorname, nachname, zuname, prénom,"
          + " prenom, nom, nom de famille, nombre, apellido, apellidos, cognome, 姓名, 名前, 氏名, 이름, имя,"
          + " фамилия, sender name, attention, attn, assigned to, assignee, reported by, reporter,"
          + " experimenter, next of kin, cn, common name, emergency contact, mother, father, spouse, referring physician, written by, name of patient"),
  /** The word {@code name} alone, which names things more often than people. */
  NAME(Kind.NAME, "name, from, to, by, cc, hello, hi, dear, welcome, thanks, regards"),
  /** A place where people work. */
  INSTITUTION(
      Kind.NAME,
      "institution, institution name, institute, institute name, lab, lab name, laboratory, university, department, dept, affiliation,"
          + " organization, organisation, organization name, company, company name, employer, hospital, clinic, facility, labor, einrichtung,"
          + " firma, empresa, site name, group name, pi name, 机构, 公司, 所属"),
  /** What names a patient, an animal or a sample. */
  SUBJECT(
      Kind.ID,
      "patient, patient's id, patient id, patient no, patient number, patient code, patientid, pat id, subject, subject id, participant,"
          + " participant id, donor, donor id, proband, volunteer, specimen, specimen id, biopsy,"
          + " mrn, medical record, medical record number, patienten id, patientennummer, paciente, paziente, patiënt, пациент, 患者, 患者id, 病人,"
          + " accession, accession number, accession no, case id, case no, case number, animal, animal id, mouse id, study id,"
          + " nhs number, health card, health id, visit id, encounter, 환자, fallnummer, record number"),
  /** What names a sample, or counts one. */
  SAMPLE(
      Kind.ID,
      "sample, sample id, sample name, sampleid, sample no, sample number, probe, probennummer, slide, slide id, slide label, barcode, plate barcode,"
          + " plate id, experiment id, experiment name, experimentid, échantillon, muestra, 样本, 样品, サンプル, tube id, vial, cohort, batch id, lot number, order id, order number, invoice, ticket"),
  /** What names a person in someone's books. */
  PERSONAL_ID(
      Kind.ID,
      "card ending, card ending in, pin, pin code, otp, one time password, verification code, customer id, customer number, customer no, account number, account no, account id, employee id, employee no, employee number, personnel number, member id, membership number,"
          + " student id, matriculation number, matrikelnummer, kundennummer, personalnummer, passport, passport no, passport number, license number, licence number,"
          + " driver license, drivers license, driving licence, driver licence, driver's license, dl number, ssn, social security, social security number, social security no, tax id, tax number, tin, steuer id, steuernummer, steueridentifikationsnummer, steuer identifikationsnummer, idnr,"
          + " national id, national insurance, national insurance number, nino, ni number, id card, id number, identity card, personalausweis, ausweisnummer, reisepass, reisepassnummer, aadhaar, aadhar, pan number, pesel, bsn, burgerservicenummer, cpf, cnpj, nif, nie, dni, curp, codice fiscale, nir, numéro de sécurité sociale,"
          + " personnummer, fødselsnummer, fodselsnummer, cpr, cpr nummer, henkilötunnus, hetu, ahv, ahv nummer, avs, sozialversicherungsnummer, svnr, insurance number, insurance id, insurance no, versichertennummer, policy number, iban, routing number, sort code, bank account, kontonummer, bic, swift, credit card,"
          + " card number, card no, cardnumber, pan, cvv, cvc, cvv2, imei, imsi, iccid, msisdn, vin, license plate, licence plate, plate number, kennzeichen, orcid, 身份证, 身份证号, 身份证号码, 護照, 护照, マイナンバー, 주민등록번호, инн, снилс, паспорт, id no, id nr, nhs, medicare, dea number, npi, wallet, btc, eth, client id, tenant id, subscription id, person id, contact id, user number, fingerprint, machine fingerprint"),
  /** What names one device. */
  SERIAL(
      Kind.ID,
      "serial, serial number, serial no, serial nr, serialnumber, serialno, s/n, sn, seriennummer, ser no, device serial, device id, deviceid, machine id, machineid, hardware id, hwid, asset tag, asset id, udid,"
          + " número de serie, numéro de série, 序列号, シリアル番号, 시리얼, серийный номер, service tag, chassis id, board id, disk id, volume serial, advertising id, idfa, gaid, android id, inventory number, camera sn, controller sn, ser#, serial#"),
  /** A telephone. */
  PHONE(
      Kind.ID,
      "phone, phone number, phone no, tel, tel no, telephone, telephone number, telefon, telefonnummer, mobile, mobile number, mobil, mobilnummer, cell, cell phone, cellphone, fax, fax number, handy, handynummer, whatsapp, portable, téléphone, teléfono, telefono, celular, 电话, 手机, 電話, 電話番号, 전화, телефон, call, call me at, call us at, ring, sms, sms to, reach me at, reached at, contact number, hotline"),
  /** A day of birth. */
  BIRTH(
      Kind.ID,
      "dob, d.o.b., date of birth, birth date, birthdate, birthday, birth day, born, born on, born in, geburtsdatum, geburtstag, geboren, geboren am, geb, geb am, date de naissance, né le, née le, fecha de nacimiento, nacido, nacida, nascita, data di nascita, nato il, nata il, data de nascimento, geboortedatum, födelsedatum, 出生日期, 生年月日, 생년월일, дата рождения, year of birth, yob, birth year, birth, syntymäaika, fødselsdato, data urodzenia, ur"),
  /** A place on earth. */
  COORDINATES(
      Kind.ID,
      "lat, latitude, lon, lng, long, longitude, gps, gps position, gps coordinates, coordinates, coords, geo, geolocation, geo location, location, latlng, lat lon, lat lng, lat long, position gps, breitengrad, längengrad, breite, länge, ll, geo point, whereabouts, standort, 坐标, 纬度, 经度, 緯度, 経度"),
  /** Where someone lives. */
  ADDRESS(
      Kind.NAME,
      "home address, postal address, mailing address, street address, shipping address, billing address, delivery address, address, street, lives at, living at, residence, resides at, anschrift, adresse, wohnhaft, direccion, dirección, indirizzo, 地址, 住所, 주소, адрес, zip, zip code, zipcode, postal code, postcode, post code, plz, postleitzahl, city, ship to, deliver to, town"),
  /** A hardware address without separators. */
  MAC(
      Kind.MAC,
      "mac, mac address, macaddr, hwaddr, hw address, hwaddress, ether, bssid, physical address, bluetooth address, mac id, eui"),
  /** A network address of any form. */
  ADDRESS_IP(
      Kind.IP,
      "ip, ip address, ipaddr, client ip, remote addr, remote ip, client address, peer address, x forwarded for, x real ip, forwarded for, local ip, source ip, src ip, dst ip, gateway ip"),
  /** A network that has a name. */
  NETWORK(
      Kind.NAME,
      "ssid, wifi, wi fi, wlan, network name, share name, volume label, volume name, workgroup, nas, printer, printer name");

  private final Kind kind;
  private final String words;

  Label(Kind kind, String words) {
    this.kind = kind;
    this.words = words;
  }

  Kind kind() {
    return kind;
  }

  /** Every written form of every word of the class. */
  List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (String word : split(words)) {
      forms.add(word);
      if (word.indexOf(' ') >= 0) {
        forms.add(word.replace(" ", ""));
      }
    }
    return forms;
  }

  private static List<String> split(String words) {
    List<String> list = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(words, ",");
    while (tokens.hasMoreTokens()) {
      list.add(tokens.nextToken().strip());
    }
    return List.copyOf(list);
  }
}
