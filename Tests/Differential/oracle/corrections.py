"""Earmarks that change, policies that change, reversals: what the model leaves out of them."""
from model import P, need

from oracle.base import UNSTATED
from oracle.cash import Cash


class Corrections(Cash):
    def change_policy(self, sub, policy, date):
        """A version that holds from a day; a pledge keeps the policy it was committed under."""
        need(not self.is_closed(date), "rule 5", "a change in a closed biennium")
        first = [(-1, self.policy(sub, 20010101))] if sub not in self.policies else []
        stated = any(0 <= since <= date for since, _ in self.policies.get(sub, []))
        if not stated or self.policy(sub, date) != policy:  # what was said already is not recorded again
            self.policies[sub] = self.policies.get(sub, first) + [(date, policy)]

    def change_earmark(self, n, earmark, date):
        """Another purpose, by the donor's document. Money of a pool is kept apart from then on."""
        self.usable(n, date)
        d, posts = self.docs[n], []
        if d["type"] == "PLG":
            need(d["earmark"] is not None and d["earmark"] != UNSTATED or self.pledge_state(n)[2] == 0, "paid", "without an earmark")
        elif not d["tied"]:
            need(self.sum("adjustments:refunds", ref=n, what="minor") == 0, "refunded", n)
            later = -self.sum("liabilities:deferred-income", doc=n)
            need(d["usd"] - later <= self.available(d["sub"], date), "rule 3", "over the pool")
            for s, src in ((-1, d["sub"]), (1, n)):
                posts.append(P("assets:cash", d["sub"], d["cur"], s * d["minor"], s * d["usd"], d["donor"], src=src))
                posts += [P(p.acct, p.sub, p.cur, s * p.minor, s * p.usd, p.donor, doc=n, ref=p.ref, src=src)
                          for _, p in self.posts() if p.acct == "liabilities:deferred-income" and p.doc == n]
        number = self.post(self.by[n].kind if d["type"] == "CTB" else "PLG", date, posts, dict(doc=n, earmark=earmark), number=self.act(n)).number
        self.restate()
        return number

    def restate(self):
        """Each earmark as its newest living change says: its own, else its pledge's, else as it was given."""
        newest, givers = {}, {}
        for e in self.entries:
            if "earmark" in e.meta and self.live(e):
                newest[e.meta["doc"]] = e
            if "giver" in e.meta and self.live(e):
                givers[e.meta["doc"]] = e.meta["giver"]
        for n, d in self.docs.items():
            if "said" not in d:
                continue
            e = newest.get(n) or newest.get(d.get("pledge"))
            d["earmark"] = e.meta["earmark"] if e else d["said"]
            if d["type"] == "PLG":
                d["tied"] = d["earmark"] is not None
            else:
                d["tied"] = d["always"] or n in newest
                d["donor"] = givers.get(n, d["said_donor"])

    def pool(self, sub, asat=99999999, at=None):
        """Whatever was ever kept apart is no part of the pool on the days on which it was."""
        apart = {p.src for _, p in self.posts() if p.src in self.docs and self.docs[p.src]["sub"] == sub}
        return self.uncommitted(sub, asat, at) - sum(self.left_of(n, asat) for n in apart)

    def unharmed(self, e):
        """The sources that the reversal of an entry takes nothing from."""
        alone = self.copy()
        alone.entries = [e]
        return [n for n in {p.src for p in e.posts} if n in self.docs and self.docs[n].get("tied") and alone.left_of(n) <= 0]

    def standing_on(self, e):
        """What was given, allotted or changed since an earmark or a giver was changed."""
        n = e.meta["doc"]
        theirs = {n} | {c for c, d in self.docs.items() if d.get("pledge") == n}
        return [x.number for x in self.entries if x.seq > e.seq and self.live(x) and x.kind != "RVL" and (
            (("earmark" in x.meta or "giver" in x.meta) and x.meta["doc"] == n) or x.meta.get("pledge") == n
            or any(p.src in theirs or ("giver" in e.meta and n in (p.doc, p.ref)) for p in x.posts))]

    def reverse(self, number, date=None):
        e = self.by[number]
        n = e.meta.get("doc")
        if ("earmark" in e.meta or "giver" in e.meta) and self.live(e):
            need(not self.standing_on(e), "rule 8", f"others depend on it: {self.standing_on(e)}")
        if "raised" in e.meta and (date or e.date) >= e.date:
            need(self.outstanding(n) >= e.meta["raised"][1] or e.reversed_by, "rule 8", f"more paid of {n} than is pledged")
        unharmed = self.unharmed(e)
        for source in unharmed:
            self.docs[source]["tied"] = False
        result = super().reverse(number, date)
        for source in unharmed:
            self.docs[source]["tied"] = True
        if "raised" in e.meta:
            self.docs[n]["minor"] -= e.meta["raised"][1]
            schedule = list(self.docs[n]["schedule"])
            schedule.remove(e.meta["raised"])
            self.docs[n]["schedule"] = schedule
        elif e.meta.get("commits"):
            self.docs[n]["policy"] = None
            self.docs[n].pop("committed", None)
        if "earmark" in e.meta or "giver" in e.meta:
            self.restate()
        return result

    def undo(self, numbers, date=None):
        """Everything of a batch that is still alive, latest first."""
        alive = [n for n in numbers if not self.by[n].reversed_by]
        need(alive, "undone", "nothing is left")
        return [self.reverse(n, date) for n in reversed(alive)]
