"""Surroundings: files that may not be read or written, links, pipes, a full standard output, clocks, zones and languages, signals.

Each is refused with the sentence and the exit status for it, or makes no difference; nothing that could not be printed
counts as done without being said; recorded time never runs backwards; and the same question has the same bytes everywhere.
"""
import json
import os
import re
import shlex
import signal
import subprocess
import time

from lab.bench import each
from lab.ledger import Books, copy, crashed, gift, gifts_file, rich, small
from lab.preload import library

PRINTING = """
    --version | --help | help periods | help amounts | help record contribution | list --help
    status | check | check --list | verify | due --within 12m | get balance | get outstanding --donor NOR
    get delivery-rate -p 2002-2003 | show PLG-2002-0001 | show NOR | show EGY/R31 | show OBL-2002-0001
    list donors | list projects | list projects --by region | list pledges | list contributions | list refunds
    list allotments | list obligations | list disbursements | list entries | list programmes | list sub-funds
    list countries | list themes | list rates | list requests | list mandates | list references
    report biennium 2002-2003 | report biennium 2002-2003 --by donor | report pledges | report trial-balance
    report journal -p 2002 | report account assets:cash -p 2002-2003 | report donor NOR -p 2002-2003
    report grid EGY/R31 | report contributions -p 2002-2003 | report participation -p 2002-2003
    report regularity -p 2002-2003 | report projects -p 2002-2003 | report delivery -p 2002-2003 | report gap
    report match | report balance | report trend | report treaties
    report treaties countdown | report requests | report synergies -p 2002-2003 | report mandate -p 2002-2003
    report gender -p 2002-2003 | report development -p 2002-2003 | report implementation --session 57 -p 2002-2003
    report references -p 2002-2003 | report diff trial-balance --known-at 20 --known-at 30
    export hledger | export ledger | export beancount | export json | export iati | export ceb -p 2002-2003
    checkpoint --key {key} | import csv donors --template | import csv contributions {rows} --plan | import csv contributions {rows} --dry-run
"""
WRITING = """
    add donor AAA Aland --kind private | change donor NOR --name Norge --on 2004-01-01 | commit PLG-2002-0004 --document Letter --on 2004-01-02
    record contribution --donor NOR --amount '1 USD' --on 2004-03-01 | record pledge --donor NOR --amount '1 USD' --on 2004-03-01
    reverse CTB-2004-0001 --reason Twice --on 2004-12-01 | close 2004-2005 | reopen 2002-2003 --reason Late
    undo {batch} --reason Wrong | import csv contributions {rows} | backup {made} | init --title Another --ledger {other}
    restore {copy} --ledger {other}
"""
FORMATS = ["text", "json", "csv", "markdown", "html", "xlsx"]
ZONES = ["UTC", "Asia/Kathmandu", "Pacific/Kiritimati", "Nowhere/Bogus"]
LANGUAGES = ["C", "tr_TR.UTF-8", "ar_EG.UTF-8", "de_DE.UTF-8"]
# 1970, a leap second, a day after, the year 2038, three days before now, a hundred years on, and beyond the calendar.
CLOCKS = [0, 1483228800, 1483315200, 2147483648, -3 * 86400, 100 * 366 * 86400, 7258118400 + 86400]
INTERRUPTIONS = 60


def words(text, **names):
    return [shlex.split(each.format(**names)) for each in text.replace("\n", "|").split("|") if each.strip()]


def run(bench):
    folder = bench.folder()
    os.chmod(folder, 0o755)
    base = rich(bench.program, folder)
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"I-{row}": 100 + row for row in range(20)}, day="2004-06-28")
    bench.spread(each, [(full_output, base, rows), (zones, base, rows), (permissions, base), (strange_files, base), (descriptors, base),
                        (clocks,), (pipes, base), (interruptions,)])


def full_output(bench, base, rows):
    """What cannot be printed is told, by every command that prints and in every format."""
    folder = bench.folder()
    ledger, other, made = (os.path.join(folder, name) for name in ("fund.sqlite", "other.sqlite", "made"))
    questions, before = words(PRINTING, rows=rows, key=new_key(bench, base)), copy(base, os.path.join(folder, "before"))
    known = set(re.findall(r"^  ([a-z]+) ", bench.program.need(["--help"]).split("SUBCOMMANDS:")[1], re.MULTILINE))
    names = {"rows": rows, "made": made, "other": other, "copy": before}
    asked = {each[0] for each in questions + words(WRITING, batch="1", **names)}
    # A command that nobody has thought of here is a gap in this harness.
    bench.require(known <= asked, f"/dev/full is not tried with {sorted(known - asked)}")
    reports = set(re.findall(r"^  ([a-z-]+) ", bench.program.need(["report", "--help"]).split("SUBCOMMANDS:")[1], re.MULTILINE))
    tried = {each[1] for each in questions if each[0] == "report"}
    bench.count("reports not tried with /dev/full", len(reports - tried))
    copy(base, ledger)
    step = max(1, round(0.5 / bench.share))
    formatted = [each + ["--format", form] for each in questions if each[0] in ("report", "list", "show") and "--help" not in each for form in FORMATS[1:]]
    for question in questions + formatted[bench.seed % step::step]:
        plain = ledger if needs_ledger(question) else None
        if len(question) > 2 and question[-2] == "--format" and bench.program.run(question, plain).status == 64:
            continue  # not in this format
        outcome = to_full(bench, question, plain)
        bench.count("commands with a full standard output")
        bench.require(outcome.status == 74, f"{question} > /dev/full ends with {outcome.status}: {outcome.err[:300]}")
        bench.require(one_error(outcome.err), f"{question} > /dev/full says {outcome.err[:300]!r}")
    for question in words(WRITING, batch=last_import(bench, ledger, rows), **names):
        for path in (other, made):
            if os.path.exists(path):
                os.unlink(path)
        writing = copy(ledger, os.path.join(folder, "writing.sqlite"))
        with Books(writing) as books:
            head = books.head
        outcome = to_full(bench, question, None if "--ledger" in question else writing)
        bench.count("commands that write with a full standard output")
        bench.require(outcome.status == 74, f"{question} > /dev/full ends with {outcome.status}: {outcome.err[:300]}")
        with Books(writing) as books:
            # Recorded and not told would be recorded twice.
            bench.require(books.head == head or "is recorded" in outcome.err or "are recorded" in outcome.err,
                          f"{question} > /dev/full records and does not say so: {outcome.err[:300]}")


def one_error(text):
    """Whether it is one sentence and at most a hint, or one JSON object that says so."""
    if text.startswith("{"):
        try:
            return bool(json.loads(text)["error"]["message"])
        except (ValueError, KeyError):
            return False
    return text.startswith("error: ") and text.count("\n") <= 2


def new_key(bench, ledger):
    """A key, made with a first checkpoint, in another folder than the ledger."""
    key = os.path.join(bench.folder(), "key")
    bench.program.need(["checkpoint", "--key", key], ledger)
    return key


def last_import(bench, ledger, rows):
    """Imports some rows, and answers the batch they are."""
    bench.program.need(["import", "csv", "contributions", rows, "--source", "bank"], ledger)
    with Books(ledger) as books:
        return str(books.rows("SELECT max(id) FROM batch")[0][0])


def needs_ledger(question):
    return question[0] not in ("--version", "--help", "help") and "--help" not in question and "--template" not in question


def to_full(bench, question, ledger):
    with open("/dev/full", "w") as full:
        return bench.program.run(question, ledger, stdout=full)


def permissions(bench, base):
    """Who may not read is told so; who may not write reads, and is told so when writing."""
    folder = bench.folder()
    os.chmod(folder, 0o755)
    above = os.path.dirname(folder)
    os.chmod(above, os.stat(above).st_mode | 0o011)
    ledger = copy(base, os.path.join(folder, "fund.sqlite"))
    other = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    record, read = gift("R-1", 100, "2004-01-01"), ["report", "balance"]
    # (mode of the file, mode of the folder, exit status of a writer, of a reader)
    for mode, around, writes, reads in [(0o444, 0o755, 77, 0), (0o000, 0o755, 77, 77), (0o600, 0o755, 77, 77) if other else (0o000, 0o700, 77, 77),
                                        (0o444, 0o555, 77, 0), (0o666, 0o555, 77, 0), (0o666, 0o700, 66, 66) if other else (0o000, 0o700, 77, 77)]:
        os.chmod(ledger, mode)
        os.chmod(folder, around)
        for question, wanted in ((record, writes), (read, reads), (["verify"], reads)):
            outcome = bench.program.run(question, ledger, before=other)
            bench.count("commands without permission")
            bench.require(outcome.status == wanted, f"{question[0]} on a file of mode {mode:o} in a folder of mode {around:o}: "
                          f"{outcome.status}, not {wanted}: {outcome.out[:100]}{outcome.err[:300]}")
    os.chmod(folder, 0o755)
    os.chmod(ledger, 0o600)
    left_journal(bench, base, other)


def left_journal(bench, base, other):
    """A journal that a crash left is rolled back or the ledger refused, never passed over."""
    folder = bench.folder()
    ledger = copy(base, os.path.join(folder, "fund.sqlite"))
    rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"K-{row}": 5 for row in range(4000)}, day="2004-06-28")
    subprocess.run(["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fdatasync", "-e", "inject=fdatasync:signal=KILL:when=4",
                    *bench.program.command(["import", "csv", "contributions", rows], ledger)],
                   env=bench.program.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not bench.require(os.path.exists(ledger + "-journal"), "no journal was left to try"):
        return
    os.chmod(ledger, 0o666)
    os.chmod(ledger + "-journal", 0o666)
    os.chmod(folder, 0o555)
    if other:
        outcome = bench.program.run(["report", "balance"], ledger, before=other)
        bench.require(outcome.status in (74, 77), f"a journal that may not be rolled back is passed over: {outcome.status} {outcome.err}")
        bench.count("journals that might not be rolled back")
    os.chmod(folder, 0o755)
    outcome, answer = bench.program.verify(ledger)
    with Books(base) as books:
        bench.require(outcome.status == 0 and answer["entries"] == books.head[0], f"after a left journal: {outcome.out}{outcome.err}")


def strange_files(bench, base):
    """Where a ledger is no file, or a link to one; where an input or an output is none."""
    folder = bench.folder()
    ledger = copy(base, os.path.join(folder, "fund.sqlite"))
    pipe, link, nowhere, empty, text = (os.path.join(folder, name) for name in ("pipe", "link", "nowhere", "empty", "text"))
    os.mkfifo(pipe)
    os.symlink(ledger, link)
    os.symlink(os.path.join(folder, "gone"), nowhere)
    open(empty, "w").close()
    with open(text, "w") as file:
        file.write("no ledger\n" * 1000)
    record = gift("R-1", 100, "2004-01-01")
    for path, wanted in [(pipe, 65), (nowhere, 66), (folder, 66), (empty, 65), (text, 65), ("/dev/zero", 65), ("/dev/null", 65),
                         (folder + "/none/fund.sqlite", 66), (ledger + "/fund.sqlite", 66), ("a" * 5000, 66)]:
        for question in (record, ["status"], ["verify"]):
            outcome = bench.program.run(question, path, timeout=20)
            bench.count("commands on what is no ledger")
            bench.require(outcome.status == wanted, f"{question[0]} on {path[:80]}: {outcome.status}, not {wanted}: {outcome.err[:300]}")
    outcome = bench.program.run(record, link)
    bench.require(outcome.status == 0, f"a link to a ledger: {outcome.err}")
    bench.require(bench.program.verify(ledger)[0].status == 0 and os.path.islink(link), "the link was written over")
    for path in ("/dev/zero", folder, nowhere):
        outcome = bench.program.run(["import", "csv", "contributions", path], ledger, timeout=20)
        bench.count("imports of what is no file")
        bench.require(outcome.status == 66, f"import of {path}: {outcome.status} {outcome.err[:300]}")
    for path, wanted in [(folder, (73, 74)), (ledger, (73,)), (folder + "/none/out.csv", (73, 74)), ("/dev/full", (74,))]:
        outcome = bench.program.run(["report", "balance", "--format", "csv", "-o", path], ledger, timeout=20)
        bench.count("reports into what is no file")
        bench.require(outcome.status in wanted, f"report -o {path}: {outcome.status} {outcome.err[:300]}")
    bench.require(bench.program.verify(ledger)[0].status == 0, "the ledger was written over")
    bench.require(open(text).read() == "no ledger\n" * 1000 and os.path.getsize(empty) == 0, "what is no ledger was written to")


def descriptors(bench, base):
    """Closed standard files: a ledger must not be opened in their place, and what is printed go into it."""
    folder = bench.folder()
    for number, closed in enumerate(["<&-", ">&-", "2>&-", "<&- >&-", "<&- >&- 2>&-", ">&- 2>&-"]):
        for question in (gift(f"R-{number}", 100, "2004-01-01"), ["report", "balance"], ["export", "json"],
                         ["report", "nothing"]):
            ledger = copy(base, os.path.join(folder, "fund.sqlite"))
            outcome = bench.program.run(question, ledger, before=["/bin/sh", "-c", f'exec "$0" "$@" {closed}'])
            bench.count("commands with closed standard files")
            fine = (64,) if question[1] == "nothing" else (74,) if ">&-" in closed.replace("2>&-", "") else (0,)
            bench.require(outcome.status in fine, f"{question[:2]} {closed}: {outcome.status} {outcome.err[:300]}")
            verified = bench.program.verify(ledger)[0]
            bench.require(verified.status == 0, f"{question[:2]} {closed}: verify: {verified.out[:200]}{verified.err[:200]}")


def clocks(bench):
    """Whatever the clock says, recording goes on or is refused, and its time never runs backwards."""
    ledger, preload = small(bench.program, os.path.join(bench.folder(), "fund.sqlite")), library(bench, "clock")
    now = int(time.time())
    for number, at in enumerate(CLOCKS + CLOCKS[::-1]):
        at = now + at if at in CLOCKS[4:6] else at
        for question in (gift(f"R-{number}", 100), ["record", "contribution", "--donor", "NOR", "--amount", "7 USD"], ["status"], ["due", "--within", "30d"]):
            outcome = bench.program.run(question, ledger, environment={"LD_PRELOAD": preload, "CLOCK_AT": str(at)})
            bench.count("commands by a wrong clock")
            bench.require(outcome.status == 0 or "[clock-unusable]" in outcome.err or "[date-" in outcome.err,
                          f"at {at}: {question[:2]}: {outcome.status} {outcome.err[:300]}")
    with Books(ledger) as books:
        times = [each for each, in books.rows("SELECT recorded_at FROM batch ORDER BY id")]
        bench.require(times == sorted(times), "the time of recording runs backwards")
        bench.require({f"R-{number}" for number in range(len(CLOCKS))} & set(books.gifts()), "no clock let anything be recorded")
    bench.require(bench.program.verify(ledger)[0].status == 0, "verify after wrong clocks")


def zones(bench, base, rows):
    """Sixteen surroundings: the same recorded bytes, the same answers."""
    folder, preload = bench.folder(), library(bench, "clock")
    known, key = {}, new_key(bench, base)
    for zone in ZONES:
        for language in LANGUAGES:
            there = {"TZ": zone, "LANG": language, "LC_ALL": language, "LD_PRELOAD": preload, "CLOCK_AT": "1086307200"}
            ledger = copy(base, os.path.join(folder, "fund.sqlite"))
            bench.count("zones and languages")
            answers = [bench.program.run(question, ledger, environment=there) for question in
                       [["record", "contribution", "--donor", "NOR", "--amount", "7 USD"], ["import", "csv", "contributions", rows],
                        ["add", "donor", "IST", "İstanbul ılık", "--kind", "private"]] + words(PRINTING, rows=rows, key=key)]
            with Books(ledger) as books:
                answers.append(books.head)
            for number, answer in enumerate(answers):
                answer = str(answer).replace(folder, "")
                bench.require(known.setdefault(number, answer) == answer,
                              f"TZ={zone} LANG={language}, answer {number}: {answer[:300]}, not {known[number][:300]}")
    bench.count("answers alike in all of them", len(known))


def pipes(bench, base):
    """A reader that goes away."""
    ledger = copy(base, os.path.join(bench.folder(), "fund.sqlite"))
    for question in (["list", "countries"], ["export", "json"], ["report", "journal", "-p", "2002-2003", "--format", "html"], ["--help"]):
        for reader in ("true", "head -c 1"):
            line = f'exec 3>&1; {{ "$0" "$@" 2>&3; echo "exit $?" >&3; }} | {reader} > /dev/null'
            outcome = bench.program.run(question, ledger if needs_ledger(question) else None, before=["/bin/sh", "-c", line])
            bench.count("readers that go away")
            status = re.search(r"exit (\d+)$", outcome.out.strip())
            # What was small enough went into the pipe before its reader was gone.
            bench.require(status and int(status[1]) in (0, 74) and outcome.out.count("\n") == 1, f"{question} | {reader}: {outcome.out[:300]}")


def interruptions(bench):
    """SIGINT, SIGTERM, SIGHUP at a random moment of an import and of a copy: all or nothing, and no crash."""
    folder = bench.folder(in_memory=False)
    ledger = small(bench.program, os.path.join(folder, "fund.sqlite"))
    sure, draw = 0, bench.draw("interruptions")
    for number in range(bench.scaled(INTERRUPTIONS)):
        rows = gifts_file(os.path.join(folder, "gifts.csv"), {f"S-{number}-{row}": 100 + row for row in range(200)})
        process = subprocess.Popen(bench.program.command(["import", "csv", "contributions", rows], ledger), env=bench.program.environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(draw.uniform(0, 0.12))
        process.send_signal(sent := draw.choice([signal.SIGINT, signal.SIGTERM, signal.SIGHUP]))
        out, err = process.communicate()
        bench.count("interruptions")
        bench.require(process.returncode in (0, -sent, 128 + sent) or not crashed(process.returncode), f"{sent}: {process.returncode} {err[:300]}")
        verified, answer = bench.program.verify(ledger)
        bench.require(verified.status == 0, f"after {sent}: {verified.out[:300]}{verified.err[:300]}")
        with Books(ledger) as books:
            held = len(books.gifts())
        bench.require(held in ((sure + 200,) if process.returncode == 0 else (sure, sure + 200)), f"after {sent}: {held - sure} of 200 rows")
        sure = held
