-- Made by `npm run schema`; a test holds it against a fresh database. user_version 2

CREATE TABLE desk_key (
  id INTEGER PRIMARY KEY,
  desk TEXT NOT NULL UNIQUE,
  public_key BLOB NOT NULL
) STRICT;

CREATE TABLE entry (
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
) STRICT;

CREATE UNIQUE INDEX entry_place ON entry (desk, n);

CREATE INDEX entry_subject ON entry (subject);

CREATE TABLE body (
  seq INTEGER PRIMARY KEY,
  salt BLOB,
  digest BLOB,
  body TEXT
) STRICT;

CREATE TABLE checkpoint (
  desk INTEGER NOT NULL,
  n INTEGER NOT NULL,
  hash BLOB NOT NULL,
  signature BLOB NOT NULL,
  PRIMARY KEY (desk, n)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'entry: nothing is changed, everything is entered'); END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entry: nothing is changed, everything is entered'); END;

CREATE TRIGGER checkpoint_no_update BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint: nothing is changed, everything is entered'); END;

CREATE TRIGGER checkpoint_no_delete BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'checkpoint: nothing is changed, everything is entered'); END;

CREATE TRIGGER desk_key_no_update BEFORE UPDATE ON desk_key
BEGIN SELECT RAISE(ABORT, 'desk_key: nothing is changed, everything is entered'); END;

CREATE TRIGGER desk_key_no_delete BEFORE DELETE ON desk_key
BEGIN SELECT RAISE(ABORT, 'desk_key: nothing is changed, everything is entered'); END;

CREATE TRIGGER body_no_delete BEFORE DELETE ON body
BEGIN SELECT RAISE(ABORT, 'body: nothing is changed, everything is entered'); END;

CREATE TRIGGER body_no_update BEFORE UPDATE ON body
WHEN NOT (NEW.seq = OLD.seq AND NEW.body IS NULL AND NEW.salt IS NULL AND NEW.digest IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'body: nothing is changed, everything is entered'); END;

CREATE TABLE local_setting (
  name TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE local_secret (
  name TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE local_command (
  id TEXT PRIMARY KEY NOT NULL,
  operation TEXT NOT NULL,
  actor TEXT NOT NULL,
  answer TEXT NOT NULL
, at INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE TABLE local_credential (
  person TEXT PRIMARY KEY NOT NULL,
  salt BLOB NOT NULL,
  verifier BLOB NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  locked_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE balance (
  account TEXT PRIMARY KEY NOT NULL,
  amount INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX balance_stock ON balance (account) WHERE account glob 'item:*:stock:*' OR account glob 'item:*:value';

CREATE TABLE exception (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  on_date TEXT NOT NULL,
  person TEXT,
  values_json TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX exception_date ON exception (on_date, id);

CREATE TABLE found (
  doc INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;

CREATE INDEX found_subject ON found (subject);

CREATE VIRTUAL TABLE found_text USING fts5 (text, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2');

CREATE TABLE office (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE desk (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "desk" ANY AS (record ->> '$.desk') VIRTUAL,
  "letter" ANY AS (record ->> '$.letter') VIRTUAL
) STRICT;

CREATE INDEX desk_1 ON desk (desk);

CREATE TABLE book (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "class" ANY AS (record ->> '$.class') VIRTUAL,
  "holder" ANY AS (record ->> '$.holder') VIRTUAL,
  "year" ANY AS (record ->> '$.year') VIRTUAL,
  "book" ANY AS (record ->> '$.book') VIRTUAL
) STRICT;

CREATE INDEX book_1 ON book (class, holder, year);

CREATE TABLE person (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "staffNo" ANY AS (record ->> '$.staffNo') VIRTUAL,
  "name" ANY AS (record ->> '$.name') VIRTUAL,
  "post" ANY AS (record ->> '$.post') VIRTUAL,
  "moved" ANY AS (record ->> '$.posts[1].from') VIRTUAL,
  "department" ANY AS (record ->> '$.department.id') VIRTUAL,
  "employedTo" ANY AS (record ->> '$.employedTo') VIRTUAL
) STRICT;

CREATE INDEX person_1 ON person (staffNo);

CREATE INDEX person_2 ON person (name);

CREATE INDEX person_3 ON person (post);

CREATE INDEX person_4 ON person (moved) WHERE moved is not null;

CREATE TABLE department (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "name" ANY AS (record ->> '$.name') VIRTUAL
) STRICT;

CREATE TABLE contract (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL,
  "type" ANY AS (record ->> '$.type') VIRTUAL,
  "counterparty" ANY AS (record ->> '$.counterparty') VIRTUAL,
  "likeName" ANY AS (record ->> '$.likeName') VIRTUAL,
  "likeCode" ANY AS (record ->> '$.likeCode') VIRTUAL,
  "parent" ANY AS (record ->> '$.parent') VIRTUAL,
  "signedOn" ANY AS (record ->> '$.signedOn') VIRTUAL,
  "endsOn" ANY AS (record ->> '$.endsOn') VIRTUAL,
  "noticeOn" ANY AS (record ->> '$.noticeOn') VIRTUAL,
  "signatory" ANY AS (record ->> '$.signatory.id') VIRTUAL,
  "leaf" ANY AS (record ->> '$.grantedBy[#-1]') VIRTUAL
) STRICT;

CREATE INDEX contract_1 ON contract (number);

CREATE INDEX contract_2 ON contract (status, number);

CREATE INDEX contract_3 ON contract (type, number);

CREATE INDEX contract_4 ON contract (counterparty, number);

CREATE INDEX contract_5 ON contract (parent);

CREATE INDEX contract_6 ON contract (endsOn);

CREATE INDEX contract_7 ON contract (noticeOn);

CREATE INDEX contract_8 ON contract (likeName, signedOn);

CREATE INDEX contract_9 ON contract (likeCode, signedOn);

CREATE INDEX contract_10 ON contract (signatory, number) WHERE signatory is not null;

CREATE INDEX contract_11 ON contract (leaf, signedOn) WHERE leaf is not null;

CREATE TABLE delegation (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "delegator" ANY AS (record ->> '$.delegator') VIRTUAL,
  "parent" ANY AS (record ->> '$.parent') VIRTUAL,
  "delegate" ANY AS (record ->> '$.delegate') VIRTUAL,
  "post" ANY AS (record ->> '$.post') VIRTUAL,
  "validFrom" ANY AS (record ->> '$.validFrom') VIRTUAL,
  "validTo" ANY AS (record ->> '$.validTo') VIRTUAL,
  "revokedOn" ANY AS (record ->> '$.revokedOn') VIRTUAL,
  "cap" ANY AS (record ->> '$.limit') VIRTUAL
) STRICT;

CREATE INDEX delegation_1 ON delegation (number);

CREATE INDEX delegation_2 ON delegation (delegate, number);

CREATE INDEX delegation_3 ON delegation (post, number);

CREATE INDEX delegation_4 ON delegation (delegator, number);

CREATE INDEX delegation_5 ON delegation (parent);

CREATE INDEX delegation_6 ON delegation (validTo);

CREATE INDEX delegation_7 ON delegation (revokedOn, number) WHERE revokedOn is not null;

CREATE TABLE authority_check (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "person" ANY AS (record ->> '$.person.id') VIRTUAL,
  "contract" ANY AS (record ->> '$.asked.contract') VIRTUAL,
  "asOf" ANY AS (record ->> '$.asOf') VIRTUAL
) STRICT;

CREATE INDEX authority_check_1 ON authority_check (number);

CREATE INDEX authority_check_2 ON authority_check (person, number);

CREATE INDEX authority_check_3 ON authority_check (contract, number);

CREATE INDEX authority_check_4 ON authority_check (asOf, subject);

CREATE TABLE interest (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "person" ANY AS (record ->> '$.person') VIRTUAL,
  "declaredOn" ANY AS (record ->> '$.declaredOn') VIRTUAL
) STRICT;

CREATE INDEX interest_1 ON interest (person);

CREATE INDEX interest_2 ON interest (declaredOn);

CREATE TABLE revocation_notice (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "person" ANY AS (record ->> '$.person.id') VIRTUAL,
  "delegation" ANY AS (record ->> '$.delegation') VIRTUAL,
  "acknowledgedOn" ANY AS (record ->> '$.acknowledgedOn') VIRTUAL
) STRICT;

CREATE INDEX revocation_notice_1 ON revocation_notice (person, acknowledgedOn);

CREATE INDEX revocation_notice_2 ON revocation_notice (delegation);

CREATE TABLE exchange_rate (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "currency" ANY AS (record ->> '$.currency') VIRTUAL,
  "fromDate" ANY AS (record ->> '$.from') VIRTUAL,
  "withdrawnOn" ANY AS (record ->> '$.withdrawnOn') VIRTUAL
) STRICT;

CREATE INDEX exchange_rate_1 ON exchange_rate (currency, fromDate);

CREATE INDEX exchange_rate_2 ON exchange_rate (fromDate);

CREATE TABLE stock_closing (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "month" ANY AS (record ->> '$.month') VIRTUAL
) STRICT;

CREATE INDEX stock_closing_1 ON stock_closing (month, subject);

CREATE TABLE stock_method (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "from_month" ANY AS (record ->> '$.from') VIRTUAL
) STRICT;

CREATE TABLE supply_item (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "code" ANY AS (record ->> '$.code') VIRTUAL,
  "active" ANY AS (record ->> '$.active') VIRTUAL,
  "min" ANY AS (record ->> '$.min') VIRTUAL,
  "item_group" ANY AS (record ->> '$.group') VIRTUAL,
  "merged" ANY AS (record ->> '$.mergedInto') VIRTUAL
) STRICT;

CREATE INDEX supply_item_1 ON supply_item (active, code, subject);

CREATE INDEX supply_item_2 ON supply_item (code);

CREATE INDEX supply_item_3 ON supply_item (item_group, active, code, subject);

CREATE INDEX supply_item_4 ON supply_item (merged) WHERE merged is not null;

CREATE TABLE supply_place (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "name" ANY AS (record ->> '$.name') VIRTUAL
) STRICT;

CREATE INDEX supply_place_1 ON supply_place (name);

CREATE TABLE supply_group (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "name" ANY AS (record ->> '$.name') VIRTUAL
) STRICT;

CREATE INDEX supply_group_1 ON supply_group (name);

CREATE TABLE supply_slip (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.numbered.number') VIRTUAL,
  "verb" ANY AS (record ->> '$.verb') VIRTUAL,
  "recipient" ANY AS (record ->> '$.recipient.id') VIRTUAL,
  "date" ANY AS (record ->> '$.date') VIRTUAL,
  "request" ANY AS (record ->> '$.request.id') VIRTUAL,
  "original" ANY AS (record ->> '$.original.id') VIRTUAL,
  "reverses" ANY AS (record ->> '$.reverses.id') VIRTUAL
) STRICT;

CREATE TABLE stock_movement (
  date TEXT NOT NULL,
  slip TEXT NOT NULL,
  line INTEGER NOT NULL,
  verb TEXT,
  item TEXT,
  location TEXT,
  quantity INTEGER,
  amount INTEGER,
  used INTEGER,
  person TEXT,
  department TEXT,
  month TEXT,
  PRIMARY KEY (date, slip, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX supply_slip_1 ON supply_slip (number);

CREATE INDEX supply_slip_2 ON supply_slip (verb, subject);

CREATE INDEX supply_slip_3 ON supply_slip (recipient, subject) WHERE recipient is not null;

CREATE INDEX supply_slip_4 ON supply_slip (date, subject);

CREATE INDEX supply_slip_5 ON supply_slip (request, subject) WHERE request is not null;

CREATE INDEX supply_slip_6 ON supply_slip (original, subject) WHERE original is not null;

CREATE INDEX supply_slip_7 ON supply_slip (reverses, subject) WHERE reverses is not null;

CREATE TABLE supply_policy (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE supply_budget (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "year" ANY AS (record ->> '$.year') VIRTUAL
) STRICT;

CREATE INDEX supply_budget_1 ON supply_budget (year, subject);

CREATE TABLE supply_request (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.numbered.number') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL,
  "requester" ANY AS (record ->> '$.requester.id') VIRTUAL
) STRICT;

CREATE INDEX supply_request_1 ON supply_request (status, subject);

CREATE INDEX supply_request_2 ON supply_request (requester, subject);

CREATE TABLE purchase_request (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.numbered.number') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL
) STRICT;

CREATE INDEX purchase_request_1 ON purchase_request (number);

CREATE INDEX purchase_request_2 ON purchase_request (status, subject);

CREATE TABLE stocktake (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.numbered.number') VIRTUAL,
  "state" ANY AS (record ->> '$.state') VIRTUAL
) STRICT;

CREATE INDEX stocktake_1 ON stocktake (number);

CREATE INDEX stocktake_2 ON stocktake (state, subject);

CREATE TABLE stocktake_sheet (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "stocktake" ANY AS (record ->> '$.stocktake') VIRTUAL,
  "submission" ANY AS (record ->> '$.submission') VIRTUAL,
  "page" ANY AS (record ->> '$.page') VIRTUAL
) STRICT;

CREATE INDEX stocktake_sheet_1 ON stocktake_sheet (stocktake, submission, page);

CREATE TABLE stock_count (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "stocktake" ANY AS (record ->> '$.stocktake') VIRTUAL,
  "item" ANY AS (record ->> '$.item') VIRTUAL
) STRICT;

CREATE INDEX stock_count_1 ON stock_count (stocktake, item);

CREATE TABLE seal (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "code" ANY AS (record ->> '$.code') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL
) STRICT;

CREATE INDEX seal_1 ON seal (code);

CREATE TABLE seal_impression (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "seal" ANY AS (record ->> '$.seal') VIRTUAL
) STRICT;

CREATE INDEX seal_impression_1 ON seal_impression (seal);

CREATE TABLE seal_request (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL,
  "submitted" ANY AS (record ->> '$.submittedAt') VIRTUAL,
  "use_by" ANY AS (record ->> '$.useBy') VIRTUAL,
  "contract" ANY AS (record ->> '$.contract.id') VIRTUAL,
  "applicant" ANY AS (record ->> '$.applicant.id') VIRTUAL
) STRICT;

CREATE INDEX seal_request_1 ON seal_request (number);

CREATE INDEX seal_request_2 ON seal_request (status, submitted);

CREATE INDEX seal_request_3 ON seal_request (submitted);

CREATE INDEX seal_request_4 ON seal_request (applicant, submitted);

CREATE INDEX seal_request_5 ON seal_request (contract, submitted) WHERE contract is not null;

CREATE TABLE seal_use (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "odd_number" ANY AS (record ->> '$.oddNumber') VIRTUAL,
  "seal" ANY AS (record ->> '$.seal.id') VIRTUAL,
  "number_key" ANY AS (record ->> '$.numberKey') VIRTUAL,
  "date_key" ANY AS (record ->> '$.dateKey') VIRTUAL,
  "request" ANY AS (record ->> '$.request.id') VIRTUAL,
  "contract" ANY AS (record ->> '$.contract.id') VIRTUAL
) STRICT;

CREATE INDEX seal_use_1 ON seal_use (number_key);

CREATE INDEX seal_use_2 ON seal_use (seal, date_key);

CREATE INDEX seal_use_3 ON seal_use (date_key);

CREATE INDEX seal_use_4 ON seal_use (odd_number) WHERE odd_number is not null;

CREATE INDEX seal_use_5 ON seal_use (request, date_key) WHERE request is not null;

CREATE INDEX seal_use_6 ON seal_use (contract, date_key) WHERE contract is not null;

CREATE TABLE approval_route (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE absence (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "person" ANY AS (record ->> '$.person.id') VIRTUAL,
  "stand_in" ANY AS (record ->> '$.standIn.id') VIRTUAL,
  "next_stand_in" ANY AS (record ->> '$.nextStandIn.id') VIRTUAL,
  "until" ANY AS (record ->> '$.to') VIRTUAL
) STRICT;

CREATE INDEX absence_1 ON absence (person);

CREATE INDEX absence_2 ON absence (stand_in, until);

CREATE INDEX absence_3 ON absence (next_stand_in, until) WHERE next_stand_in is not null;

CREATE INDEX absence_4 ON absence (until);

CREATE TABLE seal_closing (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "seal" ANY AS (record ->> '$.seal.id') VIRTUAL,
  "period" ANY AS (record ->> '$.period') VIRTUAL
) STRICT;

CREATE INDEX seal_closing_1 ON seal_closing (seal, period);

CREATE INDEX seal_closing_2 ON seal_closing (period);

CREATE TABLE seal_blank (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "at" ANY AS (record ->> '$.at') VIRTUAL
) STRICT;

CREATE INDEX seal_blank_1 ON seal_blank (at);

CREATE TABLE seal_life_act (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "seal" ANY AS (record ->> '$.seal.id') VIRTUAL,
  "entered" ANY AS (record ->> '$.enteredAt') VIRTUAL
) STRICT;

CREATE INDEX seal_life_act_1 ON seal_life_act (seal, entered);

CREATE INDEX seal_life_act_2 ON seal_life_act (number);

CREATE TABLE seal_outing (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "seal" ANY AS (record ->> '$.seal.id') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL,
  "entered" ANY AS (record ->> '$.enteredAt') VIRTUAL,
  "due" ANY AS (record ->> '$.dueBackAt') VIRTUAL
) STRICT;

CREATE INDEX seal_outing_1 ON seal_outing (entered);

CREATE INDEX seal_outing_2 ON seal_outing (seal, entered);

CREATE INDEX seal_outing_3 ON seal_outing (status, due);

CREATE INDEX seal_outing_4 ON seal_outing (number);

CREATE TABLE seal_handover (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "seal" ANY AS (record ->> '$.seal.id') VIRTUAL,
  "status" ANY AS (record ->> '$.status') VIRTUAL,
  "entered" ANY AS (record ->> '$.offeredAt') VIRTUAL
) STRICT;

CREATE INDEX seal_handover_1 ON seal_handover (entered);

CREATE INDEX seal_handover_2 ON seal_handover (seal, entered);

CREATE INDEX seal_handover_3 ON seal_handover (status, entered);

CREATE INDEX seal_handover_4 ON seal_handover (number);

CREATE TABLE document (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "about" ANY AS (record ->> '$.of') VIRTUAL,
  "form" ANY AS (record ->> '$.form') VIRTUAL,
  "period" ANY AS (record ->> '$.period') VIRTUAL,
  "number" ANY AS (record ->> '$.number') VIRTUAL,
  "printed" ANY AS (record ->> '$.printedAt') VIRTUAL
) STRICT;

CREATE INDEX document_1 ON document (about, form, period);

CREATE INDEX document_2 ON document (printed);

CREATE INDEX document_3 ON document (number);

CREATE TABLE stamp_preset (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL
) STRICT;

CREATE TABLE exception_answer (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "exception" ANY AS (record ->> '$.exception') VIRTUAL,
  "act" ANY AS (record ->> '$.act') VIRTUAL
) STRICT;

CREATE INDEX exception_answer_1 ON exception_answer (exception, act);

CREATE TABLE attachment (
  subject TEXT PRIMARY KEY NOT NULL,
  generation INTEGER NOT NULL,
  last TEXT NOT NULL,
  heads TEXT NOT NULL,
  record TEXT NOT NULL,
  "owner" ANY AS (record ->> '$.of.subject') VIRTUAL,
  "file" ANY AS (record ->> '$.file') VIRTUAL,
  "erased" ANY AS (record ->> '$.erased.at') VIRTUAL,
  "aside" ANY AS (record ->> '$.setAside.at') VIRTUAL,
  "stamped" ANY AS (record ->> '$.stamped.original.file') VIRTUAL
) STRICT;

CREATE INDEX attachment_1 ON attachment (owner, subject);

CREATE INDEX attachment_2 ON attachment (file);

CREATE INDEX attachment_3 ON attachment (stamped);
