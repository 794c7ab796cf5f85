"""Steps that change what was said, take it back, say it again, or say it wrongly."""
import model
from walk.command import Command, Doc, command
from walk.draw import STEPS, step
from world import RECOGNITION, iso


@step(6)
def reverse(d):
    e = d.one(d.model.entries[-12:]) if d.chance(0.5) else d.one(d.model.entries)
    if not e:
        return None
    n, day = Doc(e.number), None
    if d.chance(0.4):
        day = d.day(e.date)
    return command("reversals", lambda m, doc: m.reverse(doc(n), day), number=n, reason="A walk", on=day and iso(day))


@step(1)
def undo(d):
    """Everything of an earlier step, an import or an allotment in parts among them."""
    several = [step for step, numbers in d.done.items() if len(numbers) > 1]
    step = d.one(several) if several and d.chance(0.8) else d.one(d.done)
    if step is None or not d.done[step] or d.done[step][0].startswith("REV") or d.given[step].kind == "closings":
        return None
    numbers = [Doc(n) for n in d.done[step]]
    day = d.day(max(d.model.by[n].date for n in numbers)) if d.chance(0.3) else None
    form = {"reason": "A walk"} | ({"on": iso(day)} if day else {})
    return Command("undo", [form], lambda m, doc: m.undo([doc(n) for n in numbers], day), undoes=step)


@step(2)
def change_earmark(d):
    n = d.living("CTB", "CTB", "PLG")
    if not n:
        return None
    day, earmark = d.day(d.model.by[n].date), d.earmark()
    return command("earmark-changes", lambda m, doc: m.change_earmark(doc(n), earmark, day),
                   number=n, kind="pledge" if d.doc(n)["type"] == "PLG" else "contribution", earmark=earmark, document="Letter", on=iso(day))


@step(1)
def change_policy(d):
    sub, policy, day = d.one(["GP", "CA", "FC", "FD", "FR"]), d.one(RECOGNITION), d.day()
    return command("sub-fund-changes", lambda m, doc: m.change_policy(sub, policy, day),
                   code=sub, recognition=RECOGNITION[policy], on=iso(day))


# What is wrong with a field: what is filled in instead, and the rules of which one must say so.
WRONG = {
    "donor": [("Atlantis", {"unknown-donor"})],
    "project": [("P9", {"unknown-project"})],
    "sub-fund": [("XX", {"unknown-sub-fund"})],
    "to": [("XX", {"unknown-sub-fund"})],
    "from": [("XX", {"unknown-sub-fund", "unknown-document"}), ("CTB-2001-9999", {"unknown-document", "unknown-sub-fund"})],
    "amount": [("0 USD", {"amount-not-positive", "currency-differs"}), ("1.234 USD", {"amount-decimals"}), ("a lot", {"amount-unreadable", "unknown-currency"}),
               ("5 XYZ", {"unknown-currency"}), ("1e3 USD", {"amount-unreadable"}), ("10000000000000.01 USD", {"amount-out-of-range"})],
    "on": [("2003-02-30", {"date-unreadable"}), ("2199-01-01", {"date-in-future", "rate-missing", "currency-ended", "opening-after-start", "for-earlier-biennium", "amount-too-small", "allotment-exceeds-money",
                                    "instalment-before-pledge", "exchange-off-fixed-rate", "donor-unchanged"}),
           ("1999-05-05", {"date-before-start", "dated-before-its-document", "rate-missing", "nothing-to-revalue"})],
    "earmark": [("colour:red", {"earmark-unreadable"}), ("theme:nothing", {"unknown-theme"}), ("project:P9", {"unknown-project"})],
    "class": [("yachts", {"unknown-word"})],
    "pledge": [("PLG-2001-9999", {"unknown-document"})],
    "contribution": [("CTB-2001-9999", {"unknown-document"})],
    "obligation": [("OBL-2001-9999", {"unknown-document"})],
    "allotment": [("ALT-2001-9999", {"unknown-document"})],
    "of": [("OBL-2001-9999", {"unknown-document"})],
    "number": [("CTB-2001-9999", {"unknown-document"}), ("nonsense", {"unknown-document", "number-unreadable"})],
    "debit": [("assets:gold", {"unknown-account"}), ("budget:spent", {"adjustment-account"})],
    "support-rate": [("101", {"per-cent-unreadable"})],
    "for": [("2003-2004", {"biennium-odd"})],
    "due": [("2002-06-30", {"instalment-unreadable", "instalment-before-pledge"}), ("1990-01-01=5", {"instalment-before-pledge", "instalments-not-whole", "date-unreadable"})],
    "recognition": [("sometimes", {"unknown-word"})],
    "reason": [("a\u202eb", {"text-unclean", "unknown-word"})],
}


@step(6)
def mistake(d):
    """Another step with one field filled in wrongly."""
    drawn = d.rng.choice(STEPS)(d)
    if drawn is None or drawn.is_import or drawn.undoes is not None:
        return None
    field = d.one(name for name in drawn.forms[0] if name in WRONG)
    if not field:
        return None
    text, rules = d.one(WRONG[field])
    if field == "on" and (drawn.kind, text) in [("sub-fund-changes", "2199-01-01"), ("sub-fund-changes", "1999-05-05"), ("openings", "1999-05-05")]:
        return None  # a version may hold from any day, and an opening lies before the start
    if field == "due" and drawn.kind == "pledge-changes" and text == "2002-06-30":
        return None  # there it is the whole
    if field == "amount" and text == "0 USD":
        text = "0 " + drawn.forms[0]["amount"].split()[1]
    drawn.forms[0][field] = text
    drawn.wrong = drawn.wrong | rules
    return drawn


@step(2)
def change_giver(d):
    n = d.living("CTB")
    if not n:
        return None
    donor, day = d.donor(), d.day(d.doc(n)["date"])
    return command("giver-changes", lambda m, doc: m.change_giver(doc(n), donor, day), number=n, donor=donor, document="Advice", on=iso(day))


@step(3)
def correct(d):
    """Another step, in the place of what was reversed."""
    reversals = [e.number for e in d.model.entries if e.reverses]
    drawn = d.rng.choice(STEPS)(d)
    if not reversals or drawn is None or drawn.is_import or drawn.wrong or drawn.kind not in CORRECTING:
        return None
    drawn.forms[0]["corrects"] = Doc(d.one(reversals))
    return drawn


CORRECTING = ("contributions", "obligations", "disbursements", "interest", "charges", "other-income", "adjustments", "allotments")


@step(4)
def refer(d):
    """Another step, under a reference."""
    drawn = d.rng.choice(STEPS)(d)
    if drawn is None or drawn.is_import or drawn.wrong or drawn.kind not in REFERRING or "reference" in drawn.forms[0]:
        return None
    drawn.forms[0]["reference"] = f"R{d.rng.randrange(10 ** 9)}"
    return drawn


REFERRING = ("contributions", "pledges", "obligations", "interest", "allotments")


@step(3)
def again(d):
    """The same under the same reference: it is known already, or contradicted."""
    known = d.one(given for given in d.given.values() if "reference" in given.forms[0] and not given.wrong)
    if not known:
        return None
    form = dict(known.forms[0]) | ({"memo": "Said otherwise"} if d.chance(0.3) else {})
    return Command(known.kind, [form], known.act)
