"""Damage: single bits flipped anywhere, pages swapped, zeroed or out of date, files cut short, journals planted beside them.

verify names what is wrong, or everything that the file says is shown to be as it was; no command crashes or hangs.
"""
import os
import subprocess

from lab.bench import each
from lab.ledger import BESIDE, Books, copy, crashed, dump, gifts_file, rich

FLIPS, PAGES, JOURNALS = 5000, 1000, 60
PAGE = 4096
SLICE = 100
# One of these is also given the damaged file, and must not crash.
QUESTIONS = [
    ["report", "biennium", "2002-2003"], ["list", "contributions"], ["status"], ["report", "trial-balance"], ["list", "donors"],
    ["show", "PLG-2002-0001"], ["export", "json"], ["report", "journal", "-p", "2002-2005"], ["check"],
    ["record", "contribution", "--donor", "NOR", "--amount", "1 USD", "--on", "2004-03-01"], ["report", "pledges"],
]


def run(bench):
    folder = bench.folder()
    old = rich(bench.program, folder)
    base = grown(bench, folder, old)
    journal = left_journal(bench, folder, base)
    work = []
    for part, full in ((flips, FLIPS), (pages, PAGES), (journals, JOURNALS)):
        number = bench.scaled(full)
        work += [(part, base, old, journal, first, min(first + SLICE, number)) for first in range(0, number, SLICE)]
    bench.spread(each, work)


def grown(bench, folder, old):
    """The ledger with 300 gifts more, so that most of it is what was recorded."""
    base = copy(old, os.path.join(folder, "base.sqlite"))
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"I-{row}": 100 + row for row in range(300)}, day="2004-06-28")
    bench.program.need(["import", "csv", "contributions", rows], base)
    return base


def left_journal(bench, folder, base):
    """The journal that a killed import left, of which a part is on the disk."""
    ledger = copy(base, os.path.join(folder, "killed.sqlite"))
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"J-{row}": 100 + row for row in range(300)}, day="2004-06-28")
    killed = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:signal=KILL:when=4"]
    subprocess.run(killed + bench.program.command(["import", "csv", "contributions", rows], ledger), env=bench.program.environment,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(ledger + "-journal", "rb") as file:
        return file.read()


class Patient:
    """A ledger that is damaged over and over, and what it said before."""

    def __init__(self, bench, base):
        self.bench, self.ledger = bench, os.path.join(bench.folder(), "fund.sqlite")
        with open(base, "rb") as file:
            self.sound = file.read()
        self.said = dump(base)
        with Books(base) as books:
            self.head = books.head

    def examine(self, data, about, question, beside=None):
        """Whether the damage is named, or shown to be none."""
        bench = self.bench
        self.lay(data, beside)
        outcome, answer = bench.program.verify(self.ledger, timeout=30)
        told = f"{about}: verify ended with {outcome.status}: {outcome.out[:300]} {outcome.err[:300]}"
        bench.require(not crashed(outcome.status), f"it crashed: {told}")
        if outcome.status == 0:
            bench.count("shown to be harmless" if dump(self.ledger) == self.said else "unnoticed")
            bench.require(dump(self.ledger) == self.said, f"not noticed: {about}")
        else:
            bench.count("named by verify" if answer and answer.get("findings") else "named when opened")
            is_named = bool(answer and answer.get("findings")) or '"rule"' in outcome.err
            bench.require(is_named and outcome.status in (65, 66, 70, 74), f"it names nothing: {told}")
        self.lay(data, beside)
        outcome = bench.program.run(question, self.ledger, timeout=30)
        bench.require(not crashed(outcome.status), f"{question} crashed: {about}: {outcome.status} {outcome.err[:500]}")

    def lay(self, data, beside):
        for ending in BESIDE:
            if os.path.exists(self.ledger + ending):
                os.unlink(self.ledger + ending)
        with open(self.ledger, "wb") as file:
            file.write(data)
        for ending, content in (beside or {}).items():
            with open(self.ledger + ending, "wb") as file:
                file.write(content)


def flips(bench, base, old, journal, first, end):
    patient = Patient(bench, base)
    written = [place for place, byte in enumerate(patient.sound) if byte]
    for number in range(first, end):
        draw, data = bench.draw("flip", number), bytearray(patient.sound)
        # Half of them anywhere, half where something is written.
        place, bit = draw.choice([draw.randrange(len(data)), draw.choice(written)]), draw.randrange(8)
        data[place] ^= 1 << bit
        bench.count("bits flipped")
        patient.examine(data, f"seed {bench.seed}, flip {number}: bit {bit} of byte {place}", draw.choice(QUESTIONS))


def pages(bench, base, old, journal, first, end):
    patient = Patient(bench, base)
    with open(old, "rb") as file:
        stale = file.read()
    for number in range(first, end):
        draw, data = bench.draw("page", number), bytearray(patient.sound)
        count = len(data) // PAGE
        one, other = draw.sample(range(count), 2)
        there, elsewhere = slice(one * PAGE, one * PAGE + PAGE), slice(other * PAGE, other * PAGE + PAGE)
        what = ["swapped", "zeroed", "out of date", "overwritten", "cut short", "longer", "doubled"][number % 7]
        if what == "swapped":
            data[there], data[elsewhere] = data[elsewhere], data[there]
        elif what == "doubled":
            data[there] = data[elsewhere]
        elif what == "zeroed":
            data[there] = bytes(PAGE)
        elif what == "out of date":
            one = draw.randrange(len(stale) // PAGE)
            data[one * PAGE:one * PAGE + PAGE] = stale[one * PAGE:one * PAGE + PAGE]
        elif what == "overwritten":
            place, length = draw.randrange(len(data)), draw.randint(1, 64)
            data[place:place + length] = draw.randbytes(length)[:len(data) - place]
        elif what == "cut short":
            del data[one * PAGE + draw.choice([0, 0, draw.randrange(PAGE)]):]
        else:
            data += draw.choice([bytes(PAGE), draw.randbytes(PAGE), data[there], draw.randbytes(17)])
        bench.count(f"pages or files {what}")
        patient.examine(data, f"seed {bench.seed}, page {number}: {what}, pages {one} and {other} of {count}", draw.choice(QUESTIONS))


def journals(bench, base, old, journal, first, end):
    """Journals of others, of other times, and no journals at all, beside a sound ledger."""
    patient = Patient(bench, base)
    with open(old, "rb") as file:
        elsewhere = file.read()
    for number in range(first, end):
        draw = bench.draw("journal", number)
        torn = bytearray(journal)
        torn[draw.randrange(len(torn))] ^= 1 << draw.randrange(8)
        content = [journal, journal[:draw.randrange(len(journal))], bytes(torn), draw.randbytes(9000), elsewhere, b"",
                   journal[:512] + draw.randbytes(9000), b"\x37\x7f\x06\x82" + draw.randbytes(9000)][number % 8]
        beside = {draw.choice(["-journal", "-journal", "-wal", "-shm"]): content}
        if draw.random() < 0.2:
            beside = dict.fromkeys(BESIDE, content)
        bench.count("journals planted")
        # The ledger's own journal puts back what stood before the import that was killed: just this ledger.
        patient.examine(patient.sound, f"seed {bench.seed}, journal {number}: {list(beside)}, kind {number % 8}", draw.choice(QUESTIONS), beside)
