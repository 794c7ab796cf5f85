"""Makes the ledgers, asks every goal, and writes the table."""
import argparse
import json
import math
import os
import platform
import sys
import tempfile

from benchmark.goals import GOALS, Row
from benchmark.ledgers import Made
from benchmark.measure import Run, Void
from benchmark.peers import ALL

# Recording is also asked of a ledger that has just begun.
SMALLEST = 100


def figure(value, unit):
    if value is None:
        return ""
    return f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def line(row):
    ratio = "" if row.ratio is None else f"{row.ratio:.2f} ×" if row.ratio >= 0.01 else f"1 / {1 / row.ratio:,.0f}"
    met = {True: "yes", False: "**no**", None: ""}[row.met]
    beside = f"{figure(row.beside, row.unit)} ({row.peer})" if row.beside is not None else ""
    return f"| {row.what} | {row.size:,} | {figure(row.ours, row.unit)} | {beside} | {ratio} | {row.goal} | {met} |"


def growth(rows):
    """The exponent with which each figure grew, from the smallest to the largest ledger that both have it."""
    kinds = {}
    for row in rows:
        kinds.setdefault((row.what, row.peer), []).append(row)
    for (what, peer), found in kinds.items():
        first, last = min(found, key=lambda row: row.size), max(found, key=lambda row: row.size)
        if first.size == last.size or not first.ours:
            continue
        scale = math.log(last.size / first.size)
        beside = math.log(last.beside / first.beside) / scale if first.beside else None
        yield what, peer, first, last, math.log(last.ours / first.ours) / scale, beside


def flatness(rows):
    """Recording costs the same, within 20 per cent, whatever the ledger holds."""
    found = [row for row in rows if row.what == "record one contribution"]
    if len(found) > 1:
        first, last = min(found, key=lambda row: row.size), max(found, key=lambda row: row.size)
        yield Row("record one contribution, the same at every size", last.size, last.ours, first.ours, peer=f"at {first.size:,}",
                  goal="within 20 %", met=last.ours <= 1.2 * first.ours)


def report(rows, about):
    text = [f"Benchmark of {about['version']}, seed {about['seed']}, {about['machine']}.", "",
            "| what | contributions | ours | beside | ratio | goal | reached |", "| --- | --- | --- | --- | --- | --- | --- |"]
    text += map(line, rows)
    text += ["", "| growth of | from | to | exponent | beside it |", "| --- | --- | --- | --- | --- |"]
    for what, peer, first, last, own, beside in growth(rows):
        other = "" if beside is None else f"{beside:.2f} ({peer})"
        text.append(f"| {what} | {first.size:,} | {last.size:,} | {own:.2f} | {other} |")
    if about["left out"]:
        text += ["", f"Left out, not installed: {', '.join(about['left out'])}."]
    return "\n".join(text) + "\n"


def write(rows, about, out):
    print(report(rows, about), flush=True)
    with open(f"{out}.md", "w", encoding="utf-8") as file:
        file.write(report(rows, about))
    with open(f"{out}.json", "w", encoding="utf-8") as file:
        json.dump({"about": about, "rows": [dict(vars(row), ratio=row.ratio) for row in rows],
                   "growth": [{"what": what, "peer": peer, "from": first.size, "to": last.size, "exponent": own, "beside": beside}
                              for what, peer, first, last, own, beside in growth(rows)]}, file, indent=1)


def measure(options, place, program):
    sizes = [int(size) for size in options.contributions.split(",")]
    peers = [peer for peer in ALL if peer.present() and (not options.peers or peer.name.lower() in options.peers.lower().split(","))]
    about = {"version": Run([program, "--version"]).output.strip(), "seed": options.seed, "program": program,
             "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.release()}",
             "left out": [peer.name for peer in ALL if not peer.present()]}
    print(f"seed {options.seed}, in {place}", flush=True)
    wanted = options.only.split(",") if options.only else list(GOALS)
    rows = []
    for size in sorted({*sizes, SMALLEST} if "recording" in wanted else sizes):
        made = Made(place, size, options.seed, program)
        for name in wanted if size in sizes else ["recording"]:
            for row in GOALS[name](made, peers):
                rows.append(row)
                print(line(row), flush=True)
    rows += flatness(rows)
    write(rows, about, options.out or os.path.join(place, "benchmark"))
    return 0


def main(usage):
    root = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--contributions", default="10000,100000,1000000")
    parser.add_argument("--seed", type=int, default=2002)
    parser.add_argument("--peers", help="duckdb,pandas,ledger,hledger,beancount: all that are installed")
    parser.add_argument("--only", help=",".join(GOALS))
    parser.add_argument("--out", help="the table is written to FILE.md and FILE.json")
    parser.add_argument("--place", help="a folder that keeps the ledgers, for another run")
    options = parser.parse_args()
    program = os.path.abspath(os.environ.get("CPCJF_PROGRAM", os.path.join(root, ".build", "release", "cpcjf")))
    with tempfile.TemporaryDirectory() as folder:
        try:
            return measure(options, options.place or folder, program)
        except Void as void:
            print(f"void: {void}", file=sys.stderr)
            return 1
