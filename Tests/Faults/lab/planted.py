"""Faults planted in the program, each of which a harness must catch: a harness that cannot fail shows nothing."""
import collections
import os

from lab.bench import Bench, attempt
from lab.ledger import Program

# A fault: what is wrong with the program that bears it, what the harness must say of it, and the program, by
# which the real one is called $REAL, and what is loaded before it.
Fault = collections.namedtuple("Fault", "says expected script preload", defaults=['exec "$REAL" "$@"', ()])
FAULTS = {
    "kills": Fault("it answers before it commits", "acknowledged, and lost", """
        case "$1" in
          record|import) "$REAL" "$@" --dry-run | sed 's/ (.*not kept)//'; exec "$REAL" "$@" > /dev/null ;;
        esac
        exec "$REAL" "$@"
        """),
    "syscalls": Fault("it swallows errors and ends with 0", "told as done, and not recorded", """
        "$REAL" "$@"
        exit 0
        """),
    "crowd": Fault("it says of one entry in many that it is recorded, and does not", "is not there as it was told", """
        case "$*" in
          *record*" W-7-0 "*) exec "$REAL" "$@" --dry-run ;;
        esac
        exec "$REAL" "$@"
        """),
    "limits": Fault("it swallows the errors of an import and ends with 0", "it ends with 0", """
        case "$1" in
          import) "$REAL" "$@"; exit 0 ;;
        esac
        exec "$REAL" "$@"
        """),
    "surroundings": Fault("it does not see that nothing can be printed", "> /dev/full ends with 0", """
        "$REAL" "$@" || [ $? = 74 ]
        """),
    "damage": Fault("its verify always says that all is well", "not noticed", """
        [ "$1" != verify ] || { echo '{"verify": "ok", "entries": 0, "head": ""}'; exit 0; }
        exec "$REAL" "$@"
        """),
    "tampering": Fault("its verify always says that all is well", "not noticed", """
        [ "$1" != verify ] || { echo '{"verify": "ok", "entries": 0, "head": ""}'; exit 0; }
        exec "$REAL" "$@"
        """),
    "powercuts": Fault("what it syncs is not put on the disk", "verify ended with 6", preload=("nosync",)),
}


def catches(harness, name, place, options):
    """Whether the harness finds something wrong with the program that bears its fault; None where none is planted."""
    if name not in FAULTS:
        return None
    path = os.path.join(place, f"planted-{name}")
    with open(path, "w") as file:
        file.write("#!/bin/sh\n" + FAULTS[name].script)
    os.chmod(path, 0o700)
    bench = Bench(Program(path, FAULTS[name].preload, REAL=Program().path), place, options.seed, 0.02, 1)
    attempt(harness.run, bench)
    if os.environ.get("FAULTS_TALK"):
        print("\n".join(bench.violations))
    return any(FAULTS[name].expected in told for told in bench.violations)
