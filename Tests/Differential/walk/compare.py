"""After each step: numbers and postings in the ledger's file, by plain SQL, and what the program says of its documents."""
import sqlite3

from model import bounds

ACCOUNTS = {"assets:interfund": "assets:inter-fund"}
# Besides account, sub-fund and currency, what a posting names: who gave, which project, the document
# whose balance it moves, the allotment that is charged.
SPENT = ("donor", "project", "document", "allotment")
NAMES = {
    "assets:cash": (), "assets:inter-fund": (), "fund-balances:opening": ("donor",), "assets:pledges-receivable": ("donor", "document"),
    "liabilities:obligations": SPENT, "liabilities:deferred-income": ("donor", "document"), "income:contributions": ("donor", "document"),
    "income:in-kind": ("donor", "project"), "expenditure:in-kind": ("donor", "project"), "income:interest": ("donor",),
    "adjustments:refunds": ("donor", "document"), "adjustments:savings": SPENT, "adjustments:write-offs": ("donor", "document"),
    "budget:issued": SPENT, "budget:unobligated": SPENT, "budget:spent": SPENT,
}


class Disagreement(Exception):
    """The program and the model do not say the same."""


class Refusal(Exception):
    """The program refuses, by a rule."""

    def __init__(self, rule, message):
        super().__init__(f"{message} [{rule}]")
        self.rule = rule


def agree(what, model, program):
    """Two mappings (or values) are the same, or what differs is told."""
    if model == program:
        return
    if isinstance(model, dict):
        off = [f"  {k}: model {model.get(k, 0)}, program {program.get(k, 0)}"
               for k in sorted(set(model) | set(program), key=str) if model.get(k, 0) != program.get(k, 0)]
        if not off:
            return
        raise Disagreement("\n".join([f"{what}:"] + off))
    raise Disagreement(f"{what}: model {model}, program {program}")


class File:
    """The ledger's file, read beside the program."""

    def __init__(self, path):
        self.books = sqlite3.connect(path, isolation_level=None)
        self.accounts = dict(self.books.execute("SELECT number, name FROM account"))
        self.codes = {}
        for table in ("sub_fund", "donor", "project"):
            self.codes |= dict(self.books.execute(f"SELECT entry, code FROM {table}"))
        self.numbers = {}
        self.first = self.last = self.head()

    def close(self):
        self.books.close()

    def head(self):
        return self.books.execute("SELECT max(seq) FROM entry").fetchone()[0]

    def batch(self):
        return self.books.execute("SELECT max(id) FROM batch").fetchone()[0]

    def sealed(self):
        """What the newest closing sealed, by account, sub-fund and currency."""
        sums = {}
        for account, sub, currency, units, usd in self.books.execute(
                "SELECT account, sub_fund, currency, amount, usd FROM closing_balance WHERE entry = (SELECT max(entry) FROM closing)"):
            add(sums, self.accounts[account], self.codes[sub], currency, dict.fromkeys(SPENT, ""), units, usd)
        return sums

    def items(self):
        """What it sealed as open, in US cents."""
        sums = {}
        for item, document, allotment, usd in self.books.execute(
                "SELECT item, document, allotment, usd FROM closing_item WHERE entry = (SELECT max(entry) FROM closing)"):
            key = item, self.numbers[document], self.numbers.get(allotment, "")
            sums[key] = sums.get(key, 0) + usd
        return sums

    def news(self):
        """The numbers of the entries since it was last asked, and their postings added up."""
        rows = self.books.execute("SELECT seq, series, year, serial, act FROM entry WHERE seq > ? ORDER BY seq", (self.last,)).fetchall()
        for seq, series, year, serial, act in rows:
            self.numbers[seq] = series and f"{series}-{year}-{serial:04d}" + (f".{act}" if act > 1 else "")
        sums = {}
        for account, sub, currency, donor, project, document, allotment, units, usd in self.books.execute(
                "SELECT account, sub_fund, currency, donor, project, document, allotment, amount, usd FROM posting WHERE entry > ?",
                (self.last,)):
            account = self.accounts[account]
            named = dict(donor=self.codes.get(donor, ""), project=self.codes.get(project, ""),
                         document=self.numbers.get(document, ""), allotment=self.numbers.get(allotment, ""))
            add(sums, account, self.codes[sub], currency, named, units, usd)
        self.last += len(rows)
        return [self.numbers[row[0]] for row in rows if row[1]], sums


def add(sums, account, sub, currency, named, units, usd):
    key = (account, sub, currency) + tuple(named[name] for name in NAMES.get(account, ("donor", "project")))
    old = sums.get(key, (0, 0))
    sums[key] = (old[0] + units, old[1] + usd)


def wanted(model, entries):
    """The model's postings added up alike."""
    sums = {}
    for e in entries:
        for p in e.posts:
            account = ACCOUNTS.get(p.acct, p.acct)
            named = dict(donor=p.donor, project=p.project, document=p.doc, allotment=p.ref)
            if account.startswith("budget:"):
                named |= dict(document=p.ref or p.doc, allotment=p.doc)
            elif account == "adjustments:refunds":
                named["document"] = p.ref
            elif p.sub == "PSC" and p.tag == "psc":
                named["allotment"] = ""
            add(sums, account, p.sub, p.cur, named, p.minor, p.usd)
    return sums


def without(nothing, sums):
    return {key: value for key, value in sums.items() if value != nothing}


def without_nothing(sums):
    return without((0, 0), sums)


def entries(model, before, file):
    """The step's new entries: their numbers, and what they moved."""
    new = model.entries[before:]
    numbers, moved = file.news()
    agree("numbers", sorted(e.number for e in new), sorted(n for n in numbers if not n.startswith("CLS")))
    agree("balances moved (account, sub-fund, currency, …): (units, US cents)", without_nothing(wanted(model, new)), without_nothing(moved))


def sealed(model, file, b):
    """What a closing sealed: balances, and what was open on its last day."""
    end = bounds(b)[1]
    sums, items = {}, {}
    for _, p in model.posts(end):
        add(sums, ACCOUNTS.get(p.acct, p.acct), p.sub, p.cur, dict(donor="", project="", document="", allotment=""), p.minor, p.usd)
    agree(f"balances sealed at {end}", without_nothing(sums), without_nothing(file.sealed()))
    for n, d in model.docs.items():
        if d["type"] == "CTB" and any(p.src == n for _, p in model.posts(end)):
            items["contribution", n, ""] = model.left_of(n, end)
        elif d["type"] == "ALT":
            items["allotment", n, ""] = model.left_of_allotment(n, end)
        elif d["type"] == "OBL":
            for alt in d["parts"]:
                items["obligation", n, alt] = model.sum("liabilities:obligations", end, doc=n, ref=alt)
        elif d["type"] == "PLG":
            items["pledge", n, ""] = model.sum("assets:pledges-receivable", end, doc=n)
        if d["type"] == "CTB":
            items["deferred", n, ""] = model.sum("liabilities:deferred-income", end, doc=n)
    agree(f"open items sealed at {end}, in US cents, what is owed below zero", without(0, items), without(0, file.items()))


def alive(model, *types):
    return [n for n, d in model.docs.items() if d["type"] in types and not model.by[n].reversed_by]


def ask(recorder, *question, **request):
    """What cannot be refused."""
    try:
        return recorder.ask(*question, **request)
    except Refusal as refusal:
        raise Disagreement(f"{question} is refused [{refusal.rule}]: {refusal}")


def answers(model, recorder, sources):
    """What the program says of every living document, and of what is available of some sources."""
    apart = [n for n in alive(model, "CTB") if model.docs[n]["tied"]]
    allotments, obligations = alive(model, "ALT"), alive(model, "OBL")
    said = ask(recorder, "answers", contributions=apart, allotments=allotments, obligations=obligations,
                        sources=[dict(name=name, on=f"{day // 10000}-{day // 100 % 100:02d}-{day % 100:02d}") for name, day in sources])
    agree("pledges: outstanding, receivable, in US cents",
          {n: (model.outstanding(n), *model.carrying(n)) for n in alive(model, "PLG")}, {p[0]: tuple(p[1:]) for p in said["pledges"]})
    agree("left of contributions", {n: model.left_of(n) for n in apart}, dict(zip(apart, said["contributions"])))
    agree("unobligated of allotments", {n: model.left_of_allotment(n) for n in allotments}, dict(zip(allotments, said["allotments"])))
    agree("unliquidated of obligations", {n: model.unliquidated(n) for n in obligations}, dict(zip(obligations, said["obligations"])))
    agree("available", {s: model.available(*s) for s in sources}, dict(zip(sources, said["available"])))
