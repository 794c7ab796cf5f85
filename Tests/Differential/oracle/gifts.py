"""Pledges, contributions, refunds: what the model leaves out of them."""
from model import P, apportion, biennium, half_even, need

from oracle.base import Base, model


def take(parts, amount):
    """Takes an amount from the first parts on."""
    for part in parts:
        x = min(part[1], amount)
        part[1] -= x
        amount -= x
    assert amount == 0, parts
    return parts


class Gifts(Base):
    def announce(self, donor, sub, cur, minor, date, schedule=None, earmark=None, rate=None):
        self.usd(minor, cur, date)
        return self.promised(super().announce(donor, sub, cur, minor, date, schedule, self.is_apart(sub, earmark), rate))

    def pledge(self, donor, sub, cur, minor, date, schedule=None, earmark=None, rate=None):
        self.usd(minor, cur, date)
        return self.promised(super().pledge(donor, sub, cur, minor, date, schedule, self.is_apart(sub, earmark), rate))

    def promised(self, number):
        d = self.docs[number]
        d["said"], d["said_schedule"] = d["earmark"], d["schedule"]
        return number

    def commit(self, n, date, first=False):
        if not first:
            need(self.docs[n]["policy"] is None, "pledge", "already committed")
            self.usable(n, date)
        result = super().commit(n, date, first)
        self.entries[-1].meta["commits"] = not first
        return result

    def pledge_state(self, n):
        """What was counted and is not yet paid, by biennium; the instalments not yet counted; paid; written off.

        What was counted, paid or written off fills the instalment that is due first, whenever it was added.
        """
        acts = [e for e in self.entries if n in (e.meta.get("doc"), e.meta.get("pledge")) and self.live(e)]
        layers, filled, paid, wo = [], 0, 0, 0
        left = sorted(self.docs[n]["said_schedule"], key=lambda part: part[0])
        for e in acts:
            layers += [[b, m] for b, m in e.meta.get("count", [])]
            take(layers, e.meta.get("from_counted", 0))
            left = sorted(left + [e.meta["raised"]] if "raised" in e.meta else left, key=lambda part: part[0])
            uncounted = sum(m for _, m in e.meta.get("from_uncounted", []))
            filled += sum(m for _, m in e.meta.get("count", [])) + uncounted
            paid += e.meta.get("applied", 0)
            wo += e.meta.get("written_off", 0)
        return layers, take([list(part) for part in left], filled), paid, wo

    def _count(self, n, due, date, number):
        """A promise outlives its currency: then it is worth what the successor is, at the fixed rate."""
        d, m = self.docs[n], sum(x for _, x in due)
        u = self.usd_of(m, d["cur"], date) if m else 0
        self.post("PLG", date, [P("assets:pledges-receivable", d["sub"], d["cur"], m, u, d["donor"], doc=n),
                                P("income:contributions", d["sub"], d["cur"], -m, -u, d["donor"], doc=n)] if m else [],
                  dict(doc=n, count=[(biennium(date), x) for _, x in due], count_due=list(due)), number=number)
        return n

    def increase(self, n, minor, date, due=None):
        self.usable(n, date)
        self.usd(minor, self.docs[n]["cur"], date)
        super().increase(n, minor, date, due)
        self.entries[-1].meta["raised"] = (due or date, minor)
        return self.entries[-1].number

    def write_off(self, n, minor, date):
        self.usable(n, date)
        return super().write_off(n, minor, date)

    def settled(self, minor, cur, pledge):
        """What a currency's successor pays of it at the fixed rate; a cent of either closes the pledge."""
        return self.at_fixed_rate(minor, cur, self.docs[pledge]["cur"], self.outstanding(pledge))

    @staticmethod
    def at_fixed_rate(minor, cur, ended, left):
        """What an amount of the successor is in a currency that ended; all that is left within a cent of either."""
        _, n, m = model.FIXED[ended]
        paid = half_even(minor * n * 10 ** model.EXP[ended], m * 10 ** model.EXP[cur])
        wanted = half_even(left * m * 10 ** model.EXP[cur], n * 10 ** model.EXP[ended])
        return left if left and (abs(paid - left) <= 1 or abs(wanted - minor) <= 1) else paid

    def contribute(self, donor, sub, cur, minor, date, pledge=None, earmark=None, over=False, rate=None,
                   settles=None, for_biennium=None):
        u = self.usd(minor, cur, date)
        if not pledge:
            need(for_biennium is None or for_biennium >= biennium(date), "for", "an earlier biennium")
            earmark = self.is_apart(sub, earmark)
            return self.given(super().contribute(donor, sub, cur, minor, date, None, earmark, over, rate, None, for_biennium))
        self.usable(pledge, date)
        d = self.docs[pledge]
        if cur != d["cur"] and settles is None and model.FIXED.get(d["cur"], ("",))[0] == cur:
            settles = self.settled(minor, cur, pledge)
        layers, left, paid, wo = self.pledge_state(pledge)
        s = settles if cur != d["cur"] else minor
        x = min(s or 0, sum(m for _, m in layers))
        if d["donor"] == donor and cur != d["cur"] and s is not None and s <= d["minor"] - paid - wo:
            later = d["policy"] == "due" and any(biennium(q) > biennium(date) for q, m in left if m)
            if x < s and (x or later):
                return self.given(self.in_two_currencies(donor, cur, minor, u, date, pledge, s, rate))
        return self.given(super().contribute(donor, sub, cur, minor, date, pledge, earmark, over, rate, settles))

    def given(self, number):
        d = self.docs[number]
        d["said"], d["always"], d["said_donor"] = d["earmark"], d["tied"], d["donor"]
        return number

    def in_two_currencies(self, donor, cur, minor, u, date, pledge, s, rate):
        """A payment in another currency of counted and uncounted parts together, or of later instalments."""
        d = self.docs[pledge]
        layers, left, paid, wo = self.pledge_state(pledge)
        n, sub = self.number("CTB", date), d["sub"]
        carried, carried_usd = self.carrying(pledge)
        x = min(s, carried)
        cu = (carried_usd if x == carried else half_even(carried_usd * x, carried)) if x else 0
        parts, rest = [], s - x
        for q, m in left:
            y = min(m, rest)
            parts += [(q, y)] if y else []
            rest -= y
        posts, seen, cum, worth = [], x, half_even(u * x, s), cu
        posts.append(P("assets:cash", sub, cur, minor, u, donor, doc=n, src=n if d["tied"] else sub))
        posts.append(P("assets:pledges-receivable", sub, d["cur"], -x, -cu, donor, doc=pledge))
        for q, y in parts:
            seen += y
            upto = u if seen == s else half_even(u * seen, s)
            v = y if d["cur"] == "USD" else upto - cum  # dollars pledged are so many dollars
            cum, worth = upto, worth + v
            later = d["policy"] == "due" and biennium(q) > biennium(date)
            posts.append(P("liabilities:deferred-income" if later else "income:contributions", sub, d["cur"], -y, -v, donor,
                           doc=n if later else pledge, ref=str(biennium(q)) if later else ""))
        posts += self.bridge(sub, cur, minor, u, d["cur"], s, worth, donor=donor, doc=pledge)
        self.post("CTB", date, posts, dict(doc=n, pledge=pledge, applied=s, from_counted=x, from_uncounted=parts), number=n)
        self.docs[n] = dict(type="CTB", donor=donor, sub=sub, cur=cur, minor=minor, usd=u, tied=d["tied"], earmark=d["earmark"],
                            rate=d["rate"] if d["rate"] is not None else rate, pledge=pledge, date=date)
        return n

    def goods(self, donor, sub, cur, minor, date, project=""):
        """A contribution in kind, in any currency."""
        u = self.usd(minor, cur, date)
        return self.post("CTB", date, [P("expenditure:in-kind", sub, cur, minor, u, donor, project),
                                       P("income:in-kind", sub, cur, -minor, -u, donor, project)]).number

    def opening_cash(self, sub, cur, minor, usd, date, donor="", earmark=None):
        """Of a traced sub-fund what a donor's money is left is kept apart, earmarked or not."""
        if donor:
            earmark = self.is_apart(sub, earmark)
        n = super().opening_cash(sub, cur, minor, usd, date, donor, earmark)
        if donor or earmark:
            return self.given(n)
        del self.docs[n]  # nobody's money in particular: the pool's, and no contribution
        return n

    def refund(self, ctb, minor, date, cur=None):
        """What was given in a currency that ended goes back in its successor, at the fixed rate."""
        d = self.docs[ctb]
        cur = cur or d["cur"]
        u = self.usd(minor, cur, date)
        need(not self.by[ctb].reversed_by, "reversed", ctb)
        need(d["donor"], "nobody", "no donor to give back to")
        self.usable(ctb, date)
        if cur == d["cur"]:
            return super().refund(ctb, minor, date)
        src = ctb if d["tied"] else d["sub"]
        done_m, done_u = self.sum("adjustments:refunds", ref=ctb, what="minor"), self.sum("adjustments:refunds", ref=ctb)
        x = self.at_fixed_rate(minor, cur, d["cur"], d["minor"] - done_m)
        need(x <= d["minor"] - done_m, "rule 4", "more than was given")
        v = half_even(d["usd"] * (done_m + x), d["minor"]) - done_u
        need(v <= self.available(src, date), "rule 4", f"{v} over the unspent balance")
        k = dict(donor=d["donor"], ref=ctb, src=src)
        posts = [P("adjustments:refunds", d["sub"], d["cur"], x, v, **k), P("assets:cash", d["sub"], cur, -minor, -u, **k)]
        return self.post("RFD", date, posts + self.bridge(d["sub"], d["cur"], x, v, cur, minor, u, **k), dict(doc=ctb)).number

    def refund_oldest(self, donor, sub, cur, minor, date):
        """As if each contribution were refunded by itself, oldest first, as far as it goes; one entry."""
        u = self.usd(minor, cur, date)
        n, trial, posts, rest, cum = self.number("RFD", date), self.copy(), [], minor, 0
        given = [c for c in self.contributions(donor=donor, sub=sub, cur=cur) if self.docs[c]["date"] <= date]
        for c in sorted(given, key=lambda c: (self.docs[c]["date"], self.by[c].seq)):
            x = trial.refundable(c, rest, date)
            if x:
                d, rest, k = self.docs[c], rest - x, dict(donor=donor, ref=c, src=c if self.docs[c]["tied"] else sub)
                done_m, done_u = self.sum("adjustments:refunds", ref=c, what="minor"), self.sum("adjustments:refunds", ref=c)
                v = half_even(d["usd"] * (done_m + x), d["minor"]) - done_u
                upto = half_even(u * (minor - rest), minor)
                part = [P("adjustments:refunds", sub, cur, x, v, **k), P("assets:cash", sub, cur, -x, cum - upto, **k),
                        P("adjustments:exchange", sub, cur, 0, upto - cum - v, **k)]
                trial.post("RFD", date, part)
                posts, cum = posts + part, upto
        need(rest == 0, "rule 4", "more than the donor's contributions have left")
        return self.post("RFD", date, posts, dict(), number=n).number

    def refundable(self, ctb, most, date):
        """The most of a contribution that may go back on a day."""
        d = self.docs[ctb]
        done_m, done_u = self.sum("adjustments:refunds", ref=ctb, what="minor"), self.sum("adjustments:refunds", ref=ctb)
        available = self.available(ctb if d["tied"] else d["sub"], date)
        low, high = 0, min(most, d["minor"] - done_m)
        while low < high:
            middle = (low + high + 1) // 2
            if half_even(d["usd"] * (done_m + middle), d["minor"]) - done_u <= available:
                low = middle
            else:
                high = middle - 1
        return low
