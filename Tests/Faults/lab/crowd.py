"""A crowd: 32 processes record 100 entries each at once, while others read and copy; eight import one file at once.

None is refused or told to try again; every number is given once and there is no gap; each row stands once; every copy
taken meanwhile verifies and is a beginning of the ledger.
"""
import json
import os
import re
import threading

from lab.ledger import Books, copy, gift, gifts_file, small

WRITERS, ENTRIES = 32, 100
IMPORTS, IMPORTERS, ROWS = 20, 8, 200


def run(bench):
    folder = bench.folder(in_memory=False)
    ledger = small(bench.program, os.path.join(folder, "fund.sqlite"))
    base = copy(ledger, os.path.join(folder, "base.sqlite"))
    recording(bench, folder, ledger)
    for number in range(bench.scaled(IMPORTS)):
        importing(bench, folder, copy(base, ledger), number)


def recording(bench, folder, ledger):
    each, given, copies, others = bench.scaled(ENTRIES), {}, [], threading.Event()

    def writer(name):
        for entry in range(each):
            reference, cents = f"W-{name}-{entry}", 100 * name + entry + 1
            outcome = bench.program.run(gift(reference, cents), ledger)
            if bench.require(outcome.status == 0, f"{reference} is refused: {outcome.status} {outcome.err}"):
                given[reference] = (outcome.out.strip(), cents)

    def reader():
        while not others.is_set():
            outcome = bench.program.run(["report", "biennium", "2002-2003"], ledger)
            bench.require(outcome.status == 0, f"a reader is refused: {outcome.status} {outcome.err}")
            bench.count("reports meanwhile")

    def copier():
        while not others.is_set():
            others.wait(0.5)
            copies.append(os.path.join(folder, f"copy-{len(copies)}.sqlite"))
            outcome = bench.program.run(["backup", copies[-1]], ledger)
            bench.require(outcome.status == 0, f"a copy is refused: {outcome.status} {outcome.err}")
            bench.count("copies meanwhile")
    with Books(ledger) as books:
        before = books.head[0]
    together([threading.Thread(target=writer, args=(name,)) for name in range(WRITERS)],
             [threading.Thread(target=work) for work in (reader, copier)], others)
    bench.count("processes at once", WRITERS)
    bench.count("entries recorded at once", len(given))
    intact(bench, ledger, "after the crowd")
    with Books(ledger) as books:
        held = {reference: (f"CTB-2002-{serial:04}", cents) for reference, serial, cents in
                books.rows("SELECT reference, serial, amount FROM entry JOIN contribution ON entry = seq")}
        hashes = dict(books.rows("SELECT seq, hex(hash) FROM entry"))
        bench.require(books.head[0] == before + WRITERS * each, f"{books.head[0] - before} entries, not {WRITERS * each}")
    for reference in given:
        bench.require(held.get(reference) == given[reference], f"{reference} is not there as it was told: {given[reference]}")
    numbers = sorted(number for number, _ in given.values())
    bench.require(numbers == [f"CTB-2002-{serial:04}" for serial in range(1, WRITERS * each + 1)], "the numbers have a gap or are given twice")
    for path in copies:
        intact(bench, path, path)
        with Books(path) as books:
            bench.require(hashes.get(books.head[0]) == books.head[1], f"{path} is no beginning of the ledger")
        os.unlink(path)


def importing(bench, folder, ledger, number):
    gifts = {f"I-{number}-{row}": 100 + row for row in range(ROWS)}
    path = gifts_file(os.path.join(folder, "gifts.csv"), gifts)
    recorded = []

    def importer():
        outcome = bench.program.run(["import", "csv", "contributions", path, "--format", "json"], ledger)
        if bench.require(outcome.status == 0, f"an import is refused: {outcome.status} {outcome.err}"):
            answer = json.loads(outcome.out)
            recorded.append(answer["recorded"])
            bench.require(answer["recorded"] + answer["alreadyRecorded"] == ROWS, f"an import tells {answer}")
    together([threading.Thread(target=importer) for _ in range(IMPORTERS)])
    bench.count("files imported by eight at once")
    bench.require(sorted(recorded) == [0] * (IMPORTERS - 1) + [ROWS], f"recorded by the eight: {recorded}")
    intact(bench, ledger, f"import {number}")
    with Books(ledger) as books:
        bench.require(books.gifts() == gifts, f"import {number}: rows stand other than once")


def together(threads, others=(), end=None):
    for thread in (*threads, *others):
        thread.start()
    for thread in threads:
        thread.join()
    if end:
        end.set()
    for thread in others:
        thread.join()


def intact(bench, ledger, about):
    outcome, _ = bench.program.verify(ledger)
    bench.require(outcome.status == 0 and re.search(r'"verify": *"ok"', outcome.out), f"{about}: {outcome.out[:300]}{outcome.err}")
    with Books(ledger) as books:
        for fault in books.faults():
            bench.violation(f"{about}: {fault}")
