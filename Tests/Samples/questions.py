"""What the long scripts ask of the samples: every report and every list that there is."""
import re
import subprocess

# By the name of what comes of it: {p} is a period, {end} its last day, {month} a part of it that is not too long.
QUESTIONS = {
    "statement": "report biennium {p}", "by-year": "report biennium {p} --by year", "by-donor": "report biennium {p} --by donor",
    "by-theme": "report biennium {p} --by theme", "by-region": "report biennium {p} --by region", "pledges": "report pledges --as-at {end}",
    "trial-balance": "report trial-balance --as-at {end}", "account": "report account assets:cash -p {month}",
    "journal": "report journal -p {month}", "donor": "report donor {donor} -p {p}", "grid": "report grid {project} --as-at {end}",
    "status-of-contributions": "report contributions -p {p}", "participation": "report participation -p {p}",
    "regularity": "report regularity --as-at {end}", "projects": "report projects -p {p}", "delivery": "report delivery -p {p}",
    "gap": "report gap --as-at {end}", "match": "report match --as-at {end}", "balance": "report balance --as-at {end}",
    "trend": "report trend --theme juvenile-justice --as-at {end}", "treaties": "report treaties --as-at {end}",
    "requests": "report requests -p {p}", "synergies": "report synergies -p {p}", "mandate": "report mandate -p {p}",
    "gender": "report gender -p {p}", "development": "report development -p {p}", "references": "report references -p {p}",
    "implementation": "report implementation --session 57 -p {p}",
    "diff": "report diff biennium {p} --known-at {before} --known-at {after}", "donors": "list donors --as-at {end}",
    "projects-by-region": "list projects --by region --as-at {end}", "list-pledges": "list pledges --as-at {end}",
    "contributions": "list contributions -p {p} --as-at {end}", "refunds": "list refunds --as-at {end}",
    "allotments": "list allotments --as-at {end}", "obligations": "list obligations -p {month} --as-at {end}",
    "disbursements": "list disbursements -p {month} --as-at {end}", "entries": "list entries -p {month} --as-at {end}",
    "programmes": "list programmes --as-at {end}", "sub-funds": "list sub-funds --as-at {end}",
    "countries": "list countries --region south-asia --as-at {end}", "themes": "list themes", "rates": "list rates -p {month} --as-at {end}",
    "list-requests": "list requests --as-at {end}", "mandates": "list mandates --as-at {end}", "list-references": "list references",
    "document": "show {document} --as-at {end}", "due": "due --as-at {end}", "status": "status --as-at {end}",
}
SAMPLES = {
    "2002-2003": {
        "p": "2002-2003", "end": "2003-12-31", "month": "2002-07", "donor": "NOR", "project": "GLO/2002/RATIFICATION", "document": "CTB-2002-0001",
        "before": "2900", "after": "2910",
        "also": {
            "statement-thousands": "report biennium 2002-2003 --thousands", "by-donor-kind": "report biennium 2002-2003 --by donor-kind",
            "projects-by-theme": "list projects --by theme --as-at 2003-12-31", "countdown": "report treaties countdown --as-at 2003-12-31",
            "delivery-by-theme": "report delivery --by theme -p 2002-2003", "trend-of-all": "report trend --as-at 2005-12-31",
        },
    },
    "unodc-2013-2024": {
        "p": "2018-2019", "end": "2019-12-31", "month": "2018", "donor": "NOR", "project": "UNINFO-29145", "document": "CTB-2018-0001",
        "before": "1178", "after": "1181",
        "also": {"years": "report biennium 2013-01-01..2024-12-31 --by year", "regularity-2024": "report regularity --as-at 2024-12-31"},
    },
}


def questions(known):
    """What is asked of a ledger, by the name of the page."""
    return {name: question.format(**known) for name, question in QUESTIONS.items()} | known["also"]


def left_out(program):
    """The reports and lists that the program has and nothing above asks for."""
    asked = {" ".join(question.split()[:2]) for question in QUESTIONS.values()}
    for command in ["report", "list"]:
        said = subprocess.run([program, command, "--help"], capture_output=True, text=True, check=True).stdout
        names = re.findall(r"^  ([a-z-]+)(?:  |$)", said.split("SUBCOMMANDS:")[1], re.MULTILINE)
        yield from (f"{command} {name}" for name in names if f"{command} {name}" not in asked)
