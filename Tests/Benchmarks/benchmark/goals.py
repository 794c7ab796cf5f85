"""What is measured, and the goal of each."""
import os
import shutil
import subprocess
import sys

from benchmark.facts import BIENNIUM, CLASSES
from benchmark.measure import ENVIRONMENT, PATIENCE, Run, Slow, Void, agree, cents, times
from benchmark.peers import MEASURES, PLAIN_TEXT, DuckDB, Pandas, SQLite

PERIOD = f"{BIENNIUM[0]}-{BIENNIUM[1]}"
# How many times faster than each program the report by donor is to be.
PLAIN_TEXT_GOALS = {"ledger": 400, "hledger": 2000, "beancount": 2000}


class Row:
    """One line of the table: our figure, the figure beside it, and whether the goal is reached."""

    def __init__(self, what, size, ours, beside=None, unit="ms", peer="", goal="", met=None):
        self.what, self.size, self.ours, self.beside = what, size, ours, beside
        self.unit, self.peer, self.goal, self.met = unit, peer, goal, met

    @property
    def ratio(self):
        return self.ours / self.beside if self.beside else None


def milliseconds(seconds):
    return seconds * 1000


def csv_rows(text):
    import csv
    import io
    return list(csv.DictReader(io.StringIO(text)))


def breakdowns(made, _):
    """The biennium by donor, theme and region beside the report's own SQL."""
    sqlite = SQLite(made)
    for dimension in ("donor", "theme", "region"):
        command = made.cpcjf("report", "biennium", PERIOD, "--by", dimension)
        said = csv_rows(Run([*command, "--format", "csv"]).output)
        ours = {row["key"]: {name: cents(row[name]) for name in MEASURES} for row in said if row["key"]}
        agree(f"by {dimension}, beside its own SQL", sqlite.breakdown(dimension), ours)
        wanted = made.expected["contributions"][dimension]
        agree(f"collected by {dimension}", wanted, {key: row["collected"] for key, row in ours.items() if row["collected"]})
        agree(f"pledged by {dimension}", {"": made.expected["pledged"]}, {"": sum(row["pledged"] for row in ours.values())})
        found = times({"ours": command, "sql": ["sqlite3", "-readonly", made.path, f".read {made.file(dimension + '.sql')}"]}, 20)
        bound = 1.5 * found["sql"].wall + 0.005
        yield Row(f"report biennium --by {dimension}", made.count, milliseconds(found["ours"].wall), milliseconds(found["sql"].wall),
                  peer="its own SQL in sqlite3", goal=f"1.5 × + 5 ms = {milliseconds(bound):.1f} ms", met=found["ours"].wall <= bound)


def donor_peers(made, peers):
    """The contributions of the biennium by donor, from other programs."""
    ours = times({"ours": made.cpcjf("report", "biennium", PERIOD, "--by", "donor")})["ours"].wall
    wanted = made.expected["contributions"]["donor"]
    for kind in (DuckDB, Pandas):
        if kind in peers:
            peer = kind(made)
            agree(f"{peer.name} by donor", wanted, peer.answer("donor"))
            wall = times({peer.name: peer.command("donor")}, 5)[peer.name].wall
            yield Row("contributions by donor", made.count, milliseconds(ours), milliseconds(wall), peer=peer.name, goal="faster", met=ours < wall)
    for kind in PLAIN_TEXT:
        if kind not in peers or made.count > 100_000:
            continue
        try:
            peer = kind(made)
            run = Run(peer.command("donor"), patience=PATIENCE)
        except Slow:
            yield Row("contributions by donor", made.count, milliseconds(ours), milliseconds(PATIENCE), peer=f"{kind.name}, which was not done by then",
                      goal=f"{PLAIN_TEXT_GOALS[kind.name]} × faster", met=PATIENCE / ours >= PLAIN_TEXT_GOALS[kind.name] or None)
            continue
        agree(f"{peer.name} by donor", wanted, peer.answered(run.output))
        yield Row("contributions by donor", made.count, milliseconds(ours), milliseconds(run.wall), peer=peer.name,
                  goal=f"{PLAIN_TEXT_GOALS[peer.name]} × faster", met=run.wall / ours >= PLAIN_TEXT_GOALS[peer.name])


def trial_balance(made, peers):
    command = made.cpcjf("report", "trial-balance", "--as-at", "2025-12-31")
    ours = {row["account"]: cents(row["balance"]) for row in csv_rows(Run([*command, "--format", "csv"]).output) if row["account"] != "Total"}
    agree("trial balance, beside a sum of all postings", SQLite(made).trial_balance(), ours)
    spent = {name: made.expected["balances"].get(name, 0) for name in (f"expenditure:{each}" for each in CLASSES)}
    agree("expenditure by class", spent, {name: ours.get(name, 0) for name in spent})
    commands = {"ours": command}
    if DuckDB in peers:
        duck = DuckDB(made)
        agree("trial balance of DuckDB", ours, duck.answer("trial-balance"))
        commands["DuckDB"] = duck.command("trial-balance")
    found = times(commands)
    yield Row("trial balance, CPU", made.count, milliseconds(found["ours"].cpu), goal="100 ms", met=found["ours"].cpu <= 0.1)
    if DuckDB in peers:
        yield Row("trial balance", made.count, milliseconds(found["ours"].wall), milliseconds(found["DuckDB"].wall), peer="DuckDB, every posting",
                  goal="faster", met=found["ours"].wall < found["DuckDB"].wall)


def recording(made, _):
    """One contribution beside a C program that commits one row of the same file."""
    copy, writer = made.file("work.sqlite"), made.file("one_row")
    shutil.copyfile(made.path, copy)
    try:
        subprocess.run(["cc", "-O2", os.path.join(os.path.dirname(__file__), "one_row.c"), "-lsqlite3", "-o", writer], check=True)
        Run(["sqlite3", copy, "CREATE TABLE one_row (text TEXT)"])
        command = made.cpcjf("record", "contribution", "--donor", "D001", "--amount", "100 USD", "--on", "2025-12-31", ledger=copy)
        before = int(Run(["sqlite3", copy, "SELECT count(*) FROM contribution"]).output)
        found = times({"ours": command, "C": [writer, copy]}, 40)
        after = int(Run(["sqlite3", copy, "SELECT count(*) FROM contribution"]).output)
        if after - before < found["ours"].runs:
            raise Void(f"{found['ours'].runs} contributions were recorded, and {after - before} are there")
    finally:
        os.remove(copy)
    bound = 2 * found["C"].wall + 0.010
    yield Row("record one contribution", made.count, milliseconds(found["ours"].wall), milliseconds(found["C"].wall), peer="one row from C",
              goal=f"2 × + 10 ms = {milliseconds(bound):.1f} ms", met=found["ours"].wall <= bound)
    yield Row("record one contribution, CPU", made.count, milliseconds(found["ours"].cpu), milliseconds(found["C"].cpu), peer="one row from C")


def importing(made, _):
    ours, rows = made.measured["import contributions"], made.measured["import of finished rows"]
    for name in ("wall", "cpu"):
        yield Row("import of contributions" + (", CPU" if name == "cpu" else ""), made.count, ours[name], rows[name], unit="s",
                  peer="sqlite3 .import of the finished rows", goal="3 ×", met=ours[name] <= 3 * rows[name])
    if ours["memory"]:
        yield Row("memory of that import", made.count, ours["memory"], unit="MiB", goal="300 MiB", met=ours["memory"] < 300)


def starting(made, _):
    found = times({"version": [made.program, "--version"], "balance": made.cpcjf("get", "balance"), "sqlite3": ["sqlite3", "--version"]}, 50)
    floor = found["sqlite3"].wall
    for name, words, limit in (("version", "--version", 3), ("balance", "get balance", 6)):
        yield Row(words, made.count, milliseconds(found[name].wall), milliseconds(floor), peer="sqlite3 --version", goal=f"{limit} ×",
                  met=found[name].wall <= limit * floor)


def memory(made, _):
    """The peak memory of each report that there is."""
    sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "Samples"))
    from questions import QUESTIONS
    with open(made.file("allotments.csv"), encoding="ascii") as file:
        project = next(line.split(",")[0] for line in file if f",{BIENNIUM[0]}-" in line)
    entries = int(made.sql("SELECT max(seq) FROM entry"))
    known = {"p": PERIOD, "end": f"{BIENNIUM[1]}-12-31", "month": f"{BIENNIUM[0]}-07", "donor": "D001", "project": project,
             "document": f"CTB-{BIENNIUM[0]}-0001", "before": entries - 10, "after": entries}
    for name, question in QUESTIONS.items():
        if question.startswith("report "):
            try:
                run = Run(made.cpcjf(*question.format(**known).split()), patience=PATIENCE)
            except Slow as slow:
                print(f"{question}: {slow}", flush=True)
                continue
            yield Row(f"memory of {question.format(**known)}", made.count, run.memory or 0, unit="MiB", goal="40 MiB",
                      met=run.memory < 40 if run.memory else None)
            print(f"{made.count}: {question.format(**known)} {run.wall:.2f} s, {run.cpu:.2f} s of CPU, {run.memory or 0:.0f} MiB", flush=True)


def verifying(made, _):
    run = Run(made.cpcjf("verify"))
    yield Row("verify", made.count, run.wall, unit="s", goal="60 s", met=run.wall < 60)
    yield Row("verify, CPU", made.count, run.cpu, unit="s")


# By name: what is measured, and at which sizes it says something of a goal.
GOALS = {"breakdowns": breakdowns, "peers": donor_peers, "trial-balance": trial_balance, "recording": recording,
         "importing": importing, "starting": starting, "memory": memory, "verify": verifying}
