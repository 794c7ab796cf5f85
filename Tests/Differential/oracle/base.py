"""The accounting's executable model, with what it leaves out (decision 0005), in plain lines too.

The model stands beside the checkout, in shared/design/accounting; $CPCJF_SHARED names another
place for shared.
"""
import os
import sys
from collections import defaultdict

from world import PROJECTS

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
FOLDER = os.path.join(
    os.environ.get("CPCJF_SHARED", os.path.join(os.path.dirname(ROOT), "shared")), "design", "accounting")
if not os.path.exists(os.path.join(FOLDER, "model.py")):
    print("skipped: the accounting's model is not beside the checkout")
    sys.exit(0)
sys.dont_write_bytecode = True
sys.path.insert(0, FOLDER)
import model  # noqa: E402
from model import P, apportion, biennium, half_even, need  # noqa: E402

model.EXP["GBP"] = 2  # a currency of which a cent may be worth less than half of the least unit
UNSTATED = "purpose not stated"
if not any(line[0] == "adjustments" for line in model.LINES):
    model.LINES.append(("adjustments", "III", lambda account: account == "adjustments:other"))


class Base(model.Ledger):
    """The model, and how it is copied before each step."""

    def __init__(self, subs, policies, rates):
        super().__init__(subs=subs)
        self.policies = {sub: [(0, policy)] for sub, policy in policies.items()}
        self.project_rate = {code: p["rate"] for code, p in PROJECTS.items() if p["rate"] is not None}
        for currency, day, units in rates:
            self.rates[currency].append((day, units, 1000))
        self.paper = None  # the donor's document that lets an allotment pass its earmark
        self.corrects = None  # the day of the reversal in whose place an entry stands, and of what it reversed
        self.references = {}  # what was recorded under a reference: its number, and what it said
        self.used = set()  # the rates that were asked for

    def copy(self):
        twin = object.__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.entries = [model.Entry(e.seq, e.number, e.kind, e.date, e.posts, e.meta, e.reverses, e.reversed_by)
                        for e in self.entries]
        twin.by = {e.number: e for e in twin.entries}
        twin.docs = {n: dict(d, parts=list(d["parts"])) if "parts" in d else dict(d) for n, d in self.docs.items()}
        twin.count = defaultdict(int, self.count)
        twin.closed, twin.closing_docs = list(self.closed), dict(self.closing_docs)
        twin.references = dict(self.references)
        twin.policies = {sub: list(versions) for sub, versions in self.policies.items()}
        twin.earmark_ok = lambda earmark, project: True
        return twin

    def rate(self, cur, date):
        used = super().rate(cur, date)
        if cur != "USD":
            self.used.add((cur, max(r[0] for r in self.rates[cur] if r[0] <= date)))
        return used

    def policy(self, sub, date):
        """The version of the sub-fund that holds on the day: of one day the newest."""
        versions = [v for v in self.policies.get(sub, []) if v[0] <= date]
        return max(enumerate(versions), key=lambda v: (v[1][0], v[0]))[1][1] if versions else super().policy(sub, date)

    def once(self, key, content, act):
        """The same reference again is the same document, unless that was reversed."""
        number, said = self.references.get(key, (None, None))
        if number and not self.by[number].reversed_by:
            need(said == content, "reference", f"{key} is {number}, with other content")
            return number
        made = act()
        self.references[key] = (made[0] if isinstance(made, list) else made, content)
        return made

    def usable(self, number, date):
        """Nothing acts on what was reversed, or before it."""
        need(not self.by[number].reversed_by, "reversed", number)
        need(date >= self.by[number].date, "rule 10", f"dated before {number}")

    def is_apart(self, sub, earmark):
        """What each contribution to a traced sub-fund (SP) is for, where its donor says nothing."""
        return earmark or (UNSTATED if sub == "SP" else None)
