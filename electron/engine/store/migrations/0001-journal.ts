/** The journal, its desks' keys, its checkpoints, and the tables that are never exchanged. */

const refuseChange = (table: string, act: 'UPDATE' | 'DELETE'): string =>
  `CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
BEGIN SELECT RAISE(ABORT, '${table}: nothing is changed, everything is entered'); END`

export const journal: string[] = [
  `CREATE TABLE desk_key (
  id INTEGER PRIMARY KEY,
  desk TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL
) STRICT`,
  // seq is the order of arrival here, which differs between desks; (desk, n) is the entry's own place.
  `CREATE TABLE entry (
  seq INTEGER PRIMARY KEY,
  desk INTEGER NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  based_on TEXT NOT NULL,
  generation INTEGER NOT NULL,
  hash BLOB NOT NULL
) STRICT`,
  'CREATE UNIQUE INDEX entry_place ON entry (desk, n)',
  'CREATE INDEX entry_subject ON entry (subject)',
  // Apart from its header, so that one body can be erased (个人信息保护法 §47) while the chain still verifies.
  `CREATE TABLE body (
  seq INTEGER PRIMARY KEY,
  salt BLOB,
  digest BLOB,
  body TEXT
) STRICT`,
  `CREATE TABLE checkpoint (
  desk INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (desk, n)
) STRICT, WITHOUT ROWID`,
  ...['entry', 'checkpoint', 'desk_key'].flatMap((table) => [
    refuseChange(table, 'UPDATE'),
    refuseChange(table, 'DELETE'),
  ]),
  refuseChange('body', 'DELETE'),
  `CREATE TRIGGER body_no_update BEFORE UPDATE ON body
WHEN NOT (NEW.seq = OLD.seq AND NEW.body IS NULL AND NEW.salt IS NULL AND NEW.digest IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'body: nothing is changed, everything is entered'); END`,
  // Local tables: never exchanged, untouched by a rebuild.
  `CREATE TABLE local_setting (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT`,
  `CREATE TABLE local_secret (
  name TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL
) STRICT`,
  `CREATE TABLE local_command (
  id TEXT PRIMARY KEY NOT NULL,
  operation TEXT NOT NULL,
  actor TEXT NOT NULL,
  answer TEXT NOT NULL
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE local_credential (
  person TEXT PRIMARY KEY NOT NULL,
  salt BLOB NOT NULL,
  verifier BLOB NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT`,
]
