"""All harnesses one after another, each first shown to fail on a planted fault; and what they found, in JSON."""
import argparse
import importlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from lab import planted, publish
from lab.bench import Bench, attempt
from lab.ledger import ROOT, Program

HARNESSES = ["kills", "powercuts", "syscalls", "crowd", "limits", "surroundings", "damage", "tampering"]
NEEDED = ["cc", "strace"]


def main(usage):
    parser = argparse.ArgumentParser(usage=usage)
    parser.add_argument("--only", action="append", choices=HARNESSES)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10 ** 6))
    parser.add_argument("--tenth", action="store_const", const=0.1, default=1.0, dest="share")
    parser.add_argument("--share", type=float)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--results", help="the file that takes what was found, in JSON")
    parser.add_argument("--publish", nargs="*", metavar="RESULTS",
                        help="write RELIABILITY.md from this run, or from the results that files hold, without running anything")
    options = parser.parse_args()
    if options.publish:
        publish.write([read(path) for path in options.publish])
        return 0
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        print(f"nothing is run: {' and '.join(missing)} are missing (apt-get install gcc strace)")
        return 0
    if "CPCJF_PROGRAM" not in os.environ:
        subprocess.run(["swift", "build", "-c", "release", "--product", "cpcjf"], cwd=ROOT, check=True)
        os.environ["CPCJF_PROGRAM"] = os.path.join(ROOT, ".build", "release", "cpcjf")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print(f"seed {options.seed}", flush=True)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="faults-") as place, tempfile.TemporaryDirectory(prefix="faults-", dir=memory) as memory:
        os.environ["FAULTS_MEMORY"] = memory
        results = report(options, place)
    if options.results:
        with open(options.results, "w") as file:
            json.dump(results, file, indent=2)
    if options.publish is not None:
        publish.write([results])
    violations = sum(len(each["violations"]) for each in results["harnesses"])
    print(f"{violations} violations" if violations else "nothing was lost, altered or doubled, and nothing went unnoticed")
    return min(violations, 1)


def read(path):
    with open(path) as file:
        return json.load(file)


def report(options, place):
    results = {"schema": "cpcjf-faults/1", "seed": options.seed, "share": options.share, "commit": commit(),
               "program": version(), "machine": machine(place), "harnesses": []}
    for name in options.only or HARNESSES:
        harness = importlib.import_module(f"lab.{name}")
        begun = time.monotonic()
        bench = Bench(Program(), place, options.seed, options.share, options.jobs)
        attempt(harness.run, bench)
        caught = planted.catches(harness, name, place, options)
        if caught is False:
            bench.violation(f"{name} does not see the fault that is planted: {planted.FAULTS[name].says}")
        seconds = time.monotonic() - begun
        figures = dict(bench.figures)
        print(f"{name}: " + ", ".join(f"{number} {what}" for what, number in figures.items())
              + (f"; the planted fault was caught ({planted.FAULTS[name].says})" if caught else "") + f"; {seconds:.0f} s", flush=True)
        for violation in bench.violations:
            print(f"  VIOLATION {violation}", flush=True)
        about, promise = harness.__doc__.strip().split("\n\n")
        results["harnesses"].append({
            "name": name, "about": " ".join(about.split()), "promise": " ".join(promise.split()), "figures": figures,
            "violations": bench.violations, "planted": planted.FAULTS[name].says if name in planted.FAULTS else None,
            "plantedCaught": caught, "seconds": round(seconds)})
    return results


def commit():
    said = subprocess.run(["git", "-C", ROOT, "rev-parse", "HEAD"], capture_output=True, text=True)
    changed = subprocess.run(["git", "-C", ROOT, "status", "--porcelain", "Sources", "Schema", "Package.swift"],
                             capture_output=True, text=True)
    return said.stdout.strip() + (" with changes" if changed.stdout.strip() else "")


def version():
    return Program().run(["--version"]).out.strip()


def machine(place):
    filesystem = subprocess.run(["stat", "-f", "-c", "%T", place], capture_output=True, text=True).stdout.strip()
    return {"system": " ".join(os.uname()[part] for part in (0, 2, 4)), "processors": os.cpu_count(), "filesystem": filesystem}
