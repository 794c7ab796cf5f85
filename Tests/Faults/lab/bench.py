"""What every harness works with: the program, a place for files, a seed, how much to do, and what was found."""
import collections
import concurrent.futures
import os
import random
import tempfile
import traceback

from lab.ledger import Broken

# Violations after which a harness does no more.
ENOUGH = 20


class Found:
    """Figures and violations: of a harness, or of a part of it in a process of its own."""

    def __init__(self):
        self.figures = collections.Counter()
        self.violations = []

    def count(self, what, number=1):
        self.figures[what] += number

    def violation(self, told):
        self.violations.append(told)

    def require(self, holds, told):
        if not holds:
            self.violation(told)
        return holds

    def add(self, other):
        self.figures.update(other.figures)
        self.violations += other.violations


class Bench(Found):
    def __init__(self, program, place, seed, share=1.0, jobs=1):
        super().__init__()
        self.program, self.place, self.seed, self.share, self.jobs = program, place, seed, share, jobs

    def scaled(self, full):
        """So many of what a full run does."""
        return max(1, round(full * self.share))

    def draw(self, *of):
        """Random numbers that are the same whenever the seed is."""
        return random.Random(" ".join(map(str, (self.seed, *of))))

    def folder(self, *, in_memory=True):
        """A new folder: in memory, or where files are on a disk."""
        memory = "/dev/shm" if in_memory and os.access("/dev/shm", os.W_OK) else self.place
        return tempfile.mkdtemp(prefix="faults-", dir=self.place if memory == self.place else os.environ["FAULTS_MEMORY"])

    def spread(self, part, items):
        """Does the part of the work that each item names; what the parts found is added up."""
        items = list(items)
        if self.jobs == 1 or len(items) == 1:
            for item in items:
                self.add(attempt(part, self, item))
                if len(self.violations) >= ENOUGH:
                    return
            return
        with concurrent.futures.ProcessPoolExecutor(self.jobs) as pool:
            alone = Bench(self.program, self.place, self.seed, self.share)
            futures = [pool.submit(attempt, part, alone, item) for item in items]
            for future in concurrent.futures.as_completed(futures):
                self.add(future.result())
                if len(self.violations) >= ENOUGH:
                    for waiting in futures:
                        waiting.cancel()
                    return


def attempt(part, bench, item):
    """What a part finds; where it cannot go on, that is a violation too."""
    found = Found()
    try:
        part(bench, found, item)
    except Broken as broken:
        found.violation(f"{item}: {broken}")
    except Exception:  # the laboratory itself is at fault, or a ledger that nobody can read
        found.violation(f"{item}: {traceback.format_exc(limit=-3)}")
    return found
