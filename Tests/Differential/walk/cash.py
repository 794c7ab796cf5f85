"""Steps of cash that no donor or project has, and of revaluation."""
import model
from walk.command import amount, command
from walk.draw import step
from world import SUBS, iso

ADJUSTABLE = ["assets:cash", "income:contributions", "income:interest", "adjustments:savings", "adjustments:refunds"]


def of_money(d):
    """A sub-fund, or a contribution whose own money it is: (its fields, the contribution, a day)."""
    own = d.living("CTB") if d.chance(0.4) else None
    day = d.day(d.doc(own)["date"]) if own else d.day()
    sub = d.doc(own)["sub"] if own else d.one(SUBS)
    return dict(contribution=own, sub_fund=None if own else sub), own, sub, day


@step(2)
def earn(d):
    fields, own, sub, day = of_money(d)
    currency, minor = d.currency(day), d.some(10 ** 7)
    return command("interest", lambda m, doc: m.earn("INT", "income:interest", sub, currency, minor, day, own and doc(own)),
                   amount=amount(minor, currency), on=iso(day), **fields)


@step(1)
def other_income(d):
    day, sub = d.day(), d.one(SUBS)
    currency, minor = d.currency(day), d.some(10 ** 7)
    return command("other-income", lambda m, doc: m.earn("INC", "income:other", sub, currency, minor, day),
                   amount=amount(minor, currency), on=iso(day), sub_fund=sub)


@step(2)
def charge(d):
    fields, own, sub, day = of_money(d)
    currency, minor = d.currency(day), d.some(10 ** 4)
    return command("charges", lambda m, doc: m.charge(sub, currency, minor, day, own and doc(own)),
                   amount=amount(minor, currency), on=iso(day), **fields)


@step(2)
def transfer(d):
    source = d.living("CTB") if d.chance(0.5) else None
    frm = d.doc(source)["sub"] if source else d.one(SUBS)
    to, paper = d.one([s for s in SUBS if s != frm]), "Letter" if d.chance(0.9) else None
    day = d.day(d.doc(source)["date"]) if source else d.day()
    currency = d.one(["USD", "USD", "EUR"])
    most = d.model.available(source if source and d.doc(source)["tied"] else frm, day)
    minor = d.around(most) if currency == "USD" and d.chance(0.6) else d.some()
    return command("transfers", lambda m, doc: m.move(frm, to, currency, minor, day, source and doc(source), paper),
                   from_=frm, to=to, amount=amount(minor, currency), contribution=source, document=paper, on=iso(day))


@step(1)
def settle(d):
    frm, day = d.one(s for s in SUBS if s != "PSC"), d.day()
    minor = d.around(-d.model.sum("assets:interfund", sub=frm))
    return command("transfers", lambda m, doc: m.settle(frm, "PSC", minor, day),
                   from_=frm, to="PSC", amount=amount(minor, "USD"), settle="yes", on=iso(day))


@step(2)
def exchange(d):
    day, sub = d.day(), d.one(SUBS)
    sold, bought = d.currency(day), d.currency(day)
    a, b = d.some(10 ** 7), d.some(10 ** 7)
    if day > 20011231 and d.chance(0.2):
        sold, bought = "DEM", d.one(["EUR", "EUR", "USD"])
        b = max(1, model.half_even(a * 100000, 195583) + d.one([0, 0, 1, 2]))
    return command("exchanges", lambda m, doc: m.exchange(sub, sold, a, bought, b, day),
                   sub_fund=sub, sold=amount(a, sold), bought=amount(b, bought), on=iso(day))


@step(1)
def adjust(d):
    day, sub, account = d.day(), d.one(SUBS), d.one(ADJUSTABLE)
    currency, minor = d.currency(day), d.some(10 ** 7)
    debit, credit = (account, "adjustments:other") if d.chance(0.5) else ("adjustments:other", account)
    return command("adjustments", lambda m, doc: m.adjust(sub, debit, credit, currency, minor, day),
                   sub_fund=sub, debit=debit, credit=credit, amount=amount(minor, currency), document="Advice", memo="Reason", on=iso(day))


@step(2)
def revalue(d):
    day = d.day(20020101)

    def act(m, doc):
        number = m.revalue(day)
        model.need(number, "nothing to revalue", "")
        return number
    return command("revaluations", act, on=iso(day))
