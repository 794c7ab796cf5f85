"""Ledgers to do harm to: how they are made, what the program says of them, and what plain SQL says."""
import collections
import functools
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(HERE)))
Outcome = collections.namedtuple("Outcome", "status out err")
# What ends a process by a signal: as Python tells it, and as a shell does. 124 to 127 are a shell's own.
SIGNALLED = range(128, 160)
# A file that holds one of these beside a ledger is a part of it.
BESIDE = ("-journal", "-wal", "-shm")


class Program:
    """The program, as it is or with a fault planted, and the environment it runs in."""

    def __init__(self, path=None, preload=(), **environment):
        path = path or os.environ.get("CPCJF_PROGRAM", os.path.join(ROOT, ".build", "debug", "cpcjf"))
        self.path, self.preload = os.path.abspath(path), tuple(preload)
        self.environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        self.environment |= {"CPCJF_USER": "tester", "SWIFT_BACKTRACE": "enable=no"} | environment

    def command(self, words, ledger=None):
        return [self.path, *words] + (["--ledger", ledger] if ledger else [])

    def run(self, words, ledger=None, timeout=120, before=(), environment=None, **how):
        """Runs the program to its end; `before` are the words of a program that starts it."""
        how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
        process = subprocess.Popen([*before, *self.command(words, ledger)],
                                   env=self.environment | (environment or {}), **how)
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            return Outcome(-9, "", f"it did not end in {timeout} s")
        return Outcome(process.returncode, (out or b"").decode(errors="replace"),
                       (err or b"").decode(errors="replace"))

    def need(self, words, ledger=None, **how):
        outcome = self.run(words, ledger, **how)
        if outcome.status != 0:
            raise Broken(f"{words} ended with {outcome.status}: {outcome.out}{outcome.err}")
        return outcome.out

    def verify(self, ledger, **how):
        """What verify says: the exit status, and its answer or None."""
        outcome = self.run(["verify", "--format", "json"], ledger, **how)
        try:
            return outcome, json.loads(outcome.out)
        except ValueError:
            return outcome, None


class Broken(Exception):
    """What should have worked did not: a violation, wherever it happens."""


def crashed(status):
    return status < 0 or status in SIGNALLED


def remove(ledger):
    for ending in ("",) + BESIDE:
        if os.path.exists(ledger + ending):
            os.unlink(ledger + ending)


def copy(source, target):
    remove(target)
    shutil.copyfile(source, target)
    os.chmod(target, 0o600)
    return target


def gift(reference, cents, day="2002-06-28"):
    """The words that record a contribution of so many cents."""
    amount = f"{cents // 100}.{cents % 100:02} USD"
    return ["record", "contribution", "--donor", "NOR", "--amount", amount, "--on", day, "--reference", reference]


def gifts_file(path, gifts, day="2002-06-28"):
    """A CSV file of contributions: cents by their references."""
    with open(path, "w") as file:
        file.write("donor,amount,currency,on,reference\n")
        for reference, cents in gifts.items():
            file.write(f"NOR,{cents // 100}.{cents % 100:02},USD,{day},{reference}\n")
    return path


def small(program, ledger):
    """A ledger with a donor, and nothing else yet."""
    program.need(["init", "--title", "Laboratory", "--start", "2000-01-01"], ledger)
    program.need(["add", "donor", "NOR", "Norway", "--kind", "state"], ledger)
    return ledger


def rich(program, folder):
    """The hand-made ledger of the tests, with something of everything."""
    with open(os.path.join(ROOT, "Tests", "FundCLITests", "HandMadeLedger.swift")) as file:
        script = re.search(r'script = """\n(.*?)"""', file.read(), re.DOTALL)[1].replace("\\\\", "\\")
    script = re.sub(r"^    ", "", script, flags=re.MULTILINE)
    ledger = os.path.join(folder, "rich.sqlite")
    subprocess.run(["/bin/sh", "-euc", script], cwd=folder, check=True, stdout=subprocess.DEVNULL,
                   env=program.environment | {"CPCJF": program.path, "CPCJF_LEDGER": ledger})
    program.need(["close", "2002-2003"], ledger)
    return ledger


class Books:
    """What a file holds, by plain SQL and by the published form of the hashes: never by the program."""

    def __init__(self, ledger):
        self.database = sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.database.close()

    def rows(self, sql, *values):
        return self.database.execute(sql, values).fetchall()

    @property
    def head(self):
        """The newest entry and its hash."""
        return (self.rows("SELECT seq, hex(hash) FROM entry ORDER BY seq DESC LIMIT 1") or [(0, "")])[0]

    def gifts(self):
        """The cents of every contribution that bears a reference."""
        return dict(self.rows("""SELECT reference, amount FROM entry JOIN contribution ON contribution.entry = entry.seq
                                 WHERE reference IS NOT NULL"""))

    def faults(self):
        """What is wrong by the rules that hold for every ledger, each by a query of its own."""
        return [f"{what}: {row}" for what, sql in RULES for row in self.rows(sql)[:3]]

    def broken_links(self):
        """The entries whose hash is not that of what they say and of the hash before."""
        return [seq for seq, kept, computed in chain(self.database) if kept != computed]


RULES = [
    ("SQLite's own check", "SELECT * FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
    ("a reference to nothing", "SELECT * FROM pragma_foreign_key_check"),
    ("entries with a gap", "SELECT max(seq), count(*) FROM entry HAVING max(seq) <> count(*)"),
    ("numbers with a gap", """SELECT series, year, max(serial), count(*) FROM entry WHERE act = 1
                              GROUP BY series, year HAVING max(serial) <> count(*)"""),
    ("an entry without its batch", """SELECT seq FROM entry LEFT JOIN batch ON batch.id = entry.batch
                                      AND seq BETWEEN first_entry AND last_entry WHERE batch.id IS NULL"""),
    ("an entry without all its lines", """SELECT seq FROM entry WHERE postings <>
                                          (SELECT count(*) FROM posting WHERE posting.entry = entry.seq)"""),
    ("an entry that does not balance", """SELECT entry FROM posting GROUP BY entry, sub_fund, account >= 800
                                          HAVING sum(usd) <> 0"""),
    ("a line of no entry", "SELECT entry FROM posting WHERE entry NOT IN (SELECT seq FROM entry)"),
    ("a reference that stands twice", """SELECT reference FROM entry WHERE reference IS NOT NULL AND seq NOT IN
        (SELECT reverses FROM entry WHERE reverses IS NOT NULL) GROUP BY source, kind, reference HAVING count(*) > 1"""),
]


@functools.cache
def kinds():
    """The tables of each kind of document, in the order in which they are hashed."""
    with open(os.path.join(ROOT, "Sources", "FundStorage", "FactTables.swift")) as file:
        listed = file.read().split("byKind: [String: [String]] = [")[1].split("\n  ]\n")[0]
    return {kind: re.findall(r'"(\w+)"', tables) for kind, tables in re.findall(r'"(\w+)": \[([^\]]*)\]', listed)}


def canonical(facts):
    """The bytes of named values that an entry's hash is taken over: Sources/FundDomain/Journal/Fact.swift."""
    form = bytearray(b"cpcjf/1")

    def short(name):
        form.extend(bytes([len(name)]) + name.encode())
    for table, fields in facts:
        short(table)
        form.append(len(fields))
        for name, value in fields:
            short(name)
            if isinstance(value, int):
                form.extend(b"\1" + value.to_bytes(8, "big", signed=True))
            else:
                text = value.encode()
                form.extend(b"\2" + len(text).to_bytes(4, "big") + text)
    return bytes(form)


def chain(database):
    """Every entry with the hash that it keeps and the one that it ought to, after the kept one before it."""
    tables = kinds()

    def facts(table, where, value, leave=()):
        order = {"batch": "id", "entry": "seq", "posting": "entry, line"}.get(table)
        if order is None:
            order = "entry" if any(names[0] == table for names in tables.values()) else "entry, line"
        cursor = database.execute(f'SELECT * FROM "{table}" WHERE {where} = ? ORDER BY {order}', (value,))
        names = [column[0] for column in cursor.description]
        return [(table, [(name, value) for name, value in zip(names, row) if value is not None and name not in leave])
                for row in cursor.fetchall()]
    before = bytes(32)
    for seq, batch, kind, kept in database.execute("SELECT seq, batch, kind, hash FROM entry ORDER BY seq").fetchall():
        said = dict(facts("batch", "id", batch)[0][1])
        stamp = ("batch", [(name, said[name]) for name in ("recorded_at", "recorder", "command")])
        all_facts = [stamp] + facts("entry", "seq", seq, leave=("hash",))
        for table in tables[kind] + ["posting"]:
            all_facts += facts(table, "entry", seq)
        yield seq, kept, hashlib.sha256(before + canonical(all_facts)).digest()
        before = kept


def dump(ledger):
    """All that a file says, whatever its bytes: every table's rows and the schema; None where it cannot be read."""
    try:
        database = sqlite3.connect(f"file:{ledger}?mode=ro&immutable=1", uri=True)
        database.text_factory = bytes
        schema = database.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
        said = [schema] + [database.execute(f"PRAGMA {name}").fetchall() for name in ("application_id", "user_version")]
        for _, name, _, _ in [row for row in schema if row[0] == b"table"]:
            said.append((name, sorted(database.execute(f'SELECT * FROM "{name.decode()}"').fetchall(), key=repr)))
        return said
    except (sqlite3.Error, UnicodeDecodeError, OverflowError):
        return None
