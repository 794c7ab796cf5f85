#!/usr/bin/env python3
"""Writes contributions.csv, refunds.csv and projects.csv from the published figures.

    python3 make.py SOURCE_DIR

SOURCE_DIR holds unodc_ceb_revenue_by_donor_2013_2024.csv and unodc_projects_uninfo.csv; README.md
says where they come from and what is done with them. donors.csv is kept by hand.
"""
import csv
import re
import sys
from decimal import Decimal

# First match wins for each theme; a title with several themes has them in equal shares. Only where
# the title is silent is the outcome asked. What is silent in both, drugs matters among it, stays
# unclassified.
THEMES = [
    ("juvenile-justice", r"juvenile|child justice|justice for children|children in conflict with"),
    ("trafficking-in-persons", r"trafficking in persons|human trafficking|trafficking of persons|"
                               r"trafficking in human beings|\btip\b|counter[- ]trafficking"),
    ("smuggling-of-migrants", r"smuggling of migrants|migrant smuggling|\bsom\b"),
    ("corruption", r"corrupt|integrity|\buncac\b|asset recovery"),
    ("terrorism-prevention", r"terroris|violent extremis|\bpve\b|\bcve\b"),
    ("money-laundering", r"money[- ]launder|\baml\b|illicit financial"),
    ("firearms", r"firearm|small arms|ammunition"),
    ("cybercrime", r"cyber"),
    ("prison-reform", r"prison|penitentiar|correction|detention|custodial"),
    ("victims", r"victim|survivor|gender[- ]based violence|\bgbv\b|violence against women"),
    ("organized-crime", r"organi[sz]ed crime|transnational crime|\buntoc\b|maritime crime|piracy|"
                        r"wildlife crime|border (control|management|security)"),
    ("policing", r"police|policing|law enforcement"),
    ("crime-prevention", r"crime prevention|preventing crime|prevention of crime|youth.*violence"),
    ("criminal-justice-reform", r"criminal justice|rule of law|access to justice|judicia|justice system|"
                                r"prosecut|legal aid|court"),
    ("research-and-forensics", r"forensic|crime statistics|crime data|research"),
]
SOURCE_DATE = "2026-02-04"  # of the projects' source


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name, header, lines):
    with open(name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(lines)


def source(text):
    """'github:REPO@REV FILE (…)' as 'REPO@REV FILE'."""
    return re.sub(r"^github:|\s*\(.*\)$", "", text)


def money(folder):
    codes = {}
    for donor in rows(".", "donors.csv"):
        for name in [donor["name"]] + donor["aliases"].split(";"):
            codes[name] = donor["code"]
    contributions, refunds, zeros = [], [], 0
    for row in rows(folder, "unodc_ceb_revenue_by_donor_2013_2024.csv"):
        for column, fund in [("voluntary_unearmarked_usd", "GP"), ("voluntary_earmarked_usd", "SP")]:
            if not row[column]:
                continue
            amount = Decimal(row[column])
            if amount == 0:
                zeros += 1
                continue
            code, year = codes[row["donor"]], row["year"]
            reference = f"CEB-{year}-{code}-{fund}"
            memo = f"CEB financial statistics {year}: {column[:-4]} of {row['donor']} ({source(row['source'])})"
            line = [code, f"{abs(amount):.2f}", "USD", f"{year}-12-31", fund, reference, memo]
            (contributions if amount > 0 else refunds).append(line)
    header = ["donor", "amount", "currency", "on", "sub-fund", "reference", "memo"]
    write("contributions.csv", header, contributions)
    write("refunds.csv", header, refunds)
    print(f"{len(contributions)} contributions, {len(refunds)} refunds, {zeros} figures of zero left out")


def clean(text):
    return re.sub(r"\s+", " ", "".join(c if c.isprintable() else " " for c in text)).strip()


def themes(title, outcome):
    for text in (title, outcome):
        found = [theme for theme, words in THEMES if re.search(words, text.lower())]
        if found:
            return shares(found)
    return "unclassified"


def shares(names):
    """Equal shares in per cent, to four decimals, the first taking what is left over."""
    if len(names) == 1:
        return names[0]
    each = 1_000_000 // len(names)
    parts = [1_000_000 - each * (len(names) - 1)] + [each] * (len(names) - 1)
    return ";".join(f"{name}={Decimal(part) / 10_000}" for name, part in zip(names, parts))


def projects(folder):
    by_id = {}
    for row in rows(folder, "unodc_projects_uninfo.csv"):
        first = by_id.setdefault(row["id"], {**row, "countries": []})
        if row["country_iso3"] not in first["countries"]:
            first["countries"].append(row["country_iso3"])
        if Decimal(row["required_usd"] or 0) != Decimal(first["required_usd"] or 0):
            print(f"id {row['id']}: the budgets of its rows differ; the first counts")
    lines = []
    for number, row in by_id.items():
        title = clean(row["name"])
        start, end = row["start"], row["end"]
        if end and start and end < start:
            print(f"id {number}: ends before it starts; no end is entered")
            end = ""
        status = "completed" if end and end < SOURCE_DATE else "ongoing" if start <= SOURCE_DATE else "pipeline"
        budget = f"{start[:4]}={Decimal(row['required_usd'] or 0):.2f}"
        memo = f"UN INFO joint workplans, activity {number} (un-fck/open.unfck.org@6e67872 uninfo-countries)"
        lines.append([f"UNINFO-{number}", title, themes(title, clean(row["outcome"])),
                      shares(row["countries"]), start, end, budget, status, memo])
    header = ["code", "title", "themes", "countries", "start", "end", "budget", "status", "memo"]
    write("projects.csv", header, sorted(lines))
    print(f"{len(lines)} projects")


if len(sys.argv) != 2:
    sys.exit(__doc__)
money(sys.argv[1])
projects(sys.argv[1])
