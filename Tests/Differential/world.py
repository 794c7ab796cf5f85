"""What every walk's ledger begins with: sub-funds, donors, projects and rates of exchange."""
import random

START = 20010101
LAST = 20061228
# Sub-funds: those of every ledger, and one for each policy of counting income.
POLICIES = {"FC": "commitment", "FD": "due", "FR": "receipt"}
RECOGNITION = {"commitment": "on-commitment", "due": "when-due", "receipt": "on-receipt"}
SUBS = ["GP", "SP", "CA", "PSC"] + list(POLICIES)
DONORS = ["NOR", "SWE", "JPN"]
RATES = {"EUR": 1133, "NOK": 8900, "JPY": 120000, "KWD": 306, "GBP": 520, "DEM": 2100}
LIVING = ["USD", "EUR", "NOK", "JPY", "KWD", "GBP"]

# Each project's themes and countries with their shares in per cent, its budget in cents, its
# programme support rate in thousandths of a per cent.
PROJECTS = {
    "P1": dict(theme={"corruption": 100}, country={}, budget={}, rate=None),
    "P2": dict(theme={"corruption": 100}, country={"LBN": 100}, budget={}, rate=7000),
    "P3": dict(theme={"corruption": 60, "victims": 40}, country={"LBN": 50, "EGY": 50},
               budget={2002: 30000000, 2003: 10000000}, rate=None),
    "P4": dict(theme={"victims": 100}, country={"EGY": 100}, budget={}, rate=10000),
}
EARMARKS = ["theme:corruption", "theme:corruption;theme:victims", "theme:victims", "project:P1",
            "theme:corruption;country:LBN", "country:EGY", "theme:firearms"]


def iso(day):
    return f"{day // 10000}-{day // 100 % 100:02d}-{day % 100:02d}"


def rates(seed):
    """Rates of each quarter: (currency, day, thousandths of a unit per dollar)."""
    rng = random.Random(f"rates {seed}")
    return [(currency, year * 10000 + month * 100 + 1, base * rng.randint(800, 1250) // 1000)
            for currency, base in RATES.items() for year in range(2000, 2008)
            for month in (1, 4, 7, 10) if currency != "DEM" or year < 2002]


def setup(rates):
    """The commands that make it: (kind of document, form)."""
    yield "fund", {"title": "Walk", "start": iso(START)}
    for sub in SUBS:
        policy = RECOGNITION.get(POLICIES.get(sub))
        yield "sub-funds", {"code": sub, "title": f"Sub-fund {sub}"} | ({"recognition": policy} if policy else {})
    for donor in DONORS:
        yield "donors", {"code": donor, "name": f"Donor {donor}", "kind": "state", "country": donor}
    for code, project in PROJECTS.items():
        form = {"code": code, "title": f"Project {code}", "themes": shares(project["theme"])}
        form |= {"countries": shares(project["country"])} if project["country"] else {"scope": "global"}
        if project["budget"]:
            form["budget"] = ";".join(f"{year}={usd // 100}" for year, usd in project["budget"].items())
        if project["rate"] is not None:
            form["support-rate"] = str(project["rate"] // 1000)
        yield "projects", form
    for currency, day, units in rates:
        yield "rates", {"currency": currency, "effective": iso(day), "units-per-usd": decimal(units, 3)}


def shares(parts):
    return ";".join(f"{name}={share}" for name, share in parts.items())


def decimal(minor, digits):
    """A whole number of minor units as a plain decimal."""
    sign, text = "-" if minor < 0 else "", f"{abs(minor):0{digits + 1}d}"
    return sign + (text if digits == 0 else f"{text[:-digits]}.{text[-digits:]}")
