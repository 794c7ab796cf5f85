-- The tables of a ledger. See README.md beside this folder for what each is and how they join.
-- Everything is appended: nothing is ever updated or deleted. Donors, projects and sub-funds are
-- named by the entry that added them, documents by the entry that recorded them.

-- Which migrations made these tables, each by the SHA-256 of its text: a ledger that another build
-- made is told apart when it is opened.
CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

-- Reference: what the program knows, kept here too for whoever reads the file without it.
CREATE TABLE account (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  section TEXT NOT NULL
) STRICT;
CREATE TABLE currency (
  code TEXT PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z][A-Z]'),
  exponent INTEGER NOT NULL CHECK (exponent BETWEEN 0 AND 4),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE country (
  code TEXT PRIMARY KEY CHECK (code GLOB '[A-Z][A-Z][A-Z]'),
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE theme (
  code TEXT PRIMARY KEY,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE instrument (
  code TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  adopted TEXT NOT NULL CHECK (date(adopted, '+0 days') IS adopted),
  needed INTEGER NOT NULL CHECK (needed > 0),
  days INTEGER NOT NULL CHECK (days >= 0),
  convention TEXT REFERENCES instrument (code)
) STRICT, WITHOUT ROWID;
CREATE TABLE regional_organization (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. A batch is inserted last and seals its entries: see batch_seals.
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  first_entry INTEGER NOT NULL,
  last_entry INTEGER NOT NULL CHECK (last_entry >= first_entry),
  command TEXT NOT NULL,
  recorder TEXT NOT NULL,
  recorded_at TEXT NOT NULL
    CHECK (recorded_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9].[0-9][0-9][0-9][0-9][0-9][0-9]Z'),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE entry (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  batch INTEGER NOT NULL REFERENCES batch (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  series TEXT CHECK (length(series) = 3),
  year INTEGER,
  serial INTEGER CHECK (serial > 0),
  act INTEGER CHECK (act > 0),
  date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
  memo TEXT,
  source TEXT NOT NULL,
  reference TEXT,
  fingerprint TEXT,
  reverses INTEGER UNIQUE REFERENCES entry (seq),
  corrects INTEGER REFERENCES entry (seq),
  postings INTEGER NOT NULL CHECK (postings >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((series IS NULL) = (serial IS NULL) AND (serial IS NULL) = (act IS NULL)
    AND (act IS NULL) = (year IS NULL)),
  CHECK (series IS NULL OR act > 1 OR year = CAST(substr(date, 1, 4) AS INTEGER)),
  CHECK (length(memo) <= 4096 AND length(reference) <= 4096)
) STRICT;
CREATE UNIQUE INDEX entry_number ON entry (series, year, serial, act) WHERE series IS NOT NULL;
-- The batch that seals is looked for among its entries, and found by this.
CREATE INDEX entry_batch ON entry (batch);
-- The journal of a period is read in the order of its days, and never sorted.
CREATE INDEX entry_date ON entry (date);
CREATE INDEX entry_reference ON entry (reference, source, kind) WHERE reference IS NOT NULL;
CREATE INDEX entry_fingerprint ON entry (fingerprint, source, kind)
  WHERE reference IS NULL AND fingerprint IS NOT NULL;

CREATE TABLE posting (
  entry INTEGER NOT NULL REFERENCES entry (seq),
  line INTEGER NOT NULL CHECK (line > 0),
  account INTEGER NOT NULL REFERENCES account (number),
  date TEXT NOT NULL,
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (abs(amount) <= 1000000000000000),
  usd INTEGER NOT NULL CHECK (abs(usd) <= 1000000000000000),
  donor INTEGER REFERENCES entry (seq),
  project INTEGER REFERENCES entry (seq),
  document INTEGER REFERENCES entry (seq),
  source INTEGER REFERENCES entry (seq),
  allotment INTEGER REFERENCES entry (seq),
  biennium INTEGER CHECK (biennium % 2 = 0),
  PRIMARY KEY (entry, line),
  CHECK (currency <> 'USD' OR amount = usd),
  CHECK (amount <> 0 OR usd <> 0),
  CHECK (account < 800 OR (allotment IS NOT NULL AND project IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- What reports add up, whole in the index.
CREATE INDEX posting_totals
  ON posting (account, sub_fund, date, donor, project, document, currency, amount, usd, source);
-- What rules ask of one document.
CREATE INDEX posting_document ON posting (document, account) WHERE document IS NOT NULL;
CREATE INDEX posting_source ON posting (source, account, sub_fund, date, usd)
  WHERE source IS NOT NULL;
CREATE INDEX posting_allotment ON posting (allotment, account, sub_fund, date, usd)
  WHERE allotment IS NOT NULL;

-- Derived: what postings add up to by day, so that a sum over everything does not read every
-- posting. Written with each batch; verify adds it up anew. A line is kept apart where it names a
-- source, and a gift where its document is a contribution.
CREATE TABLE daily_total (
  account INTEGER NOT NULL,
  sub_fund INTEGER NOT NULL,
  date TEXT NOT NULL,
  currency TEXT NOT NULL,
  kept INTEGER NOT NULL,
  gift INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  usd INTEGER NOT NULL,
  PRIMARY KEY (account, sub_fund, date, currency, kept, gift)
) STRICT, WITHOUT ROWID;

-- Derived: the same up to the last day of each closing, so that what a sub-fund has does not read the
-- days that are closed. Written with the closing; verify adds it up anew.
CREATE TABLE closing_total (
  closing INTEGER NOT NULL REFERENCES closing (entry),
  account INTEGER NOT NULL,
  sub_fund INTEGER NOT NULL,
  currency TEXT NOT NULL,
  kept INTEGER NOT NULL,
  amount INTEGER NOT NULL,
  usd INTEGER NOT NULL,
  PRIMARY KEY (closing, account, sub_fund, currency, kept)
) STRICT, WITHOUT ROWID;

-- Derived: what is unobligated on each allotment, so that spending finds a project's open ones in
-- the order in which they are charged, however many are exhausted. Written with each entry; verify
-- adds it up anew.
CREATE TABLE unobligated (
  allotment INTEGER PRIMARY KEY REFERENCES allotment (entry),
  project INTEGER NOT NULL,
  pool INTEGER NOT NULL CHECK (pool IN (0, 1)),
  date TEXT NOT NULL,
  usd INTEGER NOT NULL
) STRICT;
CREATE INDEX unobligated_open ON unobligated (project, pool, date, allotment) WHERE usd > 0;

-- Master data, in versions: the newest version that holds on a day counts.
CREATE TABLE fund (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  title TEXT NOT NULL,
  start TEXT CHECK (date(start, '+0 days') IS start),
  note TEXT
) STRICT;
CREATE TABLE sub_fund (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  parent INTEGER REFERENCES entry (seq),
  recognition TEXT CHECK (recognition IN ('on-commitment', 'when-due', 'on-receipt')),
  holds_from TEXT CHECK (date(holds_from, '+0 days') IS holds_from)
) STRICT;
CREATE TABLE donor (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  donor INTEGER NOT NULL REFERENCES entry (seq),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('state', 'regional-organization', 'un-entity',
    'financial-institution', 'agency', 'ngo', 'foundation', 'private')),
  country TEXT REFERENCES country (code),
  holds_from TEXT CHECK (date(holds_from, '+0 days') IS holds_from)
) STRICT;
CREATE INDEX donor_versions ON donor (donor);
CREATE TABLE programme (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  programme INTEGER NOT NULL REFERENCES entry (seq),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  holds_from TEXT CHECK (date(holds_from, '+0 days') IS holds_from)
) STRICT;
CREATE TABLE mandate (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  mandate INTEGER NOT NULL REFERENCES entry (seq),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  holds_from TEXT CHECK (date(holds_from, '+0 days') IS holds_from)
) STRICT;
CREATE INDEX mandate_versions ON mandate (mandate);
CREATE TABLE project (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  project INTEGER NOT NULL REFERENCES entry (seq),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  scope TEXT CHECK (scope = 'global' OR scope LIKE 'regional:%'),
  programme INTEGER REFERENCES entry (seq),
  start TEXT CHECK (date(start, '+0 days') IS start),
  end TEXT CHECK (date(end, '+0 days') IS end AND (start IS NULL OR end >= start)),
  status TEXT NOT NULL
    CHECK (status IN ('pipeline', 'approved', 'ongoing', 'completed', 'closed', 'cancelled')),
  support_rate INTEGER CHECK (support_rate BETWEEN 0 AND 1000000),
  gender INTEGER CHECK (gender BETWEEN 0 AND 2),
  requested_by TEXT REFERENCES country (code),
  requested_on TEXT CHECK (date(requested_on, '+0 days') IS requested_on),
  holds_from TEXT CHECK (date(holds_from, '+0 days') IS holds_from)
) STRICT;
CREATE INDEX project_versions ON project (project);
CREATE TABLE project_theme (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  theme TEXT NOT NULL REFERENCES theme (code),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 1000000),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE project_country (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  country TEXT NOT NULL REFERENCES country (code),
  share INTEGER NOT NULL CHECK (share BETWEEN 1 AND 1000000),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE project_budget (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
  usd INTEGER NOT NULL CHECK (usd BETWEEN 0 AND 1000000000000000),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE project_partner (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  partner TEXT NOT NULL,
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE project_mandate (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  mandate INTEGER NOT NULL REFERENCES entry (seq),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_mandate_mandate ON project_mandate (mandate);
CREATE TABLE project_request (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  request INTEGER NOT NULL REFERENCES entry (seq),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX project_request_request ON project_request (request);
CREATE TABLE project_marker (
  entry INTEGER NOT NULL REFERENCES project (entry),
  line INTEGER NOT NULL,
  marker TEXT NOT NULL CHECK (marker IN ('environment', 'good-governance', 'trade-development', 'biodiversity', 'climate-mitigation', 'climate-adaptation',
    'desertification', 'maternal-health', 'disaster-risk', 'disability', 'nutrition', 'women', 'children')),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 2),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
-- The names by which things are found: code, name, aliases. The key is the text in lower case,
-- letters and digits only, marks dropped.
CREATE TABLE name (
  entry INTEGER NOT NULL REFERENCES entry (seq),
  line INTEGER NOT NULL,
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_key ON name (key, subject);
CREATE TABLE rate (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  effective TEXT NOT NULL CHECK (date(effective, '+0 days') IS effective),
  digits INTEGER NOT NULL CHECK (digits > 0),
  decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 12),
  source TEXT
) STRICT;
CREATE INDEX rate_in_force ON rate (currency, effective);
CREATE TABLE treaty_act (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  instrument TEXT NOT NULL REFERENCES instrument (code),
  country TEXT REFERENCES country (code),
  organization TEXT REFERENCES regional_organization (code),
  signature_date TEXT CHECK (date(signature_date, '+0 days') IS signature_date),
  signature_note TEXT,
  consent_date TEXT CHECK (date(consent_date, '+0 days') IS consent_date),
  consent_type TEXT CHECK (consent_type IN ('ratification', 'acceptance', 'approval', 'accession',
    'succession')),
  source TEXT,
  CHECK ((country IS NULL) <> (organization IS NULL)),
  CHECK (signature_date IS NOT NULL OR consent_date IS NOT NULL),
  CHECK (signature_date IS NOT NULL OR signature_note IS NULL),
  CHECK ((consent_date IS NULL) = (consent_type IS NULL))
) STRICT;
CREATE INDEX treaty_act_participant ON treaty_act (instrument, country, organization);

-- Documents.
CREATE TABLE opening (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  item TEXT NOT NULL CHECK (item IN ('cash', 'pledge', 'allotment', 'obligation')),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  usd INTEGER NOT NULL,
  rate INTEGER REFERENCES rate (entry),
  donor INTEGER REFERENCES entry (seq),
  earmark TEXT
) STRICT;
CREATE INDEX opening_donor ON opening (donor) WHERE donor IS NOT NULL;
CREATE TABLE pledge (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  donor INTEGER NOT NULL REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  announced INTEGER NOT NULL CHECK (announced IN (0, 1)),
  earmark TEXT,
  condition TEXT,
  use_by TEXT CHECK (date(use_by, '+0 days') IS use_by),
  support_rate INTEGER CHECK (support_rate BETWEEN 0 AND 1000000),
  paper TEXT
) STRICT;
CREATE INDEX pledge_donor ON pledge (donor);
CREATE INDEX pledge_earmark ON pledge (earmark) WHERE earmark IS NOT NULL;
CREATE TABLE instalment (
  entry INTEGER NOT NULL REFERENCES pledge (entry),
  line INTEGER NOT NULL,
  due TEXT NOT NULL CHECK (date(due, '+0 days') IS due),
  amount INTEGER NOT NULL CHECK (amount > 0),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE commitment (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  pledge INTEGER NOT NULL REFERENCES pledge (entry),
  paper TEXT NOT NULL
) STRICT;
CREATE INDEX commitment_pledge ON commitment (pledge);
CREATE TABLE contribution (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  donor INTEGER NOT NULL REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  pledge INTEGER REFERENCES pledge (entry),
  applied INTEGER CHECK (applied >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('cash', 'in-kind', 'confiscated-proceeds')),
  channel TEXT,
  earmark TEXT,
  support_rate INTEGER CHECK (support_rate BETWEEN 0 AND 1000000),
  for_biennium INTEGER CHECK (for_biennium % 2 = 0),
  CHECK ((pledge IS NULL) = (applied IS NULL))
) STRICT;
CREATE INDEX contribution_donor ON contribution (donor);
CREATE INDEX contribution_pledge ON contribution (pledge) WHERE pledge IS NOT NULL;
CREATE INDEX contribution_earmark ON contribution (earmark) WHERE earmark IS NOT NULL;
CREATE TABLE refund (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  donor INTEGER NOT NULL REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  contribution INTEGER REFERENCES entry (seq)
) STRICT;
CREATE INDEX refund_donor ON refund (donor);
CREATE TABLE adjustment (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  debit TEXT NOT NULL REFERENCES account (name),
  credit TEXT NOT NULL REFERENCES account (name),
  paper TEXT NOT NULL
) STRICT;
CREATE TABLE allotment (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  project INTEGER NOT NULL REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  money INTEGER REFERENCES entry (seq),
  named INTEGER REFERENCES entry (seq),
  support INTEGER NOT NULL CHECK (support BETWEEN 0 AND 1000000),
  paper TEXT
) STRICT;
CREATE INDEX allotment_project ON allotment (project);
CREATE INDEX allotment_named ON allotment (named) WHERE named IS NOT NULL;
CREATE TABLE allotment_change (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  allotment INTEGER NOT NULL REFERENCES allotment (entry),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  paper TEXT
) STRICT;
CREATE INDEX allotment_change_allotment ON allotment_change (allotment);
CREATE TABLE obligation (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  project INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  class TEXT NOT NULL,
  payee TEXT,
  allotment INTEGER REFERENCES allotment (entry)
) STRICT;
CREATE INDEX obligation_project ON obligation (project);
CREATE TABLE obligation_change (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  obligation INTEGER NOT NULL REFERENCES obligation (entry),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  usd INTEGER NOT NULL CHECK (usd <> 0),
  rate INTEGER REFERENCES rate (entry)
) STRICT;
CREATE INDEX obligation_change_obligation ON obligation_change (obligation);
CREATE TABLE disbursement (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  project INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  obligation INTEGER REFERENCES obligation (entry),
  settles INTEGER CHECK (settles > 0),
  class TEXT,
  allotment INTEGER REFERENCES allotment (entry),
  payee TEXT,
  CHECK ((obligation IS NULL) = (settles IS NULL) AND (obligation IS NULL) = (class IS NOT NULL))
) STRICT;
CREATE INDEX disbursement_obligation ON disbursement (obligation) WHERE obligation IS NOT NULL;
CREATE INDEX disbursement_project ON disbursement (project);
CREATE TABLE recovery (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  document INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry)
) STRICT;
CREATE INDEX recovery_document ON recovery (document);
CREATE TABLE cash_act (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  contribution INTEGER REFERENCES entry (seq)
) STRICT;
CREATE INDEX cash_act_contribution ON cash_act (contribution) WHERE contribution IS NOT NULL;
CREATE TABLE transfer (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  from_fund INTEGER NOT NULL REFERENCES entry (seq),
  to_fund INTEGER NOT NULL REFERENCES entry (seq) CHECK (to_fund <> from_fund),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  contribution INTEGER REFERENCES entry (seq),
  paper TEXT,
  settles INTEGER NOT NULL CHECK (settles IN (0, 1))
) STRICT;
CREATE INDEX transfer_contribution ON transfer (contribution) WHERE contribution IS NOT NULL;
CREATE TABLE exchange (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  sold_currency TEXT NOT NULL REFERENCES currency (code) CHECK (sold_currency <> currency),
  sold INTEGER NOT NULL CHECK (sold > 0),
  sold_usd INTEGER NOT NULL CHECK (sold_usd > 0),
  sold_rate INTEGER REFERENCES rate (entry)
) STRICT;
CREATE TABLE revaluation (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  mirrors INTEGER REFERENCES revaluation (entry)
) STRICT;
CREATE TABLE write_off (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  pledge INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  carried INTEGER NOT NULL CHECK (carried >= 0),
  reason TEXT NOT NULL
    CHECK (reason IN ('donor-withdrew', 'lapsed', 'superseded', 'exchange', 'reduced')),
  paper TEXT
) STRICT;
CREATE INDEX write_off_pledge ON write_off (pledge);
CREATE TABLE pledge_increase (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  pledge INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  due TEXT NOT NULL CHECK (date(due, '+0 days') IS due),
  paper TEXT NOT NULL
) STRICT;
CREATE INDEX pledge_increase_pledge ON pledge_increase (pledge);
CREATE TABLE earmark_change (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  document INTEGER NOT NULL REFERENCES entry (seq),
  earmark TEXT NOT NULL,
  paper TEXT NOT NULL
) STRICT;
CREATE INDEX earmark_change_document ON earmark_change (document);
CREATE TABLE donor_change (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  contribution INTEGER NOT NULL REFERENCES entry (seq),
  donor INTEGER NOT NULL REFERENCES entry (seq),
  paper TEXT NOT NULL
) STRICT;
CREATE INDEX donor_change_contribution ON donor_change (contribution);
CREATE INDEX donor_change_donor ON donor_change (donor);
-- Memoranda, which move no money of the Fund's: who asked for assistance, and what other funds give.
CREATE TABLE request (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  country TEXT NOT NULL REFERENCES country (code),
  paper TEXT NOT NULL
) STRICT;
CREATE TABLE request_theme (
  entry INTEGER NOT NULL REFERENCES request (entry),
  line INTEGER NOT NULL,
  theme TEXT NOT NULL REFERENCES theme (code),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE co_funding (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  project INTEGER NOT NULL REFERENCES entry (seq),
  fund TEXT NOT NULL,
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL CHECK (amount > 0),
  usd INTEGER NOT NULL CHECK (usd > 0),
  rate INTEGER REFERENCES rate (entry),
  paper TEXT
) STRICT;
CREATE INDEX co_funding_project ON co_funding (project);
-- The end of a biennium: what stood on every account, and what was open.
CREATE TABLE closing (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  through TEXT NOT NULL
    CHECK (date(through, '+0 days') IS through AND through LIKE '____-12-31'
      AND CAST(substr(through, 1, 4) AS INTEGER) % 2 = 1)
) STRICT;
CREATE TABLE closing_balance (
  entry INTEGER NOT NULL REFERENCES closing (entry),
  line INTEGER NOT NULL,
  account INTEGER NOT NULL REFERENCES account (number),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  donor INTEGER REFERENCES entry (seq),
  project INTEGER REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL,
  usd INTEGER NOT NULL,
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX closing_balance_totals
  ON closing_balance (entry, account, sub_fund, donor, project, currency, amount, usd);
CREATE TABLE closing_item (
  entry INTEGER NOT NULL REFERENCES closing (entry),
  line INTEGER NOT NULL,
  item TEXT NOT NULL
    CHECK (item IN ('pledge', 'contribution', 'allotment', 'obligation', 'deferred')),
  document INTEGER NOT NULL REFERENCES entry (seq),
  allotment INTEGER REFERENCES entry (seq),
  sub_fund INTEGER NOT NULL REFERENCES entry (seq),
  currency TEXT NOT NULL REFERENCES currency (code),
  amount INTEGER NOT NULL,
  usd INTEGER NOT NULL,
  biennium INTEGER CHECK (biennium % 2 = 0),
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE reopening (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  closing INTEGER NOT NULL UNIQUE REFERENCES closing (entry),
  reason TEXT NOT NULL
) STRICT;
CREATE TABLE falling_due (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  pledge INTEGER NOT NULL REFERENCES pledge (entry),
  biennium INTEGER NOT NULL CHECK (biennium % 2 = 0)
) STRICT;
CREATE INDEX falling_due_pledge ON falling_due (pledge);
CREATE TABLE deferred_income (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  contribution INTEGER NOT NULL REFERENCES entry (seq),
  biennium INTEGER NOT NULL CHECK (biennium % 2 = 0)
) STRICT;
-- The register of references: money that others report. It is in no posting and no total.
CREATE TABLE activity_report (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  activity INTEGER NOT NULL REFERENCES entry (seq),
  publisher TEXT NOT NULL,
  publisher_name TEXT,
  publisher_kind TEXT,
  identifier TEXT NOT NULL,
  title TEXT,
  version TEXT,
  hierarchy INTEGER,
  parent TEXT,
  status TEXT,
  start TEXT CHECK (date(start, '+0 days') IS start),
  end TEXT CHECK (date(end, '+0 days') IS end),
  own_number TEXT,
  currency TEXT,
  sectors TEXT,
  sectors_given TEXT,
  countries TEXT,
  countries_given TEXT,
  gender INTEGER,
  aid_types TEXT,
  updated TEXT
) STRICT;
CREATE INDEX activity_report_identifier ON activity_report (identifier, publisher);
CREATE INDEX activity_report_activity ON activity_report (activity);
CREATE TABLE reported_flow (
  entry INTEGER NOT NULL REFERENCES activity_report (entry),
  line INTEGER NOT NULL,
  activity INTEGER NOT NULL REFERENCES entry (seq),
  content INTEGER NOT NULL,
  type INTEGER NOT NULL CHECK (type BETWEEN 1 AND 13),
  date TEXT NOT NULL CHECK (date(date, '+0 days') IS date),
  value_date TEXT NOT NULL CHECK (date(value_date, '+0 days') IS value_date),
  currency TEXT NOT NULL REFERENCES currency (code),
  by_default INTEGER NOT NULL CHECK (by_default IN (0, 1)),
  amount INTEGER NOT NULL CHECK (abs(amount) <= 1000000000000000),
  given TEXT,
  reference TEXT,
  note TEXT,
  provider_ref TEXT,
  provider TEXT,
  provider_kind TEXT,
  provider_activity TEXT,
  receiver_ref TEXT,
  receiver TEXT,
  receiver_kind TEXT,
  receiver_activity TEXT,
  aid_types TEXT,
  sectors TEXT,
  sectors_given TEXT,
  countries TEXT,
  countries_given TEXT,
  PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX reported_flow_activity ON reported_flow (activity, content);
CREATE INDEX reported_flow_date ON reported_flow (date);
CREATE TABLE flow_withdrawal (
  entry INTEGER NOT NULL REFERENCES activity_report (entry),
  line INTEGER NOT NULL,
  flow_entry INTEGER NOT NULL,
  flow_line INTEGER NOT NULL,
  PRIMARY KEY (entry, line),
  FOREIGN KEY (flow_entry, flow_line) REFERENCES reported_flow (entry, line)
) STRICT, WITHOUT ROWID;
CREATE INDEX flow_withdrawal_flow ON flow_withdrawal (flow_entry, flow_line);
CREATE TABLE reversal (
  entry INTEGER PRIMARY KEY REFERENCES entry (seq),
  reason TEXT NOT NULL
) STRICT;

-- The schema defends itself against every program that opens the file, this one included.

-- An entry takes the next place and the next number, and a reference that nothing living holds.
CREATE TRIGGER entry_next BEFORE INSERT ON entry BEGIN
  SELECT raise(ABORT, 'J6: entries are numbered without a gap')
    WHERE NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM entry);
  SELECT raise(ABORT, 'J5: an entry belongs to the batch being recorded')
    WHERE NEW.batch IS NOT (SELECT coalesce(max(id), 0) + 1 FROM batch);
  SELECT raise(ABORT, 'J6: documents are numbered without a gap')
    WHERE NEW.act = 1 AND NEW.serial IS NOT (
      SELECT coalesce(max(serial), 0) + 1 FROM entry
      WHERE series = NEW.series AND year = NEW.year);
  SELECT raise(ABORT, 'J6: acts on a document are numbered without a gap')
    WHERE NEW.act > 1 AND NEW.act IS NOT (
      SELECT max(act) + 1 FROM entry
      WHERE series = NEW.series AND year = NEW.year AND serial = NEW.serial);
END;
CREATE TRIGGER entry_open BEFORE INSERT ON entry
  WHEN NEW.series IS NOT NULL AND NEW.kind NOT IN ('closing', 'reopening')
BEGIN
  SELECT raise(ABORT, 'J10: the biennium is closed')
    WHERE NEW.date <= (
      SELECT max(through) FROM closing
      WHERE NOT EXISTS (SELECT 1 FROM reopening WHERE reopening.closing = closing.entry));
END;
CREATE TRIGGER entry_reverses BEFORE INSERT ON entry WHEN NEW.reverses IS NOT NULL BEGIN
  SELECT raise(ABORT, 'J8: a reversal names an earlier entry that is no reversal')
    WHERE NEW.kind IS NOT 'reversal'
      OR (SELECT kind FROM entry WHERE seq = NEW.reverses) IN ('reversal', 'fund', 'closing', 'reopening')
      OR NEW.reverses >= NEW.seq;
  SELECT raise(ABORT, 'J8: an entry is reversed once')
    WHERE EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
END;
CREATE TRIGGER entry_reference_free BEFORE INSERT ON entry WHEN NEW.reference IS NOT NULL BEGIN
  SELECT raise(ABORT, 'E5: a reference names one living document')
    WHERE EXISTS (
      SELECT 1 FROM entry AS known
      WHERE known.reference = NEW.reference AND known.source = NEW.source
        AND known.kind = NEW.kind
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = known.seq));
END;

-- A participant signs an instrument once and is bound by it once, or it would be counted twice.
CREATE TRIGGER treaty_act_new BEFORE INSERT ON treaty_act BEGIN
  SELECT raise(ABORT, 'T1: what a participant did about an instrument stands once')
    WHERE EXISTS (
      SELECT 1 FROM treaty_act AS known
      WHERE known.instrument = NEW.instrument
        AND known.country IS NEW.country AND known.organization IS NEW.organization
        AND ((known.signature_date IS NOT NULL AND NEW.signature_date IS NOT NULL)
          OR (known.consent_date IS NOT NULL AND NEW.consent_date IS NOT NULL))
        AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = known.entry));
END;

-- A posting belongs to an entry that is being recorded.
CREATE TRIGGER posting_open BEFORE INSERT ON posting BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: a line stands once')
    WHERE EXISTS (SELECT 1 FROM posting WHERE entry = NEW.entry AND line = NEW.line);
END;

-- The seal: a batch is recorded whole, balanced and in its place, or not at all.
CREATE TRIGGER batch_seals BEFORE INSERT ON batch BEGIN
  SELECT raise(ABORT, 'J6: batches are numbered without a gap')
    WHERE NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM batch)
      OR NEW.first_entry IS NOT
        coalesce((SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1), 0) + 1
      OR NEW.last_entry IS NOT (SELECT max(seq) FROM entry);
  SELECT raise(ABORT, 'J5: the entries of a batch follow one another')
    WHERE (SELECT count(*) FROM entry
        WHERE seq BETWEEN NEW.first_entry AND NEW.last_entry AND batch = NEW.id)
      <> NEW.last_entry - NEW.first_entry + 1;
  SELECT raise(ABORT, 'E1: the seal bears the hash of its last entry')
    WHERE NEW.hash IS NOT (SELECT hash FROM entry WHERE seq = NEW.last_entry);
  SELECT raise(ABORT, 'M6: the clock of recording does not run backwards')
    WHERE NEW.recorded_at < (SELECT recorded_at FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J1: the lines of an entry are counted')
    WHERE EXISTS (
      SELECT 1 FROM entry
      WHERE seq BETWEEN NEW.first_entry AND NEW.last_entry
        AND postings <> (SELECT count(*) FROM posting WHERE posting.entry = seq));
  SELECT raise(ABORT, 'J1: lines bear the date of their entry')
    WHERE EXISTS (
      SELECT 1 FROM posting JOIN entry ON entry.seq = posting.entry
      WHERE posting.entry BETWEEN NEW.first_entry AND NEW.last_entry
        AND posting.date <> entry.date);
  SELECT raise(ABORT, 'J3: an entry does not add up to zero in US dollars in every sub-fund')
    WHERE EXISTS (
      SELECT 1 FROM posting WHERE entry BETWEEN NEW.first_entry AND NEW.last_entry
      GROUP BY entry, sub_fund, account >= 800, iif(account >= 800, allotment, NULL)
      HAVING sum(usd) <> 0);
  SELECT raise(ABORT, 'J3: what sub-funds owe one another is not zero over all of them')
    WHERE EXISTS (
      SELECT 1 FROM posting
      WHERE entry BETWEEN NEW.first_entry AND NEW.last_entry AND +account = 103
      GROUP BY entry HAVING sum(usd) <> 0);
  SELECT raise(ABORT, 'J3: two currencies that meet are not worth the same')
    WHERE EXISTS (
      SELECT 1 FROM posting
      WHERE entry BETWEEN NEW.first_entry AND NEW.last_entry AND +account = 701
      GROUP BY entry, sub_fund HAVING sum(usd) <> 0);
  SELECT raise(ABORT, 'J2: an entry does not add up to zero in each currency in every sub-fund')
    WHERE EXISTS (
      SELECT 1 FROM posting
      WHERE entry BETWEEN NEW.first_entry AND NEW.last_entry AND currency <> 'USD'
      GROUP BY entry, sub_fund, currency HAVING sum(amount) <> 0);
END;

-- Nothing is changed, nothing is removed; and what replaces a row (which no trigger on DELETE sees)
-- is refused before it is inserted.
CREATE TRIGGER migration_no_update BEFORE UPDATE ON migration BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER migration_no_delete BEFORE DELETE ON migration BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER migration_once BEFORE INSERT ON migration BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM migration WHERE version = NEW.version);
END;
CREATE TRIGGER account_no_update BEFORE UPDATE ON account BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER account_no_delete BEFORE DELETE ON account BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER currency_no_update BEFORE UPDATE ON currency BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER currency_no_delete BEFORE DELETE ON currency BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER currency_once BEFORE INSERT ON currency BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM currency WHERE code = NEW.code);
END;
CREATE TRIGGER country_no_update BEFORE UPDATE ON country BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER country_no_delete BEFORE DELETE ON country BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER country_once BEFORE INSERT ON country BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM country WHERE code = NEW.code);
END;
CREATE TRIGGER theme_no_update BEFORE UPDATE ON theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER theme_no_delete BEFORE DELETE ON theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER theme_once BEFORE INSERT ON theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM theme WHERE code = NEW.code);
END;
CREATE TRIGGER instrument_no_update BEFORE UPDATE ON instrument BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER instrument_no_delete BEFORE DELETE ON instrument BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER instrument_once BEFORE INSERT ON instrument BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM instrument WHERE code = NEW.code);
END;
CREATE TRIGGER regional_organization_no_update BEFORE UPDATE ON regional_organization BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER regional_organization_no_delete BEFORE DELETE ON regional_organization BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER regional_organization_once BEFORE INSERT ON regional_organization BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM regional_organization WHERE code = NEW.code);
END;
CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER fund_no_update BEFORE UPDATE ON fund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER fund_no_delete BEFORE DELETE ON fund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER fund_once BEFORE INSERT ON fund BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM fund WHERE entry = NEW.entry);
END;
CREATE TRIGGER sub_fund_no_update BEFORE UPDATE ON sub_fund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER sub_fund_no_delete BEFORE DELETE ON sub_fund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER sub_fund_once BEFORE INSERT ON sub_fund BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM sub_fund WHERE entry = NEW.entry);
END;
CREATE TRIGGER donor_no_update BEFORE UPDATE ON donor BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER donor_no_delete BEFORE DELETE ON donor BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER donor_once BEFORE INSERT ON donor BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM donor WHERE entry = NEW.entry);
END;
CREATE TRIGGER programme_no_update BEFORE UPDATE ON programme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER programme_no_delete BEFORE DELETE ON programme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER programme_once BEFORE INSERT ON programme BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM programme WHERE entry = NEW.entry);
END;
CREATE TRIGGER project_no_update BEFORE UPDATE ON project BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_no_delete BEFORE DELETE ON project BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_once BEFORE INSERT ON project BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project WHERE entry = NEW.entry);
END;
CREATE TRIGGER project_theme_no_update BEFORE UPDATE ON project_theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_theme_no_delete BEFORE DELETE ON project_theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_theme_once BEFORE INSERT ON project_theme BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_theme WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER project_country_no_update BEFORE UPDATE ON project_country BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_country_no_delete BEFORE DELETE ON project_country BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_country_once BEFORE INSERT ON project_country BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_country WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER project_budget_no_update BEFORE UPDATE ON project_budget BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_budget_no_delete BEFORE DELETE ON project_budget BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_budget_once BEFORE INSERT ON project_budget BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_budget WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER project_partner_no_update BEFORE UPDATE ON project_partner BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_partner_no_delete BEFORE DELETE ON project_partner BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_partner_once BEFORE INSERT ON project_partner BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_partner WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER name_no_update BEFORE UPDATE ON name BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER name_no_delete BEFORE DELETE ON name BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER name_once BEFORE INSERT ON name BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM name WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER rate_no_update BEFORE UPDATE ON rate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER rate_no_delete BEFORE DELETE ON rate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER rate_once BEFORE INSERT ON rate BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM rate WHERE entry = NEW.entry);
END;
CREATE TRIGGER treaty_act_no_update BEFORE UPDATE ON treaty_act BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER treaty_act_no_delete BEFORE DELETE ON treaty_act BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER treaty_act_once BEFORE INSERT ON treaty_act BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM treaty_act WHERE entry = NEW.entry);
END;
CREATE TRIGGER opening_no_update BEFORE UPDATE ON opening BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER opening_no_delete BEFORE DELETE ON opening BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER opening_once BEFORE INSERT ON opening BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM opening WHERE entry = NEW.entry);
END;
CREATE TRIGGER pledge_no_update BEFORE UPDATE ON pledge BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER pledge_no_delete BEFORE DELETE ON pledge BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER pledge_once BEFORE INSERT ON pledge BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM pledge WHERE entry = NEW.entry);
END;
CREATE TRIGGER instalment_no_update BEFORE UPDATE ON instalment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER instalment_no_delete BEFORE DELETE ON instalment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER instalment_once BEFORE INSERT ON instalment BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM instalment WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER commitment_no_update BEFORE UPDATE ON commitment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER commitment_no_delete BEFORE DELETE ON commitment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER commitment_once BEFORE INSERT ON commitment BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM commitment WHERE entry = NEW.entry);
END;
CREATE TRIGGER contribution_no_update BEFORE UPDATE ON contribution BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER contribution_no_delete BEFORE DELETE ON contribution BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER contribution_once BEFORE INSERT ON contribution BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM contribution WHERE entry = NEW.entry);
END;
CREATE TRIGGER refund_no_update BEFORE UPDATE ON refund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER refund_no_delete BEFORE DELETE ON refund BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER refund_once BEFORE INSERT ON refund BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM refund WHERE entry = NEW.entry);
END;
CREATE TRIGGER adjustment_no_update BEFORE UPDATE ON adjustment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER adjustment_no_delete BEFORE DELETE ON adjustment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER adjustment_once BEFORE INSERT ON adjustment BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM adjustment WHERE entry = NEW.entry);
END;
CREATE TRIGGER reversal_no_update BEFORE UPDATE ON reversal BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reversal_no_delete BEFORE DELETE ON reversal BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reversal_once BEFORE INSERT ON reversal BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM reversal WHERE entry = NEW.entry);
END;
CREATE TRIGGER allotment_no_update BEFORE UPDATE ON allotment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER allotment_no_delete BEFORE DELETE ON allotment BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER allotment_once BEFORE INSERT ON allotment BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM allotment WHERE entry = NEW.entry);
END;
CREATE TRIGGER allotment_change_no_update BEFORE UPDATE ON allotment_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER allotment_change_no_delete BEFORE DELETE ON allotment_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER allotment_change_once BEFORE INSERT ON allotment_change BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM allotment_change WHERE entry = NEW.entry);
END;
CREATE TRIGGER obligation_no_update BEFORE UPDATE ON obligation BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER obligation_no_delete BEFORE DELETE ON obligation BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER obligation_once BEFORE INSERT ON obligation BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM obligation WHERE entry = NEW.entry);
END;
CREATE TRIGGER obligation_change_no_update BEFORE UPDATE ON obligation_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER obligation_change_no_delete BEFORE DELETE ON obligation_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER obligation_change_once BEFORE INSERT ON obligation_change BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM obligation_change WHERE entry = NEW.entry);
END;
CREATE TRIGGER disbursement_no_update BEFORE UPDATE ON disbursement BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER disbursement_no_delete BEFORE DELETE ON disbursement BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER disbursement_once BEFORE INSERT ON disbursement BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM disbursement WHERE entry = NEW.entry);
END;
CREATE TRIGGER recovery_no_update BEFORE UPDATE ON recovery BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER recovery_no_delete BEFORE DELETE ON recovery BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER recovery_once BEFORE INSERT ON recovery BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM recovery WHERE entry = NEW.entry);
END;
CREATE TRIGGER cash_act_no_update BEFORE UPDATE ON cash_act BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER cash_act_no_delete BEFORE DELETE ON cash_act BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER cash_act_once BEFORE INSERT ON cash_act BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM cash_act WHERE entry = NEW.entry);
END;
CREATE TRIGGER transfer_no_update BEFORE UPDATE ON transfer BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER transfer_no_delete BEFORE DELETE ON transfer BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER transfer_once BEFORE INSERT ON transfer BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM transfer WHERE entry = NEW.entry);
END;
CREATE TRIGGER exchange_no_update BEFORE UPDATE ON exchange BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER exchange_no_delete BEFORE DELETE ON exchange BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER exchange_once BEFORE INSERT ON exchange BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM exchange WHERE entry = NEW.entry);
END;
CREATE TRIGGER revaluation_no_update BEFORE UPDATE ON revaluation BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER revaluation_no_delete BEFORE DELETE ON revaluation BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER revaluation_once BEFORE INSERT ON revaluation BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM revaluation WHERE entry = NEW.entry);
END;
CREATE TRIGGER write_off_no_update BEFORE UPDATE ON write_off BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER write_off_no_delete BEFORE DELETE ON write_off BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER write_off_once BEFORE INSERT ON write_off BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM write_off WHERE entry = NEW.entry);
END;
CREATE TRIGGER pledge_increase_no_update BEFORE UPDATE ON pledge_increase BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER pledge_increase_no_delete BEFORE DELETE ON pledge_increase BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER pledge_increase_once BEFORE INSERT ON pledge_increase BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM pledge_increase WHERE entry = NEW.entry);
END;
CREATE TRIGGER earmark_change_no_update BEFORE UPDATE ON earmark_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER earmark_change_no_delete BEFORE DELETE ON earmark_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER earmark_change_once BEFORE INSERT ON earmark_change BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM earmark_change WHERE entry = NEW.entry);
END;
CREATE TRIGGER donor_change_no_update BEFORE UPDATE ON donor_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER donor_change_no_delete BEFORE DELETE ON donor_change BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER donor_change_once BEFORE INSERT ON donor_change BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM donor_change WHERE entry = NEW.entry);
END;
CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_once BEFORE INSERT ON closing BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM closing WHERE entry = NEW.entry);
END;
CREATE TRIGGER closing_balance_no_update BEFORE UPDATE ON closing_balance BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_balance_no_delete BEFORE DELETE ON closing_balance BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_balance_once BEFORE INSERT ON closing_balance BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM closing_balance WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER closing_item_no_update BEFORE UPDATE ON closing_item BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_item_no_delete BEFORE DELETE ON closing_item BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER closing_item_once BEFORE INSERT ON closing_item BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM closing_item WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER reopening_no_update BEFORE UPDATE ON reopening BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reopening_no_delete BEFORE DELETE ON reopening BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reopening_once BEFORE INSERT ON reopening BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM reopening WHERE entry = NEW.entry);
END;
CREATE TRIGGER falling_due_no_update BEFORE UPDATE ON falling_due BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER falling_due_no_delete BEFORE DELETE ON falling_due BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER falling_due_once BEFORE INSERT ON falling_due BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM falling_due WHERE entry = NEW.entry);
END;
CREATE TRIGGER deferred_income_no_update BEFORE UPDATE ON deferred_income BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER deferred_income_no_delete BEFORE DELETE ON deferred_income BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER deferred_income_once BEFORE INSERT ON deferred_income BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM deferred_income WHERE entry = NEW.entry);
END;
CREATE TRIGGER activity_report_no_update BEFORE UPDATE ON activity_report BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER activity_report_no_delete BEFORE DELETE ON activity_report BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER activity_report_once BEFORE INSERT ON activity_report BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM activity_report WHERE entry = NEW.entry);
END;
CREATE TRIGGER reported_flow_no_update BEFORE UPDATE ON reported_flow BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reported_flow_no_delete BEFORE DELETE ON reported_flow BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER reported_flow_once BEFORE INSERT ON reported_flow BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM reported_flow WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER flow_withdrawal_no_update BEFORE UPDATE ON flow_withdrawal BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER flow_withdrawal_no_delete BEFORE DELETE ON flow_withdrawal BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER flow_withdrawal_once BEFORE INSERT ON flow_withdrawal BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM flow_withdrawal WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER mandate_no_update BEFORE UPDATE ON mandate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER mandate_no_delete BEFORE DELETE ON mandate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER mandate_once BEFORE INSERT ON mandate BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM mandate WHERE entry = NEW.entry);
END;
CREATE TRIGGER project_mandate_no_update BEFORE UPDATE ON project_mandate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_mandate_no_delete BEFORE DELETE ON project_mandate BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_mandate_once BEFORE INSERT ON project_mandate BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_mandate WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER project_request_no_update BEFORE UPDATE ON project_request BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_request_no_delete BEFORE DELETE ON project_request BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_request_once BEFORE INSERT ON project_request BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_request WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER project_marker_no_update BEFORE UPDATE ON project_marker BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_marker_no_delete BEFORE DELETE ON project_marker BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER project_marker_once BEFORE INSERT ON project_marker BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM project_marker WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER request_no_update BEFORE UPDATE ON request BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER request_no_delete BEFORE DELETE ON request BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER request_once BEFORE INSERT ON request BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM request WHERE entry = NEW.entry);
END;
CREATE TRIGGER request_theme_no_update BEFORE UPDATE ON request_theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER request_theme_no_delete BEFORE DELETE ON request_theme BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER request_theme_once BEFORE INSERT ON request_theme BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM request_theme WHERE entry = NEW.entry AND line = NEW.line);
END;
CREATE TRIGGER co_funding_no_update BEFORE UPDATE ON co_funding BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER co_funding_no_delete BEFORE DELETE ON co_funding BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows');
END;
CREATE TRIGGER co_funding_once BEFORE INSERT ON co_funding BEGIN
  SELECT raise(ABORT, 'J5: the entry is sealed')
    WHERE NEW.entry <= (SELECT last_entry FROM batch ORDER BY id DESC LIMIT 1);
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM co_funding WHERE entry = NEW.entry);
END;
CREATE TRIGGER account_once BEFORE INSERT ON account BEGIN
  SELECT raise(ABORT, 'J7: the ledger only grows')
    WHERE EXISTS (SELECT 1 FROM account WHERE number = NEW.number OR name = NEW.name);
END;
