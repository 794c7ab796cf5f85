"""Kills: kill -9 at a random moment of single entries and of imports, and of the recovery that follows.

What was acknowledged is there, whole and once; what was not is there whole or not at all; and recorded again under its
reference it stands once.
"""
import os
import re
import signal
import statistics
import subprocess
import time

from lab.ledger import Books, copy, gift, gifts_file, remove, small

KILLS = 1000
# Kills of one ledger, one after another.
TOGETHER = 25
ROWS = 100


def run(bench):
    kills = bench.scaled(KILLS)
    chunks = [(number, min(TOGETHER, kills - first)) for number, first in enumerate(range(0, kills, TOGETHER))]
    bench.spread(chunk, chunks)


def chunk(bench, item):
    number, trials = item
    # On a disk, where a commit takes its time.
    folder = bench.folder(in_memory=False)
    draw, ledger = bench.draw("kills", number), small(bench.program, os.path.join(folder, "fund.sqlite"))
    making(bench, folder, draw)
    lasting = {kind: usual(bench, ledger, folder, kind) for kind in ("entry", "import")}
    with Books(ledger) as books:
        first = books.head[0]
    sure = {}
    trial = 0
    while trial < 4 * trials and bench.figures["kills"] < trials:
        trial += 1
        about = f"seed {bench.seed}, kills {number}, trial {trial}"
        kind = "import" if draw.random() < 0.3 else "entry"
        gifts = {f"R-{trial}-{row}": draw.randrange(1, 10 ** 8) for row in range(ROWS if kind == "import" else 1)}
        words = command(folder, gifts)
        # Most of the time in the part in which the file is written.
        delay = draw.uniform(0.4 if draw.random() < 0.8 else 0, 1) * lasting[kind]
        out, was_running = killed(bench.program, words, ledger, delay)
        said = acknowledged(out, kind)
        # The machine is now busier, now less, and the moments move with it.
        lasting[kind] *= 1.05 if was_running else 0.9
        bench.count("kills", was_running)
        bench.count("processes that ended before", not was_running)
        bench.count("rollback journals left", os.path.exists(ledger + "-journal"))
        while draw.random() < 0.3:
            bench.count("kills of the recovery", killed(bench.program, ["verify"], ledger, draw.uniform(0.2, 1) * lasting["entry"])[1])
        present = look(bench, ledger, about)
        new = {reference: cents for reference, cents in present.items() if reference in gifts}
        bench.count("acknowledged before the end", said)
        bench.require(not said or new == gifts, f"{about}: acknowledged, and lost: {len(new)} of {len(gifts)}")
        bench.require(new in ({}, gifts), f"{about}: {len(new)} of {len(gifts)} are recorded, or other than given")
        lost = {reference for reference in sure if present.get(reference) != sure[reference]}
        bench.require(not lost, f"{about}: earlier entries are lost or altered: {sorted(lost)[:3]}")
        bench.program.need(words, ledger)
        sure |= gifts
        if bench.violations:
            return
    with Books(ledger) as books:
        bench.require(books.gifts() == sure, f"kills {number}: in the end the ledger holds other than what was recorded")
        bench.require(books.head[0] == first + len(sure), f"kills {number}: {books.head[0] - first} entries for {len(sure)}")
        bench.count("entries in the end", len(sure))


def making(bench, folder, draw):
    """Kills the making of a ledger, and makes it again."""
    ledger, words = os.path.join(folder, "made.sqlite"), ["init", "--title", "Laboratory"]
    for _ in range(5):
        killed(bench.program, words, ledger, draw.uniform(0, 0.12))
        bench.count("kills of a making")
        again = bench.program.run(words, ledger)
        bench.require(again.status in (0, 73), f"init after its kill: {again.status} {again.err}")
        outcome, answer = bench.program.verify(ledger)
        bench.require(outcome.status == 0 and answer["entries"] > 0, f"after init after its kill: {outcome.out}{outcome.err}")
        remove(ledger)


def command(folder, gifts):
    if len(gifts) == 1:
        return gift(*next(iter(gifts.items())))
    return ["import", "csv", "contributions", gifts_file(os.path.join(folder, "gifts.csv"), gifts), "--source", "manual"]


def usual(bench, ledger, folder, kind):
    """How long the command takes when it is left alone."""
    times = []
    for _ in range(5):
        scratch = copy(ledger, os.path.join(folder, "scratch.sqlite"))
        begun = time.monotonic()
        bench.program.need(command(folder, {f"R-{row}": row + 1 for row in range(ROWS if kind == "import" else 1)}), scratch)
        times.append(time.monotonic() - begun)
    return statistics.median(times)


def killed(program, words, ledger, delay):
    """Starts the program, kills it after a while, and answers what it had said and whether it still ran."""
    process = subprocess.Popen(program.command(words, ledger), env=program.environment, stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(delay)
    was_running = process.poll() is None
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    out = process.communicate()[0].decode()
    return out, was_running


def acknowledged(out, kind):
    return bool(re.search(r"^CTB-2002-\d{4,}\n" if kind == "entry" else rf"^contributions: {ROWS} recorded", out))


def look(bench, ledger, about):
    """What the ledger holds after all that: verify is content with it, and so is plain SQL."""
    outcome, answer = bench.program.verify(ledger)
    bench.require(outcome.status == 0 and answer and answer["verify"] == "ok",
                  f"{about}: verify ended with {outcome.status}: {outcome.out[:500]}{outcome.err[:500]}")
    with Books(ledger) as books:
        for fault in books.faults():
            bench.violation(f"{about}: {fault}")
        bench.require(not answer or books.head == (answer["entries"], answer["head"].upper()), f"{about}: verify names another head")
        return books.gifts()
