"""The program, told what to record: by the recorder, which keeps running, or by the command line."""
import json
import os
import re
import subprocess
import tempfile

from oracle.base import ROOT
from walk import shell
from walk.compare import Disagreement, Refusal



def program():
    """Where the program lies, and the recorder beside it."""
    return os.environ.get("CPCJF_PROGRAM", os.path.join(ROOT, ".build", "debug", "cpcjf"))


def build():
    """Builds both as they are released: a million commands by what is made for looking into take five times as long."""
    for product in ("cpcjf", "Recorder"):
        subprocess.run(["swift", "build", "-c", "release", "--product", product], cwd=ROOT, check=True)
    os.environ["CPCJF_PROGRAM"] = os.path.join(ROOT, ".build", "release", "cpcjf")


class Recorder:
    """The recorder beside the program: asked in JSON, a line each way. One that ended is started again with the next ledger."""

    def start(self):
        path = os.path.join(os.path.dirname(program()), "Recorder")
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors,
                                        env=dict(os.environ, SWIFT_BACKTRACE="enable=no"))

    def ask(self, act, **request):
        self.process.stdin.write(json.dumps({"act": act} | request).encode() + b"\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            status = self.process.wait()
            self.errors.seek(0)
            said = self.errors.read().decode(errors="replace").strip()
            raise Disagreement(f"the recorder ended with {status}: {said}\n{act} {request}")
        answer = json.loads(line)
        if "rule" in answer:
            raise Refusal(answer["rule"], answer["message"])
        return answer

    process = None

    def open(self, ledger):
        if self.process is None or self.process.poll() is not None:
            self.start()
        self.ask("open", ledger=ledger)

    def record(self, kind, forms, is_import=False):
        return ", ".join(self.ask("record", kind=kind, forms=forms, isImport=is_import)["numbers"])

    def undo(self, batch, form):
        return ", ".join(self.ask("undo", batch=batch, forms=[form])["numbers"])


class CommandLine:
    """The program as people use it: a process for each command."""

    def open(self, ledger):
        self.ledger = ledger

    def run(self, words, fine=(0,)):
        words = [program(), *words, "--ledger", self.ledger]
        outcome = subprocess.run(words, capture_output=True, text=True)
        if outcome.returncode == 65:
            rule = re.search(r"\[([a-z-]+)\]$", outcome.stderr, re.MULTILINE)
            if rule:  # a report asked in JSON is refused in JSON, and none should be
                raise Refusal(rule[1], outcome.stderr.split("\n")[0])
        if outcome.returncode not in fine:
            raise Disagreement(f"exit {outcome.returncode}: {words}\n{outcome.stdout}{outcome.stderr}")
        return outcome.stdout

    def record(self, kind, forms, is_import=False):
        if not is_import:
            return self.run(shell.arguments(kind, forms[0])).strip()
        path = self.ledger + ".csv"
        with open(path, "w") as file:
            file.write(shell.csv(forms))
        self.run(["import", "csv", kind, path])  # it prints no numbers

    def undo(self, batch, form):
        self.run(["undo", str(batch)] + shell.arguments("undo", dict(form, batch=batch))[2:])  # nor does this
