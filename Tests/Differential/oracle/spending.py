"""Allotments, obligations, disbursements, recoveries: what the model leaves out of them."""
from model import P, apportion, half_even, need

from oracle.base import UNSTATED, model
from oracle.gifts import Gifts
from world import PROJECTS


def share(earmark, project):
    """How much of a project, in per cent, money with an earmark may pay for: the least over its keys."""
    keys = {}
    for item in earmark.split(";"):
        key, value = item.split(":")
        keys.setdefault(key, []).append(value)
    carried = {key: 100 * (project in values) if key == "project" else sum(PROJECTS[project][key].get(v, 0) for v in values)
               for key, values in keys.items()}
    return min(carried.values()), keys, carried


class Spending(Gifts):
    def allot(self, project, source, minor, date, kind="ALT", check=True):
        d = self.docs.get(source)
        if d:
            self.usable(source, date)
        if d and d["type"] == "PLG" and not d["tied"]:  # what is not kept apart is the pool's
            paid = sum(c["usd"] for m, c in self.docs.items()
                       if c.get("pledge") == source and c["type"] == "CTB" and not self.by[m].reversed_by and c["date"] <= date)
            named = {m for m, e in self.by.items() if e.meta.get("source") == source and e.kind == "ALT"}
            issued = -sum(p.usd for _, p in self.posts() if p.acct == "budget:issued" and p.doc in named)
            need(minor <= paid - issued, "rule 3", f"{source} has not collected it")
            n = self.allot(project, d["sub"], minor, date)
            self.by[n].meta["source"] = source
            return n
        if not (d and d["type"] == "PLG") and check:
            self.within(project, source if d and d["tied"] else d["sub"] if d else source, minor)
        if check and d and d["type"] != "PLG" and d["sub"] == "PSC":
            self.apart(source, minor, date)
        return super().allot(project, source, minor, date, kind, check)

    def apart(self, source, minor, date):
        """PSC's pool may be passed; what is kept apart in PSC may not."""
        if source in self.docs and self.docs[source]["tied"]:
            need(minor <= min(self.left_of(source), self.left_of(source, date)), "rule 3", f"over what is left of {source}")

    def within(self, project, source, minor):
        """The purpose: stated, carried by the project, and of a theme or country no more than its share of the budget."""
        if self.paper:
            return
        if source in self.subs:
            return need(source != "CA", "purpose", "the pool of CA")
        earmark = self.docs[source]["earmark"]
        need(earmark != UNSTATED, "purpose", source)
        least, keys, carried = share(earmark, project)
        need(least > 0, "earmark", f"{project} does not satisfy {earmark}")
        budget = sum(PROJECTS[project]["budget"].values())
        for key in ("theme", "country"):
            if budget and key in keys and carried[key] < 100:
                # Money for these themes, or for some of them, that the project has been allotted.
                alike = [n for n in self.docs if n != "" and self.docs[n]["type"] == "CTB" and self.docs[n]["tied"]
                         and self.docs[n]["earmark"] != UNSTATED
                         and share(self.docs[n]["earmark"], project)[1].get(key)
                         and set(share(self.docs[n]["earmark"], project)[1][key]) <= set(keys[key])]
                issued = -sum(p.usd for _, p in self.posts() if p.acct == "budget:issued" and p.project == project and p.src in alike)
                need(issued + minor <= budget * carried[key] // 100, "budget", "over the share of the budget")

    def change_allotment(self, alt, minor, date):
        """An increase is drawn from the same money; a return is of what is left, also on its day."""
        a = self.docs[alt]
        self.usable(alt, date)
        if minor < 0:
            need(-minor <= self.left_of_allotment(alt, date), "return", "more than was unobligated on the day")
            self.return_allotment(alt, -minor, date)
            return self.entries[-1].number
        self.paper = self.paper or a.get("paper")
        self.within(a["project"], a["src"], minor)
        if a["sub"] == "PSC":
            self.apart(a["src"], minor, date)
        else:
            need(minor <= self.available(a["src"], date), "rule 3", "over the available")
        k = dict(donor=a["donor"], project=a["project"], doc=alt, src=a["src"])
        return self.post("ALT", date, [P("budget:unobligated", a["sub"], "USD", minor, minor, **k),
                                       P("budget:issued", a["sub"], "USD", -minor, -minor, **k)], dict(doc=alt), number=self.act(alt)).number

    def named(self, project, names, date):
        for alt in names or []:
            self.usable(alt, date)
            need(self.docs[alt]["project"] == project, "project", "an allotment to another project")

    def split(self, project, usd, date, names=None, doc=""):
        """As the model; but no part is worth less than the least unit of the currency, in which it would be nothing."""
        alts = names or [n for n, d in self.docs.items() if d["type"] == "ALT" and d["project"] == project and not self.by[n].reversed_by]
        unit, out, rest = max(1, -(-usd // self.minor)), [], usd
        for n in sorted(alts, key=lambda n: (self.docs[n]["src"] in self.subs, self.docs[n]["date"], self.by[n].seq)):
            a = self.docs[n]
            if a["date"] <= date and rest:
                left = min(self.left_of_allotment(n), self.left_of_allotment(n, date))
                b = self.fit(left, a["rate"], self.charged(doc, n), self.charged_support(doc, n))
                b = rest if b >= rest else min(b, rest - unit)  # what remains is a unit too, at the least
                if b >= min(unit, rest):
                    out.append((n, b))
                    rest -= b
        need(rest == 0, "rule 4", f"{project}: {usd} over what is left, {usd - rest}")
        return out

    def obligate(self, project, cls, cur, minor, date, names=None):
        self.minor = minor
        self.named(project, names, date)
        made = super().obligate(project, cls, cur, minor, date, names)
        self.docs[made]["named"] = names
        return made

    def direct(self, project, cls, cur, minor, date, names=None):
        self.minor = minor
        self.named(project, names, date)
        return super().direct(project, cls, cur, minor, date, names)

    def increase_obligation(self, obl, minor, date):
        """What names an allotment is charged to it, increased as well."""
        self.minor = minor
        self.usable(obl, date)
        d = self.docs[obl]
        posts, alts = self._charge(obl, d["project"], d["cls"], d["cur"], minor, date, "liabilities:obligations", d["named"])
        d["parts"] += [a for a in alts if a not in d["parts"]]
        return self.post("OBL", date, posts, dict(doc=obl), number=self.act(obl)).number

    def cancel(self, obl, minor, date):
        self.usable(obl, date)
        self.usd(minor, self.docs[obl]["cur"], date)
        return super().cancel(obl, minor, date)

    def disburse(self, obl, minor, date, cur=None, settles=None):
        self.usable(obl, date)
        d, cur = self.docs[obl], cur or self.docs[obl]["cur"]
        u, s = self.usd(minor, cur, date), minor if cur == d["cur"] else settles
        if s is None:
            n, m = self.rate(d["cur"], date)
            s = half_even(u * n * 10 ** model.EXP[d["cur"]], m * 100)
            need(s > 0, "amount", "pays less than half of the least unit")
        if s <= self.unliquidated(obl):
            parts, rest = [], s
            for alt in d["parts"]:
                parts.append(min(self.unliquidated(obl, alt), rest))
                rest -= parts[-1]
            parts = [x for x in parts if x]
            need(all(apportion(minor, parts)), "amount", "a part that settles something would be nothing")
        return super().disburse(obl, minor, date, cur, s)

    def paid(self, doc, alt):
        left = self.unliquidated(doc, alt) if self.docs[doc]["type"] == "OBL" else 0
        return self.charged(doc, alt, what="minor") - left

    def partner_refund(self, doc, minor, date):
        """From whichever of its allotments paid, the one that was charged last first."""
        self.usable(doc, date)
        d, parts, rest = self.docs[doc], [], minor
        u = self.usd(minor, d["cur"], date)
        for alt in reversed(d["parts"]):
            x = min(max(self.paid(doc, alt), 0), rest)
            parts += [(alt, x)] if x else []
            rest -= x
        need(rest == 0, "rule 4", "more than was paid")
        posts = []
        for (alt, x), pu in zip(parts, apportion(u, [x for _, x in parts])):
            a = self.docs[alt]
            share, back = self._give_back(doc, alt, x, date)
            k = dict(donor=a["donor"], project=a["project"], doc=doc, ref=alt, src=a["src"])
            posts += [P("assets:cash", a["sub"], d["cur"], x, pu, **k), P("adjustments:exchange", a["sub"], d["cur"], 0, share - pu, **k)] + back
        return self.post("PRF", date, posts, dict(doc=doc)).number
