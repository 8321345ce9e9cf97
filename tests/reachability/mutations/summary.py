"""The table of all faults: where each was made, what it changed, and what found it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.reachability.mutations.campaign import SEED, mutants, outcome
from tests.reachability.mutations.operators import Operator
from tests.reachability.mutations.reasons import REASONS, WORDS
from tests.reachability.mutations.samples import SAMPLES
from tests.reachability.mutations.table import SUBJECTS

FILE: Final = Path(__file__).parents[3] / "docs" / "mutations.md"
HEAD: Final = """# Faults made in clean samples, and what finds them

`python -m tests.reachability.mutations` makes every fault at three random places of each clean sample ({samples}; seed
{seed}), follows every packet between every two parties by hand, and compares what changed with what the matrix shows.

- **found**: the matrix has a cell that is open, shut, partial or unknown and was not before, with a packet that proves it.
- **missed**: a verdict is not as wanted any more, and the matrix does not say so.
- **as wanted**: a verdict is another one and still as wanted: something passes that may, or no longer passes that nobody asks for.
- **none**: no verdict is another one. Of a fault that is found nowhere the last column says why:

{reasons}

The samples without applications or networks, `basic-network` and `basic-security`, have no cell that could be wrong.
"""


def summary(seed: int = SEED) -> str:
    """The whole table as Markdown."""
    reasons = "\n".join(f"  - *{word}*: {means}" for word, means in WORDS.items())
    head = HEAD.format(samples=", ".join(SAMPLES), seed=seed, reasons=reasons)
    return head + "".join(_tables(seed))


def _tables(seed: int) -> Iterator[str]:
    total: Counter[str] = Counter()
    for subject, operators in SUBJECTS.items():
        yield f"\n## {subject}\n\n| fault | what it does | found | missed | as wanted | none | why nothing |\n"
        yield "|---|---|---|---|---|---|---|\n"
        for operator in operators:
            came = _counted(operator, seed)
            total += came
            yield _row(operator, came)
    yield "\n## All of them\n\n" + ", ".join(f"{word} {total[word]}" for word in COUNTED) + "\n"


COUNTED: Final = ("found", "missed", "as wanted", "none")
_WORD: Final = {"beyond": "as wanted", "nothing": "none"}


def _counted(operator: Operator, seed: int) -> Counter[str]:
    effects = (outcome(mutant).effect for mutant in mutants(seed, (operator,)))
    return Counter(_WORD.get(effect, effect) for effect in effects)


def _row(operator: Operator, came: Counter[str]) -> str:
    counts = " | ".join(str(came[word]) for word in COUNTED)
    why = "" if came["found"] or came["missed"] else REASONS.get(operator.name, "rare")
    return f"| {operator.name} | {operator.says} | {counts} | {why} |\n"
