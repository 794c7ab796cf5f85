"""Many ledgers, shared out over processes."""
import argparse
import concurrent.futures
import os
import random
import signal
import subprocess
import sys
import tempfile
import time

from peers.cli import ROOT, Difference
from peers.compare import compare
from peers.programs import present


def one(place, seed, number, peers):
    """One random ledger: how many postings it has, and what is to be told where something differs."""
    from peers.ledgers import make
    rng = random.Random(f"peers {seed} {number}")
    with tempfile.TemporaryDirectory(dir=place) as folder:
        path = os.path.join(folder, "fund.sqlite")
        try:
            make(place, seed, number, rng, path)
            return compare(path, peers, rng, folder), None
        except Difference as difference:
            return 0, f"ledger {number} of seed {seed}: {difference}"


def given(paths, peers):
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            try:
                count = compare(path, peers, random.Random(path), folder)
            except Difference as difference:
                print(f"{path}: {difference}")
                return 1
        print(f"{path}: {count} postings, all agree")
    return 0


def take(place, options, peers):
    begun = time.monotonic()
    numbers = range(options.ledgers) if options.number is None else [options.number]
    done = postings = 0
    with concurrent.futures.ProcessPoolExecutor(min(options.jobs, len(numbers))) as pool:
        # Each worker takes walks that share a ground one after the other.
        futures = [pool.submit(one, place, options.seed, number, peers) for number in numbers]
        try:
            for future in futures:
                count, told = future.result()
                if told:
                    print(told)
                    return 1
                done, postings = done + 1, postings + count
                if done % 25 == 0:
                    print(f"{done} ledgers, {time.monotonic() - begun:.0f} s", flush=True)
        finally:
            for future in futures:
                future.cancel()
    programs = ", ".join([peer.name for peer in peers] + ["plain SQL"])
    print(f"{done} ledgers with {postings} postings, in {time.monotonic() - begun:.0f} s: the program, {programs} and the copies agree")
    return 0


def main(usage):
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--ledgers", type=int, default=200)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10 ** 6))
    parser.add_argument("--number", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--ledger", nargs="+")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    peers = present()
    if options.ledger:
        return given(options.ledger, peers)
    from walk.program import build  # noqa: F401 (ends here, where there is no model)
    if "CPCJF_PROGRAM" not in os.environ:
        subprocess.run(["swift", "build"], cwd=ROOT, check=True)
    print(f"seed {options.seed}: {options.ledgers if options.number is None else 1} ledgers", flush=True)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="peers-", dir=memory) as place:
        return take(place, options, peers)
