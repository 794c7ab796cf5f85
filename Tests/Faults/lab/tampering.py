"""Tampering: the schema's guards dropped or altered, rows changed behind them, files of other versions, and insiders.

Every guard that is missing or other than it was made is named, and so is every column of every row that was recorded;
whoever recomputes the hashes too is caught by the rules that he breaks, and by a checkpoint kept elsewhere in any case.
"""
import os
import random
import re
import sqlite3

from lab.bench import each
from lab.ledger import Books, chain, copy, crashed, gift, rich

SLICE = 40
# Tables of which verify knows the rows from the program itself.
REFERENCE = {"account", "currency", "country", "theme", "instrument", "regional_organization", "migration"}


def run(bench):
    folder = bench.folder()
    base = rich(bench.program, folder)
    older = copy(base, os.path.join(folder, "older.sqlite"))
    for number in range(3):
        bench.program.need(gift(f"L-{number}", 5000 + number, "2004-08-01"), base)
    work = [(versions, base), (older_copy, base, older)]
    for part, items in ((guards, guards_of(base)), (edits, edits_of(base)), (insiders, insiders_of(base))):
        # In a short run as many of each kind as its share, others with another seed.
        items = items if bench.share >= 1 else bench.draw("tampering", part.__name__).sample(items, bench.scaled(len(items)))
        work += [(part, base, items[first:first + SLICE]) for first in range(0, len(items), SLICE)]
    bench.spread(each, work)


class Opened:
    """A copy of a ledger, open to whoever has sqlite3 and the right to write."""

    def __init__(self, bench, base):
        self.bench, self.path = bench, copy(base, os.path.join(bench.folder(), "fund.sqlite"))
        self.database = sqlite3.connect(self.path, isolation_level=None)
        for switch in ("foreign_keys = OFF", "ignore_check_constraints = ON", "writable_schema = ON", "synchronous = OFF"):
            self.database.execute("PRAGMA " + switch)

    def unguarded(self, edit):
        """Changes something with all triggers away, and puts them back as they were."""
        triggers = self.database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        self.database.execute("BEGIN")
        for name, _ in triggers:
            self.database.execute(f"DROP TRIGGER {name}")
        edit(self.database)
        for _, sql in triggers:
            self.database.execute(sql)
        self.database.execute("COMMIT")

    def named(self, about, wanted=None):
        """That verify names what was done."""
        self.database.close()
        outcome, answer = self.bench.program.verify(self.path, timeout=30)
        told = f"{about}: verify ended with {outcome.status}: {outcome.out[:400]} {outcome.err[:300]}"
        if not self.bench.require(not crashed(outcome.status), f"it crashed: {told}"):
            return None
        findings = [each["invariant"] for each in (answer or {}).get("findings", [])]
        if outcome.status == 0:
            return []
        self.bench.require(outcome.status in (65, 70) and (findings or '"rule"' in outcome.err), f"it names nothing: {told}")
        self.bench.require(not wanted or wanted in outcome.out + outcome.err, f"it does not name {wanted}: {told}")
        return findings or ["refused"]


def schema_of(base):
    with Books(base) as books:
        return books.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")


def guards_of(base):
    """Each guard dropped or altered: what is done, in SQL, and the name that verify must say."""
    listed = []
    for kind, name, table, sql in schema_of(base):
        if kind in ("trigger", "index"):
            listed.append((f"{kind} {name} dropped", [f"DROP {kind} {name}"], name))
        if kind == "trigger":
            listed.append((f"trigger {name} never fires", [f"DROP TRIGGER {name}", sql.replace("BEGIN", "WHEN 0 BEGIN", 1)
                           if "WHEN" not in sql.split("BEGIN")[0] else sql.replace("WHEN", "WHEN 0 AND", 1)], name))
        if kind == "table":
            for clause in re.findall(r"CHECK \([^()]*(?:\([^()]*\)[^()]*)*\)", sql)[:4]:
                listed.append((f"{clause} of {name} away", [altered(name, sql, sql.replace(clause, "", 1))], name))
            if ") STRICT" in sql:
                listed.append((f"{name} no longer strict", [altered(name, sql, sql.replace(" STRICT,", "", 1).replace(" STRICT", "", 1))], name))
            for clause in re.findall(r"NOT NULL|UNIQUE|REFERENCES \w+ \(\w+\)", sql)[:2]:
                listed.append((f"{clause} of {name} away", [altered(name, sql, sql.replace(clause, "", 1))], name))
    listed += [
        ("a table more", ["CREATE TABLE more (a)"], "more"), ("a view more", ["CREATE VIEW more AS SELECT 1"], "more"),
        ("an index more", ["CREATE INDEX more ON entry (memo)"], "more"),
        ("a trigger more", ["CREATE TRIGGER more AFTER INSERT ON batch BEGIN SELECT 1; END"], "more"),
        ("a table renamed", ["ALTER TABLE write_off RENAME TO writeoff"], "write_off"),
        ("a column more", ["ALTER TABLE entry ADD COLUMN more TEXT"], "entry"),
        ("a table emptied and a view in its place", ["DROP TABLE commitment", "CREATE VIEW commitment AS SELECT 1 AS entry, 2 AS pledge, '' AS paper"], "commitment"),
    ]
    return listed


def altered(name, sql, other):
    quoted = "'" + other.replace("'", "''") + "'"
    return f"UPDATE sqlite_schema SET sql = {quoted} WHERE name = '{name}' AND type = 'table'"


def guards(bench, base, items):
    for about, statements, name in items:
        opened = Opened(bench, base)
        for statement in statements:
            opened.database.execute(statement)
        bench.count("guards dropped or altered")
        bench.require(opened.named(about, name), f"not noticed: {about}")


def edits_of(base):
    """A row of each table altered in each column, deleted, and doubled."""
    listed = []
    with Books(base) as books:
        for kind, table, _, _ in schema_of(base):
            if kind != "table":
                continue
            columns = [(name, is_key) for _, name, _, _, _, is_key in books.rows(f"PRAGMA table_info({table})")]
            rows = books.rows(f"SELECT count(*) FROM {table}")[0][0]
            for row in random.Random(table).sample(range(rows), min(rows, 2)):
                listed += [(table, "altered", column, row) for column, _ in columns]
                listed.append((table, "deleted", None, row))
                listed.append((table, "doubled", columns[-1 if len(columns) > 1 else 0][0], row))
    return listed


def edit(database, table, what, column, row):
    """Does it to one row, by its place among the table's; answers whether something changed."""
    columns = [name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")]
    keys = [name for _, name, _, _, _, is_key in database.execute(f"PRAGMA table_info({table})") if is_key]
    values = database.execute(f"SELECT * FROM {table} LIMIT 1 OFFSET {row}").fetchone()
    said = dict(zip(columns, values))
    where, known = " AND ".join(f"{key} IS ?" for key in keys), [said[key] for key in keys]
    if what == "deleted":
        return database.execute(f"DELETE FROM {table} WHERE {where}", known).rowcount
    if what == "doubled":
        for key in keys:
            said[key] = said[key] + 1000 if isinstance(said[key], int) else "ZZZ"
        marks = ", ".join("?" * len(columns))
        return database.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", list(said.values())).rowcount
    old = said[column]
    if isinstance(old, bytes):
        new = bytes([old[0] ^ 1]) + old[1:]
    elif isinstance(old, int):
        new = old + (2 if column in ("biennium", "for_biennium") else 1000 if column in keys else 1)
    elif old is None:
        declared = dict((name, kind) for _, name, kind, *_ in database.execute(f"PRAGMA table_info({table})"))
        new = 1 if declared[column] == "INTEGER" else "x"
    else:
        new = old[:-1] + ("y" if old[-1:] == "x" else "x")
    return database.execute(f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {where}", [new] + known).rowcount


def edits(bench, base, items):
    for table, what, column, row in items:
        about, opened, done = f"row {row} of {table} {what}" + (f" in {column}" if what == "altered" else ""), Opened(bench, base), []
        opened.unguarded(lambda database: done.append(edit(database, table, what, column, row)))
        if not done[0]:
            continue
        bench.count("rows altered, deleted or doubled behind the guards")
        bench.require(opened.named(about), f"not noticed: {about}")


def insiders_of(base):
    """The same edits, after which every hash from there on is computed again; and quieter ones."""
    kept = [item for item in edits_of(base) if item[0] not in REFERENCE and item[2] not in ("hash",)]
    return kept + [(quiet, "quietly", None, None) for quiet in QUIET]


# What an insider does well, so that all rules still hold: only a checkpoint shows it.
QUIET = {
    "a memo": ["UPDATE entry SET memo = 'Otherwise' WHERE kind = 'contribution'"],
    "a recorder": ["UPDATE batch SET recorder = 'somebody else'"],
    "a donor's name": ["UPDATE donor SET name = 'Nobody' WHERE code = 'NOR'", "UPDATE name SET text = 'Nobody' WHERE text = 'Norway'"],
    "the reason of a reversal": ["UPDATE reversal SET reason = 'None'"],
    "a payee": ["UPDATE obligation SET payee = 'A friend'"],
    "an amount and all that follows": [
        "UPDATE cash_act SET amount = amount + 5, usd = usd + 5 WHERE entry = {late}",
        "UPDATE posting SET amount = amount + 5, usd = usd + 5 WHERE entry = {late} AND amount > 0",
        "UPDATE posting SET amount = amount - 5, usd = usd - 5 WHERE entry = {late} AND amount < 0",
    ],
}


def rehash(database):
    """Computes the whole chain again, and the hashes of the batches."""
    while True:
        for seq, kept, computed in chain(database):
            if kept != computed:
                database.execute("UPDATE entry SET hash = ? WHERE seq = ?", (computed, seq))
                break
        else:
            break
    database.execute("UPDATE batch SET hash = (SELECT hash FROM entry WHERE seq = last_entry)")


def insiders(bench, base, items):
    checkpoint = taken(bench, base)
    for table, what, column, row in items:
        about, opened, done = f"{table} {what} {column or ''} row {row}, and all hashes computed again", Opened(bench, base), []

        def act(database):
            if what == "quietly":
                late = database.execute("SELECT min(entry) FROM cash_act").fetchone()[0]
                done.append(sum(database.execute(statement.format(late=late)).rowcount for statement in QUIET[table]))
                if "amount" in table:
                    derive(database)
            else:
                done.append(edit(database, table, what, column, row))
            try:
                rehash(database)
            except (TypeError, KeyError, IndexError, OverflowError, AttributeError, sqlite3.IntegrityError):  # what cannot be hashed cannot be hidden
                bench.count("edits that no hash can be made for")
        opened.unguarded(act)
        if not done[0]:
            continue
        bench.count("insiders who computed all hashes again")
        if opened.named(about):
            bench.count("of these named by a rule")
        else:
            bench.count("of these seen by a checkpoint alone")
            seen_since(bench, opened.path, checkpoint, about)


def older_copy(bench, base, older):
    """An older copy in the place of the ledger is whole, and too short: only a checkpoint shows it."""
    opened = Opened(bench, older)
    bench.require(opened.named("an older copy put back") == [], "an older copy is no whole ledger")
    bench.count("older copies put back")
    seen_since(bench, opened.path, taken(bench, base), "an older copy put back")


def derive(database):
    """Adds up anew what is kept added up by day."""
    for account, fund, date, currency, gift, amount, usd in database.execute("""
            SELECT account, sub_fund, date, currency, document IN (SELECT entry FROM contribution) AND document IS NOT NULL, sum(amount), sum(usd)
            FROM posting WHERE source IS NULL GROUP BY 1, 2, 3, 4, 5""").fetchall():
        database.execute("""UPDATE daily_total SET amount = ?, usd = ? WHERE account = ? AND sub_fund = ? AND date = ? AND currency = ?
                            AND gift = ? AND kept = 0""", (amount, usd, account, fund, date, currency, gift))


def taken(bench, base):
    """A checkpoint of the ledger as it was, where the program takes them."""
    if "checkpoint" not in bench.program.need(["--help"]).split():
        bench.count("checkpoints left out: the program takes none")
        return None
    folder = bench.folder()
    key, checkpoint = os.path.join(bench.folder(), "key"), os.path.join(folder, "checkpoint")
    bench.program.need(["checkpoint", "--key", key, "-o", checkpoint], base)
    outcome = bench.program.run(["verify", "--since", checkpoint], base)
    bench.require(outcome.status == 0, f"verify --since, of the ledger itself: {outcome.out[:300]}{outcome.err[:300]}")
    return checkpoint


def seen_since(bench, ledger, checkpoint, about):
    if not checkpoint:
        return
    outcome = bench.program.run(["verify", "--since", checkpoint], ledger)
    bench.count("caught by verify --since", outcome.status == 65)
    bench.require(outcome.status == 65, f"verify --since does not notice: {about}: {outcome.status} {outcome.out[:300]}{outcome.err[:300]}")


def versions(bench, base):
    """Files of other versions, of other programs, and of none."""
    def with_pragma(pragma):
        def act(path):
            database = sqlite3.connect(path)
            database.execute("PRAGMA " + pragma)
            database.close()
        return act

    def write(content):
        def act(path):
            with open(path, "wb") as file:
                file.write(content)
        return act

    def digest(path):
        opened.unguarded(lambda database: database.execute("UPDATE migration SET digest = replace(digest, '1', '2')"))

    for about, act, rule in [
            ("a newer version", with_pragma("user_version = 2"), "ledger-newer"), ("version 99999", with_pragma("user_version = 99999"), "ledger-newer"),
            ("a version below nothing", with_pragma("user_version = -1"), ""), ("no version", with_pragma("user_version = 0"), ""),
            ("another program's file", with_pragma("application_id = 7"), "not-a-ledger"),
            ("another build's tables", digest, "ledger-of-another-build"), ("write-ahead logging", with_pragma("journal_mode = wal"), "unsafe-storage"),
            ("an empty file", write(b""), ""), ("text", write(b"SQLite format 3, or not\n" * 100), "not-a-ledger"),
            ("nothing but a head", write(b"SQLite format 3\0" + bytes(84)), ""),
            ("100 GB of nothing", lambda path: os.truncate(path, 100 * 2 ** 30), None)]:
        opened = Opened(bench, base)
        if act is not digest:
            opened.database.close()
        act(opened.path)
        opened.database.close()
        for words in (["verify"], ["status"], ["record", "contribution", "--donor", "NOR", "--amount", "1 USD"]):
            outcome = bench.program.run(words, opened.path, timeout=30)
            bench.count("commands on files of other versions or kinds")
            bench.require(not crashed(outcome.status), f"{about}: {words[0]} crashed: {outcome.status} {outcome.err[:300]}")
            # What is only long says all that it said.
            bench.require(rule is None or outcome.status not in (0, 64), f"{about}: {words[0]} ends with {outcome.status}")
            bench.require(not rule or f"[{rule}]" in outcome.err, f"{about}: {words[0]} does not say {rule}: {outcome.err[:300]}")
