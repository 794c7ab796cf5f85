"""Power cuts: what a session did to its files is written down and replayed to every point, as a cut there leaves it.

Of what was not synced any part is lost, in sectors of 512 bytes and in any order; a new, renamed or removed name is sure
only when its folder is synced. Each state opens, verifies, and holds exactly what was recorded up to some command that
is not before the last acknowledged one.
"""
import hashlib
import os
import shutil
import struct

from lab.ledger import BESIDE, Books, gift, gifts_file
from lab.preload import library

STATES = 20_000
SECTOR = 512
# Of so many states with a rollback journal, the power is cut again during the recovery of one.
AGAIN = 60
# Points of the log that are tried in one process.
SLICE = 60


def session(folder):
    """The commands, each one transaction."""
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"I-{row}": 100 + row for row in range(40)})
    yield ["init", "--title", "Laboratory", "--start", "2000-01-01"]
    yield ["add", "donor", "NOR", "Norway", "--kind", "state"]
    for number in range(6):
        yield gift(f"R-{number}", 1000 + number)
    yield ["import", "csv", "contributions", rows]
    yield ["reverse", "CTB-2002-0003", "--reason", "Entered twice"]
    yield ["change", "donor", "NOR", "--name", "Kingdom of Norway", "--on", "2003-01-01"]
    yield ["close", "2002-2003"]
    yield gift("R-late", 77)[:-3] + ["2004-01-05", "--reference", "R-late"]
    yield ["backup", os.path.join(folder, "fund", "copy.sqlite")]
    for number in range(4):
        yield gift(f"S-{number}", 1000 + number, "2004-02-01")


def run(bench):
    folder = bench.folder()
    log, heads, backed_up = written_down(bench, folder)
    points = len(read_log(log)) + 1
    samples = -(-bench.scaled(STATES) // points)
    bench.count("file operations replayed", points - 1)
    slices = [(log, heads, backed_up, first, min(first + SLICE, points), samples) for first in range(0, points, SLICE)]
    # So few that they only show that the harness sees something.
    bench.spread(replayed, slices if bench.share > 0.05 else slices[-4:])


def written_down(bench, folder):
    """Runs the session and answers its log, the heads after 0, 1, 2 … commands, and which one is the backup."""
    log, place = os.path.join(folder, "log"), os.path.join(folder, "fund")
    os.mkdir(place)
    ledger, heads, backed_up = os.path.join(place, "fund.sqlite"), [None], None
    for words in session(folder):
        watched = {"IOLOG": log, "IOLOG_UNDER": place, "LD_PRELOAD": preloaded(bench)}
        bench.program.need(words, ledger, environment=watched)
        with Books(ledger) as books:
            heads.append(books.head)
        if words[0] == "backup":
            backed_up = len(heads) - 1
        with open(log, "ab") as file:  # acknowledged
            file.write(struct.pack("<cHQQ", b"K", 0, 0, 0))
    return log, heads, backed_up


def preloaded(bench):
    return " ".join(library(bench, name) for name in bench.program.preload + ("iolog",))


def read_log(log):
    with open(log, "rb") as file:
        log = file.read()
    operations, place = [], 0
    while place < len(log):
        what, length, offset, size = struct.unpack_from("<cHQQ", log, place)
        place += 19
        path, data = log[place:place + length].decode(), log[place + length:place + length + size]
        operations.append((what.decode(), path, offset, data))
        place += length + size
    return operations


class Disk:
    """What is on the disk for sure, and what may be: files by number, and the names that they have."""

    def __init__(self, files=None):
        self.files, self.waiting, self.count = {}, {}, 0
        self.names, self.sure_names, self.waiting_names = {}, {}, []
        for path, data in (files or {}).items():
            self.names[path] = self.sure_names[path] = self.new(data)

    def new(self, data=b""):
        self.count += 1
        self.files[self.count], self.waiting[self.count] = bytearray(data), []
        return self.count

    def do(self, what, path, offset, data):
        if what == "C":
            self.names[path] = self.new()
            self.waiting_names.append((path, self.names[path]))
        elif what == "U":
            self.names.pop(path, None)
            self.waiting_names.append((path, None))
        elif what in "RL":
            target = data.decode()
            self.names[target] = self.names[path]
            self.waiting_names.append((target, self.names[path]))
            if what == "R":
                del self.names[path]
                self.waiting_names.append((path, None))
        elif what in "WT":
            self.waiting[self.names[path]].append((what, offset, data))
        elif what == "F" and path in self.names:
            number = self.names[path]
            for each in self.waiting[number]:
                put(self.files[number], *each)
            self.waiting[number] = []
        elif what == "F":  # a folder: all files here are in one
            rename(self.sure_names, self.waiting_names)
            self.waiting_names = []

    def cut(self, draw):
        """What is there after a cut: the names that are sure and some of the others, in their order; the bytes likewise."""
        names = dict(self.sure_names)
        rename(names, self.waiting_names[:draw.randint(0, len(self.waiting_names))])
        return {path: self.torn(number, draw) for path, number in names.items()}

    def torn(self, number, draw):
        if not self.waiting[number]:
            return self.files[number]
        data, kept = bytearray(self.files[number]), draw.choice([0, 0.1, 0.5, 0.5, 0.9, 1])
        for what, offset, new in self.waiting[number]:
            if what == "T":
                if draw.random() < kept:
                    put(data, what, offset, new)
                continue
            for start in range(0, len(new), SECTOR):
                if draw.random() < kept:
                    put(data, what, offset + start, new[start:start + SECTOR])
        return data


def put(data, what, offset, new):
    if what == "T":
        del data[offset:]
    if len(data) < offset:
        data.extend(bytes(offset - len(data)))
    data[offset:offset + len(new)] = new


def rename(names, changes):
    for path, number in changes:
        if number is None:
            names.pop(path, None)
        else:
            names[path] = number


def replayed(bench, item):
    """Every point from one to another: some states of each."""
    log, heads, backed_up, first, end, samples = item
    disk, done, known, place = Disk(), 0, set(), bench.folder()
    for point, operation in enumerate([None] + read_log(log)):
        if point >= end:
            return
        if operation and operation[0] == "K":
            done += 1
        elif operation:
            disk.do(*operation)
        if point < first:
            continue
        # The same state is not tried twice, and where little waits for the disk there are few.
        wanted = bench.figures["states"] + samples
        for sample in range(4 * samples):
            if bench.figures["states"] >= wanted:
                break
            about = f"seed {bench.seed}, point {point}, state {sample}"
            draw = bench.draw("power", point, sample)
            state = disk.cut(draw)
            key = (done, hashlib.blake2b(b"".join(path.encode() + bytes(state[path]) for path in sorted(state))).digest())
            if key in known:
                continue
            known.add(key)
            bench.count("states")
            allowed = heads[done:done + 2]
            lay(place, state)
            has_journal = any(path.endswith(BESIDE[0]) and data for path, data in state.items())
            bench.count("states with a rollback journal", has_journal)
            if has_journal and draw.random() < 1 / AGAIN:
                again(bench, place, state, allowed, about)
                lay(place, state)
            judge(bench, place, allowed, done, backed_up, about)
            if len(bench.violations) > 3:
                return


def lay(place, state):
    """Writes a state's files into a folder that holds nothing else."""
    shutil.rmtree(place)
    os.mkdir(place)
    for path, data in state.items():
        with open(os.path.join(place, os.path.basename(path)), "wb") as file:
            file.write(data)
        os.chmod(file.name, 0o600)


def again(bench, place, state, allowed, about):
    """Cuts the power at every point of the recovery."""
    log = os.path.join(bench.folder(), "log")
    ledger = os.path.join(place, "fund.sqlite")
    bench.program.run(["verify"], ledger, environment={"IOLOG": log, "IOLOG_UNDER": place, "LD_PRELOAD": preloaded(bench)})
    disk = Disk({os.path.join(place, os.path.basename(path)): data for path, data in state.items()})
    for point, operation in enumerate(read_log(log) if os.path.exists(log) else []):
        disk.do(*operation)
        lay(place, disk.cut(bench.draw("power", about, point)))
        bench.count("states of a recovery cut off")
        judge(bench, place, allowed, None, None, f"{about}, recovery cut off at {point}")


def judge(bench, place, allowed, done, backed_up, about):
    ledger, backup = os.path.join(place, "fund.sqlite"), os.path.join(place, "copy.sqlite")
    outcome, answer = bench.program.verify(ledger)
    is_begun = answer is not None and answer.get("entries") == 0 or "damaged" not in outcome.err and not answer
    if None in allowed and outcome.status in (0, 65, 66) and is_begun:
        # Nothing was acknowledged yet: the making can be done again.
        outcome = bench.program.run(next(session(bench.place)), ledger)
        if not bench.require(outcome.status == 0, f"{about}: init after its interruption: {outcome.err}"):
            return
        outcome, answer = bench.program.verify(ledger)
        bench.require(outcome.status == 0, f"{about}: verify after init after its interruption: {outcome.out}{outcome.err}")
        return
    if not bench.require(outcome.status == 0 and answer and answer["verify"] == "ok",
                         f"{about}: verify ended with {outcome.status}: {outcome.out[:400]}{outcome.err[:400]}"):
        return
    head = (answer["entries"], answer["head"].upper())
    bench.require(head in allowed, f"{about}: lost what was acknowledged: entry {head[0]}, not {' or '.join(str(each and each[0]) for each in allowed)}")
    with Books(ledger) as books:
        bench.require(books.head == head, f"{about}: verify names another head than the file's")
        if bench.figures["states"] % 10 == 0:
            bench.require(not books.broken_links(), f"{about}: the chain is broken, and verify does not see it")
    if backed_up and done >= backed_up:
        bench.require(os.path.exists(backup), f"{about}: lost what was acknowledged: the backup")
    if os.path.exists(backup):
        copied = bench.program.verify(backup)[1]
        bench.require(copied and copied["verify"] == "ok", f"{about}: the backup is not whole")
