"""Steps of pledges, contributions and refunds."""
import model
from walk.command import Doc, amount, command
from walk.draw import step
from world import SUBS, decimal, iso


def schedule(d, minor, day, currency):
    """All of it due at the end of the year, or two or three instalments."""
    if d.chance(0.4):
        return [(day // 10000 * 10000 + 1231, minor)], None
    cuts = sorted(d.rng.sample(range(1, minor), min(2, minor - 1)))
    parts = [b - a for a, b in zip([0] + cuts, cuts + [minor])]
    days = sorted(max(d.day(day), day) for _ in parts)
    said = ";".join(f"{iso(on)}={decimal(part, model.EXP[currency])}" for on, part in zip(days, parts))
    return list(zip(days, parts)), said


def promise(d, announced):
    day = d.day()
    currency, minor, donor, sub = d.currency(day), 2 + d.some(10 ** 9), d.donor(), d.sub()
    earmark = d.earmark() if d.chance(0.5) else None
    rate = d.one([None, None, 7, 0])
    parts, due = schedule(d, minor, day, currency)
    return command(
        "pledges", lambda m, doc: (m.announce if announced else m.pledge)(
            donor, sub, currency, minor, day, schedule=parts, earmark=earmark, rate=None if rate is None else rate * 1000),
        donor=donor, sub_fund=sub, amount=amount(minor, currency), on=iso(day), due=due, earmark=earmark,
        support_rate=None if rate is None else str(rate), announced="yes" if announced else None)


@step(3)
def pledge(d):
    return promise(d, announced=False)


@step(2)
def announce(d):
    return promise(d, announced=True)


@step(2)
def commit(d):
    open_ones = [n for n, p in d.model.docs.items() if p["type"] == "PLG" and p["policy"] is None]
    n = Doc(d.one(open_ones)) if open_ones and d.chance(0.9) else d.living("PLG")
    if not n:
        return None
    day = d.day(d.model.by[n].date)

    def act(m, doc):
        m.commit(doc(n), day)
        return m.entries[-1].number
    return command("commitments", act, pledge=n, document="Letter", on=iso(day))


@step(9)
def pay(d):
    """What a pledge owes, in its currency, in its currency's successor, or in another with what it settles."""
    n = d.living("PLG")
    if not n:
        return None
    p = d.doc(n)
    day, currency, left, settles = d.day(p["date"]), p["cur"], d.model.outstanding(n), None
    minor = d.around(left)
    if currency == "DEM" and (day > 20011231 or d.chance(0.3)):
        currency, minor = "EUR", max(1, model.half_even(minor * 100000, 195583) + d.rng.choice([-1, 0, 0, 1]))
    elif d.chance(0.15):
        currency = d.one(sorted({"USD", "EUR", "NOK", "JPY"} - {p["cur"]}))
        settles, minor = minor, d.some()
        if d.chance(0.1):
            settles = None
    over, donor = d.chance(0.3), d.donor() if d.chance(0.03) else p["donor"]
    return command(
        "contributions", lambda m, doc: m.contribute(donor, None, currency, minor, day, pledge=doc(n), over=over, settles=settles),
        donor=donor, pledge=n, amount=amount(minor, currency), on=iso(day), allow_overpayment="yes" if over else None,
        settles=settles and amount(settles, p["cur"]))


@step(9)
def give(d):
    """Cash without a pledge, confiscated proceeds and what comes through a channel among it."""
    day = d.day()
    currency, donor, sub, minor = d.currency(day), d.donor(), d.sub(), d.some(10 ** 9)
    earmark = d.earmark() if d.chance(0.7 if sub in ("SP", "CA") else 0.3) else None
    rate = d.one([None, None, 7, 10, 0])
    later = d.one([None, None, None, 2, 2, 4, 0, -2]) if d.chance(0.4) else None
    first = None if later is None else model.biennium(day) + later
    return command(
        "contributions", lambda m, doc: m.contribute(
            donor, sub, currency, minor, day, earmark=earmark, rate=None if rate is None else rate * 1000, for_biennium=first),
        donor=donor, sub_fund=sub, amount=amount(minor, currency), on=iso(day), earmark=earmark,
        for_=first and f"{first}-{first + 1}", support_rate=None if rate is None else str(rate),
        kind=d.one([None, "confiscated-proceeds"]) if sub == "CA" else None, channel=d.one([None, None, "UNDP"]))


@step(1)
def goods(d):
    day = d.day()
    currency, donor, sub, minor = d.currency(day), d.donor(), d.sub(), d.some()
    project = d.one([None, "P1", "P3"])
    return command(
        "contributions", lambda m, doc: m.goods(donor, sub, currency, minor, day, project or ""),
        donor=donor, sub_fund=sub, amount=amount(minor, currency), on=iso(day), kind="in-kind",
        earmark=project and f"project:{project}")


@step(2)
def give_several(d):
    """A file of contributions: all of them or none."""
    rows = [given for given in (give(d) for _ in range(d.rng.randint(2, 4))) if "for" not in given.forms[0]]
    if len(rows) < 2:
        return None
    result = command("contributions", lambda m, doc: [row.act(m, doc) for row in rows])
    result.forms, result.is_import = [], True
    for row in rows:
        number, currency = row.forms[0]["amount"].split()
        result.forms.append(row.forms[0] | {"amount": number, "currency": currency})
    return result


@step(2)
def refund(d):
    n = d.living("CTB")
    if not n:
        return None
    c = d.doc(n)
    day, currency = d.day(c["date"]), c["cur"]
    left = c["minor"] - d.model.sum("adjustments:refunds", ref=n, what="minor")
    minor = d.around(left if d.chance(0.5) else d.model.copy().refundable(n, left, max(day, c["date"])))
    if currency == "DEM" and day > 20011231:
        currency, minor = "EUR", max(1, model.half_even(minor * 100000, 195583))
    return command("refunds", lambda m, doc: m.refund(doc(n), minor, day, currency), contribution=n, amount=amount(minor, currency),
                   on=iso(day))


@step(2)
def refund_oldest(d):
    n = d.living("CTB")
    if not n or not d.doc(n)["donor"]:
        return None
    c = d.doc(n)
    day, currency, donor, sub = d.day(c["date"]), c["cur"], c["donor"], c["sub"]
    given = d.model.contributions(donor=donor, sub=sub, cur=currency)
    most = sum(d.model.refundable(g, d.doc(g)["minor"], day) for g in given if d.doc(g)["date"] <= day)
    minor = d.around(max(most, 1))
    return command("refunds", lambda m, doc: m.refund_oldest(donor, sub, currency, minor, day),
                   donor=donor, sub_fund=sub, amount=amount(minor, currency), on=iso(day))


@step(2)
def write_off(d):
    n = d.living("PLG")
    if not n:
        return None
    left, day, reduced, currency = d.model.outstanding(n), d.day(d.doc(n)["date"]), d.chance(0.4), d.doc(n)["cur"]
    minor = d.around(left)
    if reduced:
        return command("pledge-changes", lambda m, doc: m.write_off(doc(n), minor, day),
                       pledge=n, amount=amount(-minor, currency), document="Letter", on=iso(day))
    return command("write-offs", lambda m, doc: m.write_off(doc(n), minor, day),
                   pledge=n, amount=amount(minor, currency), reason=d.one(["lapsed", "donor-withdrew"]), on=iso(day))


@step(2)
def raise_pledge(d):
    n = d.living("PLG")
    if not n:
        return None
    day, currency = d.day(d.doc(n).get("committed", d.doc(n)["date"])), d.doc(n)["cur"]
    due, minor = max(d.day(day), day), d.some()
    return command("pledge-changes", lambda m, doc: m.increase(doc(n), minor, day, due),
                   pledge=n, amount=amount(minor, currency), due=iso(due), document="Letter", on=iso(day))


@step(1)
def open_cash(d):
    """What a sub-fund had before the ledger began: of a donor, earmarked, nobody's, below zero."""
    day, sub, currency = d.one([20001231, 20000630]), d.sub(), d.currency()
    donor = d.one([None, d.donor()])
    earmark = d.earmark() if d.chance(0.5 if donor else 0.2) else None
    minor = d.some(10 ** 9) * (-1 if not donor and not earmark and d.chance(0.2) else 1)
    return command(
        "openings", lambda m, doc: m.opening_money(sub, currency, minor, day, donor or "", earmark),
        sub_fund=sub, donor=donor, amount=amount(minor, currency), earmark=earmark, on=iso(day))
