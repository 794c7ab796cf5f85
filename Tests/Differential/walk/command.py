"""A command as data: what is filled in, and the same done to the model."""
from dataclasses import dataclass, field
from typing import Callable, Optional

from model import EXP
from world import decimal


class Doc(str):
    """A document's number where a form names it: replayed without some steps, it has another."""


def amount(minor, currency):
    return f"{decimal(minor, EXP[currency])} {currency}"


@dataclass
class Command:
    # A kind of document as the imports call it, or "undo".
    kind: str
    # Forms: one, or the rows of an import.
    forms: list
    # What the model does: given itself and what documents are called now, answers their numbers.
    act: Optional[Callable] = None
    is_import: bool = False
    # The step whose batch is undone.
    undoes: Optional[int] = None
    # Rules of which one must refuse it, whatever the model says.
    wrong: set = field(default_factory=set)

    def named(self):
        return {value for form in self.forms for value in form.values() if isinstance(value, Doc)}


def command(kind, act, /, **fields):
    """A command of one form; fields that are nothing are left out, `_` stands for `-`."""
    form = {name.strip("_").replace("_", "-"): value for name, value in fields.items() if value is not None}
    return Command(kind, [form], act)
