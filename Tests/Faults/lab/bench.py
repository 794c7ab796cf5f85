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


class Bench:
    """The work of a harness, or of a part of it in a process of its own, and the figures and violations it found."""

    def __init__(self, program, place, seed, share=1.0, jobs=1):
        self.program, self.place, self.seed, self.share, self.jobs = program, place, seed, share, jobs
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

    def alone(self):
        """The same for a part of the work, that has found nothing yet."""
        return Bench(self.program, self.place, self.seed, self.share)

    def spread(self, part, items):
        """Does the part of the work that each item names; what the parts found is added up."""
        items = list(items)
        if self.jobs == 1 or len(items) == 1:
            for item in items:
                self.add(attempt(part, self.alone(), item))
                if len(self.violations) >= ENOUGH:
                    return
            return
        with concurrent.futures.ProcessPoolExecutor(self.jobs) as pool:
            futures = [pool.submit(attempt, part, self.alone(), item) for item in items]
            for future in concurrent.futures.as_completed(futures):
                self.add(future.result())
                if len(self.violations) >= ENOUGH:
                    for waiting in futures:
                        waiting.cancel()
                    return


def attempt(part, bench, *item):
    """What a part finds; where it cannot go on, that is a violation too."""
    try:
        part(bench, *item)
    except Broken as broken:
        bench.violation(f"{item}: {broken}"[:2000])
    except Exception:  # the laboratory itself is at fault, or a ledger that nobody can read
        bench.violation(f"{item}: {traceback.format_exc(limit=-3)}"[:4000])
    return bench


def each(bench, item):
    """A part that names its own function."""
    item[0](bench, *item[1:])
