"""Steps of allotments, obligations, disbursements and recoveries."""
from walk.command import Doc, amount, command
from walk.compare import alive
from walk.draw import step
from world import PROJECTS, SUBS, iso

CLASSES = ["travel", "consultants", "training"]


@step(10)
def allot(d):
    """From a contribution, from what a pledge has collected, or from a pool."""
    source = d.one([d.living("CTB"), d.living("CTB"), d.living("PLG"), d.one(SUBS)]) or d.one(SUBS)
    project, paper = d.one(list(PROJECTS) + ["P1", "P2"]), "Letter" if d.chance(0.15) else None
    day = d.day(d.model.by[source].date if source in d.model.by else 20010101)
    known = source if source in SUBS else d.doc(source)
    if source in SUBS or known["type"] == "CTB":
        most = d.model.available(source, day)
    else:
        most = sum(max(d.model.available(c, day), 0) for c in d.model.contributions(pledge=source) if d.doc(c)["date"] <= day)
    minor = d.around(most) if d.chance(0.8) else d.some()

    def act(m, doc):
        m.paper = paper
        made = m.allot(project, doc(source) if isinstance(source, Doc) else source, minor, day)
        for n in made if isinstance(made, list) else [made]:
            m.docs[n]["paper"] = paper
        return made
    return command("allotments", act, project=project, amount=amount(minor, "USD"), from_=source, document=paper, on=iso(day))


@step(3)
def change_allotment(d):
    n = d.living("ALT")
    if not n:
        return None
    a = d.doc(n)
    raised, day = d.chance(0.5), d.day(a["date"])
    paper = "Letter" if d.chance(0.1) else None
    minor = d.around(d.model.available(a["src"], day)) if raised else -d.around(d.model.left_of_allotment(n))

    def act(m, doc):
        m.paper = paper
        return m.change_allotment(doc(n), minor, day)
    return command("allotment-changes", act, number=n, amount=amount(minor, "USD"), document=paper, on=iso(day))


def spend(d, kind, make):
    n = d.living("ALT")
    if not n:
        return None
    a = d.doc(n)
    named, other = (n if d.chance(0.3) else None), d.chance(0.02)
    project, day = d.one(PROJECTS) if other else a["project"], d.day(a["date"])
    currency, cls = d.one(["USD", "USD", "EUR", "JPY", "KWD", "GBP"]), d.one(CLASSES)
    all_of_it = [n] if named else [x for x in alive(d.model, "ALT") if d.doc(x)["project"] == project]
    left = sum(max(d.model.left_of_allotment(x), 0) for x in all_of_it)
    fits = sum(d.model.fit(max(d.model.left_of_allotment(x), 0), d.doc(x)["rate"]) for x in all_of_it)
    minor = d.rng.choice([d.some(10 ** 7), max(1, left // 3), max(1, left // 10), d.around(max(fits, 1)), d.around(max(fits, 1))])

    def act(m, doc):
        return make(m)(project, cls, currency, minor, day, names=[doc(named)] if named else None)
    return command(kind, act, project=project, class_=cls, amount=amount(minor, currency), allotment=named, on=iso(day))


@step(7)
def obligate(d):
    return spend(d, "obligations", lambda m: m.obligate)


@step(4)
def pay_directly(d):
    return spend(d, "disbursements", lambda m: m.direct)


@step(6)
def disburse(d):
    """A payment on an obligation: in its currency, in another that says what it settles, or by the day's rates."""
    n = d.living("OBL")
    if not n:
        return None
    o, left = d.doc(n), d.model.unliquidated(n)
    day, currency, minor, settles = d.day(o["date"]), o["cur"], d.around(left), None
    if d.chance(0.25):
        currency = d.one(["USD", "EUR", "NOK", "JPY"])
        settles, minor = (minor, d.some(10 ** 7)) if d.chance(0.6) else (None, d.some(10 ** 7))
        if currency == o["cur"]:
            settles, minor = None, d.around(left)
    return command("disbursements", lambda m, doc: m.disburse(doc(n), minor, day, cur=currency, settles=settles),
                   obligation=n, amount=amount(minor, currency), settles=settles and amount(settles, o["cur"]), on=iso(day))


@step(4)
def change_obligation(d):
    n = d.living("OBL")
    if not n:
        return None
    o, raised = d.doc(n), d.chance(0.4)
    day = d.day(o["date"])
    minor = d.some(10 ** 7) if raised else d.around(d.model.unliquidated(n))

    def act(m, doc):
        return (m.increase_obligation if raised else m.cancel)(doc(n), minor, day)
    return command("obligation-changes", act, number=n, amount=amount(minor if raised else -minor, o["cur"]), on=iso(day))


@step(3)
def recover(d):
    n = d.living("OBL", "DIR")
    if not n:
        return None
    o = d.doc(n)
    day, minor = d.day(o["date"]), d.around(sum(max(d.model.paid(n, alt), 0) for alt in o["parts"]))
    return command("recoveries", lambda m, doc: m.partner_refund(doc(n), minor, day), of=n, amount=amount(minor, o["cur"]), on=iso(day))
