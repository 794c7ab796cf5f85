"""The program, and other programs, as processes."""
import os
import subprocess

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))


class Difference(Exception):
    """What one program says is not what another says."""


def program():
    return os.environ.get("CPCJF_PROGRAM", os.path.join(ROOT, ".build", "debug", "cpcjf"))


def run(*words):
    """What a program prints; that it fails, or complains, is a difference."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="UTC", BEANCOUNT_DISABLE_LOAD_CACHE="1")
    outcome = subprocess.run(words, capture_output=True, text=True, env=environment)
    if outcome.returncode or (outcome.stderr and words[0] != program()):
        raise Difference(f"{' '.join(words)}: exit {outcome.returncode}\n{outcome.stdout[-2000:]}{outcome.stderr[-2000:]}")
    return outcome.stdout


def cpcjf(ledger, *words):
    return run(program(), *words, "--ledger", ledger)


def agree(what, wanted, found):
    """Two mappings or lists are the same, or what differs is told."""
    if wanted == found:
        return
    if isinstance(wanted, dict):
        wanted, found = sorted(wanted.items()), sorted(found.items())
    if isinstance(wanted, list):
        lost = [item for item in wanted if item not in found]
        more = [item for item in found if item not in wanted]
        raise Difference(f"{what}: {len(lost)} missing {lost[:5]}, {len(more)} too many {more[:5]}")
    raise Difference(f"{what}: {wanted} wanted, {found} found")


def cents(text):
    """`-12.30`, `-12.30 USD` or `-12` as US cents, exactly."""
    number = text.split()[0]
    whole, _, places = number.partition(".")
    if len(places) > 2:
        # beancount divides a total price and multiplies again: what that loses is far below a cent.
        from decimal import Decimal
        exact = Decimal(number) * 100
        rounded = round(exact)
        if abs(exact - rounded) > Decimal("1e-9"):
            raise Difference(f"{number} is no whole number of cents")
        return int(rounded)
    return int(whole + (places + "00")[:2])
