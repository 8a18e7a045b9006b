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
      passwörter, zugangspasswort, benutzerpasswort, code secret, phrase secrète, contraseña de usuario, parola segreta, frase segreta, parola chiave, palavra secreta, codigo secreto, toegangscode, hasło użytkownika, kod dostępu, användarlösenord, kullanıcı şifresi, 登录密码, 访问密钥, 合言葉, 秘密鍵, 暗証,
      secret phrase, recovery phrase, seed phrase, mnemonic, unlock code, access code, security code, door code,
      pre shared key, passkey, pass key, network key, wifi key, geheimwort, sicherheitscode, zugriffscode,
      zugangsschlüssel, code d'accès, phrase de passe, jeton d'accès, clé d'accès, clave de acceso, código de acceso,
      frase de contraseña, codice di accesso, chiave di accesso, código de acesso, chave de acesso, hasło dostępu,
      klucz dostępu, klucz api, geheim, toegangssleutel, åtkomstnyckel, hemlighet, kodeord, hemmelighed, tunnussana,
      salainen avain, přístupový klíč, hozzáférési kulcs, erişim anahtarı, gizli anahtar, секрет, секретный ключ,
      ключ доступа, токен, 秘钥, 私钥, 访问令牌, 验证码, 認証コード, シークレット, アクセスキー, トークン, 비밀 키, 액세스 키, 인증번호
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
      nome de usuario, usuario responsable, учётная запись, аккаунт, 帐户, 账户, 账号名, 登录名, アカウント, アカウント名, 利用者, 계정,
      session user, remote user, effective user, os user, service account, sso id, employee login, edited by,
      measured by, recorded by, collected by, annotated by, registered by, benutzerkonto, loginname, erfasst von,
      erstellt von, bearbeitet von, créé par, modifié par, creado por, modificado por, creato da, criado por,
      gemaakt door, utworzone przez, skapad av, oprettet af, opprettet av, luonut, vytvořil, létrehozta, oluşturan,
      создал, felhasználó, felhasználónév, uživatelské jméno, kullanici, имя входа, 创建人, 登录用户, 作成者, ログインid, 로그인,
      작성자 id
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
      имя компьютера, сервер, узел, 计算机, 电脑名, 机器名, 服务器, 服务器名, 主机名称, コンピューター, コンピューター名, 端末, 端末名, マシン名, サーバ, サーバー, サーバー名, サーバ名, 컴퓨터, 컴퓨터명, 서버,
      peer, target host, jump host, bastion, database host, database server, db server, mail server, file server,
      print server, license server, proxy host, proxy server, worker node, compute node, head node, login node,
      pc name, pcname, client machine, client name, station name, terminal name, vm name, acquisition pc, control pc,
      zielrechner, messrechner, steuerrechner, hôte distant, serveur distant, equipo remoto, servidor remoto,
      macchina, host remoto, máquina remota, externe host, zdalny host, fjärrvärd, tietokone, palvelin, isäntä,
      počítač, hostitel, název počítače, számítógép, számítógép neve, kiszolgáló, uzak sunucu, удалённый хост,
      имя сервера, 远程主机, リモートホスト, 接続先, 원격 호스트, 서버명
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
      hasta adı, doktor, имя пациента, 全名, 病人姓名, 医师, 登録者, 担当医, 依頼者, 환자명, 의사,
      lab head, group leader, group lead, lab manager, lead scientist, project lead, project leader, primary contact,
      point of contact, data owner, curator, submitter, depositor, corresponding author, first author, attending,
      attending physician, consultant, clinician, radiologist, veterinarian, participant name, subject name,
      donor name, guardian, legal guardian, caregiver, beneficiary, insured, policy holder, passenger, guest name,
      visitor, applicant, candidate, professor, teacher, advisor, mentor, postdoc, phd student, staff member,
      colleague, signatory, witness, instructor, examiner, legal name, preferred name, birth name, patient full name,
      name of subject, sampled by, drawn by, verified by, released by, witnessed by, authored by, dissected by,
      stained by, versuchsleiter, versuchsleiterin, projektleiter, projektleiterin, studienleiter, studienleiterin,
      gruppenleiter, gruppenleiterin, vor- und nachname, geburtsname, mädchenname, betreuer, betreuerin, arzt,
      ärztin, hausarzt, oberarzt, chefarzt, mitarbeiter, mitarbeiterin, kollege, kollegin, wissenschaftler,
      wissenschaftlerin, doktorand, doktorandin, einsender, empfänger, absender, unterzeichner, kontoinhaber,
      karteninhaber, verantwortliche, verantwortlicher, angehörige, chercheur, chercheuse, chef de projet,
      chef d'équipe, expéditeur, destinataire, nom de jeune fille, nom de naissance, titulaire,
      titulaire de la carte, employé, employée, étudiant, étudiante, infirmier, infirmière, chirurgien, nom usuel,
      investigador, investigadora, investigador principal, remitente, destinatario, titular, empleado, empleada,
      enfermera, cirujano, nombre y apellido, primer apellido, segundo apellido, ricercatore, ricercatrice, mittente,
      intestatario, dipendente, studente, studentessa, infermiere, chirurgo, nominativo, nome del titolare,
      pesquisador, pesquisadora, remetente, destinatário, funcionário, estudante, enfermeiro, cirurgião,
      primeiro nome, último nome, nome próprio, onderzoeksleider, projectleider, afzender, ontvanger, medewerker,
      verpleegkundige, chirurg, roepnaam, meisjesnaam, verantwoordelijke, badacz, kierownik, kierownik projektu,
      nadawca, odbiorca, pracownik, pielęgniarka, osoba kontaktowa, nazwisko i imię, nazwisko rodowe, odpowiedzialny,
      osoba odpowiedzialna, forskare, projektledare, avsändare, mottagare, anställd, sjuksköterska, kirurg, ansvarig,
      för- och efternamn, forsker, afsender, modtager, ansvarlig, fulde navn, fullt navn, koko nimi, tutkija,
      lähettäjä, vastaanottaja, lääkäri, potilaan nimi, jméno a příjmení, celé jméno, lékař, výzkumník, odesílatel,
      příjemce, jméno pacienta, teljes név, vezetéknév, keresztnév, kutató, orvos, beteg neve, feladó, címzett,
      araştırmacı, sorumlu, gönderen, alıcı, hasta adı soyadı, исследователь, руководитель, лаборант, отправитель,
      получатель, сотрудник, полное имя, ф.и.о., 名字, 研究员, 主治医生, 实验员, 检查者, 报告人, 送检人, 申请人, 收件人, 寄件人, 项目负责人, 员工姓名, 客户姓名,
      お名前, ご氏名, 研究者, 研究責任者, 責任者, 主治医, 検査技師, 報告者, 申請者, 受取人, 差出人, 従業員名, 顧客名, 苗字, 연구원, 책임자, 주치의, 신청자, 수신인, 보내는 사람,
      받는 사람, 고객명, 직원명
      """),
  /** The word {@code name} alone, which names things more often than people. */
  NAME(
      Kind.NAME,
      """
      name, from, to, by, cc, hello, hi, dear, welcome, thanks, regards, nom, nombre, nome, naam,
      namn, navn, nimi, isim,
      pi, team, group, site, center, centre
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
      üniversite, hastane, laboratuvar, институт, лаборатория, клиника, 研究所, 大学, 学校, 实验室, 研究室, 机构名称, 医院名称, 機関, 機関名, 施設, 施設名, 組織, 会社, 대학교, 연구소,
      faculty, research group, research unit, core facility, imaging facility, biobank, pharmacy, medical center,
      medical centre, health center, sponsor, funder, consortium, academy, university name, forschungszentrum,
      fakultät, lehrstuhl, arztpraxis, unternehmen, betrieb, auftraggeber, faculté, centre hospitalier,
      centre de recherche, unité de recherche, cabinet médical, employeur, facultad, centro de salud,
      centro de investigación, empleador, compañía, grupo de investigación, facoltà, ente di ricerca,
      datore di lavoro, ditta, società, gruppo di ricerca, reparto, faculdade, centro de pesquisa, empregador,
      grupo de pesquisa, faculteit, onderzoeksgroep, werkgever, onderzoeksinstituut, wydział, pracodawca,
      przychodnia, grupa badawcza, fakultet, arbetsgivare, forskargrupp, vårdcentral, virksomhed, arbejdsgiver,
      sygehus, sykehus, arbeidsgiver, yliopisto, sairaala, yritys, organisaatio, työnantaja, nemocnice, univerzita,
      ústav, laboratoř, zaměstnavatel, instituce, kórház, egyetem, intézet, intézmény, munkáltató, fakülte, enstitü,
      şirket, kuruluş, işveren, компания, фирма, факультет, кафедра, работодатель, 科室, 学院, 工作单位, 所属单位, 研究院, 课题组,
      所属機関, 勤務先, 学部, 医療機関, 大学名, 企業名, 研究室名, 소속, 학과, 회사명, 병원명, 연구실
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
      patiënt id, patientnr, identyfikator pacjenta, id pacjenta, patient id nr, personakt, hasta numarası, hasta kodu, 患者号, 门诊号, 就诊号, 患者コード, 診察券番号,
      subject number, subject no, subject code, participant number, participant code, donor number, donor code,
      proband id, hospital number, hospital id, medical number, chart number, admission number, encounter id,
      episode id, rat id, animal number, ear tag, probandennummer, spendernummer, krankenaktennummer, aufnahmenummer,
      tiernummer, versuchstier, numéro d'admission, numéro de participant, code patient, número de paciente,
      número de expediente, código del paciente, numero paziente, numero cartella, codice del paziente,
      número do paciente, número do prontuário, dossiernummer, proefpersoon, proefdier, numer kartoteki,
      numer historii choroby, identyfikator uczestnika, försöksperson, deltagare, journalnummer, forsøgsperson,
      potilastunnus, tutkittava, rodné číslo pacienta, číslo pacienta, beteg azonosító, hasta id, protokol no,
      номер карты пациента, история болезни, испытуемый, 受试者编号, 受试者, 住院编号, 被験者, 被験者番号, 被検者, 症例番号, 환자 번호, 피험자, 등록번호
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
      样本编号, 样本id, 样品编号, 样品号, 标本, 标本号, 标本编号, 試料, 試料番号, 試料id, サンプル番号, サンプルid, 検体id, 검체번호, 시료,
      tissue block, block id, block number, tissue id, section id, aliquot, aliquot id, culture id, strain id,
      cage id, colony id, tube number, tube no, specimen no, specimen number, specimen code, sample code,
      biospecimen, biospecimen id, serum id, cassette id, paraffin block, tissue sample, blood sample, lot no,
      lot id, gewebeblock, gewebeprobe, präparatnummer, blocknummer, einsendenummer, histonummer, chargennummer,
      auftragsnummer, käfignummer, bloc tissulaire, numéro de lame, numéro de lot, prélèvement,
      numéro de prélèvement, bloque de tejido, número de lote, portaobjetos, espécimen, blocchetto, numero di lotto,
      provetta, vetrino id, bloco de tecido, número do lote, blok tkankowy, numer partii, numer preparatu,
      weefselblok, preparaatnummer, monstercode, vävnadsblock, preparatnummer, vævsblok, näytenumero, näytetunnus,
      vzorek, číslo vzorku, minta, mintaszám, numune numarası, doku bloğu, номер стекла, номер блока, препарат, 切片号,
      组织块, 蜡块号, 条码号, 批号, 組織ブロック, 切片番号, 標本番号, ロット番号, 슬라이드 번호, 검체 번호, 표본, 표본 번호
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
      出厂编号, 设备序列号, 设备编号, 产品序列号, 機器番号, シリアルno, 装置番号,
      hardware serial, unit serial, product serial, camera serial number, device no, device number, instrument id,
      instrument serial, equipment number, asset number, gerätekennung, geräte id, maschinennummer,
      numéro d'appareil, numéro d'équipement, número de equipo, número de dispositivo, numero dispositivo,
      número do equipamento, apparaatnummer, toestelnummer, numer urządzenia, enhetsnummer, apparatnummer,
      laitenumero, výrobní číslo, sériové číslo, gyári szám, sorozatszám, cihaz no, номер прибора, инвентарный номер,
      仪器编号, 资产编号, 機器シリアル, 装置シリアル, 기기 번호
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
      telefonnr, tel nr, handynr, numéro de téléphone, n° de téléphone, tél, mobile nr, número de teléfono, tfno, numero di telefono, cell nr, número de telefone, telefone celular, mobiel, mobiel nummer, nr telefonu, nr tel, tel kom, telefonnr, mobilnr, cep telefonu, telefon numarası, 联系电话, 电话号码, 手机号码, 連絡先電話番号, 携帯電話,
      contact phone, home phone, work phone, office phone, emergency phone, phone home, phone work, landline,
      mobile no, cell no, cell number, festnetz, durchwahl, portable pro, numéro de portable, número de móvil,
      numero di cellulare, número de telemóvel, mobiele telefoon, telefon komórkowy, puhelinnumero, matkapuhelin,
      telefonní číslo, mobilní telefon, telefonszám, cep telefonu numarası, мобильный, моб тел, 固定电话, 連絡先, 연락처
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
      geburts datum, geb datum, date naissance, fecha nacimiento, fecha nac, nacimiento, data nascita, nascimento, data nascimento, geboren te, urodz, data ur, födelsedag, doğum, doğum günü, д.р., 出生,
      patient birth date, patient birthdate, patient birthday, patient dob, user dob, user birthdate, subject dob,
      subject birth date, customer dob, employee dob, gebdat, geburtsdat, né en, fecha de nac, fec nac, nacida el,
      nacido en, nacida en, nata, nato, nascida em, data nasc, dt nasc, geboren in, urodzenie, data ur., född den,
      fødselsdag, født den, syntynyt, syntymäpäivä, datum nar, narozen, narozena, születési idő, született,
      születési dátum, doğum yılı, г.р., год рождения, родилась, 出生年份, 出生日, 誕生年月日, 出生年月日, 출생일, 출생연도
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
      postadres, woonadres, huisadres, adres domowy, adres pocztowy, miejsce zamieszkania, postadress, hemadress, gatuadress, bostadsadress, adres bilgisi, домашний адрес, 家庭住址, 家庭地址, 通信地址, 联系地址, 自宅住所, 現住所, 送付先, 所在地, 집주소,
      place of residence, home town, hometown, street name, visiting address, work address, office address,
      correspondence address, address line, address line 1, patient address, user address, customer address,
      wohnanschrift, lieferanschrift, adresse personnelle, lieu de résidence, domicilié à, dirección de envío,
      dirección particular, lugar de residencia, luogo di residenza, indirizzo di spedizione, endereço de entrega,
      local de residência, verblijfplaats, bezorgadres, adres zameldowania, adres dostawy, bostad, leveransadress,
      bopæl, kotiosoite, katuosoite, bydliště, trvalé bydliště, lakcím, cím, ikamet adresi, ev adresi,
      место жительства, адрес проживания, 收货地址, 户籍地址, お届け先, 居住地, 거주지, 배송지
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
