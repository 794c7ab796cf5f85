"""Limits: a disk that is full at any point, and limits on the size of files, on memory and on open files.

What was acknowledged stays; what finds no room is refused with an exit status and a sentence, and nothing of it stays;
with room again the same command does it. A process may die for want of memory: the ledger may not.
"""
import os
import re
import subprocess

from lab.bench import each
from lab.ledger import Books, copy, crashed, gift, gifts_file, small

KIB = 1024
# Sizes of the disk, of the largest file, of memory, and numbers of open files that are tried.
DISKS, SIZES, MEMORIES, FILES = 30, 60, 30, 16


def run(bench):
    folder = bench.folder()
    base = small(bench.program, os.path.join(folder, "base.sqlite"))
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"I-{row}": 100 + row for row in range(500)})
    size = os.path.getsize(base)
    work = []
    if os.geteuid() == 0:
        work += [(full_disk, base, rows, size + (4 + 12 * number) * KIB) for number in spaced(bench, DISKS)]
    else:
        bench.count("full disks left out, for want of root")
    for number in spaced(bench, SIZES):
        work.append((limited, base, rows, "files of so many bytes", f"--fsize={KIB * 16 * number + (size if number % 2 else 0)}"))
    for number in spaced(bench, MEMORIES):
        work.append((limited, base, rows, "memory of so many bytes", f"--as={(88 + 2 * number) * KIB * KIB}", True))
    for number in spaced(bench, FILES):
        work.append((limited, base, rows, "so many open files", f"--nofile={number}"))
    bench.spread(each, work)


def spaced(bench, full):
    """As many of the numbers below a full one as this run takes, spread over them."""
    step = max(1, round(1 / bench.share))
    return range(bench.draw("limits", full).randrange(step) % full, full, step)


def refused(bench, outcome, about):
    """That a command which was not done says so."""
    bench.require(outcome.status not in (0, 64, 70), f"{about}: it ends with {outcome.status}: {outcome.out}{outcome.err}")
    bench.require(re.search(r"^(error: |.*error while loading|.*cannot allocate)", outcome.err, re.MULTILINE),
                  f"{about}: it says no error: {outcome.err[:300]}")


def full_disk(bench, base, rows, size):
    """Entries until there is no room; an import, a copy, a report where there is none; and entries again with room."""
    place = bench.folder()
    about = f"a disk of {size} bytes"
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], check=True)
    try:
        ledger = copy(base, os.path.join(place, "fund.sqlite"))
        sure, entry = {}, 0
        while entry < 2000:
            entry += 1
            outcome = bench.program.run(gift(f"R-{entry}", 100 + entry), ledger)
            if outcome.status:
                break
            sure[f"R-{entry}"] = 100 + entry
        bench.count("full disks")
        bench.count("entries before they were full", len(sure))
        refused(bench, outcome, about)
        bench.require(outcome.status == 74, f"{about}: a full disk ends with {outcome.status}: {outcome.err}")
        for words in (["import", "csv", "contributions", rows], ["backup", os.path.join(place, "copy.sqlite")]):
            outcome = bench.program.run(words, ledger)
            refused(bench, outcome, f"{about}: {words[0]}")
            bench.require(sorted(os.listdir(place)) in (["fund.sqlite"], ["fund.sqlite", "fund.sqlite-journal"]),
                          f"{about}: {words[0]} left {os.listdir(place)}")
        holds(bench, ledger, sure, about)
        subprocess.run(["mount", "-o", f"remount,size={size + 2000 * KIB}", place], check=True)
        outcome = bench.program.run(gift(f"R-{entry}", 100 + entry), ledger)
        bench.require(outcome.status == 0, f"{about}: with room again it is refused: {outcome.err}")
        holds(bench, ledger, sure | {f"R-{entry}": 100 + entry}, f"{about}, with room again")
    finally:
        subprocess.run(["umount", place], check=True)


def holds(bench, ledger, gifts, about):
    outcome, _ = bench.program.verify(ledger)
    bench.require(outcome.status == 0, f"{about}: verify: {outcome.out[:300]}{outcome.err[:300]}")
    with Books(ledger) as books:
        bench.require(books.gifts() == gifts, f"{about}: it holds other entries than were acknowledged")
        for fault in books.faults():
            bench.violation(f"{about}: {fault}")


def limited(bench, base, rows, what, limit, may_crash=False):
    """Each of several commands under a limit: done or not done, and told so."""
    folder = bench.folder()
    made = os.path.join(folder, "made")
    for words in (gift("R-1", 100), ["import", "csv", "contributions", rows], ["backup", made],
                  ["report", "biennium", "2002-2003", "-o", made], ["init", "--title", "Another"]):
        about = f"prlimit {limit}, {words[0]}"
        ledger = os.path.join(folder, "fund.sqlite")
        for path in os.listdir(folder):
            os.unlink(os.path.join(folder, path))
        if words[0] != "init":
            copy(base, ledger)
        # The system's threads wait for memory, for ever where there is none to come.
        outcome = bench.program.run(words, ledger, before=["prlimit", limit], timeout=10 if may_crash else 60)
        bench.count(f"commands with {what}")
        bench.count("of these done" if outcome.status == 0 else "of these not done")
        if outcome.status and not (may_crash and crashed(outcome.status)):
            refused(bench, outcome, about)
        if may_crash and crashed(outcome.status):
            bench.count("of these waited for memory in vain" if "did not end" in outcome.err else "of these died for want of memory")
        if words[0] == "init":
            again = bench.program.run(words, ledger)
            bench.require(again.status in ((73,) if outcome.status == 0 else (0, 73) if crashed(outcome.status) else (0,)), f"{about}: init again: {again.status} {again.err}")
        verified, _ = bench.program.verify(ledger)
        if not bench.require(verified.status == 0, f"{about}: verify: {verified.out[:300]}{verified.err[:300]}"):
            continue
        with Books(ledger) as books:
            wanted = {"record": 1, "import": 500}.get(words[0], 0) if outcome.status == 0 else 0
            held = len(books.gifts())
            # What died may have been done: then all of it is.
            fine = (wanted,) if not crashed(outcome.status) else (0, 1 if words[0] == "record" else 500)
            bench.require(held in fine, f"{about}: {held} entries stand, exit {outcome.status} {outcome.err[:200]}")
        if outcome.status == 0 and "made" in os.listdir(folder) and words[0] == "backup":
            bench.require(bench.program.verify(made)[0].status == 0, f"{about}: the copy does not verify")
        bench.require(outcome.status == 0 or may_crash or not os.path.exists(made), f"{about}: what failed left a file")
