-- The store of the path /store as the first gateway left it.
PRAGMA auto_vacuum=INCREMENTAL;
PRAGMA journal_mode=WAL;
BEGIN TRANSACTION;
CREATE TABLE resource(
  id INTEGER PRIMARY KEY, body TEXT NOT NULL UNIQUE);
INSERT INTO resource VALUES(1,'{"app.installation.id":"6f2c1c9e-58ad-4c53-9f0c-000000000001","service.name":"lab","service.version":"1.4.2"}');
CREATE TABLE item(
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, grant INTEGER NOT NULL,
  purpose TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
  stored INTEGER NOT NULL, resource INTEGER NOT NULL, sendable INTEGER NOT NULL,
  keep INTEGER NOT NULL, bytes INTEGER NOT NULL, body TEXT);
INSERT INTO item VALUES(1,'a39014a55cc4d7d232d0631baeaedf3bfc8af17a1e335c9d',1,'USAGE','event','imaging.run',1795873737000,1795874337284,1,0,1,222,'{"kind":"event","id":"a39014a55cc4d7d232d0631baeaedf3bfc8af17a1e335c9d","name":"imaging.run","purpose":"usage","start":1795873736000000000,"end":1795873737000000000,"status":"unset","attributes":{"imaging.run.channels":0}}');
INSERT INTO item VALUES(2,'f94c9abe2d28b14b4ef09898570991baee0f0b9fa115b593',1,'USAGE','event','imaging.run',1795873737000,1795874337284,1,0,1,222,'{"kind":"event","id":"f94c9abe2d28b14b4ef09898570991baee0f0b9fa115b593","name":"imaging.run","purpose":"usage","start":1795873736000000000,"end":1795873737000000000,"status":"unset","attributes":{"imaging.run.channels":1}}');
CREATE TABLE share(
  purpose TEXT PRIMARY KEY, items INTEGER NOT NULL, bytes INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO share VALUES('USAGE',2,444);
CREATE TABLE counter(
  grant INTEGER NOT NULL, purpose TEXT NOT NULL, day TEXT NOT NULL, resource INTEGER NOT NULL,
  sendable INTEGER NOT NULL, series TEXT NOT NULL, total TEXT NOT NULL,
  PRIMARY KEY(grant, purpose, day, resource, sendable, series)) WITHOUT ROWID;
CREATE TABLE cursor(
  destination TEXT PRIMARY KEY, last_item INTEGER NOT NULL, active INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0, failures INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE parked(
  destination TEXT NOT NULL, need TEXT NOT NULL, due INTEGER NOT NULL, item INTEGER NOT NULL,
  reason TEXT NOT NULL, PRIMARY KEY(destination, need, due, item)) WITHOUT ROWID;
CREATE TABLE refused(
  id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, item INTEGER NOT NULL,
  reason TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE(destination, item));
CREATE TABLE sealed(
  id INTEGER PRIMARY KEY AUTOINCREMENT, destination TEXT NOT NULL, grant INTEGER NOT NULL,
  path TEXT NOT NULL, type TEXT NOT NULL, sha256 TEXT NOT NULL, ids TEXT NOT NULL,
  seqs TEXT NOT NULL, items INTEGER NOT NULL, needs TEXT NOT NULL, oldest INTEGER NOT NULL,
  at INTEGER NOT NULL, due INTEGER NOT NULL, attempts INTEGER NOT NULL,
  maybe_taken INTEGER NOT NULL, state TEXT NOT NULL, size INTEGER NOT NULL, body BLOB);
CREATE TABLE receipt(
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, grant INTEGER NOT NULL,
  items INTEGER NOT NULL, counters INTEGER NOT NULL, complete INTEGER NOT NULL);
CREATE TABLE ledger(
  destination TEXT NOT NULL, term TEXT NOT NULL, reason TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY(destination, term, reason)) WITHOUT ROWID;
CREATE TABLE epoch(
  only INTEGER PRIMARY KEY CHECK(only = 1), grant INTEGER NOT NULL);
INSERT INTO epoch VALUES(1,0);
CREATE TABLE cell(
  name TEXT PRIMARY KEY, grant INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('item',2);
CREATE INDEX item_forgotten ON item(seq) WHERE body IS NULL;
CREATE INDEX parked_item ON parked(item);
CREATE INDEX refused_item ON refused(item);
CREATE INDEX sealed_open ON sealed(destination, due) WHERE state IN ('sealed','sending');
COMMIT;
PRAGMA user_version=1;
