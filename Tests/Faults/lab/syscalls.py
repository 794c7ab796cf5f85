"""System calls: every call of eight commands fails in turn, with EIO, ENOSPC or EINTR, or moves half of its bytes.

The ledger is then as it was before the command or as it is after it, verifies, and the exit status says which: 0 only
where it is done. A file that is written is whole or not there, and what failed can be done again.
"""
import collections
import os
import re

from lab.ledger import BESIDE, Books, copy, crashed, gift, gifts_file, rich
from lab.preload import library

# How each call is made to fail; one that is not listed fails with EIO. Those of memory, threads, signals and the end
# of a process are left alone: see limits.py for memory.
ERRORS = collections.defaultdict(lambda: ["EIO"], {
    "pwrite64": ["EIO", "ENOSPC", "EINTR"], "write": ["EIO", "ENOSPC", "EINTR"], "fdatasync": ["EIO", "ENOSPC", "EINTR"],
    "fsync": ["EIO", "ENOSPC", "EINTR"], "pread64": ["EIO", "EINTR"], "read": ["EIO", "EINTR"],
    "openat": ["EIO", "ENOSPC", "EINTR", "EMFILE"], "unlink": ["EIO", "ENOSPC"], "link": ["EIO", "ENOSPC"],
    "rename": ["EIO", "ENOSPC"], "ftruncate": ["EIO", "ENOSPC", "EINTR"], "fcntl": ["EIO", "EINTR", "ENOLCK"],
})
LEFT_ALONE = re.compile(r"(mmap|munmap|mprotect|mremap|madvise|brk|futex|clone3?|exit|exit_group|execve|rseq|rt_sig\w+"
                        r"|sigaltstack|set_robust_list|set_tid_address|arch_prctl|restart_syscall|membarrier)$")
# With these the system's own library of threads waits; it ends the process where they fail, whatever the program does.
WAITING = re.compile(r"(epoll_\w+|eventfd2?|timerfd_\w+)$")
SHORT = ["pwrite64", "pread64", "write", "read"]
# Faults that are tried one after another in one process.
SLICE = 40


def commands(folder):
    """The eight commands: the words, and the file that each makes beside the ledger."""
    made = os.path.join(folder, "made")
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"R-{row}": 1000 + row for row in range(5)}, day="2004-06-28")
    return {
        "init": (["init", "--title", "Laboratory"], None),
        "add": (["add", "project", "GLO/Z1", "A project", "--theme", "corruption", "--scope", "global"], None),
        "record": (gift("R-1", 12345, "2004-06-28"), None),
        "import": (["import", "csv", "contributions", rows], None),
        "reverse": (["reverse", "CTB-2004-0001", "--reason", "Entered twice", "--on", "2004-12-01"], None),
        "close": (["close", "2004-2005"], None),
        "backup": (["backup", made], made),
        "report": (["report", "biennium", "2004-2005", "--by", "donor", "--format", "csv", "-o", made], made),
    }


def run(bench):
    folder = bench.folder()
    base = rich(bench.program, folder)
    library(bench, "short")
    names = list(commands(folder)) if bench.share > 0.5 else ["record", "reverse"] if bench.share > 0.05 else ["record"]
    # So few that they only show that the harness sees something.
    step = 1 if bench.share > 0.05 else 10
    work = []
    for name in names:
        faults = [(call, f"error={error}:when={place}") for call, place in calls(bench, base, name) for error in ERRORS[call]]
        faults = faults[::step]
        work += [(name, base, faults[first:first + SLICE]) for first in range(0, len(faults), SLICE)]
        work += [(name, base, call) for call in SHORT] if step == 1 else []
    bench.spread(trials, work)


class Stage:
    """A ledger in a folder of its own, put back before each command."""

    def __init__(self, bench, base, name):
        self.bench, self.base, self.name = bench, base, name
        self.folder = bench.folder()
        self.ledger = os.path.join(self.folder, "fund.sqlite")
        self.words, self.made = commands(self.folder)[name]
        self.inputs = set(os.listdir(self.folder))
        self.reset()
        with Books(base) as books:
            self.old = None if name == "init" else books.head
        self.usual = bench.program.need(self.words, self.ledger)
        with Books(self.ledger) as books:
            self.new = books.head[0]
        self.whole = self.content()

    def reset(self):
        for name in set(os.listdir(self.folder)) - self.inputs:
            os.unlink(os.path.join(self.folder, name))
        if self.name != "init":
            copy(self.base, self.ledger)
        if self.name == "report":
            with open(self.made, "w") as file:
                file.write("what was there before\n")

    def is_untouched(self):
        """The ledger's bytes are those that were verified, and nothing lies beside them that would change them."""
        if any(os.path.exists(self.ledger + ending) for ending in BESIDE):
            return False
        with open(self.ledger, "rb") as now, open(self.base, "rb") as then:
            return now.read() == then.read()

    def content(self):
        if not self.made or not os.path.exists(self.made):
            return None
        with open(self.made, "rb") as file:
            return file.read()


def calls(bench, base, name):
    """The calls of a command from where it first touches the ledger's folder: (name, which of that name)."""
    stage, trace = Stage(bench, base, name), os.path.join(bench.folder(), "trace")
    stage.reset()
    bench.program.need(stage.words, stage.ledger, before=["strace", "-f", "-qq", "-o", trace])
    counts, listed, begun = collections.Counter(), {}, False
    with open(trace, errors="replace") as file:
        for line in file:
            call = re.match(r"(\d+) +(\w+)\(", line)
            if not call:
                continue
            counts[call.groups()] += 1
            begun = begun or (stage.folder in line and call[2] != "execve")
            if begun and not LEFT_ALONE.match(call[2]):
                listed[call[2], counts[call.groups()]] = True
    return list(listed)


def trials(bench, item):
    name, base, faults = item
    stage = Stage(bench, base, name)
    if isinstance(faults, str):
        return shortened(bench, stage, faults)
    for call, how in faults:
        stage.reset()
        outcome = bench.program.run(stage.words, stage.ledger, before=[
            "strace", "-f", "-qq", "--seccomp-bpf", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{how}"])
        bench.count("system calls that failed")
        judge(bench, stage, outcome, f"{name}: {call}:{how}", may_crash=bool(WAITING.match(call)))


def shortened(bench, stage, call):
    done, number = os.path.join(bench.folder(), "done"), 0
    while True:
        number += 1
        stage.reset()
        outcome = bench.program.run(stage.words, stage.ledger, environment={
            "LD_PRELOAD": library(bench, "short"), "SHORT": f"{call}:{number}", "SHORT_UNDER": stage.folder, "SHORT_DONE": done})
        if not os.path.exists(done):
            return
        os.unlink(done)
        bench.count("reads and writes that moved half")
        judge(bench, stage, outcome, f"{stage.name}: SHORT={call}:{number}")


def judge(bench, stage, outcome, about, may_crash=False):
    """Whether the ledger, the file beside it and what the program said go together."""
    told = f"{about}: exit {outcome.status}, {outcome.out[:200]!r} {outcome.err[:300]!r}"
    bench.count(f"told as failed ({stage.name})" if outcome.status else f"done all the same ({stage.name})")
    if may_crash and crashed(outcome.status):
        bench.count("ended by the system's library of threads")
    else:
        bench.require(not crashed(outcome.status), f"it crashed: {told}")
        bench.require(outcome.status == 0 or outcome.err.strip(), f"it failed and said nothing: {told}")
    left = set(os.listdir(stage.folder)) - stage.inputs - {"fund.sqlite", "made"} - {"fund.sqlite" + end for end in BESIDE}
    bench.count("temporary files left", len(left))
    if stage.name == "init":
        return judge_new(bench, stage, outcome, told)
    head = stage.old
    if not stage.is_untouched():
        verified, answer = bench.program.verify(stage.ledger)
        if not bench.require(verified.status == 0 and answer, f"verify: {verified.out[:300]}{verified.err[:300]} after {told}"):
            return
        with Books(stage.ledger) as books:
            head = books.head
            for fault in books.faults():
                bench.violation(f"{fault} after {told}")
    is_done = head[0] == stage.new if stage.new != stage.old[0] else None
    bench.require(head == stage.old or is_done, f"neither the old head nor the new one, but entry {head[0]}: {told}")
    if is_done is not None:
        bench.require(outcome.status != 0 or is_done, f"told as done, and not recorded: {told}")
        if outcome.status != 0 and is_done:
            bench.count("told as failed and recorded")
            bench.require("nothing was recorded" not in outcome.err, f"told that nothing was recorded, and recorded: {told}")
    if stage.made:
        content = stage.content()
        if stage.name == "report":
            whole, before = content == stage.whole, content == b"what was there before\n"
        else:
            before, whole = content is None, False
            if content is not None:
                copied = bench.program.verify(stage.made)[1]
                whole = bool(copied) and copied["verify"] == "ok" and copied["head"].upper() == stage.old[1]
        bench.require(whole or (before and outcome.status != 0), f"the file is neither whole nor left out: {told}")
    if stage.name in ("record", "import"):
        bench.program.need(stage.words, stage.ledger)
        with Books(stage.ledger) as books:
            bench.require(books.head[0] == stage.new, f"recorded again, it does not stand once: {told}")


def judge_new(bench, stage, outcome, told):
    if outcome.status != 0:
        again = bench.program.run(stage.words, stage.ledger)
        bench.require(again.status in (0, 73), f"init cannot be done again: {again.err[:300]} after {told}")
    verified, answer = bench.program.verify(stage.ledger)
    bench.require(verified.status == 0 and answer["entries"] == stage.new, f"verify: {verified.err[:300]} after {told}")
