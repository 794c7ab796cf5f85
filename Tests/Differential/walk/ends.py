"""At a walk's end: the statements, the trial balances and the breakdowns, and what must hold whatever the model says."""
from collections import defaultdict

import model
from walk.compare import ACCOUNTS, agree, ask
from world import SUBS, iso

BIENNIUMS = (2000, 2002, 2004, 2006)
DIMENSIONS = ["donor", "donor-kind", "donor-region", "donor-country", "sub-fund", "theme", "instrument", "region", "country",
              "programme", "year"]
MEASURES = {"contributions": "contributions", "collected": "contributions-collected", "refunds": "refunds", "expenditure": "expenditure"}


def cents(text):
    """A decimal of two places as US cents."""
    whole, places = text.split(".")
    return int(whole + places)


def statement(walk, b, known=None):
    """A biennium's statement, every line and sub-fund, as the model has it."""
    entry, seq = known or (None, 10 ** 9)
    said = ask(walk.recorder, "report", name="biennium", period=f"{b}-{b + 1}", knownAt=entry)
    program = {(line["id"], sub): cents(text) for line in said["lines"] for sub, text in (line["subFunds"] | {"total": line["total"]}).items()}
    wanted = walk.model.report(b, known=seq)
    agree(f"statement {b}-{b + 1}, known at {entry}: (line, sub-fund)",
          {(line, sub): figures[sub] for line, figures in wanted.items() for sub in SUBS + ["total"]}, program)
    return program


def trial_balance(walk, day, known=None):
    entry, seq = known or (None, 10 ** 9)
    said = ask(walk.recorder, "report", name="trial-balance", asAt=iso(day), knownAt=entry)
    program = {row["account"]: cents(row["balance"]) for row in said["accounts"]}
    wanted = {ACCOUNTS.get(account, account): usd for account, usd in walk.model.trial_balance(day, seq).items()}
    agree(f"trial balance at {day}, known at {entry}", {a: v for a, v in wanted.items() if v}, {a: v for a, v in program.items() if v})
    agree(f"trial balance at {day}", "0.00", said["total"]["balance"])


def breakdown(walk, b, dimension, lines):
    """The rows of a breakdown add up to its total and to the statement; by donor and sub-fund they are the model's."""
    said = ask(walk.recorder, "report", name="biennium", period=f"{b}-{b + 1}", by=dimension)
    for measure in ["pledged"] + list(MEASURES):
        total = sum(cents(row[measure]) for row in said["rows"])
        agree(f"{measure} by {dimension}: rows and total", total, cents(said["total"][measure]))
        if measure in MEASURES:
            agree(f"{measure} by {dimension} and the statement of {b}", lines[MEASURES[measure], "total"], total)
    rows = {(row["key"], measure): cents(row[measure]) for row in said["rows"] for measure in MEASURES}
    if dimension in ("donor", "sub-fund"):
        wanted = by(walk.model, b, (lambda p: p.donor or "-") if dimension == "donor" else lambda p: p.sub)
        agree(f"{b} by {dimension}", {k: v for k, v in wanted.items() if v}, {k: v for k, v in rows.items() if v})


def by(oracle, b, key):
    """Sums of the model's postings: by whom or what, and measure."""
    sums, (first, last) = defaultdict(int), model.bounds(b)
    for e, p in oracle.posts(asat=last, frm=first):
        if p.acct == "income:contributions":
            sums[key(p), "contributions"] -= p.usd
        elif p.acct == "adjustments:refunds":
            sums[key(p), "refunds"] -= p.usd
        elif p.acct.startswith("expenditure:") and p.acct not in ("expenditure:in-kind", "expenditure:programme-support"):
            sums[key(p), "expenditure"] += p.usd
        elif p.acct == "assets:cash" and "CTB" in (e.kind, e.reverses and oracle.by[e.reverses].kind) and "earmark" not in e.meta:
            sums[key(p), "collected"] += p.usd
    return sums


def properties(walk):
    """What holds whatever the model says, asked of the file by plain SQL."""
    off = walk.file.books.execute(
        """SELECT date, sub_fund, account >= 800, iif(account >= 800, allotment, NULL), sum(usd) FROM posting
           GROUP BY 1, 2, 3, 4 HAVING sum(usd) <> 0""").fetchall()
    agree("days on which a sub-fund, or an allotment's budget, does not add up to zero", [], off)
    off = walk.file.books.execute(
        "SELECT date, sub_fund, currency FROM posting WHERE account < 800 GROUP BY 1, 2, 3 HAVING sum(amount) <> 0").fetchall()
    agree("days on which a currency of a sub-fund does not add up to zero", [], off)
    agree("verify", [], ask(walk.recorder, "verify")["findings"])


def compare(walk, rng):
    lines = {b: statement(walk, b) for b in BIENNIUMS}
    for b, later in zip(BIENNIUMS, BIENNIUMS[1:]):
        first, last = model.bounds(later)
        for sub in SUBS:  # an opening balance that is reversed later was none from the beginning
            opened = walk.model.sum("fund-balances:opening", last, frm=first, sub=sub)
            agree(f"closing and opening of {later}, {sub}", lines[b]["closing-balance", sub] - opened, lines[later]["opening-balance", sub])
    for day in [20001231, rng.randint(2001, 2006) * 10000 + 630, 20061231]:
        trial_balance(walk, day)
    known = rng.choice(walk.points)
    if known[1]:
        statement(walk, rng.choice(BIENNIUMS), known)
        trial_balance(walk, rng.choice([20031231, 20061231]), known)
    b = rng.choice(BIENNIUMS[1:])
    for dimension in DIMENSIONS:
        breakdown(walk, b, dimension, lines[b])
    properties(walk)
