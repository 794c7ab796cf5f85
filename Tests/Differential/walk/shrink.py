"""The fewest commands that still disagree."""
from walk import shell
from walk.ground import Ground
from world import setup


def headline(difference):
    """What kind of difference it is, the figures apart."""
    return difference.split(":")[0]


def shrunk(trail, ground):
    """Steps are left out while the walk still fails in the same way; then rates that nothing uses."""
    by_command_line = trail.by_command_line and not fails(trail, ground, range(len(trail.steps)), False)
    kept = list(range(len(trail.steps)))
    size = len(kept) // 2
    while size:
        place = len(kept)
        while place > 0:
            place = max(0, place - size)
            fewer = kept[:place] + kept[place + size:]
            if fails(trail, ground, fewer, by_command_line):
                kept = fewer
        size //= 2
    difference, told, used = trail.again(ground, kept, by_command_line)
    small = Ground(ground.place, ground.recorder, [rate for rate in ground.rates if rate[:2] in used])
    try:
        less, told_less, _ = trail.again(small, kept, by_command_line)
        if less and headline(less) == headline(trail.difference):
            return less, told_less, small.rates
    finally:
        small.remove()
    return difference or trail.difference, told, ground.rates


def fails(trail, ground, kept, by_command_line):
    difference = trail.again(ground, kept, by_command_line)[0]
    return difference is not None and headline(difference) == headline(trail.difference)


def story(trail, ground):
    """What to tell of a walk that disagrees: the commands as a person types them, and the difference."""
    difference, told, rates = shrunk(trail, ground)
    begun = [(kind, [form], False) for kind, form in setup(rates)
             if kind != "rates" and form.get("code") not in ("GP", "SP", "CA", "PSC")]
    if rates:
        begun.append(("rates", [form for kind, form in setup(rates) if kind == "rates"], False))
    return "\n".join([f"walk {trail.number} of seed {trail.seed} disagrees:", "", shell.session(begun + told), "", difference])
