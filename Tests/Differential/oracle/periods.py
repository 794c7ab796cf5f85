"""Openings of open items, closing, reopening, givers corrected: what the model leaves out of them."""
from model import P, biennium, bounds, need

from oracle.corrections import Corrections

TODAY = 20261124


class Oracle(Corrections):
    def open_item(self, date):
        need(not self.closed, "opening", "a biennium is closed")

    def opening_money(self, sub, cur, minor, date, donor="", earmark=None):
        self.open_item(date)
        return self.opening_cash(sub, cur, minor, self.usd(minor, cur, date), date, donor, earmark)

    def opening_pledge(self, sub, donor, cur, minor, date, earmark=None, rate=None):
        """Earmarked, and with a support rate, as any pledge."""
        self.open_item(date)
        n = super().opening_pledge(sub, donor, cur, minor, self.usd(minor, cur, date), date)
        d = self.docs[n]
        earmark = self.is_apart(sub, earmark)
        d.update(earmark=earmark, tied=bool(earmark), rate=rate, date=date, committed=date)
        return self.promised(n)

    def opening_allotment(self, project, source, minor, date):
        """No more than there is, and within its purpose, as any allotment."""
        self.open_item(date)
        return self.allot(project, source, minor, date, kind="OPN")

    def opening_obligation(self, project, alt, cls, cur, minor, date):
        self.open_item(date)
        self.named(project, [alt], date)
        made = super().opening_obligation(project, alt, cls, cur, minor, self.usd(minor, cur, date), date)
        self.docs[made]["named"] = [alt]
        return made

    def revalue(self, date):
        """A closed biennium is refused as such, also where nothing would change."""
        self.open(date)
        return super().revalue(date)

    def open(self, date):
        need(self.closing or not self.is_closed(date), "rule 5", f"{biennium(date)} is closed")

    def is_closed(self, date):
        return bool(self.closed) and biennium(date) <= self.closed[-1]

    def post(self, kind, date, posts, meta=None, **k):
        """Whatever lies before the last day that is closed is closed, had it entries or not."""
        self.open(date)
        return super().post(kind, date, self.corrected(date, posts), meta, **k)

    def corrected(self, date, posts):
        """What is recorded in the place of what was reversed is, in a later biennium, a prior period's."""
        if not self.corrects:
            return posts
        day, reversed_on = self.corrects
        need(date >= reversed_on or biennium(date) == biennium(day), "rule 10", "dated before the reversal")
        if biennium(day) >= biennium(date):
            return posts
        return [P("adjustments:prior-period", *[getattr(p, k) for k in ("sub", "cur", "minor", "usd", "donor", "project", "doc", "ref", "src", "tag")])
                if p.acct.startswith(("income:", "expenditure:")) else p for p in posts]

    def reverse(self, number, date=None):
        e = self.by[number]
        if e.kind == "DFR" and not e.reversed_by:  # what is deferred again is to be there
            for n in {p.doc for p in e.posts}:
                again = sum(p.usd for p in e.posts if p.doc == n and p.acct == "liabilities:deferred-income")
                need(not self.docs[n]["always"] or self.left_of(n) >= again, "rule 8", f"{n} would have less than is allotted")
        return super().reverse(number, date or (TODAY if self.is_closed(e.date) else e.date))

    def close(self, b):
        """Revalue, and what the next biennium begins with: instalments falling due, what was received for it."""
        need(not self.is_closed(b * 10000), "closed", f"{b} is closed")
        # An opening lies before the books; what acts on one, such as another earmark, does not.
        used = {biennium(e.date) for e in self.entries if (e.kind != "OPN" or "." in e.number) and not self.is_closed(e.date)}
        need(all(x >= b for x in used), "close", "an earlier biennium is open")
        start = bounds(b + 2)[0]
        self.revalue(bounds(b)[1])
        self.closed.append(b)
        for n, d in self.docs.items():
            if d["type"] == "PLG" and d["policy"] == "due" and not self.by[n].reversed_by:
                due = [(q, m) for q, m in self.pledge_state(n)[1] if m and biennium(q) <= b + 2]
                if due:
                    self._count(n, due, start, self.act(n))
        for n in sorted((n for n, d in self.docs.items() if d["type"] == "CTB"), key=lambda n: self.by[n].seq):
            self.release(n, b + 2, start)
        return self.number_of_closing(b)

    def release(self, n, upto, start):
        """What was deferred to a biennium that begins, or to one before, is income; what was set apart stays so until then."""
        sums, d = {}, self.docs[n]
        for _, p in self.posts():
            if p.acct == "liabilities:deferred-income" and p.doc == n and int(p.ref) <= upto:
                m, u = sums.get((p.cur, p.donor, p.ref), (0, 0))
                sums[p.cur, p.donor, p.ref] = m + p.minor, u + p.usd
        posts = []
        for (cur, donor, ref), (m, u) in sums.items():
            if m or u:
                posts += [P("liabilities:deferred-income", d["sub"], cur, -m, -u, donor, doc=n, ref=ref, src=n if d["tied"] and not d["always"] else ""),
                          P("income:contributions", d["sub"], cur, m, u, donor, doc=n)]
        if posts:  # the model reverses none; README names it not among what is not reversed
            self.post("DFR", start, posts, number=self.number("DEF", start))

    def number_of_closing(self, b):
        """A biennium's closing bears its name; what follows on it, reopened or closed again, a serial."""
        self.count["CLS", b] += 1
        return f"CLS-{b}-{b + 1}" + (f".{self.count['CLS', b]}" if self.count["CLS", b] > 1 else "")

    def reopen(self, b):
        """The latest closing is void; what it made the next biennium begin with stands."""
        need(self.is_closed(b * 10000 + 101), "open", f"{b} is not closed")
        need(b == self.closed[-1], "later", f"{self.closed[-1]} is closed")
        self.closed = self.closed[:-1]
        return self.number_of_closing(b)

    def change_giver(self, n, donor, date):
        """A contribution was another donor's than it was recorded as: its own lines, from one to the other."""
        self.usable(n, date)
        d = self.docs[n]
        need(d["donor"] != donor, "giver", "already")
        need(not d.get("pledge"), "pledge", "of another donor or sub-fund")
        need(not self.dependants(n), "rule 8", f"others depend on it: {self.dependants(n)}")
        posts = []
        for p in self.by[n].posts:
            acct = p.acct
            if biennium(date) > biennium(d["date"]) and acct.startswith(("income:", "expenditure:")):
                acct = "adjustments:prior-period"
            posts += [P(acct, p.sub, p.cur, s * p.minor, s * p.usd, who, p.project, p.doc, p.ref, p.src) for s, who in ((-1, p.donor), (1, donor))]
        number = self.post(self.by[n].kind, date, posts, dict(doc=n, giver=donor), number=self.act(n)).number
        self.restate()
        return number
