package dev.candor.telemetry.collector;

import static dev.candor.telemetry.collector.TextParts.MARK;

import java.util.List;

/**
 * What looks like data of a person to a later rule and is none: it is marked, and unmarked last.
 */
final class HarmlessText {
  /** What stands behind a sign and is no value of a person. */
  private static final String NO_VALUE =
      TextParts.words(
          "true, false, null, none, nil, undefined, unknown, yes, no, on, off, default, empty, missing,"
              + " invalid, anonymous, localhost, any, all, other, redacted, masked, hidden, removed, nan,"
              + " void, absent, and, or, not, required, optional, string, int, integer, boolean, bool,"
              + " number, object, array, ok, failed, error, expired, denied, found, root, system, public,"
              + " private, production, development, staging, test, auto, left, right,"
              + " up, down, ready, running, started, stopped, enabled, disabled, connected, disconnected,"
              + " locked, open, closed, active, inactive, select, admin, guest, incorrect, wrong, not found,"
              + " unset, tbd, n/a, nobody, someone, anyone, self, me, same, guest, new, current, other,"
              + " uint8, uint16, float32, float64, mono8, mono12, mono16, available, unavailable, pending");

  /** Words of programs behind the words {@code user}, {@code host}, {@code patient} and so on. */
  private static final String WORDS =
      TextParts.words(
              "has, had, were, not, incorrect, wrong, correct, weak, strong, empty, valid, too, and, or, in, on, at, to, of, for, from, with, by, as, the, a,"
                  + " an, can, cannot, could, may, must, will, did, does, do, be, been, if, when, where, then,"
                  + " that, this, key, keys, type, types, count, counts, list, lists, group,"
                  + " groups, role, roles, agent, agents, data, interface, input, inputs, output, event, events,"
                  + " session, sessions, table, tables, field, fields, form, model, space, mode, code, guide,"
                  + " home, profile, profiles, setting, settings, config, preference, preferences, account,"
                  + " accounts, action, actions, manager, management, info, thread, threads, process, error,"
                  + " errors, request, requests, response, limit, limits, rate, size, status, state, level, set,"
                  + " index, cache, file, files, dir, directory, folder, path, port, ports, address, addresses,"
                  + " number, numbers, value, values, property, service, services, store, stories, story, query,"
                  + " queue, object, objects, map, page, pages, view, views, control, controls, down, up,"
                  + " unreachable, unknown, invalid, missing, found, lookup, machine, os, system, memory, device,"
                  + " devices, reset, update, click, clicks, experience, friendly, defined, wants, only, all, per,"
                  + " line, lines, matter, area, plate, holder, mask, header, headers, sensitive, study, studies,"
                  + " record, records, tab, panel, dialog, menu, window, card, code, base, new, old, wide, tool,"
                  + " tools, names, entry, entries, selector, selection, search, flow, flows, switch, case, cases,"
                  + " connection, connections, connect, loop, volume, heap, cpu, gpu, buffer, pool, module,"
                  + " modules, controller, feedback, behavior, behaviour, activity, permission, permissions, token,"
                  + " tokens, password, passwords, credentials, stream, locale, language, time, timezone, timeout,"
                  + " quota, quality, quit, abort, exit, cancel, cancels, chose, selects, must, should, might,"
                  + " would, than, but, so, too, also, after, before, during, between, via, over, under, again")
          + "|v?[0-9]{1,3}(?:[.][0-9]+)*|[a-z]+(?:ed|ing|ly|tion|tions|able|ible|ment|ness|ful|less|ity)";

  /** What programs say of a password or a name in other languages. */
  private static final String ANSWERS =
      TextParts.words(
          "obligatoire, requis, requise, invalide, incorrect, incorrecte, vide, trop, expiré, expirée, manquant, manquante, erroné,"
              + " faux, fausse, inconnu, inconnue, nécessaire, falsch, ungültig, leer, abgelaufen, erforderlich, zu, nicht, unbekannt,"
              + " nötig, gesperrt, kein, obligatorio, obligatoria, incorrecto, incorrecta, inválido, inválida, no, vacío, vacía,"
              + " requerido, requerida, necesario, necesaria, demasiado, caducado, caducada, errónea, obbligatorio, obbligatoria,"
              + " errato, errata, non, vuoto, vuota, scaduto, scaduta, richiesto, richiesta, troppo, sbagliato, sbagliata, obrigatório,"
              + " obrigatória, incorreto, incorreta, não, vazio, vazia, expirado, expirada, necessário, necessária, muito, verplicht,"
              + " onjuist, ongeldig, leeg, verlopen, vereist, niet, te, verkeerd, wymagane, wymagany, nieprawidłowe, nieprawidłowy, puste,"
              + " błędne, zbyt, obligatoriskt, fel, ogiltigt, tomt, inte, för, påkrævet, ugyldig, forkert, pakollinen, virheellinen");

  /** What programs call their own files. */
  private static final String FILE_WORDS =
      TextParts.words(
          "image, images, img, frame, frames, channel, channels, stage, acquisition, acquisitions, parameter,"
              + " parameters, coordinate, coordinates, config, configuration, configurations, main, hcs, log, logs,"
              + " data, test, output, input, result, results, settings, setting, run, job, jobs, cache, index, app,"
              + " application, server, error, errors, debug, trace, report, summary, metrics, events, event, store,"
              + " default, example, sample, temp, tmp, out, in, stdout, stderr, access, system, update, setup,"
              + " install, requirements, package, lock, readme, changelog, license, manifest, build, gradle, pom,"
              + " docker, compose, values, schema, query, queries, metadata, meta, info, tile, tiles, stack, stacks,"
              + " fluorescence, brightfield, bf, led, matrix, full, left, right, half, nm, ex, em, well, wells,"
              + " position, positions, region, regions, fov, time, point, points, z, t, c, x, y, mosaic, stitched,"
              + " overview, scan, snap, snapshot, live, focus, map, maps, mask, masks, background, flatfield, dark,"
              + " calibration, calibrations, objective, objectives, camera, laser, autofocus, profile, profiles, crash, dump, heap,"
              + " thread, worker, session, sessions, telemetry, registry, base, dest, model, weights, checkpoint,"
              + " train, training, validation, batch, epoch, version, kernel, module, core, util, utils, common,"
              + " client, service, gateway, proxy, nginx, catalina, hs, err, pid, process, processing, processor,"
              + " queue, state, status, tests, plate, plates, list, table, stats, usage, local, static, style,"
              + " script, scripts, bundle, vendor, favicon, logo, icon, icons, thumbnail, preview, download, upload,"
              + " export, import, backup, old, new, final, control, widget, widgets, gui, microcontroller, machine,"
              + " squid, def, init, conf, hdf, zarr, sqlite, consent, kafka, redis, postgres, postgresql, mysql, mongo, mongodb, syslog, auth, kern, boot, dmesg, cron, mail, daemon, secure, messages, supervisord, celery, gunicorn, tomcat, jetty, hadoop, spark, zookeeper, outbox, db, database, sql, migration, logback, log4j");

  private static final String PERSON_WORDS =
      "user, users, host, hosts, node, nodes, machine, machines, server, servers, account, accounts, login,"
          + " logins, operator, operators, owner, owners, patient, patients, subject, sample, samples, specimen,"
          + " contact, contacts, customer, customers, author, authors, student, computer, probe, slide, animal,"
          + " donor, case, order, created by, run by, connection to, connect to, connected to, connecting to";

  private static final String SECRET_WORDS =
      "password, passwords, passphrase, secret, secrets, token, tokens, key, keys, credential, credentials,"
          + " serial, pin, api key, access key, access token";

  static final List<TextRule> MARKED =
      List.of(
          // A sign and a word that is no value: the mark stands in front of the word.
          new TextRule(
              "keep.no-value",
              List.of(":", "=", ";", "|", "\t", "[", "(", "{"),
              "((?:[:=]\\\\*[\"']?[ \\t]{0,2}[\"'(\\[]?|[\\pL](?:[;|\\t]| ?[\\[({])))((?:"
                  + NO_VALUE
                  + "|[*.?-]+|[A-Za-z-]+/[0-9]{1,3}(?:[.][0-9]+)*)(?:$|[^\\pL\\pN_@.-]))",
              "$1" + MARK + "$2"),
          // A setting without a value, in front of the next one.
          TextRule.with("= ", "keep.empty", "(= )([\\pL_][\\pL\\pN_.-]*=)", "$1" + MARK + "$2"),
          // The class that writes into a log.
          TextRule.with(
              ": ",
              "keep.logger",
              "((?:[a-z][a-z0-9_]*[.]){2,}[A-Z][A-Za-z0-9]*)(: )",
              "$1" + MARK + "$2"),
          // A deeper line that starts with a label of its own, or a frame.
          TextRule.with(
              "\n",
              "keep.block",
              "([:=][ \\t]*\\r?\\n[ \\t]+(?:- )?)([\"']?[\\pL_][\\pL\\pN_ .-]{0,60}[\"']?[ \\t]?[:=](?:[ \\t\\n]|\\z)|at \\pL|[.]{3} |File \")",
              "$1" + MARK + "$2"),
          TextRule.of(
                  "keep.article",
                  "((?:^|[^\\pL])(?i:the|a|an|this|our|your|my|das|der|die|dem|den|ein|eine|le|la|un|une|el|il|lo|het|de|een|det|en) )"
                      + "((?i:lab|laboratory|laboratories|university|institute?|hospital|clinic|college|department|group|school|klinik|klinikum)\\b)",
                  "$1" + MARK + "$2")
              .behind(TextGate.NAMES),
          words("keep.words.person", PERSON_WORDS).behind(TextGate.PERSONS),
          words("keep.words.secret", SECRET_WORDS).behind(TextGate.SECRETS),
          new TextRule(
              "keep.version",
              List.of("."),
              "((?:^|[^\\pL])(?:(?i:version|versions|ver|v|firmware|release|build|driver|revision|rev|python"
                  + "|java|jdk|jre|kernel|fw)[ :=/v-]{0,3}|[A-Z][A-Za-z]{2,20}/)[0-9]{1,5})((?:[.][0-9]{1,7}){3})",
              "$1" + MARK + "$2"),
          TextRule.with(
              "=",
              "keep.version.required",
              "([\\pL\\pN\\])][ ]?(?:[=~><!]=|===) ?[0-9]{1,5})((?:[.][0-9]{1,7}){3})",
              "$1" + MARK + "$2"),
          // An address of a machine has a number above 31, or starts with 10, far more often than
          // not.
          TextRule.with(
              "@",
              "keep.version.package",
              "([a-z0-9]@(?:[0-9]|1[1-9]|2[0-9]|3[01]))((?:[.](?:[0-9]|[12][0-9]|3[01])){3}(?:$|[^\\pL\\pN.]))",
              "$1" + MARK + "$2"),
          // Behind a word of package managers, or with a scope, any number is a version's.
          TextRule.with(
              "@",
              "keep.version.named",
              "((?:@[a-z0-9._-]+/|(?:^|[^\\pL])(?i:npm|yarn|pnpm|pip|package|packages|dependency|module|plugin|library|install|installs"
                  + "|installed|installing|upgrade|upgraded|upgrading|resolved|bundled|requires)[ :]{1,2}[\"'`]?)[a-z0-9._-]+@[0-9]{1,5})((?:[.][0-9]{1,7}){3}(?:$|[^\\pL\\pN.]))",
              "$1" + MARK + "$2"),
          // Days and times in six digits each, in front of a line of a log.
          TextRule.of(
                  "keep.time",
                  "^([0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))( (?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9] )",
                  "$1" + MARK + "$2")
              .behind(TextGate.DIGITS),
          TextRule.with(
              "0x",
              "keep.checksum",
              "((?:^|[^\\pL])(?i:crc[0-9]*|md5|sha-?[0-9]*|checksum|digest|hash|commit|etag|fingerprint)[ :=]{1,3}0)(x[0-9a-fA-F]{8,})",
              "$1" + MARK + "$2"),
          // A word for a secret that is a part of another one, or names a thing of the program.
          TextRule.of(
                  "keep.no-secret",
                  "((?i:com|by|tres|sur|band|high|low|all|over|under|short|long|multi|single|two|first|second|per|notch)pass"
                      + "|(?i:unexpected|next|invalid|expected|missing|illegal|bad|parser?|end|error|exit|return|status|result|response|http|win32|reason|country"
                      + "|language|event|message|scan|virtual|qr|color|colour|type|sort|primary|foreign|row|cache|map|shortcut) ?(?:token|key|code))([\\s\"':=])",
                  "$1" + MARK + "$2")
              .behind(TextGate.SECRETS),
          // A number beside a word that also names a thing of the program counts or indexes it.
          new TextRule(
              "keep.number",
              List.of(":", "=", "->"),
              "((?:^|[^\\pL\\pN])(?i:sample|slide|subject|probe|specimen|record number|order number|batch id|lot number|node|host|server|user|[ug]id|pid|serial|device id|disk id|board id|patient)s?"
                  + TextParts.SIGN
                  + "[\"']?)([+-]?(?:[0-9]{1,3}(?:[.,][0-9]+)?|9600|19200|38400|57600|115200|230400|460800|921600)(?:$|[^\\pL\\pN./:_-]))",
              "$1" + MARK + "$2"),
          new TextRule(
              "keep.kind",
              List.of(":", "="),
              "((?:^|[^\\pL\\pN])(?i:probe|sample|slide|subject|order|ticket|monster|prov|node|batch id|invoice)"
                  + TextParts.SIGN
                  + "[\"']?)([a-z]{3,}(?:$|[^\\pL\\pN._@-]))",
              "$1" + MARK + "$2"),
          TextRule.with(
              ".",
              "keep.version.product",
              "((?:^|[^\\pL\\pN])[A-Z][A-Za-z]{2,}[A-Za-z0-9+]* [0-9])((?:[.][0-9]{1,2}){2}[.][0-9]{1,4}(?:$|[^0-9.]))",
              "$1" + MARK + "$2"),
          // Signs only, in quotes.
          new TextRule(
              "keep.signs",
              List.of("'", "\"", "`"),
              "((?:^|[\\s(])[\"'`])([^\\pL\\pN\\s\"'`<>\\\\]{1,4}[\"'`])",
              "$1" + MARK + "$2"),
          TextRule.of(
                  "keep.identifier",
                  "((?:^|[^\\pL\\pN.])[012][.][0-9]{1,2})((?:[.][0-9]+){4,})",
                  "$1" + MARK + "$2")
              .behind(TextGate.DIGITS),
          TextRule.with(
              "%",
              "keep.percent",
              "((?:(?:^|[^\\pL\\pN%])[0-9]{1,3}|npm/|/)%)(2[0-9A-Fa-f](?:[ ,;]|$)|40[a-z0-9-]+/?)",
              "$1" + MARK + "$2"),
          TextRule.with(
              "/usr/",
              "keep.share",
              "((?:^|[^\\pL\\pN])/usr(?:/local)?)(/(?:share|lib|lib64|bin|include|src)/)",
              "$1" + MARK + "$2"),
          TextRule.of(
                  "keep.name",
                  "((?:^|[^\\pL\\pN])(?:Max|Min|Will|Mark|Gene|Ray|Rose|Grant|Bill|Art|Frank|Dean|May|June|April|Jack|Rich|Sandy|Sky|Iris|Ruby|Crystal|Amber|Jade|Olive|Violet|Victor|Chase|Chance|Drew|Pat) )"
                      + "((?:Intensity|Projection|Pool|Pooling|Value|Length|Size|Width|Height|Depth|Pixel|Speed|Rate|Count|Time|Exposure|Power|Number|Level|Expression|Tracing|Velocity|Temperature|Retries|Connections|Threads|All|As|Green|Red|Be|Not|Request)\\b)",
                  "$1" + MARK + "$2")
              .behind(TextGate.NAMES),
          TextRule.of(
                  "keep.answer",
                  "( (?:is|was|est|ist|es|é|è|jest|är|er) )(" + ANSWERS + "(?:$|[^\\pL\\pN_@-]))",
                  "$1" + MARK + "$2")
              .behind(TextGate.SECRETS),
          TextRule.with(
              "-",
              "keep.version.suffix",
              "((?:^|[^0-9.])[0-9]{1,5})((?:[.][0-9]{1,7}){3}-(?i:snapshot|alpha|beta|rc|m|final|ga|b|build|dev)[0-9]*\\b)",
              "$1" + MARK + "$2"),
          TextRule.with(
              "\\",
              "keep.windows",
              "((?:^|[^\\pL\\pN])[A-Za-z])(:\\\\{1,4}(?i:windows|program files(?: [(]x86[)])?|programdata|winnt)(?:\\\\|$|[\\s\"',;)]))",
              "$1" + MARK + "$2"),
          new TextRule(
              "keep.file",
              List.of("."),
              "((?:^|[^\\pL\\pN_.@\\\\-])(?:[0-9]+[_-])*(?:"
                  + FILE_WORDS
                  + ")(?:[_ .+-]{1,3}(?:"
                  + FILE_WORDS
                  + "|[0-9]+|[a-z][0-9]*))*)([.](?:"
                  + PathText.TYPED
                  + "|(?i:py|java|yaml|yml|ini|toml|cfg|conf|html?|js|css|sh|bat|exe|dll|so|jar|class|properties|lock|dat|bin|out|err|gz|bmp))(?:$|[^\\pL\\pN@._-]|[.](?:$|[^\\pL\\pN])))",
              "$1" + MARK + "$2"),
          new TextRule(
              "keep.local",
              List.of("localhost", "127.0.0.1", "0.0.0.0", "::1"),
              "(://|@|[^\\pL\\pN.:]|^)(localhost|127[.]0[.]0[.]1|0[.]0[.]0[.]0|::1)($|[^\\pL\\pN.])",
              "$1" + MARK + "$2$3"));

  static final List<TextRule> UNMARKED = List.of(TextRule.of("keep.unmarked", MARK, ""));

  private HarmlessText() {}

  /** A label that names a thing of the program: the mark stands behind it. */
  private static TextRule words(String name, String labels) {
    return TextRule.of(
        name,
        "((?:^|[^\\pL\\pN])"
            + TextParts.words(labels)
            + "(?:[ _](?:id|ids|name|names|number|no|code))?(?:[ ](?:is |was |are |has )?[(\\[]?|[;|\\t(\\[]))((?:"
            + WORDS
            + ")(?:$|[^\\pL\\pN_@!#$%^*+\\x{a7}-]))",
        "$1" + MARK + "$2");
  }
}
