"""Random ledgers: what a walk leaves behind, and names that would command other programs."""
import os
import shutil

from oracle import base  # noqa: F401 (ends here, where there is no model)
from walk.ground import Ground, Trail
from walk.program import Recorder
from world import DONORS, rates

from peers.cli import Difference, cpcjf

# Walks that share rates of exchange, and so the ledger they begin with.
TOGETHER = 25
HOSTILE = [
    "* [2001-01-01] =x ; y | include /etc/passwd",
    "\" \"two\"; option \"title\" \"x\" \\ end \\",
    "a,b, date:2001-01-01, type:X",
    "(x) ! ~ @@ {5 USD} [=2001/01/01]",
    "two  blanks  ; and a comment",
    "include /etc/passwd",
    "end comment",
    "P 2002-01-01 USD 5 EUR",
    ":a:b: key:: 1+1",
    "#tag ^link ~ % & * \u2013 \u0645\u0627\u0644 \u00a0 \u0e01",
    "<script>alert(1)</script>'; DROP TABLE posting; --",
    "=cmd|' /C calc'!A1",
    "| | ;; ,, [[ ]] \\\" \\\\",
    "2002-01-01 open Assets:Theirs",
]
here = {}  # this process's recorder and ground


def ground(place, seed, number):
    of, recorder = number // TOGETHER, here.setdefault("recorder", Recorder())
    if here.get("of") != of:
        if "ground" in here:
            here["ground"].remove()
        here["ground"], here["of"] = Ground(place, recorder, rates(f"{seed} {of}")), of
    return here["ground"]


def make(place, seed, number, rng, path):
    """The ledger of a number, at a path where none is."""
    own = ground(place, seed, number)
    trail = Trail(seed, number, False).first(own)
    if trail.difference:
        raise Difference(f"the walk itself disagrees; Tests/Differential/long --seed {seed} --walk {number} tells:\n{trail.difference}")
    shutil.move(os.path.join(own.folder, "fund.sqlite"), path)
    for donor in DONORS:
        cpcjf(path, "change", "donor", donor, "--name", f"{donor}{rng.choice(['', ' '])}{rng.choice(HOSTILE)}")
        cpcjf(path, "record", "contribution", "--donor", donor, "--amount", f"{rng.randint(1, 10 ** 7)} JPY",
              "--on", "2007-01-15", "--memo", rng.choice(HOSTILE), "--reference", f"{donor} {rng.choice(HOSTILE)}")
    cpcjf(path, "record", "pledge", "--donor", "NOR", "--amount", "5 USD", "--announced", "--on", "2007-01-16", "--memo", rng.choice(HOSTILE))
    cpcjf(path, "reverse", "PLG-2007-0001", "--on", "2007-01-17", "--reason", rng.choice(HOSTILE))
