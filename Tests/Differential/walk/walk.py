"""A walk: random commands through the program and the model, side by side."""
import os
import random
import shutil

import model
from oracle.periods import Oracle
from walk import compare, ends
from walk.command import Doc
from walk.compare import Disagreement, Refusal, agree
from walk.draw import STEPS, Draw
from walk.program import CommandLine
from walk.rules import rules
from walk import cash, corrections, gifts, periods, spending  # noqa: F401 (they register their steps)
from walk.reports import Reports
from world import POLICIES, SUBS


class Left(Exception):
    """A command names what a replay without some steps has not made."""


class Walk:
    """One ledger, its model, and what was done to both."""

    def __init__(self, ground, by_command_line):
        path = os.path.join(ground.folder, "fund.sqlite")
        shutil.copyfile(ground.template, path)
        self.model = Oracle(SUBS, POLICIES, ground.rates)
        self.recorder = ground.recorder
        self.program = CommandLine() if by_command_line else ground.recorder
        for way in {self.recorder, self.program}:
            way.open(path)
        self.file = compare.File(path)
        self.names = {}  # what the first walk called a document, and what it is called here
        self.done, self.given, self.batches = {}, {}, {}  # each step's documents, its command and its batch
        self.points = []  # what was known after each step: the program's last entry, the model's
        self.told, self.refused = [], 0  # each command with its forms as they were given

    def close(self):
        self.file.close()

    def doc(self, number):
        if number not in self.names:
            raise Left(number)
        return self.names[number]

    def play(self, step, command, sources, first_numbers=None):
        """Gives a command to both, compares what came of it, and answers the numbers of what it made."""
        trial, before = self.model.copy(), len(self.model.entries)
        forms = [{name: self.doc(value) if isinstance(value, Doc) else value for name, value in form.items()} for form in command.forms]
        if command.undoes is not None:
            if command.undoes not in self.batches:
                raise Left(command.undoes)
            forms[0]["batch"] = str(self.batches[command.undoes])
        self.told.append((command.kind, forms, command.is_import))
        said, reason, printed, refusal = None, None, None, None
        try:
            said = self.act(command, forms, trial)
        except model.Refused as refused:
            reason = str(refused)
        except AssertionError as failure:
            raise Disagreement(f"the model fails: {failure}")
        try:
            printed = self.record(command, forms)
        except Refusal as refused:
            refusal = refused
        self.agree_on_refusal(command, forms[0], reason, refusal)
        if refusal:
            self.refused += 1
            agree("entries after a refusal", self.file.last, self.file.head())
            return None
        trial.corrects = None
        self.model = trial
        if printed is not None and said is not None:
            agree("answer", ", ".join(said) if isinstance(said, list) else said, printed)
        compare.entries(self.model, before, self.file)
        if command.kind == "closings":
            compare.sealed(self.model, self.file, int(forms[0]["period"][:4]))
        numbers = [e.number for e in self.model.entries[before:]]
        self.names |= dict(zip(first_numbers or numbers, numbers))
        self.done[step], self.given[step], self.batches[step] = numbers, command, self.file.batch()
        self.points.append((self.file.last, len(self.model.entries)))
        known = [(self.names.get(name, name), day) for name, day in sources]
        compare.answers(self.model, self.recorder, [
            s for s in known if not self.model.is_closed(s[1]) and (s[0] in SUBS or s[0] in self.model.docs)])
        return numbers

    def act(self, command, forms, trial):
        """Does it to a copy of the model: under its reference once, in the place of what it corrects."""
        form = forms[0]
        if "corrects" in form:
            reversal = trial.by[form["corrects"]]
            trial.corrects = trial.by[reversal.reverses].date, reversal.date
        if "reference" not in form:
            return command.act(trial, self.doc)
        return trial.once((command.kind, form["reference"]), dict(form, reference=None, corrects=None), lambda: command.act(trial, self.doc))

    def record(self, command, forms):
        if command.undoes is not None:
            return self.program.undo(int(forms[0]["batch"]), {k: v for k, v in forms[0].items() if k != "batch"})
        return self.program.record(command.kind, forms, command.is_import)

    def agree_on_refusal(self, command, form, reason, refusal):
        wanted = command.wrong | (rules(reason) if reason else set())
        on = form.get("on", "")[:4]
        # Said before what the model would say.
        if wanted and on.isdigit() and self.model.is_closed(int(on) * 10000):
            wanted.add("biennium-closed")
        if wanted and "corrects" in form:
            wanted.add("dated-before-its-document")
        if not wanted and refusal:
            raise Disagreement(f"the program refuses [{refusal.rule}], the model does not: {refusal}")
        if wanted and not refusal:
            raise Disagreement(f"the program does not refuse, the model does: {reason or command.wrong}")
        if refusal and refusal.rule not in wanted:
            raise Disagreement(f"refused by another rule [{refusal.rule}]: model {reason or command.wrong}, program {refusal}")

    def draw(self, seed, number, step):
        """The command of a step, from the step's own seed, and two sources of which is asked what is available after it."""
        rng = random.Random(f"{seed} {number} {step}")
        drawn = None
        while not drawn:
            drawn = rng.choice(STEPS)(Draw(rng, self.model, self.done, self.given))
        known = compare.alive(self.model, "CTB") + SUBS
        return drawn, [(rng.choice(known), rng.randint(2001, 2006) * 10000 + 1231) for _ in range(2)]

    def end(self, rng):
        if self.points:
            ends.compare(self, rng)
        if self.program is not self.recorder:
            Reports(self).compare([e.number for e in self.model.entries])
