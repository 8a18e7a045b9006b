package dev.candor.telemetry.scrub;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A class of labels: words that say what stands behind them, in about fifteen languages. Blanks in
 * a label stand for a blank, {@code _}, {@code -}, {@code .} or nothing.
 */
enum Label {
  /** What only its owner may know. */
  PASSWORD(
      Kind.SECRET,
      """
      password, pass, pw, passwd, passphrase, pass phrase, passcode, pass code, pwd, db pass, userpass, psk, wpa key,
      totp, recovery code, backup code, secret, client secret, app secret, shared secret, consumer secret,
      private key, private key id, secret key, access key, access key id, secret access key, api key,
      api key id, apikey, api secret, api token, auth token, access token, refresh token, id token,
      session token, security token, bot token, sas token, deploy token, personal access token,
      webhook secret, encryption key, signing key, account key, shared access key, license key,
      subscription key, deploy key, master key, credential, credentials, secret value, secret word, security answer, pin, pin code,
      otp, one time password, verification code,
      passwort, kennwort, geheimnis, zugangscode, mot de passe, mdp, clé secrète, clé api,
      contraseña, clave secreta, senha, palavra passe, chave secreta, parola d'ordine, parola, password utente,
      chiave segreta, wachtwoord, geheime sleutel, hasło, lösenord, adgangskode, passord, salasana, heslo, jelszó, şifre, parola,
      пароль, 密码, 密碼, 口令, 密钥, パスワード, 暗証番号, 비밀번호, 암호,
      passwörter, zugangspasswort, benutzerpasswort, code secret, phrase secrète, contraseña de usuario, parola segreta, frase segreta, parola chiave, palavra secreta, codigo secreto, toegangscode, hasło użytkownika, kod dostępu, användarlösenord, kullanıcı şifresi, 登录密码, 访问密钥, 合言葉, 秘密鍵, 暗証
      """),
  /** What may be a key, or the name of one. */
  TOKEN(
      Kind.SECRET,
      """
      token, key, sig, signature, auth, session, sessionid, session id, jsessionid, phpsessid,
      connect.sid, csrf, xsrf, csrftoken, nonce, salt, code, cert, jwt, sid, schlüssel, jeton, clave
      """),
  /** Headers whose whole value is a secret. */
  HEADER(
      Kind.SECRET,
      """
      authorization, authorization header, auth header, cookie header, proxy authorization, cookie,
      cookies, set cookie, x api key, x auth token, x csrf token, x xsrf token, www authenticate,
      x amz security token, ocp apim subscription key, x vault token, x goog api key
      """),
  /** The word in front of credentials of a header. */
  SCHEME(Kind.SECRET, "bearer, basic, digest, negotiate, apikey"),
  /** A login. */
  USER(
      Kind.USER,
      """
      user, username, user name, userid, user id, uid, login, login name, logname, loginid, account,
      account name, screen name, nickname, nick, gid, owner, author, creator, created by,
      modified by, updated by, uploaded by, submitted by, last modified by, changed by, deleted by,
      operator, operator name, operated by, run by, ran by, acquired by, imaged by, scanned by,
      exported by, processed by, started by, saved by, opened by, logged in as, signed in as, log in as,
      authenticated as, running as, impersonating, on behalf of, sudo_user, pguser, mysql_user,
      db user, dbuser, smtp user, enduser id, enduser, principal, samaccountname, sam account name,
      upn, for user, profile name, github user, slack user, skype, twitter, telegram, user handle,
      benutzer, benutzername, benutzerkennung, anwender, anmeldename, nutzer, nutzername, bediener,
      utilisateur, nom d'utilisateur, identifiant, opérateur, propriétaire,
      usuario, nombre de usuario, propietario, utente, nome utente, usuário, nome de usuário, utilizador,
      gebruiker, gebruikersnaam, użytkownik, nazwa użytkownika, användare, användarnamn, bruger,
      brugernavn, bruker, brukernavn, käyttäjä, käyttäjätunnus, uživatel, kullanıcı, kullanıcı adı,
      пользователь, имя пользователя, логин, 用户, 用户名, 使用者, 账号, 帐号, ユーザー, ユーザー名,
      ユーザ名, 사용자, 사용자명, 아이디,
      konto, kontoname, kennung, nutzerkennung, compte, cuenta, conta, nombre de cuenta, nome conta,
      accountnaam, loginnaam, nazwa konta, konto użytkownika, kontonamn, login användare, nome de login, nom de connexion,
      nome de usuario, usuario responsable, учётная запись, аккаунт, 帐户, 账户, 账号名, 登录名, アカウント, アカウント名, 利用者, 계정
      """),
  /** A machine. */
  HOST(
      Kind.HOST,
      """
      host, hostname, node, connection to, connect to, connecting to, unable to reach,
      could not resolve, host name, machine, machine name, computer, computer name, computername,
      workstation, workstation name, server, servidor, serveur, nodename, node name, fqdn, server name, servername, device name,
      domain controller, dns name, netbios name, remote host, client host, peer name, server address,
      client address, peer address, peer hostname, instrument name, microscope name, data source,
      instance name, connected to, ssh host, db host, smtp host, mail host, log host, rhost,
      rechner, rechnername, gerätename, nom d'hôte, hôte, ordinateur, machine hôte, nombre de host,
      equipo, nome host, nome do computador, computernaam, nazwa hosta, komputer, datornamn, värdnamn,
      имя хоста, хост, компьютер, 主机, 主机名, 计算机名, ホスト, ホスト名, コンピュータ名, 호스트, 호스트명,
      maschine, servernamen, arbeitsplatz, gerät, nom du serveur, nom de la machine, nom de l'ordinateur, poste de travail,
      ordenador, computador, computadora, nombre del equipo, nombre del servidor, calcolatore, nome computer,
      nome del computer, nome server, nome do host, nome do servidor, máquina, hostnaam, machinenaam, servernaam, werkstation, serwer,
      nazwa serwera, nazwa komputera, stacja robocza, dator, servernamn, värd, maskin, bilgisayar, bilgisayar adı, sunucu,
      имя компьютера, сервер, узел, 计算机, 电脑名, 机器名, 服务器, 服务器名, 主机名称, コンピューター, コンピューター名, 端末, 端末名, マシン名, サーバ, サーバー, サーバー名, サーバ名, 컴퓨터, 컴퓨터명, 서버
      """),
  /** A person's name. */
  PERSON(
      Kind.NAME,
      """
      full name, fullname, first name, firstname, last name, lastname, surname, given name,
      family name, middle name, maiden name, display name, real name, patient name, patients name,
      name of patient, contact, contact name, contact person, customer, customer name, employee,
      employee name, physician, doctor, nurse, scientist, investigator, principal investigator,
      researcher, technician, requested by, performed by, signed by, approved by, reviewed by,
      written by, prepared by, ordered by, reviewer, recipient, supervisor, student, cardholder, card holder,
      account holder, cardholder name, sender name, attention, attn, assigned to, assignee, reported by, reporter,
      experimenter, next of kin, cn, common name, emergency contact, mother, father, spouse,
      referring physician, person name, name of operator, responsible, responsible person, person in charge, analyst, pathologist, surgeon,
      responsable, responsabile, responsável, verantwortlich, leiter, laborleiter, operateur, opératrice, operatore, operatrice,
      operador, operadora, operatör, 操作员, 操作者, 负责人, 医生, 医師, 検査者, 담당자, ответственный, оператор, врач,
      vorname, nachname, familienname, zuname, patientenname, ansprechpartner, ansprechpartnerin, bearbeiter, bearbeiterin, sachbearbeiter, kontaktperson,
      prénom, nom de famille, nom complet, nom du patient, apellido, apellidos, nombre completo, nombre del paciente,
      cognome, nome completo, nome e cognome, nome paziente, sobrenome, apelido, nome do paciente,
      voornaam, achternaam, volledige naam, contactpersoon, imię, imię i nazwisko, nazwisko, förnamn,
      efternamn, fornavn, etternavn, efternavn, etunimi, sukunimi, jméno, příjmení, ad soyad, adı soyadı, soyadı, soyad,
      имя, фамилия, отчество, фио, 姓名, 名前, 氏名, 患者姓名, 患者名, 担当者, 联系人, 이름, 성명,
      autor, autora, autore, autrice, auteur, författare, forfatter, yazar, verfasser, verfasserin, автор, 作者, 著者, 작성자,
      ersteller, name des patienten, name der patientin, vollständiger name, voller name, nom et prénom, prénoms, nom du médecin, médecin, patientenname,
      nombre y apellidos, nombre del médico, médico, medico, nome del paziente, nome del medico, nome completo do paciente, nome do médico,
      naam patiënt, naam van de patiënt, behandelaar, arts, onderzoeker, imię pacjenta, nazwisko pacjenta, lekarz, patientens namn, läkare, fullständigt namn,
      hasta adı, doktor, имя пациента, 全名, 病人姓名, 医师, 登録者, 担当医, 依頼者, 환자명, 의사
      """),
  /** The word {@code name} alone, which names things more often than people. */
  NAME(
      Kind.NAME,
      """
      name, from, to, by, cc, hello, hi, dear, welcome, thanks, regards, nom, nombre, nome, naam,
      namn, navn, nimi, isim
      """),
  /** A place where people work. */
  INSTITUTION(
      Kind.NAME,
      """
      institution, institution name, org name, orgname, institute, institute name, lab, lab name, laboratory,
      university, department, dept, affiliation, organization, organisation, organization name,
      company, company name, employer, hospital, clinic, facility, site name, group name, pi name,
      licensed to, registered to, licensee, customer site,
      labor, einrichtung, firma, arbeitgeber, hochschule, universität, klinik, krankenhaus, abteilung, institut,
      établissement, entreprise, société, université, hôpital, laboratoire,
      institución, empresa, universidad, laboratorio, istituzione, azienda, università, ospedale,
      instituição, universidade, hospital nome, instelling, bedrijf, universiteit, ziekenhuis,
      instytucja, uczelnia, uniwersytet, szpital, organisation namn, universitet, sjukhus, företag, kurum,
      организация, учреждение, больница, университет, 机构, 公司, 单位, 医院, 所属, 会社名, 病院, 기관, 회사, 병원,
      organisationsname, forschungsgruppe, arbeitsgruppe, uniklinik, organisme, établissement de santé, clinique, service hospitalier,
      instituto, organización, clínica, laboratorio clínico, istituto, ente, organizzazione, clinica, organização, laboratório, departamento,
      organisatie, instituut, afdeling, kliniek, organizacja, instytut, oddział, klinika, zakład, organisation, avdelning, institution namn, klinik namn, laboratorium,
      üniversite, hastane, laboratuvar, институт, лаборатория, клиника, 研究所, 大学, 学校, 实验室, 研究室, 机构名称, 医院名称, 機関, 機関名, 施設, 施設名, 組織, 会社, 대학교, 연구소
      """),
  /** What names a patient, an animal or a sample. */
  SUBJECT(
      Kind.ID,
      """
      patient, patients id, patient's id, patient id, patient no, patient number, patient code, patientid, pat id, subject,
      subject id, participant, participant id, donor, donor id, proband, volunteer, specimen,
      specimen id, biopsy, biopsy id, mrn, medical record, medical record number, accession, accession number,
      accession no, case id, case no, case number, animal, animal id, mouse id, study id,
      nhs number, health card, health id, visit id, encounter, record number,
      patienten id, patientennummer, patienten nr, patientin, fallnummer, probanden id, spender id,
      numéro patient, id patient, numéro de dossier, paciente, id paciente, número de historia,
      historia clínica, paziente, id paziente, prontuário, patiënt, patiëntnummer, pacjent,
      numer pacjenta, patientnummer, potilas, potilasnumero, hasta no, пациент, номер пациента,
      患者, 患者id, 患者编号, 患者番号, 病人, 病历号, 病例号, 住院号, カルテ番号, 受試者, 환자, 환자번호,
      patienten kennung, patient nr, pat nr, dossier patient, identifiant patient, numéro de patient, código de paciente, expediente, historia clínica nº, codice paziente, cartella clinica, código do paciente,
      patiënt id, patientnr, identyfikator pacjenta, id pacjenta, patient id nr, personakt, hasta numarası, hasta kodu, 患者号, 门诊号, 就诊号, 患者コード, 診察券番号
      """),
  /** What names a sample, or counts one. */
  SAMPLE(
      Kind.ID,
      """
      sample, sample id, sample name, sampleid, sample no, sample number, slide, slide id, slide label,
      slide name, barcode, bar code, plate barcode, plate id, experiment id, experiment name, experimentid, tube id, vial,
      vial id, cohort, batch id, lot number, order id, order number, invoice, ticket, sample label,
      probe, probennummer, proben id, probenname, échantillon, numéro d'échantillon, muestra, número de muestra, campione,
      numero campione, amostra, número da amostra, monster, monsternummer, próbka, numer próbki,
      provnummer, prøve, näyte, numune, образец, номер образца, 样本, 样本号, 样品, 标本, サンプル, 検体, 検体番号, 샘플, 검체,
      proben nr, probennr, probenkennung, objektträger, identifiant échantillon, id échantillon, échantillon id, lame, id muestra, código de muestra, codice campione, id campione, vetrino,
      código da amostra, id da amostra, lâmina, monster id, monsternr, id próbki, kod próbki, szkiełko, prov, prov id, prov nr, provid, prøve id, örnek, numune no,
      样本编号, 样本id, 样品编号, 样品号, 标本, 标本号, 标本编号, 試料, 試料番号, 試料id, サンプル番号, サンプルid, 検体id, 검체번호, 시료
      """),
  /** What names a person in someone's books. */
  PERSONAL_ID(
      Kind.ID,
      """
      card ending, card ending in,
      customer id, customer number, customer no, account number, account no, account id,
      employee id, employee no, employee number, personnel number, staff id, badge id, badge number, member id, membership number,
      student id, student number, matriculation number, passport, passport no, passport number, license number,
      licence number, driver license, drivers license, driving licence, driving license, driver licence,
      driver's license, dl number, ssn, social security, social security number, social security no, sin number,
      tax id, tax number, tin, national id, national identity number, resident number, national insurance, national insurance number,
      nino, ni number, id card, id number, identity number, identity card, aadhaar, aadhar, aadhaar number, pan number,
      insurance number, insurance id, insurance no, policy number, iban, routing number, sort code,
      bank account, bic, swift, credit card, credit card number, debit card, card number, card no, cardnumber, pan, cvv, cvc,
      cvv2, imei, imsi, iccid, msisdn, vin, license plate, licence plate, plate number, orcid, id no,
      id nr, nhs, medicare, dea number, npi, wallet, btc, eth, client id, tenant id,
      subscription id, person id, contact id, user number, fingerprint, machine fingerprint,
      matrikelnummer, kundennummer, personalnummer, mitarbeiternummer, steuer id, steuernummer, steueridentifikationsnummer,
      steuer identifikationsnummer, idnr, personalausweis, personalausweisnummer, ausweisnummer, reisepass, reisepassnummer,
      sozialversicherungsnummer, svnr, ahv, ahv nummer, versichertennummer, krankenversichertennummer, kontonummer, kartennummer, kreditkarte,
      kreditkartennummer, kennzeichen, führerschein, führerscheinnummer,
      nir, insee, numéro de sécurité sociale, sécurité sociale, avs, passeport, numéro de passeport, permis de conduire,
      carte d'identité, carte de crédit, carte bancaire, numéro de carte,
      dni, nie, nif, curp, pasaporte, número de pasaporte, seguridad social, tarjeta, tarjeta de crédito, número de tarjeta, cédula,
      codice fiscale, passaporto, carta d'identità, carta di credito, patente, partita iva,
      cpf, cnpj, passaporte, cartão, cartão de crédito, contribuinte,
      bsn, burgerservicenummer, paspoort, paspoortnummer, rijbewijs, rijbewijsnummer,
      pesel, nip, dowód osobisty, numer dowodu, paszport, prawo jazdy, numer karty,
      personnummer, samordningsnummer, passnummer, körkort, fødselsnummer, cpr, cpr nummer, henkilötunnus, hetu, rodné číslo,
      tc kimlik, tc kimlik no, kimlik no, pasaport,
      инн, снилс, паспорт, номер паспорта, номер карты, 身份证, 身份证号, 身份证号码, 護照, 护照, 护照号, 银行卡, 银行卡号, 卡号,
      マイナンバー, 個人番号, 旅券番号, パスポート番号, カード番号, 免許証番号, 주민등록번호, 여권번호, 카드번호,
      versicherungsnummer, krankenversicherungsnummer, rentenversicherungsnummer, mitgliedsnummer, aktenzeichen, numéro de carte vitale, numéro fiscal, numéro client, número de cliente, número de empleado, número de identificación, documento de identidad,
      tessera sanitaria, numero cliente, número do cliente, número de contribuinte, bilhete de identidade, klantnummer, personeelsnummer, numer klienta, numer pesel, numer identyfikacyjny, kundnummer, anställningsnummer, personnr,
      客户编号, 工号, 员工号, 学号, 社保号, 驾驶证号, 社員番号, 学籍番号, 会員番号, 運転免許証番号, 保険証番号
      """),
  /** What names one device. */
  SERIAL(
      Kind.ID,
      """
      serial, serial number, serial no, serial nr, serialnumber, serialno, s/n, sn, ser no, ser#,
      serial#, device serial, device id, deviceid, machine id, machineid, hardware id, hwid,
      asset tag, asset id, udid, service tag, chassis id, board id, disk id, volume serial,
      advertising id, idfa, gaid, android id, inventory number, camera sn, controller sn,
      seriennummer, serien nr, gerätenummer, inventarnummer, numéro de série, n° de série, número de serie, nº de serie, numero di serie,
      matricola, número de série, serienummer, numer seryjny, nr seryjny, sarjanumero, serienummer, seri no, seri numarası,
      серийный номер, 序列号, 机器码, シリアル, シリアル番号, 製造番号, 시리얼, 시리얼 번호, 일련번호,
      seriennr, serien no, geräteseriennummer, kameraseriennummer, n° série, no de série, número serial, nº série, numer fabryczny, serienr, produktionsnummer, заводской номер,
      出厂编号, 设备序列号, 设备编号, 产品序列号, 機器番号, シリアルno, 装置番号
      """),
  /** A telephone. */
  PHONE(
      Kind.ID,
      """
      phone, phone number, phone no, tel, tel no, telephone, telephone number, mobile,
      mobile number, mobile phone, cell, cell phone, cellphone, fax, fax number, whatsapp, call, call me at,
      call us at, ring, sms, sms to, reach me at, reached at, contact number, hotline,
      telefon, telefonnummer, mobil, mobilnummer, handy, handynummer, rückruf, rufnummer, portable, téléphone, mobile phone number,
      teléfono, móvil, celular, telefono, cellulare, telefone, telemóvel, telefoon, telefoonnummer, komórka,
      numer telefonu, mobiltelefon, puhelin, 电话, 手机, 手机号, 電話, 電話番号, 携帯, 携帯番号, 전화, 전화번호, 휴대폰, телефон, номер телефона,
      telefonnr, tel nr, handynr, numéro de téléphone, n° de téléphone, tél, mobile nr, número de teléfono, tfno, numero di telefono, cell nr, número de telefone, telefone celular, mobiel, mobiel nummer, nr telefonu, nr tel, tel kom, telefonnr, mobilnr, cep telefonu, telefon numarası, 联系电话, 电话号码, 手机号码, 連絡先電話番号, 携帯電話
      """),
  /** A day of birth. */
  BIRTH(
      Kind.ID,
      """
      dob, d.o.b., date of birth, birth date, birthdate, birthday, birth day, born, born on,
      born in, year of birth, yob, birth year, birth, geburtsdatum, geburtstag, geboren, geboren am,
      geb, geb am, geburtsjahr, date de naissance, né le, née le, naissance, fecha de nacimiento, nacido, nacida, nacido el,
      nascita, data di nascita, nato il, nata il, data de nascimento, nascido em, geboortedatum, geboren op, data urodzenia,
      urodzony, urodzona, ur, födelsedatum, född, fødselsdato, født, syntymäaika, datum narození, doğum tarihi,
      出生日期, 出生年月, 生日, 生年月日, 誕生日, 생년월일, 생일, дата рождения, родился, день рождения,
      geburts datum, geb datum, date naissance, fecha nacimiento, fecha nac, nacimiento, data nascita, nascimento, data nascimento, geboren te, urodz, data ur, födelsedag, doğum, doğum günü, д.р., 出生
      """),
  /** A place on earth. */
  COORDINATES(
      Kind.ID,
      """
      lat, latitude, lon, lng, long, longitude, gps, gps position, gps coordinates, gps location, gps fix,
      coordinates, coords, geo, geolocation, geo location, location, latlng, lat lng, lat lon, lat long,
      position gps, ll, geo point, geopoint, geo position, whereabouts, breitengrad, längengrad, breite, länge, standort, koordinaten,
      coordonnées, localisation, coordenadas, ubicación, coordinate gps, posizione, coördinaten, locatie,
      współrzędne, szerokość geograficzna, długość geograficzna, koordinater, latitud, longitud, latitudine, longitudine,
      koordinatlar, enlem, boylam, координаты, широта, долгота, 坐标, 经纬度, 纬度, 经度, 座標, 緯度, 経度, 위도, 경도, 좌표,
      geokoordinaten, gps koordinaten, localización, localización gps, localização, localizzazione, coordinate geografiche, lokalizacja, położenie, plats, gps läge, konum, местоположение, геопозиция, 位置, 位置情報, 所在位置, 位置坐标, 위치
      """),
  /** What holds coordinates of any system, and is one of the earth by its digits. */
  POINT(Kind.ID, "point, position, pos"),
  /** A code of a place. */
  POSTAL_CODE(
      Kind.NAME,
      """
      zip, zip code, zipcode, postal code, postcode, post code, plz, postleitzahl, code postal,
      código postal, kod pocztowy, postnummer, cep, 邮编, 郵便番号, 우편번호, индекс
      """),
  /** Where someone lives. */
  ADDRESS(
      Kind.NAME,
      """
      home address, postal address, mailing address, street address, shipping address,
      billing address, delivery address, address, street, lives at, living at, lives in, residence, resides at,
      ship to, ships to, shipped to, deliver to, delivered to, town, city, addr,
      anschrift, adresse, wohnhaft, wohnort, straße, strasse, lieferadresse, rechnungsadresse,
      adresse postale, domicile, dirección, domicilio, indirizzo, residenza,
      endereço, morada, adres, straat, woonplaats, adres zamieszkania, ulica, adress,
      osoite, adresa, адрес, 地址, 住址, 住所, 주소,
      postanschrift, postadresse, wohnadresse, hausanschrift, privatadresse, rue, adresse du domicile, adresse de livraison, dirección postal, calle, domicilio particular, indirizzo di casa, indirizzo postale, recapito, endereço postal, endereço residencial, rua,
      postadres, woonadres, huisadres, adres domowy, adres pocztowy, miejsce zamieszkania, postadress, hemadress, gatuadress, bostadsadress, adres bilgisi, домашний адрес, 家庭住址, 家庭地址, 通信地址, 联系地址, 自宅住所, 現住所, 送付先, 所在地, 집주소
      """),
  /** A hardware address without separators. */
  MAC(
      Kind.MAC,
      """
      mac, mac address, macaddr, hwaddr, hw address, hwaddress, ether, bssid, physical address,
      bluetooth address, mac id, eui, mac adresse, adresse mac, dirección mac, mac地址
      """),
  /** A network address of any form. */
  ADDRESS_IP(
      Kind.IP,
      """
      ip, ip address, ipaddr, client ip, remote addr, remote ip, x forwarded for, x real ip,
      forwarded for, local ip, source ip, src ip, dst ip, gateway ip, ip adresse, adresse ip, dirección ip
      """),
  /** A network that has a name. */
  NETWORK(
      Kind.NAME,
      """
      ssid, wifi, wi fi, wlan, network name, share name, volume label, volume name, workgroup, nas,
      printer, printer name
      """);

  private static final String MARKED = "àáâãåāăąçćčďèéêëēęěğìíîïīıłñńňòóôõøőřśšşșťţțùúûůűūýÿźżžÀÉ";
  private static final String PLAIN = "aaaaaaaacccdeeeeeeegiiiiiilnnnoooooorsssstttuuuuuuyyzzzAE";

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
    Set<String> forms = new LinkedHashSet<>();
    // By hand: this runs once, before any of it is compiled.
    char[] all = words.toCharArray();
    int from = 0;
    boolean marked = false;
    for (int i = 0; i <= all.length; i++) {
      char c = i < all.length ? all[i] : ',';
      if (c == ',' || c == '\n') {
        if (i > from) {
          addAll(forms, new String(all, from, i - from), marked);
        }
        from = i + 1;
        marked = false;
      } else if (c == ' ' && i == from) {
        from++;
      }
      marked |= isMarked(c);
    }
    return new ArrayList<>(forms);
  }

  /** A Latin letter beyond ASCII. */
  private static boolean isMarked(char c) {
    return c >= '\u00c0' && c < '\u0250';
  }

  private static void addAll(Set<String> forms, String word, boolean marked) {
    addForms(forms, word);
    if (marked) {
      addForms(forms, plain(word, true));
      addForms(forms, plain(word, false));
    }
  }

  private static void addForms(Set<String> forms, String word) {
    forms.add(word);
    if (word.indexOf(' ') >= 0) {
      forms.add(word.replace(" ", ""));
    }
    int elision = word.indexOf('\'');
    if (elision >= 0) {
      addForms(forms, word.replace("'", ""));
      addForms(forms, word.replace('\'', ' '));
      if (elision > 1 && word.charAt(elision - 2) == ' ') {
        // "numéro d'échantillon" is "numero_echantillon" where an article has no place.
        addForms(forms, word.substring(0, elision - 1) + word.substring(elision + 1));
      }
    }
  }

  /** Without marks on letters; an umlaut is two letters in German and one elsewhere. */
  private static String plain(String word, boolean german) {
    StringBuilder out = new StringBuilder(word.length() + 2);
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int umlaut = isMarked(c) ? "äöüæœ".indexOf(c) : -1;
      int marked = isMarked(c) ? MARKED.indexOf(c) : -1;
      if (umlaut >= 0) {
        out.append("aouao".charAt(umlaut)).append(german || umlaut > 2 ? "e" : "");
      } else if (c == 'ß') {
        out.append("ss");
      } else {
        out.append(marked >= 0 ? PLAIN.charAt(marked) : c);
      }
    }
    return out.toString();
  }
}
