"""Many walks, shared out over processes."""
import argparse
import concurrent.futures
import os
import random
import signal
import sys
import tempfile
import time

from walk.ground import STEPS, Ground, Trail
from walk.program import Recorder, build
from walk.shrink import story
from world import rates

# Walks that share rates of exchange, and so the ledger they begin with.
TOGETHER = 50
# Walks that disagree, after which no more are taken.
ENOUGH = 10
here = {}  # this process's recorder and ground


def ground(place, seed, number):
    """The ground of a walk: made anew for other rates."""
    of, recorder = number // TOGETHER, here.setdefault("recorder", Recorder())
    if here.get("of") != of:
        if "ground" in here:
            here["ground"].remove()
        here["ground"], here["of"] = Ground(place, recorder, rates(f"{seed} {of}")), of
    return here["ground"]


def walk(place, seed, number, share):
    """One walk: how many commands were given and refused, and what is to be told where it disagrees."""
    by_command_line = random.Random(f"{seed} {number} way").random() < share
    trail = Trail(seed, number, by_command_line).first(ground(place, seed, number))
    told = story(trail, ground(place, seed, number)) if trail.difference else None
    return len(trail.steps), trail.refused, told


def results(place, options, numbers):
    if options.jobs == 1:
        yield from (walk(place, options.seed, number, options.through_command_line) for number in numbers)
        return
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        # No more walks wait than are soon taken, for where enough disagree it ends.
        for first in range(0, len(numbers), 1000):
            futures = [pool.submit(walk, place, options.seed, number, options.through_command_line)
                       for number in numbers[first:first + 1000]]
            try:
                yield from (future.result() for future in futures)
            finally:
                for future in futures:
                    future.cancel()


def take(place, options, numbers):
    begun = time.monotonic()
    done = refused = disagree = 0
    for commands, no, told in results(place, options, numbers):
        done, refused = done + commands, refused + no
        if told:
            disagree += 1
            print(told, flush=True)
            if disagree == ENOUGH:
                return 1
        if done % 50_000 < STEPS:
            print(f"{done} commands, {time.monotonic() - begun:.0f} s", flush=True)
    verdict = f"{disagree} walks disagree" if disagree else "the program and the model agree"
    print(f"{done} commands, {refused} of them refused, in {time.monotonic() - begun:.0f} s: {verdict}")
    return min(disagree, 1)


def main(usage):
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--commands", type=int)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10 ** 6))
    parser.add_argument("--walk", type=int)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--through-command-line", type=float, default=0.02)
    options = parser.parse_args()
    if options.commands is None and options.walk is None:
        options.commands = 1_000_000
        build()
    numbers = range(-(-(options.commands or 0) // STEPS)) if options.walk is None else [options.walk]
    options.jobs = min(options.jobs, len(numbers))
    print(f"seed {options.seed}: {len(numbers)} walks of {STEPS} commands", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="walks-", dir=memory) as place:
        return take(place, options, numbers)
