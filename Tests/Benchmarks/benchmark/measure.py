"""Programs as processes: what they print, how long they take, how much memory they hold."""
import json
import os
import resource
import shlex
import shutil
import statistics
import subprocess
import tempfile
import time

ENVIRONMENT = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC", BEANCOUNT_DISABLE_LOAD_CACHE="1", CPCJF_USER="benchmark")
# What a peer is given.
PATIENCE = 600


class Void(Exception):
    """A comparison that counts for nothing: a program failed, or answers differ."""


class Slow(Exception):
    """A peer that was not done within its time."""


class Run:
    """One run of a program: seconds, seconds of the processor, peak memory in MiB, and what it printed."""

    def __init__(self, words, stdin=None, patience=None):
        begun = time.monotonic()
        # Its own memory is counted by a small process between: one made by a large one begins as large.
        with tempfile.NamedTemporaryFile("r") as told:
            timed = ["/usr/bin/time", "-o", told.name, "-f", "%U %S %M", *words] if os.path.exists("/usr/bin/time") else words
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            try:
                done = subprocess.run(timed, input=stdin, capture_output=True, text=True, env=ENVIRONMENT, timeout=patience)
            except subprocess.TimeoutExpired as late:
                raise Slow(f"{words[0]} was not done in {patience} s") from late
            self.wall = time.monotonic() - begun
            if done.returncode:
                raise Void(f"{shlex.join(words)}: exit {done.returncode}\n{done.stdout[-1000:]}{done.stderr[-2000:]}")
            self.output = done.stdout
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            self.memory = int(told.read().split()[-1]) / 1024 if timed is not words else None


class Times:
    """Medians of several runs of a program."""

    def __init__(self, wall, cpu, runs):
        self.wall, self.cpu, self.runs = wall, cpu, runs


def times(commands, least=10):
    """Each command's medians, run one after the other by hyperfine, or here where there is none."""
    if shutil.which("hyperfine") is None:
        return {name: own_times(words, least) for name, words in commands.items()}
    with tempfile.NamedTemporaryFile("r", suffix=".json") as told:
        subprocess.run(["hyperfine", "-N", "--style", "none", "--warmup", "2", "--min-runs", str(least), "--export-json", told.name,
                        *[shlex.join(words) for words in commands.values()]],
                       check=True, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        results = json.load(told)["results"]
    return {name: Times(result["median"], result["user"] + result["system"], len(result["times"]))
            for name, result in zip(commands, results)}


def own_times(words, least):
    walls, cpus = [], []
    begun = time.monotonic()
    while len(walls) < least or time.monotonic() - begun < 3 and len(walls) < 1000:
        run = Run(words)
        walls.append(run.wall)
        cpus.append(run.cpu)
    return Times(statistics.median(walls), statistics.median(cpus), len(walls))


def agree(what, wanted, found):
    """Two mappings of cents are the same, or the comparison is void."""
    if wanted != found:
        differing = {key: (wanted.get(key), found.get(key)) for key in sorted(set(wanted) | set(found)) if wanted.get(key) != found.get(key)}
        raise Void(f"{what}: {len(differing)} of {len(wanted)} answers differ: {dict(list(differing.items())[:3])}")


def cents(text):
    """`-12.30`, `-12.30 USD` or `-12` as US cents."""
    from decimal import Decimal
    return round(Decimal(text.split()[0].replace(",", "")) * 100)
