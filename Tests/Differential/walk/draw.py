"""What a step draws from: its own random numbers, the books as the model has them, and what was done before."""
from walk.compare import alive
from walk.command import Doc
from world import DONORS, EARMARKS, LAST, LIVING, START, SUBS

# The kinds of steps, each as often as its weight says.
STEPS = []


def step(weight):
    def register(draw):
        STEPS.extend([draw] * weight)
        return draw
    return register


class Draw:
    def __init__(self, rng, model, done, given):
        self.rng, self.model = rng, model
        self.done, self.given = done, given  # by step: the numbers of what it made, and the command

    def one(self, things):
        things = list(things)
        return self.rng.choice(things) if things else None

    def chance(self, share):
        return self.rng.random() < share

    def day(self, after=START):
        """A day of the walk, mostly not before another, nor in a biennium that is closed."""
        if self.chance(0.03):
            after = START
        elif self.model.closed:
            after = max(after, (self.model.closed[-1] + 2) * 10000 + 101)
        while after <= LAST:
            day = self.rng.randint(2001, 2006) * 10000 + self.rng.randint(1, 12) * 100 + self.rng.randint(1, 28)
            if day >= after:
                return day
        return after

    def around(self, limit):
        """An amount at a limit, over it by the least, or well within."""
        return max(1, self.rng.choice([limit, limit + 1, limit, limit // 2, limit // 3, limit // 5]))

    def some(self, most=10 ** 8):
        """An amount of any size, small ones as likely as large ones."""
        return self.rng.randint(1, 10 ** self.rng.randint(1, len(str(most)) - 1))

    def living(self, *types):
        """A document, a reversed one now and then."""
        known = alive(self.model, *types)
        if self.chance(0.02):
            known = [n for n, d in self.model.docs.items() if d["type"] in types]
        number = self.one(known)
        return number and Doc(number)

    def doc(self, number):
        return self.model.docs[number]

    def currency(self, day=LAST):
        return self.rng.choice(["USD"] * 3 + LIVING + (["DEM"] if day < 20020101 else []))

    def donor(self):
        return self.rng.choice(DONORS)

    def sub(self):
        return self.rng.choice(SUBS + ["SP", "GP"])

    def earmark(self):
        return self.rng.choice(EARMARKS + ["theme:corruption"] * 4)
