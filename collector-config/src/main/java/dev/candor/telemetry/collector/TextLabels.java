package dev.candor.telemetry.collector;

import java.util.List;

/**
 * Words in about ten languages that say what stands behind them. A blank stands for any separator
 * or none.
 */
final class TextLabels {
  static final String PASSWORD =
      "password, passwd, passwort, passphrase, pass phrase, passcode, pwd, kennwort, mot de passe,"
          + " contrasena, contraseña, senha, parola, wachtwoord, lösenord, hasło, haslo, пароль, 密码, 密碼,"
          + " パスワード, 비밀번호, secret, secret key, private key, private key id, access key, access key id,"
          + " api key, api key id, api secret, api token, auth token, access token, refresh token, id token,"
          + " session token, security token, bot token, sas token, webhook secret, encryption key,"
          + " signing key, account key, shared access key, license key, credential, credentials,"
          + " subscription key, deploy key, master key, psk, recovery code, backup code, client secret,"
          + " x amz signature, authtoken, passkey,"
          + " palavra passe, palavra chave, clave, clave de acceso, contrasenya, geslo, heslo,"
          + " jelszó, şifre, salasana, adgangskode, kodeord, passord, losenord, 口令, 暗証番号, 암호,"
          + " geheimnis, mdp, connection string, community string, activation code, unlock code,"
          + " access code, security code, auth code, device code, puk code, api schlüssel,"
          + " zugriffsschlüssel, zugangscode, clé api, clé secrète, clé d'accès, clave api,"
          + " clave secreta, chiave api, chiave segreta, mot passe, parool, geheime sleutel, unseal key,"
          + " storage key, app key, application key, consumer key, consumer secret, server key, service key,"
          + " product key, licence key, serial key, activation key, auth key, session key, session secret,"
          + " bearer token, csrf token, push token, device token, personal access token, x functions key";

  /** Of these, what a person makes up and other words may be said of. */
  static final String PASSWORD_ITSELF =
      "password, passwd, passwort, passphrase, passcode, pwd, kennwort, mot de passe, mdp, contraseña,"
          + " contrasena, senha, parola, wachtwoord, lösenord, hasło, haslo, пароль, 密码, 密碼, パスワード, 비밀번호,"
          + " clave de acceso, heslo, jelszó, şifre, salasana, adgangskode, kodeord, passord, 口令, 암호,"
          + " unlock code, activation code, access code, geheimnis";

  /** Short words that stand alone only: they are parts of other words. */
  static final String PASS = "pass, pw, pin, puk, otp, cvv, cvc, cvv2, totp, tan, userpass";

  /** Words that mean a secret more often than anything else. */
  static final String TOKEN =
      "token, auth, session id, jsessionid, phpsessid, sid, connect.sid, csrf, xsrf, csrftoken, nonce,"
          + " salt, jwt, apikey, bearer, secret, remember me, cookie id, oauth, sso";

  /** Words that mean a secret if what stands behind them looks like one. */
  static final String KEY = "key, sig, signature, session, code, hash, digest, response, cnonce";

  static final String HEADER =
      "authorization, authorization header, auth header, proxy authorization, cookie, cookies, set cookie,"
          + " x api key, x auth token, x csrf token, www authenticate, x amz security token,"
          + " ocp apim subscription key";

  static final String USER =
      "user, username, user name, userid, user id, uid, login, login name, logname, loginid, account,"
          + " account name, screen name, nickname, nick, owner, author, creator, created by, modified by,"
          + " updated by, uploaded by, submitted by, last modified by, changed by, operator, operator name,"
          + " operated by, run by, ran by, acquired by, imaged by, scanned by, exported by, processed by,"
          + " started by, logged in as, signed in as, log in as, authenticated as, running as,"
          + " impersonating, on behalf of, benutzer, benutzername, anwender, utilisateur,"
          + " nom d'utilisateur, usuario, usuário, nombre de usuario, utente, nome utente, gebruiker,"
          + " gebruikersnaam, användare, användarnamn, użytkownik, uzytkownik, 用户, 用户名, 使用者,"
          + " ユーザー, ユーザー名, 사용자, 사용자 이름, пользователь, sudo_user, pguser, mysql_user, dbuser,"
          + " principal, samaccountname, upn, profile name, github user, slack user, skype, twitter,"
          + " telegram, enduser, uname, remote user,"
          + " utilizador, nome de utilizador, nome de usuário, nome do usuário, konto,"
          + " nom utilisateur, compte, cuenta, conta, identifiant, nazwa użytkownika, användarkonto,"
          + " bruger, brugernavn, bruker, brukernavn, käyttäjä, käyttäjätunnus, имя пользователя,"
          + " логин, 用户名称, 账号, 帐号, 账户, ログイン, アカウント, ユーザーid, 계정, 아이디, kullanıcı, kullanıcı adı,"
          + " uživatel, felhasználó, eigentümer, propriétaire";

  static final String HOST =
      "host, hostname, host name, node, nodename, node name, machine, machine name, computer,"
          + " computer name, workstation, workstation name, fqdn, server name, servername, device name,"
          + " rechner, rechnername, domain controller, dns name, netbios name, remote host, client host,"
          + " peer name, 主机, 主机名, ホスト名, ホスト, 호스트, хост, nom d'hôte, hôte, ordinateur, equipo,"
          + " nombre de equipo, dator, komputer, instrument name, microscope name, data source,"
          + " ssh host, db host, smtp host, server, dyno, servidor, serveur,"
          + " hostnaam, nome host, nome do host, nombre de host, nombre del equipo,"
          + " nom de l'ordinateur, nom de machine, nom machine, computador, computadora, ordenador,"
          + " calcolatore, nazwa hosta, nazwa komputera, värdnamn, värd, datornamn, computernaam,"
          + " nome computer, nome do computador, isäntänimi, vertsnavn, værtsnavn, コンピューター名, コンピュータ名,"
          + " 计算机名, 计算机, 服务器, 컴퓨터, 컴퓨터 이름, 서버, サーバー, имя хоста, имя компьютера, компьютер, сервер,"
          + " machinenaam, maschinenname, máquina, macchina, servernaam, servernamn";

  static final String PERSON =
      "signed off by, acked by, tested by, co authored by, git author name, git committer name, pi,"
          + " referring physician name, physician name, operators name, operator's name, investigator name,"
          + " physicians name, contact name, full name, first name, last name, surname, given name, family name, middle name, maiden name,"
          + " real name, patient name, contact, contact name, contact person, customer, customer name,"
          + " employee, employee name, physician, doctor, nurse, scientist, investigator,"
          + " principal investigator, researcher, technician, requested by, performed by, signed by,"
          + " approved by, reviewed by, reviewer, recipient, supervisor, student, cardholder, card holder,"
          + " account holder, vorname, nachname, zuname, prénom, prenom, nom, nom de famille, nombre,"
          + " apellido, apellidos, nome, cognome, sobrenome, imię, nazwisko, voornaam, achternaam, förnamn,"
          + " efternamn, namn, naam, 姓名, 名前, 氏名, 이름, 성명, имя, фамилия, фио, sender name, attention,"
          + " attn, assigned to, assignee, reported by, reporter, experimenter, next of kin, cn, common name,"
          + " emergency contact, mother, father, spouse, referring physician, written by, name of patient,"
          + " legal name, display name, pi name, lab head, prepared by, ordered by, operator full name,"
          + " operador, operatore, opérateur, bearbeiter, bediener, operatör, imię i nazwisko, nombre completo, nom complet, nombre y apellidos, nome completo, 操作员, 操作者, オペレーター, ansprechpartner, kunde, mitarbeiter, arzt, responsable, médecin, médico, 联系人, 担当者,"
          + " patientenname, nome paziente, nome del paziente, nome do paciente, nombre del paciente,"
          + " nom du patient, patientnamn, patiëntnaam, imię pacjenta, 担当, 責任者, 负责人, 患者姓名, 患者名, 환자명,"
          + " 담당자, контакт, ответственный, kontakt, contacto, contatto, contato, contactpersoon,"
          + " kontaktperson, auteur, autor, autora, autore, författare, 作者, 著者, navn, fornavn,"
          + " etternavn, efternavn, nimi, etunimi, sukunimi, jméno, příjmení, név, ad soyad, medico,"
          + " lekarz, läkare, medewerker, empleado, employé, dipendente, funcionário, pracownik,"
          + " medarbetare";

  static final String INSTITUTION =
      "clinical site, study site, licensed to, license issued to, registered to, licensee, établissement,"
          + " userdomain, tenant name, org name, institution, institution name, institute, institute name, lab, lab name, laboratory, university,"
          + " department, dept, affiliation, organization, organisation, organization name, company,"
          + " company name, employer, hospital, clinic, facility, labor, einrichtung, firma, empresa,"
          + " site name, group name, institut, institución, instituição, instituto, istituto, instytut, ateneo,"
          + " instelling, universität, université, universidad, universidade, università, uniwersytet,"
          + " universiteit, universitet, laboratoire, laboratorio, laboratório, laboratorium, klinik,"
          + " krankenhaus, hôpital, ospedale, szpital, ziekenhuis, sjukhus, abteilung, 机构, 公司,"
          + " 所属, 大学, 研究所, 病院, 医院, 소속, 기관, организация, университет, учреждение, ssid, wifi,"
          + " wlan, network name, workgroup, volume label,"
          + " 機関, 施設, 单位, 單位, 学校, 学院, 医療機関, 部门, 部門, 기관명, 병원, 대학교, instytucja, uczelnia, zakład,"
          + " oddział, afdeling, avdeling, institusjon, sykehus, sygehus, sairaala, yliopisto,"
          + " больница, клиника, компания, лаборатория, entreprise, société, unternehmen,"
          + " arbeitgeber, facultad, faculté, fakultät, faculty, hochschule";

  static final String SUBJECT =
      "patient, patient's id, patient id, patient no, patient number, patient code, pat id, subject,"
          + " subject id, participant, participant id, donor, donor id, proband, probanden id, volunteer,"
          + " specimen, specimen id, biopsy, mrn, medical record, medical record number, patienten id,"
          + " patientennummer, paciente, id paciente, paziente, id paziente, patiënt, patientnummer,"
          + " pacjent, identyfikator pacjenta, пациент, 患者, 患者id, 患者番号, 病人, 病历号, 환자, 환자번호,"
          + " accession, accession number, accession no, case id, case no, case number, animal, animal id,"
          + " mouse id, study id, health card, health id, visit id, encounter, fallnummer, record number,"
          + " numéro de patient, número de paciente, n° patient, sample, sample id, sample name, sample no,"
          + " sample number, probe, probe id, proben id, probennummer, slide, slide id, slide label, barcode,"
          + " plate barcode, plate id, experiment id, experiment name, échantillon, muestra, amostra,"
          + " campione, próbka, monster, 样本, 样品, 样本编号, 検体, サンプル, 샘플, образец, tube id, vial,"
          + " batch id, lot number, order id, order number, order no, invoice, ticket,"
          + " numer pacjenta, patiëntnummer, patiënt id, numéro patient, numéro du patient,"
          + " numero paziente, numero del paziente, número do paciente, número del paciente,"
          + " id del paciente, id de paciente, id do paciente, id patient, id du patient, patientnr,"
          + " 患者编号, 患者编码, 病人编号, 就诊号, 住院号, カルテ番号, 診察券番号, 환자 id, 환자 번호, 차트번호, номер пациента,"
          + " id пациента, monsternummer, monster id, staalnummer, provnummer, prov id, prøvenummer,"
          + " prøve id, numéro échantillon, numéro d'échantillon, id échantillon, id muestra,"
          + " número de muestra, id amostra, número da amostra, número de amostra, numero campione,"
          + " id campione, numer próbki, id próbki, 標本番号, 标本号, 标本编号, 検体番号, 試料番号, 試料, 样品编号, 样本号, 样品号,"
          + " 검체번호, 검체, 시료, 샘플 번호, номер образца, номер пробы, проба, näytenumero, potilas,"
          + " potilasnumero, vzorek";

  static final String PERSONAL_ID =
      "card ending, card ending in, pin code, one time password, verification code, customer id,"
          + " customer number, customer no, account number, account no, account id, employee id, employee no,"
          + " employee number, personnel number, member id, membership number, student id,"
          + " matriculation number, matrikelnummer, kundennummer, personalnummer, passport, passport no,"
          + " passport number, license number, licence number, driver license, drivers license,"
          + " driving licence, driver licence, driver's license, dl number, ssn, social security,"
          + " social security number, social security no, tax id, tax number, tin, steuer id, steuernummer,"
          + " steueridentifikationsnummer, idnr, national id, national insurance,"
          + " national insurance number, nino, ni number, id card, id number, identity card,"
          + " personalausweis, personalausweisnummer, ausweisnummer, reisepass, reisepassnummer, aadhaar,"
          + " aadhar, pan number, pesel, bsn, burgerservicenummer, cpf, cnpj, nif, nie, dni, curp,"
          + " codice fiscale, nir, insee, numéro de sécurité sociale, numéro fiscal, personnummer,"
          + " fødselsnummer, cpr, cpr nummer, henkilötunnus, hetu, ahv, ahv nummer, avs,"
          + " sozialversicherungsnummer, svnr, insurance number, insurance id, insurance no,"
          + " versichertennummer, policy number, iban, routing number, sort code, bank account, kontonummer,"
          + " bic, swift, credit card, card number, card no, pan, imei, imsi, iccid, msisdn, vin,"
          + " license plate, licence plate, plate number, kennzeichen, orcid, 身份证, 身份证号, 身份证号码,"
          + " 護照, 护照, マイナンバー, 個人番号, 주민등록번호, инн, снилс, паспорт, id no, id nr, nhs, nhs number,"
          + " medicare, dea number, npi, wallet, btc, eth, client id, tenant id, subscription id, person id,"
          + " contact id, user number, fingerprint, machine fingerprint, pasaporte, passeport, passaporto,"
          + " paszport, paspoort, pass nr, dowód osobisty, credit card number, kreditkarte, carte bancaire,"
          + " tarjeta, carta di credito, karta, nss, sécurité sociale, rrn, my number, tax file number, sin";

  static final String SERIAL =
      "device serial number, camera serial, camera serial number, disk serial, stage serial, usb serial,"
          + " iserial, id serial, id serial short, dongle, dongle id, serial, serial number, serial no, serial nr, serialno, s/n, sn, seriennummer, serien nr, ser no,"
          + " device serial, device id, machine id, hardware id, hwid, asset tag, asset id, udid,"
          + " número de serie, número de série, numéro de série, numero di serie, numer seryjny,"
          + " serienummer, 序列号, シリアル番号, シリアル, 시리얼, 시리얼 번호, 일련번호, серийный номер, service tag,"
          + " chassis id, board id, disk id, volume serial, advertising id, idfa, gaid, android id,"
          + " inventory number, camera sn, controller sn, device sn, inventarnummer,"
          + " seriennr, serienr, matricola, número serie, sarjanumero, 序號, 序列號, 製造番号, 設備番号, 设备号,"
          + " 기기번호, заводской номер";

  static final String PHONE =
      "phone, phone number, phone no, tel, tel no, telephone, telephone number, telefon, telefonnummer,"
          + " mobile, mobile number, mobil, mobilnummer, cell, cell phone, fax, fax number, handy,"
          + " handynummer, whatsapp, portable, téléphone, teléfono, telefono, telefone, cellulare, móvil,"
          + " celular, telefoon, telefoonnummer, numer telefonu, komórka, 电话, 电话号码, 手机, 手机号, 電話,"
          + " 電話番号, 전화, 전화번호, 휴대폰, телефон, call me at, call us at, call, ring, sms, reach me at,"
          + " contact number, hotline,"
          + " telemóvel, telemovel, telefonnr, telefoonnr, puhelin, telefonszám, mobiltelefon, gsm,"
          + " 携帯, 携帯電話, 联系电话, 핸드폰, numéro de téléphone, número de teléfono, numero di telefono,"
          + " número de telefone";

  static final String BIRTH =
      "dob, d.o.b., d.o.b, patient birth date, patients birth date, patient dob, patient's birth date, date of birth, birth date, birthday, birth day, born, born on, born in,"
          + " geburtsdatum, geburtstag, geboren, geboren am, geb, geb., geb. am, date de naissance, né le,"
          + " née le, né, née, fecha de nacimiento, nacido, nacida, nacido el, data di nascita, nato il,"
          + " nata il, data de nascimento, nascido em, nascida em, geboortedatum, geboren op, födelsedatum, född,"
          + " fødselsdato, data urodzenia, ur., urodzony, urodzona, 出生日期, 出生年月, 生日, 生年月日, 誕生日,"
          + " 생년월일, 생일, дата рождения, день рождения, year of birth, yob, birth year, birth, syntymäaika,"
          + " födelsedag, urodziny, fecha nac, doğum tarihi, datum narození, születési dátum, 出生";

  static final String COORDINATE =
      "lat, latitude, lon, lng, longitude, gps, gps position, gps coordinates, coordinates, coords,"
          + " geo, geolocation, geo location, location, latlng, lat lon, lat lng, lat long, position gps,"
          + " breitengrad, längengrad, breite, länge, ll, geo point, whereabouts, standort, latitud, longitud,"
          + " latitudine, longitudine, szerokość, długość, breedtegraad, lengtegraad, coordonnées,"
          + " coordenadas, coordinate, współrzędne, 坐标, 纬度, 经度, 緯度, 経度, 座標, 위도, 경도, широта, долгота,"
          + " koordinaten, koordinat, koordinater, coördinaten, locatie, ubicación, localización,"
          + " localização, localizzazione, lokalizacja, emplacement, местоположение, координаты, 좌표,"
          + " 地理位置, 位置情報, 位置信息";

  static final String PLACE =
      "home address, postal address, mailing address, street address, shipping address,"
          + " billing address, delivery address, address, street, lives at, living at, residence,"
          + " resides at, anschrift, adresse, wohnhaft, wohnhaft in, direccion, dirección, domicilio,"
          + " indirizzo, endereço, adres, adress, ulica, woonadres, 地址, 住址, 住所, 주소, адрес, zip, zip code,"
          + " postal code, postcode, post code, plz, postleitzahl, code postal, city, ship to, deliver to,"
          + " town, wohnort, ville, ciudad,"
          + " postadress, postadres, postanschrift, straße, strasse, morada, domicile,"
          + " adresse postale, dirección postal, indirizzo postale, endereço postal, residenza,"
          + " residencia, kod pocztowy, adres zamieszkania, 通讯地址, 家庭地址, 郵便番号, 邮编, 우편번호,"
          + " почтовый адрес, postnummer, osoite, adresa";

  static final String MAC =
      "mac, mac address, macaddr, hwaddr, hw address, ether, bssid, physical address, mac id, eui,"
          + " bluetooth address, mac adresse";

  static final String IP =
      "ip, ip address, ipaddr, client ip, remote addr, remote ip, client address, peer address,"
          + " x forwarded for, x real ip, forwarded for, local ip, source ip, src ip, dst ip, gateway ip";

  static final String FILE =
      "file, file name, filename, fichier, nom de fichier, datei, dateiname, archivo, nombre de archivo,"
          + " nombre del archivo, ficheiro, arquivo, nome do ficheiro, nome do arquivo, nome file, bestand,"
          + " bestandsnaam, plik, nazwa pliku, fil, filnamn, filnavn, 文件, 文件名, ファイル, ファイル名, 파일, 파일명, файл,"
          + " имя файла, document, attachment, upload, image file, last file";

  /** All that tell data of a person, but for secrets and files. */
  static final List<String> IDENTITIES =
      List.of(
          USER,
          HOST,
          PERSON,
          INSTITUTION,
          SUBJECT,
          PERSONAL_ID,
          SERIAL,
          PHONE,
          BIRTH,
          COORDINATE,
          PLACE,
          MAC,
          IP);

  private TextLabels() {}
}
