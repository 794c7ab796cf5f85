"""The same questions put to other programs: each gives its answer in cents, and the command that is timed."""
import csv
import importlib.util
import io
import os
import shutil
import subprocess
import sys

from benchmark.facts import COUNTRIES
from benchmark.measure import ENVIRONMENT, PATIENCE, Run, cents

QUERIES = os.path.join(os.path.dirname(__file__), "queries")
MEASURES = ("pledged", "contributions", "collected", "refunds", "expenditure")


def query(name, **given):
    with open(os.path.join(QUERIES, f"{name}.sql"), encoding="ascii") as file:
        text = file.read()
    for key, value in given.items():
        text = text.replace("{" + key + "}", value)
    return text


def breakdown(dimension):
    """The report's own SQL."""
    if dimension == "donor":
        return query("by-donor")
    lies = " UNION ALL ".join(f"SELECT '{country}' AS country, '{region}' AS region" for region, names in COUNTRIES.items() for country in names)
    return query("by-earmark", key=query(dimension, regions=lies).strip())


class SQLite:
    """sqlite3 over the ledger's file."""

    def __init__(self, made):
        self.made = made

    def command(self, name, text):
        file = self.made.file(f"{name}.sql")
        with open(file, "w", encoding="ascii") as out:
            out.write(text)
        return ["sqlite3", "-readonly", self.made.path, f".read {file}"]

    def breakdown(self, dimension):
        rows = [line.split("|") for line in Run(self.command(dimension, breakdown(dimension))).output.splitlines()]
        return {row[0]: dict(zip(MEASURES, map(int, row[1:]))) for row in rows}

    def trial_balance(self):
        text = Run(self.command("trial-balance", query("trial-balance"))).output
        return {name: int(usd) for name, usd in (line.split("|") for line in text.splitlines())}


class DuckDB:
    """DuckDB over a store of the same facts and postings, through Python."""

    name = "DuckDB"

    def __init__(self, made):
        self.store, self.made = made.file("facts.duckdb"), made
        if os.path.exists(self.store):
            return
        postings = made.file("postings.csv")
        subprocess.run(["sqlite3", "-readonly", made.path], text=True, check=True, env=ENVIRONMENT, input="\n".join([
            ".mode csv", ".headers on", f".once {postings}",
            "SELECT name, posting.* FROM posting JOIN account ON account.number = posting.account;"]))
        self.run(f"CREATE TABLE facts AS FROM read_csv('{made.file('facts.csv')}'); CREATE TABLE postings AS FROM read_csv('{postings}')", new=True)
        os.remove(postings)

    @staticmethod
    def present():
        return importlib.util.find_spec("duckdb") is not None

    def words(self, text, new=False):
        return [sys.executable, "-c", f"import duckdb\nfor row in duckdb.connect({self.store!r}, read_only={not new}).execute({text!r}).fetchall(): print(*row, sep='|')"]

    def run(self, text, new=False):
        return dict(line.split("|") for line in Run(self.words(text, new), patience=PATIENCE).output.splitlines() if line.count("|") == 1)

    def command(self, what):
        return self.words(query(f"duckdb-{what}"))

    def answer(self, what):
        return {key: int(value) for key, value in self.run(query(f"duckdb-{what}")).items()}


class Pandas:
    """pandas over the CSV file of the facts."""

    name = "pandas"

    def __init__(self, made):
        self.file = made.file("facts.csv")

    @staticmethod
    def present():
        return importlib.util.find_spec("pandas") is not None

    def command(self, _):
        return [sys.executable, "-c", f"""import pandas
rows = pandas.read_csv({self.file!r}, usecols=["date", "donor", "usd"])
rows = rows[(rows.date >= "2002-01-01") & (rows.date <= "2003-12-31")]
for donor, usd in rows.groupby("donor").usd.sum().items(): print(donor, usd, sep="|")"""]

    def answer(self, what):
        return {key: int(value) for key, value in (line.split("|") for line in Run(self.command(what), patience=PATIENCE).output.splitlines())}


class PlainText:
    """A program of plain-text accounting over the ledger's export: what each donor's contributions brought in the biennium."""

    def __init__(self, made):
        self.file = made.file(f"fund.{self.name}")
        if not os.path.exists(self.file):
            Run(made.cpcjf("export", self.name, "-o", self.file))

    @classmethod
    def present(cls):
        return shutil.which(cls.command_name) is not None


class Ledger(PlainText):
    name = command_name = "ledger"

    def command(self, _):
        return ["ledger", "-f", self.file, "balance", "^assets:cash$", "and", "payee", "/contribution$/", "-b", "2002-01-01", "-e", "2004-01-01",
                "-B", "--account", "tag('donor')", "--flat", "--no-total", "-F", "%(partial_account)\t%(display_total)\n"]

    @staticmethod
    def answered(text):
        return {donor.split(":")[0]: cents(usd) for donor, usd in (line.split("\t") for line in text.splitlines())}


class HLedger(PlainText):
    name = command_name = "hledger"

    def command(self, _):
        return ["hledger", "-f", self.file, "balance", "desc:contribution$", "tag:document=^CTB", "-b", "2002-01-01", "-e", "2004-01-01",
                "-B", "--pivot", "donor", "-N", "--flat", "-O", "csv"]

    @staticmethod
    def answered(text):
        rows = list(csv.reader(io.StringIO(text)))[1:]
        return {donor: cents(usd) for donor, usd in rows}


class Beancount(PlainText):
    name, command_name = "beancount", "bean-query"

    def command(self, _):
        return ["bean-query", "-f", "csv", self.file, "SELECT any_meta('donor') AS donor, str(sum(weight)) AS usd "
                "WHERE account = 'Assets:Cash' AND narration = 'contribution' AND year >= 2002 AND year <= 2003 GROUP BY 1"]

    @staticmethod
    def answered(text):
        rows = list(csv.reader(io.StringIO(text)))[1:]
        return {donor.strip(): cents(usd.strip(" ()")) for donor, usd in rows}


PLAIN_TEXT = [Ledger, HLedger, Beancount]
ALL = [DuckDB, Pandas, *PLAIN_TEXT]
