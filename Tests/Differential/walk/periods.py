"""Steps that open what was there before the ledger, close a biennium, and open it again."""
from walk.command import Doc, amount, command
from walk.compare import alive
from walk.draw import step
from walk.gifts import schedule
from walk.spending import CLASSES
from world import PROJECTS, SUBS, iso

BEFORE = [20001231, 20000630]


@step(1)
def open_pledge(d):
    day, sub, currency, donor, minor = d.one(BEFORE), d.sub(), d.currency(), d.donor(), 2 + d.some(10 ** 8)
    earmark, rate = d.earmark() if d.chance(0.5) else None, d.one([None, 7])
    _, due = schedule(d, minor, day, currency)
    return command(
        "openings", lambda m, doc: m.opening_pledge(sub, donor, currency, minor, day, earmark, rate and rate * 1000),
        item="pledge", sub_fund=sub, donor=donor, amount=amount(minor, currency), due=due, earmark=earmark,
        support_rate=rate and str(rate), on=iso(day))


@step(2)
def open_allotment(d):
    known = [Doc(n) for n in alive(d.model, "CTB") if n.startswith("OPN")]
    source, project, day = d.one(known + [d.one(SUBS)]), d.one(PROJECTS), d.one(BEFORE)
    paper = "Letter" if d.chance(0.3) else None
    minor = d.around(d.model.available(source, day))

    def act(m, doc):
        m.paper = paper
        n = m.opening_allotment(project, doc(source) if isinstance(source, Doc) else source, minor, day)
        m.docs[n]["paper"] = paper
        return n
    return command("openings", act, item="allotment", project=project, from_=source, amount=amount(minor, "USD"), document=paper, on=iso(day))


@step(2)
def open_obligation(d):
    n = d.one(Doc(n) for n in alive(d.model, "ALT") if n.startswith("OPN"))
    if not n:
        return None
    project, cls, day = d.doc(n)["project"], d.one(CLASSES), d.one(BEFORE)
    currency, minor = d.currency(), d.some(10 ** 6)
    return command("openings", lambda m, doc: m.opening_obligation(project, doc(n), cls, currency, minor, day),
                   item="obligation", project=project, allotment=n, class_=cls, amount=amount(minor, currency), on=iso(day))


@step(1)
def close(d):
    """Mostly the first that is open."""
    used = sorted({e.date // 10000 // 2 * 2 for e in d.model.entries if e.kind != "OPN" and not d.model.is_closed(e.date)})
    b = used[0] if used and used[0] < 2006 and d.chance(0.8) else d.one([2000, 2002, 2004])
    if len(d.done) < 12:
        return None  # what is closed early leaves little to be done
    return command("closings", lambda m, doc: m.close(b), period=f"{b}-{b + 1}")


@step(1)
def reopen(d):
    if not d.model.closed:
        return None
    b = d.model.closed[-1] if d.chance(0.8) else d.one([2000, 2002, 2004])
    return command("reopenings", lambda m, doc: m.reopen(b), period=f"{b}-{b + 1}", reason="A late invoice")
