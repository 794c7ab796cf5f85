"""One ledger beside other programs, plain SQL and its own copy."""
import json
import os
import sqlite3

from peers.cli import agree, cents, cpcjf

LAST = "2199-12-31"


class Books:
    """The ledger's file by plain SQL."""

    def __init__(self, path):
        self.books = sqlite3.connect(f"file:{path}?mode=ro", uri=True)

    def close(self):
        self.books.close()

    def all(self, sql, *values):
        return self.books.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return self.all(sql, *values)[0][0]

    def balances(self, known=None, day=LAST):
        return dict(self.all("SELECT name, sum(usd) FROM posting JOIN account ON number = account WHERE entry <= ? AND date <= ? GROUP BY 1",
                             known or 2 ** 62, day))

    def postings(self):
        """Each posting with its day, its document's number, its account and its cents."""
        number = """iif(series = 'CLS', printf('CLS-%d-%d', year - 1, year), printf('%s-%d-%04d', series, year, serial))
            || iif(act > 1, '.' || act, '')"""
        return self.all(f"""SELECT entry.date, {number}, name, usd FROM posting JOIN entry ON seq = entry JOIN account ON number = account
            ORDER BY entry.date, seq, line""")

    def hashes(self, known=None):
        return self.all("SELECT seq, hex(hash) FROM entry WHERE seq <= ? ORDER BY seq", known or 2 ** 62)


def settled(balances):
    return {account: balance for account, balance in balances.items() if balance}


def compare(path, peers, rng, folder):
    """Everything that must hold of one ledger.

    - Returns: how many postings it has.
    """
    books = Books(path)
    try:
        trial_balance(path, books)
        wanted = books.postings()
        for peer in peers:
            compare_with(peer, path, wanted, books, folder)
        cut(path, peers, books, rng, folder)
        round_trip(path, books, peers, folder)
        return len(wanted)
    finally:
        books.close()


def trial_balance(path, books, *words, known=None, day=LAST):
    answer = json.loads(cpcjf(path, "report", "trial-balance", "--as-at", day, "--format", "json", *words))
    said = {row["account"]: cents(row["balance"]) for row in answer["accounts"]}
    agree("report trial-balance beside plain SQL", books.balances(known, day), said)


def compare_with(peer, path, wanted, books, folder):
    file = os.path.join(folder, f"fund.{peer.name}")
    cpcjf(path, "export", peer.name, "-o", file)
    peer.check(file)
    named = {peer.account(account): cents for account, cents in settled(books.balances()).items()}
    agree(f"balances of {peer.name}", named, settled(peer.balances(file)))
    # Dollars on the other side than their amount are a line beside it.
    theirs = [(day, code, account, usd) for day, code, account, usd in peer.postings(file) if usd]
    ours = [(day, code, peer.account(account), usd) for day, code, account, usd in wanted if usd]
    agree(f"postings of {peer.name}", sorted(ours), sorted(theirs))


def cut(path, peers, books, rng, folder):
    """The journal up to a day, as it was known at an entry."""
    known = rng.randint(1, books.one("SELECT max(seq) FROM entry"))
    day = rng.choice(["2001-12-31", "2003-06-30", "2004-12-31", "2006-12-31"])
    trial_balance(path, books, "--known-at", str(known), known=known, day=day)
    for peer in peers[:1]:
        file = os.path.join(folder, f"cut.{peer.name}")
        cpcjf(path, "export", peer.name, "-o", file, "--known-at", str(known), "--as-at", day)
        named = {peer.account(account): usd for account, usd in settled(books.balances(known, day)).items()}
        agree(f"balances of {peer.name} at {day}, known at {known}", named, settled(peer.balances(file)))
    file, copy = os.path.join(folder, "cut.json"), os.path.join(folder, "cut.sqlite")
    cpcjf(path, "export", "json", "-o", file, "--known-at", str(known))
    cpcjf(copy, "import", "json", file)
    again = Books(copy)
    agree(f"hashes known at {known}", books.hashes(known), again.hashes())
    again.close()
    os.unlink(copy)


def round_trip(path, books, peers, folder):
    file, copy = os.path.join(folder, "fund.json"), os.path.join(folder, "copy.sqlite")
    cpcjf(path, "export", "json", "-o", file)
    cpcjf(copy, "import", "json", file)
    again = Books(copy)
    agree("hashes of the copy", books.hashes(), again.hashes())
    agree("seals of the copy", books.all("SELECT * FROM batch"), again.all("SELECT * FROM batch"))
    for table in ("daily_total", "closing_total", "unobligated"):
        agree(f"{table} of the copy", sorted(books.all(f"SELECT * FROM {table}")), sorted(again.all(f"SELECT * FROM {table}")))
    again.close()
    cpcjf(copy, "verify")
    with open(file) as first:
        agree("the copy's JSON", first.read(), cpcjf(copy, "export", "json"))
    for peer in peers:
        with open(os.path.join(folder, f"fund.{peer.name}")) as first:
            agree(f"the copy's journal for {peer.name}", first.read(), cpcjf(copy, "export", peer.name))
    os.unlink(copy)
