"""What walks begin with, and one walk from there."""
import os
import random
import shutil
import tempfile

from walk.compare import Disagreement
from walk.walk import Left, Walk
from world import rates, setup

STEPS = 40


class Ground:
    """A folder with the ledger that walks begin with."""

    def __init__(self, place, recorder, given):
        self.place, self.folder = place, tempfile.mkdtemp(dir=place)
        self.template = os.path.join(self.folder, "template.sqlite")
        self.recorder, self.rates = recorder, given
        recorder.open(self.template)
        for kind, form in setup(given):
            recorder.record(kind, [form])

    def remove(self):
        shutil.rmtree(self.folder)


class Trail:
    """What a walk did, so that it can be done again: each step's command, what was asked after it, and the numbers it made."""

    def __init__(self, seed, number, by_command_line):
        self.seed, self.number, self.by_command_line = seed, number, by_command_line
        self.steps = []
        self.difference = None
        self.told = []

    def end(self):
        return random.Random(f"{self.seed} {self.number} end")

    def first(self, ground):
        """Draws each step from its own seed, and takes it."""
        walk = Walk(ground, self.by_command_line)
        try:
            for step in range(STEPS):
                command, sources = walk.draw(self.seed, self.number, step)
                self.steps.append([command, sources, None])
                self.steps[-1][2] = walk.play(step, command, sources)
            walk.end(self.end())
        except Disagreement as difference:
            self.difference = str(difference)
        finally:
            self.told, self.refused = walk.told, walk.refused
            walk.close()
        return self

    def again(self, ground, kept, by_command_line):
        """Takes the kept steps alone: what differs then, what was told the program, and the rates that were used."""
        walk = Walk(ground, by_command_line)
        try:
            for step in kept:
                command, sources, numbers = self.steps[step]
                try:
                    walk.play(step, command, sources, numbers)
                except Left:
                    continue
            walk.end(self.end())
        except Disagreement as difference:
            return str(difference), walk.told, walk.model.used
        finally:
            walk.close()
        return None, walk.told, walk.model.used
