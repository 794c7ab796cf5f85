#!/usr/bin/env python3
"""Writes donors.csv, contributions.csv, refunds.csv and projects.csv of this folder.

    python3 make.py SOURCE_DIR

SOURCE_DIR holds unodc_ceb_revenue_by_donor_2013_2024.csv and unodc_projects_uninfo.csv. The same
source gives the same bytes. README.md says what the figures are.
"""

import csv
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
REVENUE = "unodc_ceb_revenue_by_donor_2013_2024.csv"
PROJECTS = "unodc_projects_uninfo.csv"
PROJECTS_READ_ON = "2026-02-04"
PROJECTS_SOURCE = "UN INFO (open.unfck.org@6e67872 public/data/uninfo-countries/{country}.json)"
REVENUE_SOURCE = (
    "CEB financial statistics {year}, unodc revenue by donor"
    " (open.unfck.org@052fc73 entity-revenue-{year}.json)"
)
VOLUNTARY = {"voluntary_unearmarked_usd": "GP", "voluntary_earmarked_usd": "SP"}

# Code and name as the source spells it; States, unless another kind stands below.
DONORS = """
AFG Afghanistan|ALB Albania|AND Andorra|AGO Angola|ARG Argentina|AUS Australia|AUT Austria
AZE Azerbaijan|BHS Bahamas|BHR Bahrain|BGD Bangladesh|BLR Belarus|BEL Belgium|BMU Bermuda
BOL Bolivia, Plurinational State of|BIH Bosnia and Herzegovina|BWA Botswana|BRA Brazil
VGB British Virgin Islands|BRN Brunei Darussalam|BGR Bulgaria|KHM Cambodia|CAN Canada|CHL Chile
CHN China|COL Colombia|CUW Curaçao|CYP Cyprus|CIV Côte D'Ivoire|DNK Denmark
DOM Dominican Republic|ECU Ecuador|EGY Egypt|SLV El Salvador|EST Estonia|EU European Union
FIN Finland|FRA France|GAB Gabon|GMB Gambia|DEU Germany|GHA Ghana
GEF Global Environment Facility (thru UNDP or UNEP)|HTI Haiti|VAT Holy See|HND Honduras
HKG Hong Kong SAR|HUN Hungary|ISL Iceland|IND India|IDN Indonesia|IRQ Iraq|IRL Ireland|ISR Israel
ITA Italy|JAM Jamaica|JPN Japan|JOR Jordan|KAZ Kazakhstan|KEN Kenya|KWT Kuwait
LAO Lao People's Democratic Republic|LVA Latvia|LBY Libya|LIE Liechtenstein|LUX Luxembourg
MDG Madagascar|MLT Malta|MUS Mauritius|MEX Mexico|MCO Monaco|MNG Mongolia|MAR Morocco
MOZ Mozambique|MMR Myanmar|NAM Namibia|NPL Nepal|NLD Netherlands|NZL New Zealand|NGA Nigeria
NOR Norway|OMN Oman|PAK Pakistan|PAN Panama|PNG Papua New Guinea|PRY Paraguay|PER Peru
PHL Philippines|POL Poland|PRT Portugal|QAT Qatar|KOR Republic of Korea|ROU Romania
RUS Russian Federation|RWA Rwanda|SAU Saudi Arabia|SEN Senegal|SRB Serbia|SYC Seychelles
SGP Singapore|SVK Slovakia|SVN Slovenia|SOM Somalia|ZAF South Africa|ESP Spain|LKA Sri Lanka
PSE State of Palestine|SWE Sweden|CHE Switzerland|THA Thailand
UNAIDS The Joint United Nations Programme on HIV/AIDS|TTO Trinidad and Tobago|TUN Tunisia
TKM Turkmenistan|TUR Türkiye|OCHA UN OCHA|UNDP UNDP (as donor)|UGA Uganda
ARE United Arab Emirates|GBR United Kingdom of Great Britain and Northern Ireland
TZA United Republic of Tanzania|USA United States of America|URY Uruguay|UZB Uzbekistan
VNM Viet Nam|WB World Bank|ZMB Zambia|ZWE Zimbabwe
"""
OTHER_KINDS = {
    "EU": "regional-organization",
    "UNAIDS": "un-entity",
    "UNDP": "un-entity",
    "OCHA": "un-entity",
    "WB": "financial-institution",
    "GEF": "financial-institution",
    "BMU": "agency",
    "VGB": "agency",
    "CUW": "agency",
    "HKG": "agency",
}
WITHOUT_COUNTRY = {"EU", "UNAIDS", "UNDP", "OCHA", "WB", "GEF"}
# The United Nations' own name, where the source has another; the source's becomes an alias.
UN_NAMES = {
    "BOL": "Bolivia (Plurinational State of)",
    "CIV": "Côte d'Ivoire",
    "GEF": "Global Environment Facility",
    "HKG": "China, Hong Kong Special Administrative Region",
    "NLD": "Netherlands (Kingdom of the)",
    "OCHA": "Office for the Coordination of Humanitarian Affairs",
    "UNAIDS": "Joint United Nations Programme on HIV/AIDS",
    "UNDP": "United Nations Development Programme",
}

# The theme rule, which README.md tells in words. A keyword is the beginning of words, without
# accents; the titles are in English, French, Spanish and Portuguese, and so are the keywords.
DRUG_USE_AND_HEALTH = """
hiv|vih|aids|ubraf|tuberculosis|drug use|drug dependence|use of drugs|use disorder|substance use
drug treatment|drug prevention|drug demand|drug-free|opioid|opium|poppy|coca|harm reduction
alternative development|desarrollo alternativo|zoonotic|consommation|toxicoman|addict
uso de drogas|consumo de drogas|consumo de sustancias|trastornos por|dependencia
associados ao uso|cultivos ilicitos
"""
DRUGS = """
drug|narcotic|stupefiant|droga|drogue|drosin|drosic|precursor|estupefacient|synthetic|sustancias
"""
SPECIFIC_THEMES = {
    "trafficking-in-persons": """
        trafficking in person|human trafficking|trafficking in human|trafficking of human
        person trafficking|trafficking of person|trafficked|victims of trafficking|tip
        anti-trafficking|counter-trafficking|counter trafficking in person|traite|trata
        trafico de pessoas""",
    "smuggling-of-migrants": """
        smuggling of migrant|migrant smuggling|migrants smuggling|som|smuggled migrant
        trafic illicite de migrants|trafic illicite des migrants|trafic de migrants
        trafic des migrants|trafico ilicito de migrantes|trafico de migrantes""",
    "corruption": """
        corrup|anti-corrup|anticorrup|uncac|asset recovery|integrity|deontologie|whistle
        lanceurs d'alerte|stolen assets|bribery|fraud""",
    "terrorism-prevention": """
        terror|antiterror|counterterror|violent extremis|extremisme violent|extremismo violento
        pve|foreign fighter|ftf|djihad|engins explosifs|explosive|radicali""",
    "money-laundering": """
        money laundering|money-laundering|anti-money|laundering|blanchiment|lavado
        lavagem|branqueamento|bc/ft|illicit financ|flux financiers illicites|financial crime
        financial intelligence|economic crime|criminalite financiere|flujos financieros ilicitos
        proceeds of crime|centif""",
    "firearms": """
        firearm|small arms|small-arms|light weapons|proliferation of weapons|arms traffic
        armes|armas|munition""",
    "cybercrime": "cyber|ciber|darknet|online child|crypto",
    "juvenile-justice": """
        juvenile|children in conflict|child justice|justice for children|in conflict with the law
        justice pour mineurs|justice des mineurs|mineurs|justicia juvenil|justica juvenil
        adolescentes en conflicto|jeunes en detention|jeunes en conflit avec la loi""",
    "prison-reform": """
        prison|peniten|carcer|detenu|detention|detainee|inmate|incarcer|probation|correction
        jail|privadas de libertad|privados de libertad|rehabilitation of offenders|ex-offender
        alternatives to imprisonment|non-custodial""",
    "organized-crime": """
        organized crime|organised crime|organized criminal|transnational crime
        transnational organi|criminalite organisee|criminalite transnationale|crime organis
        crimen organizado|crime organizado|criminalidad organizada|delincuencia organizada
        organizaciones criminales|criminalidade organizada|untoc|wildlife|wild life|forest crime
        environmental crime|crimes that affect the environment|crimes in the fisheries|timber
        delitos ambientales|crimes ambientais|especes protegees|illegal mining
        criminalite environnementale|mineria ilegal|maritime crime|piracy|cultural propert
        cultural heritage|bienes culturales|biens culturels|falsified|illicit waste
        waste trafficking|crimjust|prisfront""",
}
GENERAL_THEMES = {
    "treaty-ratification": "ratif|accession to|treaties",
    "research-and-forensics": """
        forens|laborator|statistic|statistique|estadistic|encuesta|survey|victimizacion
        victimisation|victimization|crime data|recherche|etude""",
    "victims": """
        victim|witness|temoin|gender-based violence|gender based violence|gender based-violence
        gbv|vbg|violence against|violencia contra|violencia de genero|domestic violence
        violencia basada en genero|violence basee sur le genre|violences basees|femicid|feminicid
        child sex|survivor""",
    "organized-crime": """
        border|frontera|frontier|transfrontal|container|conteneur|contenedor|conteiner|cargo|carga
        customs|airport|aeropuerto|aeroport|aircop|maritime|marine|fisheries|smuggling|traffick
        trafic|trafico|illicit trade|illicit flow|ambiente""",
    "policing": """
        police|policing|policia|law enforcement|security force|fds|forces de defense
        criminal investigation|crime scene|scene de crime""",
    "criminal-justice-reform": """
        justice|judicia|rule of law|judge|prosecut|magistra|chaine penale|penal|court|legal aid
        legisla|justica|justicia|etat de droit|estado de derecho|mutual legal|legal cooperation
        legal assistance|poursuite""",
    "crime-prevention": """
        crime prevention|prevention of crime|prevent crime|prevention de la criminalite
        prevencion del delito|prevencao|lawfulness|gang|pandilla|urban safety
        seguridad ciudadana|violence|violencia""",
}
WHOLE_WORDS = {
    "aids", "coca", "fds", "ftf", "gbv", "hiv", "pve", "som", "tip", "traite", "trata", "vbg", "vih",
}


def main(source: Path) -> None:
    revenue = rows(source / REVENUE)
    write("donors.csv", "code,name,kind,country,aliases,memo", donor_table(revenue))
    gifts, refunds = money_tables(revenue)
    write("contributions.csv", "donor,amount,currency,on,earmark,sub-fund,reference,memo", gifts)
    write("refunds.csv", "donor,amount,currency,on,sub-fund,reference,memo", refunds)
    projects = project_table(rows(source / PROJECTS))
    write(
        "projects.csv", "code,title,themes,countries,scope,start,end,budget,status,aliases,memo",
        projects)
    tell(revenue, gifts, refunds, projects)


def spellings() -> list[tuple[str, str]]:
    items = [item for line in DONORS.split("\n") for item in line.split("|") if item]
    return [tuple(item.split(" ", 1)) for item in items]


def donor_table(revenue: list[dict]) -> list[dict]:
    years = defaultdict(list)
    for row in revenue:
        years[row["donor"]].append(row["year"])
    unknown = {spelling for _, spelling in spellings()} ^ set(years)
    if unknown:
        sys.exit(f"donors of the source and of DONORS differ: {sorted(unknown)}")
    table = []
    for code, spelling in sorted(spellings()):
        name = UN_NAMES.get(code, spelling)
        first, last = min(years[spelling]), max(years[spelling])
        table.append({
            "code": code,
            "name": name,
            "kind": OTHER_KINDS.get(code, "state"),
            "country": "" if code in WITHOUT_COUNTRY else code,
            "aliases": spelling if name != spelling else "",
            "memo": REVENUE_SOURCE.format(year=first) + (f", last {last}" if last > first else ""),
        })
    return table


def money_tables(revenue: list[dict]) -> tuple[list[dict], list[dict]]:
    """Positive figures are contributions, negative ones refunds; those of exactly 0 are skipped."""
    codes = {spelling: code for code, spelling in spellings()}
    gifts, refunds = [], []
    for row in revenue:
        for column, sub_fund in VOLUNTARY.items():
            amount = Decimal(row[column] or "0")
            code = codes[row["donor"]]
            line = {
                "donor": code,
                "amount": f"{abs(amount):.2f}",
                "currency": "USD",
                "on": f"{row['year']}-12-31",
                "sub-fund": sub_fund,
                "reference": f"CEB-{row['year']}-{code}-{sub_fund}",
                "memo": REVENUE_SOURCE.format(year=row["year"]),
            }
            if amount != 0:
                (gifts if amount > 0 else refunds).append(line)
    for lines in (gifts, refunds):
        lines.sort(key=lambda line: (line["on"], line["sub-fund"], line["donor"]))
    return gifts, refunds


def project_table(source: list[dict]) -> list[dict]:
    groups = defaultdict(list)
    for row in source:
        groups[row["id"]].append(row)
    table = []
    for number, group in sorted(groups.items(), key=lambda item: int(item[0])):
        first = group[0]
        countries = sorted({row["country_iso3"] for row in group})
        begun, ended = first["start"], first["end"]
        status = "pipeline" if begun > PROJECTS_READ_ON else "ongoing"
        if ended and ended < PROJECTS_READ_ON:
            status = "completed"
        table.append({
            "code": f"UNINFO-{number}",
            "title": clean(first["name"]),
            "themes": shares(themes(first["name"], first["outcome"])),
            "countries": shares(countries),
            "start": begun,
            "end": ended if ended >= begun else "",
            "budget": f"{begun[:4]}={first['required_usd']}",
            "status": status,
            "memo": PROJECTS_SOURCE.format(country=first["country_iso3"]),
        })
    return table


def themes(title: str, outcome: str) -> list[str]:
    if names(DRUG_USE_AND_HEALTH, title):
        return ["unclassified"]
    if specific := matching(SPECIFIC_THEMES, title):
        return specific
    if names(DRUGS, title):
        return ["unclassified"]
    if general := matching(GENERAL_THEMES, title):
        return general[:1]
    if names(DRUG_USE_AND_HEALTH, outcome):
        return ["unclassified"]
    found = matching(SPECIFIC_THEMES, outcome) or matching(GENERAL_THEMES, outcome)
    return found[:1] or ["unclassified"]


def matching(themes: dict[str, str], text: str) -> list[str]:
    return [theme for theme, keywords in themes.items() if names(keywords, text)]


def names(keywords: str, text: str) -> bool:
    plain = without_accents(text)
    for keyword in re.split(r"\s*[|\n]\s*", keywords.strip()):
        end = r"\b" if keyword in WHOLE_WORDS else ""
        if re.search(rf"\b{re.escape(keyword)}{end}", plain):
            return True
    return False


def without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", clean(text).replace("’", "'").lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def clean(text: str) -> str:
    """One line without control or direction characters."""
    spaced = re.sub(r"\s+", " ", text)
    return "".join(
        letter for letter in spaced if unicodedata.category(letter) not in ("Cc", "Cf")).strip()


def shares(names: list[str]) -> str:
    """Equal shares in per cent that add up to 100, the first taking the rest; one needs none."""
    if len(names) == 1:
        return names[0]
    part, rest = divmod(1_000_000, len(names))
    millionths = [part + rest] + [part] * (len(names) - 1)
    return ";".join(
        f"{name}={Decimal(share) / 10_000:f}" for name, share in zip(names, millionths))


def tell(revenue: list[dict], gifts: list[dict], refunds: list[dict], projects: list[dict]) -> None:
    zeros = sum(
        row[column] != "" and Decimal(row[column]) == 0 for row in revenue for column in VOLUNTARY)
    print(f"{len(gifts)} contributions, {len(refunds)} refunds, {zeros} figures of 0 skipped")
    for year in range(2012, 2025, 2):
        sums = {"GP": Decimal(0), "SP": Decimal(0)}
        for sign, lines in ((1, gifts), (-1, refunds)):
            for line in lines:
                if year <= int(line["on"][:4]) <= year + 1:
                    sums[line["sub-fund"]] += sign * Decimal(line["amount"])
        print(f"{year}-{year + 1} GP {sums['GP']:,.2f} SP {sums['SP']:,.2f}")
    print(f"{len(projects)} projects; they carry the theme:")
    counts = Counter(
        part.split("=")[0] for project in projects for part in project["themes"].split(";"))
    for theme, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {theme} {count}")


def rows(path: Path) -> list[dict]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, header: str, lines: list[dict]) -> None:
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header.split(","), restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(lines)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
