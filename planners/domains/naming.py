"""Names of domains: the one that was pinned, else what the members have in common."""

from collections import Counter
from collections.abc import Iterable, Sequence

from planners.domains.intent import Intent
from planners.domains.quotient import Members

LONGEST = 60
"""Characters of a name that is made."""


def domain_names(intent: Intent, partition: Sequence[Members]) -> list[str]:
    """A name for every set of members, no two alike; what is pinned keeps its name whole."""
    pinned = [next((name for app in members if (name := intent.pins[app])), "") for members in partition]
    wished = [_common(intent, members) for members in partition]
    counts, names = Counter(wished), Names(pinned)
    return [
        name or (names.further(wish) if counts[wish] > 1 else names.own(wish))
        for name, wish in zip(pinned, wished, strict=True)
    ]


class Names:
    """Names that are taken, and further ones by number; a number is never tried twice."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def own(self, wish: str) -> str:
        """The wish itself, or with a number where it is taken."""
        if wish in self._taken:
            return self.further(wish)
        self._taken.add(wish)
        return wish

    def further(self, wish: str) -> str:
        """The wish with the next free number."""
        while True:
            self._last[wish] = self._last.get(wish, 0) + 1
            name = f"{wish}-{self._last[wish]}"
            if name not in self._taken:
                self._taken.add(name)
                return name


def _common(intent: Intent, members: Members) -> str:
    """A lone app's id; else the values of the hard attributes, the data class and the soft attributes that all share."""
    apps = [intent.apps[app] for app in members]
    if len(apps) == 1:
        return apps[0].id[:LONGEST]
    soft = set(apps[0].soft).intersection(*(app.soft for app in apps[1:]))
    values = [value for _, value in (*sorted(apps[0].hard), ("", apps[0].data_class), *sorted(soft))]
    return "-".join(dict.fromkeys(value for value in values if value))[:LONGEST] or "domain"
