"""At the end of a walk through the command line: every report foots by its own checks, and says what plain SQL says."""
import json

from walk.compare import agree
from walk.ends import cents
from world import DONORS, PROJECTS

# What donors gave, and what the ledger opened with of it: each its giver's from the start, as was known on the last day, whoever
# it was recorded of.
GIFTS = """
    WITH gift AS (
      SELECT entry, opens, coalesce((
        SELECT donor FROM donor_change JOIN entry AS own ON own.seq = entry
        WHERE contribution = given.entry AND own.date <= '{last}'
          AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = own.seq AND date <= '{last}') ORDER BY own.seq DESC LIMIT 1), donor) AS giver
      FROM (SELECT entry, donor, 0 AS opens FROM contribution UNION ALL SELECT entry, donor, 1 FROM opening WHERE item = 'cash') AS given)
    """


class Reports:
    def __init__(self, walk):
        self.program, self.books = walk.program, walk.file.books

    def ask(self, *words):
        return json.loads(self.program.run([*words, "--format", "json"]))

    def one(self, sql, *values):
        return self.books.execute(sql, values).fetchone()[0] or 0

    def compare(self, numbers):
        for period in ["2000-2001", "2002-2003", "2004-2005", "2006-2007", "2003"]:
            self.statement(period)
        self.journal()
        for name in ["assets:cash", "assets:pledges-receivable", "liabilities:obligations", "expenditure", "income", "budget"]:
            self.account(name)
        for day in ["2002-12-31", "2004-06-30", "2008-12-31"]:
            self.pledges(day)
        for donor in DONORS:
            for span in [None, "2002-2003", "2004-2005", "2003"]:
                self.donor(donor, span)
        for code in PROJECTS:
            grid = self.ask("report", "grid", code)
            allotted = self.one("SELECT -sum(usd) FROM posting WHERE account = 801 AND project = (SELECT project FROM project WHERE code = ?)", code)
            agree(f"allotted to {code}", allotted, cents(grid["total"]["total"]))
        for number in numbers:
            self.ask("show", number)
        self.ask("status")
        self.program.run(["check"], (0, 1))

    def statement(self, period):
        statement = self.ask("report", "biennium", period)
        lines = {line["id"]: cents(line["total"]) for line in statement["lines"]}
        agree(f"{period} by theme", lines["expenditure"], sum(cents(row["total"]) for row in statement["expenditureByTheme"]))
        terms = [cents(term["total"]) for term in statement["reconciliation"]]
        agree(f"{period} reconciled", lines["contributions-collected"], sum(terms) if terms else lines["contributions"])
        for row in self.ask("report", "trial-balance", "-p", period)["accounts"]:
            agree(f"{row['account']} of {period}", cents(row["balance"]), cents(row["opening"]) + cents(row["movement"]))

    def journal(self):
        journal = self.ask("report", "journal")
        agree("documents", self.one("SELECT count(*) FROM entry WHERE series IS NOT NULL"), len(journal["rows"]))
        agree("postings", self.one("SELECT count(*) FROM posting"), sum(len(row["postings"]) for row in journal["rows"]))
        for side, sign in [("debit", ""), ("credit", "-")]:
            agree(side, self.one(f"SELECT sum(max({sign}usd, 0)) FROM posting WHERE account < 800"), cents(journal["total"][side]))

    def account(self, name):
        account = self.ask("report", "account", name, "-p", "2003-01-01..2006-12-31")
        part = "account IN (SELECT number FROM account WHERE name = ?1 OR section = ?1)"
        agree(f"opening of {name}", self.one(f"SELECT sum(usd) FROM posting WHERE {part} AND date < '2003'", name), cents(account["opening"]))
        agree(f"closing of {name}", self.one(f"SELECT sum(usd) FROM posting WHERE {part} AND date < '2007'", name), cents(account["closing"]))
        if account["rows"]:
            agree(f"running balance of {name}", account["closing"], account["rows"][-1]["balance"])

    def pledges(self, day):
        pledges = self.ask("report", "pledges", "--as-at", day)
        for row in pledges["rows"]:
            parts = [row["collected"], row["writtenOff"], row["outstanding"]]
            agree(f"{row['key']} at {day}", cents(row["pledged"]), sum(map(cents, parts)))
        agree(f"overdue at {day}", cents(pledges["total"]["overdue"]), sum(cents(age["overdue"]) for age in pledges["ageing"]))

    def donor(self, donor, span):
        statement = self.ask("report", "donor", donor, *(["-p", span] if span else []))
        days = f"date BETWEEN '{span[:4]}-01-01' AND '{span[-4:]}-12-31'" if span else "date > ''"
        last = f"{span[-4:]}-12-31" if span else "9999-12-31"
        theirs = f"AND {days} AND giver = (SELECT donor FROM donor WHERE code = ?)"
        sums = GIFTS.format(last=last) + "SELECT sum(usd) FROM posting JOIN account ON number = account JOIN gift ON gift.entry = "
        # What there was before the ledger is collected if it stands at the period's end: a later reversal restates it.
        stands = f"NOT opens OR reverses IS NULL AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = gift.entry AND date <= '{last}')"
        agree(f"collected of {donor}, {span}", self.one(GIFTS.format(last=last) + "SELECT sum(usd) FROM posting JOIN entry ON seq = posting.entry "
              f"JOIN gift ON gift.entry IN (seq, reverses) AND ({stands}) WHERE account = 101 {theirs.replace('AND date', 'AND posting.date')}", donor),
              cents(statement["total"]["collected"]))
        agree(f"refunded to {donor}, {span}", self.one(f"{sums} document WHERE name = 'adjustments:refunds' {theirs}", donor),
              cents(statement["total"]["refunded"]))
        agree(f"spent of {donor}'s money, {span}", self.one(f"{sums} source WHERE section = 'expenditure' {theirs}", donor),
              sum(cents(row["expenditure"]) + cents(row["programmeSupport"]) for row in statement["rows"] if row["basis"] == "traced"))
