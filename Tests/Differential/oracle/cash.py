"""Interest, charges, transfers, adjustments: what the model leaves out of them."""
import model
from model import P, need

from oracle.spending import Spending


class Cash(Spending):
    def own(self, contribution, date):
        """Whose money it is: a contribution's where it is kept apart, else its sub-fund's."""
        if not contribution:
            return {}
        self.usable(contribution, date)
        d = self.docs[contribution]
        return dict(donor=d["donor"], src=contribution if d["tied"] else d["sub"])

    def earn(self, kind, account, sub, cur, minor, date, contribution=None):
        """Interest (INT) and other income (INC)."""
        u = self.usd(minor, cur, date)
        k = dict(src=sub) | self.own(contribution, date)
        return self.post(kind, date, [P("assets:cash", sub, cur, minor, u, **k), P(account, sub, cur, -minor, -u, **k)],
                         dict(source=contribution)).number

    def charge(self, sub, cur, minor, date, contribution=None):
        u = self.usd(minor, cur, date)
        k = dict(src=sub) | self.own(contribution, date)
        return self.post("CHG", date, [P("expenditure:bank-charges", sub, cur, minor, u, **k), P("assets:cash", sub, cur, -minor, -u, **k)],
                         dict(source=contribution)).number

    def left_of(self, n, asat=99999999):
        """Other income and charges of a contribution's own money too; and deferred is what was so when it was set apart."""
        d, t = self.docs[n], 0
        for e, p in self.posts(asat):
            if p.acct == "liabilities:deferred-income" and p.doc == n and (d["always"] or p.src == n):
                t += p.usd
            elif p.src == n:
                kind = self.by[e.reverses].kind if e.reverses else e.kind
                if p.acct == "budget:issued" or (p.acct == "assets:cash" and kind in ("CTB", "OPN", "INT", "INC", "CHG", "TRF")):
                    t += p.usd
                elif p.acct == "adjustments:refunds":
                    t -= p.usd
        return t

    def move(self, frm, to, cur, minor, date, source=None, paper=None):
        """A transfer in any currency. Money leaves SP and CA by its donor's consent alone."""
        u = self.usd(minor, cur, date)
        k = self.own(source, date)
        need(frm not in ("SP", "CA") or (source and paper), "consent", f"out of {frm}")
        src = k.get("src", frm)
        need(u <= self.available(src, date), "rule 3", "transfer over what is available")
        k = dict(src=frm) | k
        return self.post("TRF", date, [P("adjustments:transfers", frm, cur, minor, u, **k), P("assets:cash", frm, cur, -minor, -u, **k),
                                       P("assets:cash", to, cur, minor, u, src=to), P("adjustments:transfers", to, cur, -minor, -u, src=to)],
                         dict(source=source)).number

    def settle(self, frm, to, minor, date):
        owed = min(-self.sum("assets:interfund", sub=frm), self.sum("assets:interfund", sub=to))
        need(minor <= owed, "debt", f"{minor} over the {owed} owed")
        return super().settle(frm, to, minor, date)

    def adjust(self, sub, debit, credit, cur, minor, date):
        """A correction against adjustments:other."""
        u = self.usd(minor, cur, date)
        return self.post("ADJ", date, [P(debit, sub, cur, minor, u, src=sub), P(credit, sub, cur, -minor, -u, src=sub)]).number

    def exchange(self, sub, sold, a, bought, b, date):
        """A currency that ended goes into its successor alone, at the fixed rate."""
        if date <= model.ENDED.get(sold, date) or model.FIXED[sold][0] != bought:
            return super().exchange(sub, sold, a, bought, b, date)
        come = self.usd(b, bought, date)
        need(self.at_fixed_rate(b, bought, sold, a) == a, "exchange", "off the fixed rate")
        gone = self.usd_of(a, sold, date)
        need(gone, "rule 1", "worth less than half a cent")
        posts = [P("assets:cash", sub, sold, -a, -gone, src=sub), P("assets:cash", sub, bought, b, come, src=sub)]
        return self.post("EXC", date, posts + self.bridge(sub, bought, b, come, sold, a, gone)).number
