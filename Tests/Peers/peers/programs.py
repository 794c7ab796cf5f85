"""What other programs make of an export: whether they accept it, its balances, its postings."""
import csv
import io
import shutil

from peers.cli import cents, run


def rows(text):
    return list(csv.reader(io.StringIO(text)))


class Hledger:
    name, command = "hledger", "hledger"

    def check(self, file):
        run("hledger", "-f", file, "check", "--strict")

    def balances(self, file):
        table = rows(run("hledger", "-f", file, "balance", "--flat", "-B", "-N", "-E", "-O", "csv"))
        return {account: cents(balance) for account, balance in table[1:]}

    def postings(self, file):
        table = rows(run("hledger", "-f", file, "register", "-B", "-E", "-O", "csv"))
        place = {name: table[0].index(name) for name in ("date", "code", "account", "amount")}
        return [(row[place["date"]], row[place["code"]], row[place["account"]], cents(row[place["amount"]])) for row in table[1:]]

    def account(self, name):
        return name


class Ledger:
    name, command = "ledger", "ledger"

    def check(self, file):
        run("ledger", "-f", file, "--pedantic", "balance")

    def balances(self, file):
        text = run("ledger", "-f", file, "--pedantic", "balance", "--flat", "--no-total", "-E", "-B",
                   "-F", "%(account)\t%(display_total)\n")
        return {account: cents(balance) for account, balance in (line.split("\t") for line in text.splitlines())}

    def postings(self, file):
        text = run("ledger", "-f", file, "--pedantic", "register", "--sort", "0",
                   "-F", "%(format_date(date, \"%Y-%m-%d\"))\t%(code)\t%(account)\t%(cost)\n")
        return [(day, code, account, cents(cost)) for day, code, account, cost in (line.split("\t") for line in text.splitlines())]

    def account(self, name):
        return name


class Beancount:
    name, command = "beancount", "bean-check"
    roots = {"assets": "Assets", "liabilities": "Liabilities", "income": "Income", "expenditure": "Expenses"}

    def check(self, file):
        run("bean-check", file)

    # As text: where it shows a figure, bean-query cuts off what a divided price loses, and a cent with it.
    def balances(self, file):
        table = rows(run("bean-query", "-f", "csv", file, "SELECT account, str(sum(weight)) GROUP BY account"))
        sums = {account.strip(): balance.strip(" ()") for account, balance in table[1:]}
        return {account: cents(balance) if balance else 0 for account, balance in sums.items()}

    def postings(self, file):
        table = rows(run("bean-query", "-f", "csv", file, "SELECT date, links, account, str(weight)"))
        return [(day.strip(), links.strip(), account.strip(), cents(weight)) for day, links, account, weight in table[1:]]

    def account(self, name):
        section, own = name.split(":")
        own = "-".join(word.capitalize() for word in own.split("-"))
        if section in self.roots:
            return f"{self.roots[section]}:{own}"
        return "Equity:" + "-".join(word.capitalize() for word in section.split("-")) + ":" + own


def present():
    """The programs that are installed; of the others it is said that they are not."""
    found = []
    for peer in (Hledger(), Ledger(), Beancount()):
        if shutil.which(peer.command):
            found.append(peer)
        else:
            print(f"skipped: {peer.command} is not installed", flush=True)
    return found
