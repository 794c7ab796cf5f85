"""RELIABILITY.md, written from what the laboratory found and never by hand."""
import os

from lab.ledger import ROOT

PAGE = os.path.join(ROOT, "Sources", "FundDomain", "Documentation.docc", "RELIABILITY.md")


def write(results):
    """Writes the page from one or several results, each the object that --results keeps."""
    with open(PAGE, "w") as file:
        file.write("\n".join(lines(results)) + "\n")


def lines(results):
    harnesses = [(run, harness) for run in results for harness in run["harnesses"]]
    violations = sum(len(harness["violations"]) for _, harness in harnesses)
    planted = [harness for _, harness in harnesses if harness["plantedCaught"] is not None]
    caught = sum(harness["plantedCaught"] for harness in planted)
    yield "# Reliability"
    yield ""
    yield "What was done to the ledger, how often, and what came of it: written by `Tests/Faults/long --publish`, never by hand."
    yield ""
    yield "## Overview"
    yield ""
    yield (f"{len(harnesses)} harnesses did harm to ledgers. Entries that were acknowledged and then lost, altered or doubled, damage that went "
           f"unnoticed, and crashes: **{violations}**. Each harness was first given a program with a fault planted in it: "
           f"**{caught} of {len(planted)}** were caught.")
    yield ""
    yield "| harness | figures | violations | planted fault | seconds |"
    yield "| --- | --- | --- | --- | --- |"
    for _, harness in harnesses:
        fault = {None: "none", True: "caught", False: "missed"}[harness["plantedCaught"]]
        yield f"| {harness['name']} | {first(harness)} | {len(harness['violations'])} | {fault} | {harness['seconds']} |"
    for run in results:
        share = "in full" if run["share"] == 1 else f"with {run['share']:.0%} of the full figures"
        yield ""
        machine = run["machine"]
        yield (f"{', '.join(harness['name'] for harness in run['harnesses'])}: run {share} from seed {run['seed']}, at commit "
               f"`{run['commit'] or 'unknown'}`, on {machine['system']}, {machine['processors']} processors, {machine['filesystem']}.")
    for _, harness in harnesses:
        yield from section(harness)


def first(harness):
    """The figures that a table has room for."""
    return ", ".join(f"{number:,} {what}" for what, number in list(harness["figures"].items())[:2])


def section(harness):
    title, _, rest = harness["about"].partition(": ")
    yield from ["", f"## {title}", "", rest[:1].upper() + rest[1:], "", harness["promise"], ""]
    for what, number in harness["figures"].items():
        yield f"- {number:,} {what}"
    if harness["planted"]:
        yield f"- planted fault: {harness['planted']}; {'caught' if harness['plantedCaught'] else 'missed'}"
    yield f"- violations: {len(harness['violations'])}"
    for violation in harness["violations"][:10]:
        yield f"  - `{' '.join(violation.split())[:200].replace('`', '')}`"
