"""The tables of a compiled catalogue: one read-only SQLite file, dense ids, everything a question needs made once."""

VERSION = 14

FIRSTS = 60
"""Entities of a type that stand ready for each beginning that more of them have: there are too many to sort."""

LISTED = 300
"""Words that are kept under one piece of a word, the best known."""

TABLES = """
CREATE TABLE entity (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL, film TEXT, year INTEGER,
  kind TEXT, form TEXT, own INTEGER NOT NULL, unnamed INTEGER NOT NULL, fictional INTEGER NOT NULL,
  popularity REAL NOT NULL, ids TEXT NOT NULL, pack TEXT);
CREATE TABLE name (
  n INTEGER NOT NULL, seq INTEGER NOT NULL, text TEXT NOT NULL, lang TEXT NOT NULL, words TEXT NOT NULL,
  PRIMARY KEY (n, seq)) WITHOUT ROWID;
CREATE TABLE alias (
  form TEXT NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL, nearness INTEGER NOT NULL, type INTEGER NOT NULL,
  PRIMARY KEY (form, n)) WITHOUT ROWID;
CREATE TABLE alike (
  n INTEGER NOT NULL, other INTEGER NOT NULL, shown INTEGER NOT NULL,
  PRIMARY KEY (n, other)) WITHOUT ROWID;
CREATE TABLE word (
  type INTEGER NOT NULL, word TEXT NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (type, word, n)) WITHOUT ROWID;
CREATE TABLE first (
  type INTEGER NOT NULL, prefix TEXT NOT NULL, n INTEGER NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (type, prefix, n)) WITHOUT ROWID;
CREATE TABLE piece (key INTEGER PRIMARY KEY, words TEXT NOT NULL, best BLOB NOT NULL);
CREATE TABLE source (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, what TEXT NOT NULL, family TEXT NOT NULL,
  licence TEXT, url TEXT, film TEXT, pack TEXT);
CREATE TABLE fact (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, subject INTEGER NOT NULL, property TEXT NOT NULL, value TEXT NOT NULL,
  entity INTEGER, role INTEGER, qualifiers TEXT NOT NULL,
  witnesses INTEGER NOT NULL, difference TEXT, left_out INTEGER NOT NULL, why TEXT, note TEXT, film TEXT NOT NULL);
CREATE TABLE attestation (
  fact INTEGER NOT NULL, source INTEGER NOT NULL, seq INTEGER NOT NULL, written TEXT NOT NULL,
  PRIMARY KEY (fact, seq)) WITHOUT ROWID;
CREATE TABLE rival (fact INTEGER NOT NULL, other INTEGER NOT NULL, PRIMARY KEY (fact, other)) WITHOUT ROWID;
CREATE TABLE closed (
  subject INTEGER NOT NULL, property TEXT NOT NULL, role INTEGER NOT NULL, sources TEXT NOT NULL,
  PRIMARY KEY (subject, property, role)) WITHOUT ROWID;
CREATE TABLE opened (subject INTEGER NOT NULL, property TEXT NOT NULL, PRIMARY KEY (subject, property)) WITHOUT ROWID;
CREATE TABLE within (n INTEGER NOT NULL, outer INTEGER NOT NULL, PRIMARY KEY (n, outer)) WITHOUT ROWID;
CREATE TABLE told (
  film TEXT NOT NULL, source TEXT NOT NULL, seq INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY (film, source, seq)) WITHOUT ROWID;
CREATE TABLE inverted (
  film TEXT NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL,
  PRIMARY KEY (film, one, other)) WITHOUT ROWID;
CREATE TABLE member (
  series INTEGER NOT NULL, film INTEGER NOT NULL, PRIMARY KEY (series, film)) WITHOUT ROWID;
CREATE TABLE pack (
  name TEXT PRIMARY KEY, label TEXT NOT NULL, licence TEXT NOT NULL, attribution TEXT NOT NULL, films INTEGER NOT NULL,
  report TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE middle (n INTEGER PRIMARY KEY, year REAL);
CREATE TABLE sound (n INTEGER PRIMARY KEY, japanese INTEGER NOT NULL, woman INTEGER NOT NULL);
CREATE TABLE depth (
  pack TEXT NOT NULL, deep INTEGER NOT NULL, films INTEGER NOT NULL, PRIMARY KEY (pack, deep)) WITHOUT ROWID;
CREATE TABLE settled (
  pack TEXT NOT NULL, deep INTEGER NOT NULL, property TEXT NOT NULL, facts INTEGER NOT NULL,
  PRIMARY KEY (pack, deep, property)) WITHOUT ROWID;
CREATE TABLE licence (
  pack TEXT NOT NULL, licence TEXT NOT NULL, passages INTEGER NOT NULL, PRIMARY KEY (pack, licence)) WITHOUT ROWID;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (
  pack TEXT NOT NULL, key TEXT NOT NULL, film BLOB NOT NULL, PRIMARY KEY (pack, key));
CREATE TABLE fame (place INTEGER PRIMARY KEY, n INTEGER NOT NULL UNIQUE);
CREATE TABLE seat (n INTEGER PRIMARY KEY, seat INTEGER NOT NULL);
CREATE TABLE season (first INTEGER PRIMARY KEY, size INTEGER NOT NULL, year INTEGER);
CREATE TABLE run (n INTEGER PRIMARY KEY, name TEXT NOT NULL, year INTEGER, size INTEGER NOT NULL);
CREATE TABLE part (n INTEGER PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE mask (name TEXT PRIMARY KEY, bits BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE gap (form INTEGER PRIMARY KEY);
"""

INDEXES = """
CREATE INDEX entity_type ON entity (type, popularity);
CREATE INDEX entity_year ON entity (year, type);
CREATE INDEX fact_subject ON fact (subject, property);
CREATE INDEX fact_entity ON fact (entity, property);
CREATE INDEX fact_role ON fact (role, property);
CREATE INDEX fact_film ON fact (film, property);
CREATE INDEX fact_property ON fact (property, entity, subject);
CREATE INDEX within_outer ON within (outer);
CREATE INDEX entity_pack ON entity (pack, type, n) WHERE own;
CREATE INDEX member_film ON member (film);
CREATE INDEX run_name ON run (name);
"""
"""Made last, when all rows are there."""

SCHEMA = TABLES + INDEXES
