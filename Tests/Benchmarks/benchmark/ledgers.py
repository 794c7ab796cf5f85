"""The ledgers that are measured: made by the program's own imports, beside the same finished rows in sqlite3."""
import json
import os
import re
import subprocess
import sys

from benchmark.facts import FIRST_YEAR, OPEN
from benchmark.measure import ENVIRONMENT, Run, Void

KINDS = ["donors", "projects", "pledges", "contributions", "allotments", "disbursements"]


class Made:
    """A ledger of so many contributions: its folder, what is expected of it, and what making it took."""

    def __init__(self, place, count, seed, program):
        self.count, self.program = count, program
        self.folder = os.path.join(place, str(count))
        self.path = os.path.join(self.folder, "fund.sqlite")
        self.took = os.path.join(self.folder, "took.json")
        facts = os.path.join(os.path.dirname(__file__), "facts.py")
        if not os.path.exists(self.took):
            subprocess.run([sys.executable, facts, "--contributions", str(count), "--seed", str(seed), self.folder], check=True)
            self.make()
        with open(os.path.join(self.folder, "expected.json"), encoding="ascii") as file:
            self.expected = json.load(file)
        with open(self.took, encoding="ascii") as file:
            self.measured = json.load(file)

    def file(self, name):
        return os.path.join(self.folder, name)

    def cpcjf(self, *words, ledger=None):
        return [self.program, *words, "--ledger", ledger or self.path]

    def make(self):
        """Imports everything, and closes all bienniums but the last."""
        for name in ("fund.sqlite", "fund.sqlite-journal"):
            if os.path.exists(self.file(name)):
                os.remove(self.file(name))
        Run(self.cpcjf("init", "--start", f"{FIRST_YEAR}-01-01"))
        Run(self.cpcjf("import", "rates", self.file("rates.csv"), "--quiet"))
        took = {}
        for kind in KINDS:
            self.note(took, f"import {kind}", self.cpcjf("import", "csv", kind, self.file(f"{kind}.csv"), "--quiet"))
            if kind == "contributions":
                took["import of finished rows"] = self.finished_rows()
        for year in range(FIRST_YEAR, OPEN[0], 2):
            self.note(took, f"close {year}-{year + 1}", self.cpcjf("close", f"{year}-{year + 1}", "--quiet"))
        with open(self.took, "w", encoding="ascii") as file:
            json.dump(took, file, indent=1)

    def note(self, took, name, words):
        run = Run(words)
        took[name] = {"wall": run.wall, "cpu": run.cpu, "memory": run.memory}
        print(f"{self.count}: {name} {run.wall:.1f} s, {run.cpu:.1f} s of CPU, {run.memory or 0:.0f} MiB", flush=True)

    def finished_rows(self):
        """The rows of the contributions' batch, read by sqlite3 .import into empty tables with the same indexes.

        Without triggers, hashes, checks and references: what is empty is an empty text there, since .import knows no NULL.
        """
        dump, copy = self.file("finished"), self.file("finished.sqlite")
        os.makedirs(dump, exist_ok=True)
        if os.path.exists(copy):
            os.remove(copy)
        first, last = self.sql("SELECT first_entry, last_entry FROM batch ORDER BY id DESC LIMIT 1").split("|")
        within = f"BETWEEN {first} AND {int(last)}"
        of = {"entry": f"seq {within}", "contribution": f"entry {within}", "posting": f"entry {within}", "daily_total": "1"}
        schema = [self.sql(f"SELECT sql || ';' FROM sqlite_schema WHERE tbl_name = '{table}' AND type <> 'trigger' AND sql IS NOT NULL ORDER BY type DESC")
                  for table in of]
        text = re.sub(r"\) STRICT", ")", "".join(schema))
        text = re.sub(r",?\s*hash BLOB NOT NULL[^,]*,", ",", text).replace("reverses INTEGER UNIQUE", "reverses INTEGER")
        text = text.replace("IS NOT NULL;", "<> '';") + "CREATE INDEX entry_reverses ON entry (reverses);"
        script = ["PRAGMA page_size = 4096;", text, "PRAGMA synchronous = 3; PRAGMA ignore_check_constraints = 1; PRAGMA cache_size = -65536;"]
        for table, condition in of.items():
            columns = [name for name in self.sql(f"SELECT name FROM pragma_table_info('{table}')").split() if name != "hash"]
            file = os.path.join(dump, f"{table}.csv")
            subprocess.run(["sqlite3", "-readonly", self.path], text=True, check=True, env=ENVIRONMENT, input="\n".join([
                ".mode csv", f".once {file}", f"SELECT {', '.join(columns)} FROM {table} WHERE {condition};"]))
            script.append(f".import --csv {file} {table}")
        run = Run(["sqlite3", "-bail", copy], stdin="\n".join(script))
        print(f"{self.count}: sqlite3 .import of the finished rows {run.wall:.1f} s, {run.cpu:.1f} s of CPU, {run.memory or 0:.0f} MiB", flush=True)
        counts = {table: int(Run(["sqlite3", copy, f"SELECT count(*) FROM {table}"]).output) for table in of}
        if counts["contribution"] != self.count:
            raise Void(f"sqlite3 .import read {counts}")
        os.remove(copy)
        for table in of:
            os.remove(os.path.join(dump, f"{table}.csv"))
        return {"wall": run.wall, "cpu": run.cpu, "memory": run.memory}

    def sql(self, text):
        return Run(["sqlite3", "-readonly", self.path, text]).output.strip()
