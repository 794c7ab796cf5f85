"""A synthetic fund of any size, 1992-2025: the files that an import reads, and what they add up to.

The same size and seed give the same bytes: only Random.random() is used, whose sequence Python guarantees,
and all money is whole minor units. What a document is worth in dollars, and every sum that an answer is
compared with, is worked out here, by integers and by nothing of the program.
"""
import argparse
import bisect
import datetime
import json
import os
import random

FIRST_YEAR, LAST_YEAR = 1992, 2025
YEARS = LAST_YEAR - FIRST_YEAR + 1
# The biennium that is asked about, and the last one, which stays open.
BIENNIUM, OPEN = (2002, 2003), (2024, 2025)
# A currency's decimals, and its units per dollar at the beginning, in millionths.
CURRENCIES = {"USD": (2, 1_000_000), "GBP": (2, 650_000), "JPY": (0, 115_000_000), "CHF": (2, 1_100_000),
              "SEK": (2, 8_500_000), "NOK": (2, 8_200_000), "CAD": (2, 1_300_000), "DKK": (2, 6_700_000)}
THEMES = ["juvenile-justice", "trafficking-in-persons", "smuggling-of-migrants", "corruption", "organized-crime",
          "terrorism-prevention", "firearms", "money-laundering", "prison-reform", "victims", "policing", "cybercrime"]
COUNTRIES = {"africa": ["KEN", "NGA", "ZAF", "SEN", "MLI", "AGO", "ETH"],
             "middle-east-and-north-africa": ["EGY", "LBN", "IRQ", "JOR", "MAR"], "south-asia": ["IND", "NPL"],
             "east-asia-and-pacific": ["VNM", "LAO", "IDN"], "west-and-central-asia": ["AFG", "KAZ", "UZB", "PAK", "TJK"],
             "south-eastern-and-eastern-europe": ["ALB", "MDA", "UKR"],
             "latin-america-and-caribbean": ["COL", "PER", "MEX", "HND", "BRA"]}
REGIONS = list(COUNTRIES)
CLASSES = ["staff", "consultants", "travel", "contractual-services", "operating-expenses", "equipment",
           "grants-and-fellowships", "training"]
DONORS = 190


def cumulative(weights):
    whole, sums = sum(weights), 0
    table = []
    for weight in weights:
        sums += weight
        table.append(sums / whole)
    return table


def text(minor, exponent):
    """Minor units as a plain decimal."""
    return str(minor) if exponent == 0 else f"{minor // 100}.{minor % 100:02d}"


def cents(minor, currency, rate):
    """What an amount is worth in US cents at a rate in millionths of a unit per dollar, half to even."""
    dividend, divisor = minor * 10 ** (8 - CURRENCIES[currency][0]), rate
    quotient, rest = divmod(dividend, divisor)
    return quotient + (2 * rest > divisor or (2 * rest == divisor and quotient % 2))


class Fund:
    """What happens in the fund, before it is written down."""

    def __init__(self, count, projects, seed):
        self.random = random.Random(seed).random
        self.days = [datetime.date.fromordinal(n) for n in range(datetime.date(FIRST_YEAR, 1, 1).toordinal(),
                                                                datetime.date(LAST_YEAR, 12, 31).toordinal() + 1)]
        self.iso = [day.isoformat() for day in self.days]
        self.months = [place for place, day in enumerate(self.days) if day.day == 1]
        self.rates = self.make_rates()
        self.make_projects(projects)
        self.make_gifts(count)
        self.spend()

    def whole(self, limit):
        return int(self.random() * limit)

    def make_rates(self):
        rates = {}
        for currency, (_, base) in CURRENCIES.items():
            rate = base
            for month in range(len(self.months)):
                rates[currency, month] = rate
                if currency != "USD":
                    rate = max(base * 7 // 10, min(base * 14 // 10, rate * (1000 + self.whole(41) - 20) // 1000))
        return rates

    def make_projects(self, count):
        """Each with a theme, and a country or a whole region or the world."""
        themes = cumulative([22, 18, 9, 14, 6, 9, 14, 6, 5, 3, 4, 2])
        self.projects, self.active = [], [[] for _ in range(YEARS)]
        for number in range(count):
            theme = bisect.bisect_right(themes, self.random())
            region = None if self.random() < 0.1 else REGIONS[self.whole(len(REGIONS))]
            country = COUNTRIES[region][self.whole(len(COUNTRIES[region]))] if region and self.random() < 0.7 else None
            first = number % YEARS
            last = min(first + self.whole(6), YEARS - 1)
            self.projects.append((THEMES[theme], region, country, FIRST_YEAR + first, FIRST_YEAR + last))
            for year in range(first, last + 1):
                self.active[year].append(number)

    def make_gifts(self, count):
        """Pledges, each paid in about four contributions, earmarked to a project, its theme or its region, or to nothing."""
        donors = cumulative([1 / (rank + 3) for rank in range(DONORS)])
        homes = cumulative([30, 30, 8, 8, 7, 7, 6, 4])
        years = cumulative([1 + 3 * year / (YEARS - 1) for year in range(YEARS)])
        sizes = cumulative([25, 40, 28, 7])
        codes = list(CURRENCIES)
        home = [codes[bisect.bisect_right(homes, self.random())] for _ in range(DONORS)]
        pledges, gifts = [], []
        number_of_pledges = max(1, count // 4)
        for number in range(number_of_pledges):
            donor, year = bisect.bisect_right(donors, self.random()), bisect.bisect_right(years, self.random())
            month = year * 12 + self.whole(12)
            day = self.months[month] + self.whole(28)
            currency = home[donor] if self.random() < 0.7 else "USD"
            project = self.active[year][int(len(self.active[year]) * self.random() ** 2)]
            theme, region, *_ = self.projects[project]
            drawn = self.random()
            earmark = ("" if drawn < 0.2 else f"theme:{theme}" if drawn < 0.35 else
                       f"region:{region}" if drawn < 0.5 and region else f"project:P{project:05d}")
            instalments = 4 if number < number_of_pledges - 1 else count - 4 * (number_of_pledges - 1)
            pledged = 0
            for instalment in range(instalments):
                paid_month = min(month + instalment * (1 + self.whole(6)), len(self.months) - 1)
                paid_day = max(day, self.months[paid_month] + self.whole(28))
                amount = (100 + self.whole(900)) * 10 ** (2 + bisect.bisect_right(sizes, self.random())) + self.whole(100)
                pledged += amount
                gifts.append((paid_day, number, donor, project, earmark, currency, amount,
                              cents(amount, currency, self.rates[currency, paid_month])))
            if self.random() < 0.25:
                pledged += pledged // 200 * 100
            pledges.append((day, number, donor, earmark, currency, pledged, cents(pledged, currency, self.rates[currency, month])))
        self.pledges, self.gifts = sorted(pledges), sorted(gifts)

    def spend(self):
        """Most of each contribution is allotted to its project, and most of that spent: with 13 % for support it stays within."""
        self.allotments, self.disbursements = [], []
        last = len(self.iso) - 1
        for place, (day, _, _, project, _, _, _, usd) in enumerate(self.gifts):
            allotted_on = min(day + self.whole(60), last)
            allotted = usd * 87 // 100
            self.allotments.append((allotted_on, place, project, allotted))
            spent = allotted * (60 + self.whole(29)) // 100 - 10
            spent_on = min(allotted_on + 30 + self.whole(370), last)
            self.disbursements.append((spent_on, project, CLASSES[self.whole(len(CLASSES))], spent))
        self.allotments.sort()
        self.disbursements.sort()

    def expected(self):
        """The answers, in US cents."""
        def add(table, key, value):
            table[key] = table.get(key, 0) + value
        first, last = self.iso.index(f"{BIENNIUM[0]}-01-01"), self.iso.index(f"{BIENNIUM[1]}-12-31")
        by = {"donor": {}, "theme": {}, "region": {}}
        for day, _, donor, project, earmark, _, _, usd in self.gifts:
            if first <= day <= last:
                theme, region, *_ = self.projects[project]
                names = earmark.partition(":")[0]
                add(by["donor"], f"D{donor + 1:03d}", usd)
                add(by["theme"], theme if names in ("theme", "project") else "not-earmarked", usd)
                add(by["region"], (region or "global") if names in ("region", "project") else "not-earmarked", usd)
        balances = {"income:contributions": -sum(gift[-1] for gift in self.gifts)}
        for _, _, name, spent in self.disbursements:
            add(balances, f"expenditure:{name}", spent)
        return {"contributions": by, "balances": balances,
                "pledged": sum(pledge[-1] for pledge in self.pledges if first <= pledge[0] <= last),
                "counts": {kind: len(getattr(self, kind)) for kind in ("projects", "pledges", "gifts", "allotments", "disbursements")}}


def write(folder, name, header, lines):
    with open(os.path.join(folder, f"{name}.csv"), "w", encoding="ascii", newline="\n") as file:
        file.write(header + "\n")
        file.writelines(lines)


def write_all(fund, folder):
    """The files in the format of the imports, and `facts.csv`: the contributions, valued, for programs that know no rates."""
    iso = fund.iso

    def amount(minor, currency):
        return f"{text(minor, CURRENCIES[currency][0])},{currency}"
    write(folder, "rates", "currency,effective,units-per-usd",
          (f"{currency},{iso[fund.months[month]]},{rate // 10 ** 6}.{rate % 10 ** 6:06d}\n"
           for (currency, month), rate in fund.rates.items() if currency != "USD"))
    write(folder, "donors", "code,name,kind", (f"D{n:03d},Donor {n:03d},foundation\n" for n in range(1, DONORS + 1)))
    write(folder, "projects", "code,title,themes,countries,scope,start,end,status",
          (f"P{n:05d},Project {n:05d},{theme},{country or ''},{'' if country else f'regional:{region}' if region else 'global'},"
           f"{first}-01-01,{last}-12-31,ongoing\n" for n, (theme, region, country, first, last) in enumerate(fund.projects)))
    write(folder, "pledges", "donor,amount,currency,on,earmark,document,reference",
          (f"D{donor + 1:03d},{amount(minor, currency)},{iso[day]},{earmark},Letter G{n:07d},G{n:07d}\n"
           for day, n, donor, earmark, currency, minor, _ in fund.pledges))
    write(folder, "contributions", "donor,amount,currency,on,pledge,reference",
          (f"D{donor + 1:03d},{amount(minor, currency)},{iso[day]},G{pledge:07d},C{n:07d}\n"
           for n, (day, pledge, donor, _, _, currency, minor, _) in enumerate(fund.gifts)))
    write(folder, "allotments", "project,amount,currency,on,from,reference",
          (f"P{project:05d},{text(usd, 2)},USD,{iso[day]},C{gift:07d},A{n:07d}\n"
           for n, (day, gift, project, usd) in enumerate(fund.allotments)))
    write(folder, "disbursements", "project,amount,currency,on,class,reference",
          (f"P{project:05d},{text(usd, 2)},USD,{iso[day]},{name},E{n:07d}\n"
           for n, (day, project, name, usd) in enumerate(fund.disbursements)))
    write(folder, "facts", "date,donor,earmark,usd",
          (f"{iso[day]},D{donor + 1:03d},{earmark},{usd}\n" for day, _, donor, _, earmark, _, _, usd in fund.gifts))
    write(folder, "project-facts", "code,theme,region",
          (f"P{n:05d},{theme},{region or 'global'}\n" for n, (theme, region, *_) in enumerate(fund.projects)))
    with open(os.path.join(folder, "expected.json"), "w", encoding="ascii") as file:
        json.dump(fund.expected(), file, indent=1, sort_keys=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--contributions", type=int, required=True)
    parser.add_argument("--projects", type=int, default=5000)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("folder")
    options = parser.parse_args()
    os.makedirs(options.folder, exist_ok=True)
    write_all(Fund(options.contributions, options.projects, options.seed), options.folder)


if __name__ == "__main__":
    main()
