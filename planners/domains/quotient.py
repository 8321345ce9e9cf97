"""The exact classes: apps that can share a domain without anything being permitted that is not meant.

Two apps can share one exactly when every third app sees them alike, both ways and on every port class, and when both
reach each other on the same classes. That is an equivalence: the coarsest partition without over-permission is unique,
it is the set of these classes, and making it once leaves nothing more to join. Two forms of it are found by one sum
an app: `open` classes, whose members do nothing to each other, and `closed` ones, whose members all reach each other.
"""

from collections.abc import Hashable, Iterable, Iterator
from random import Random

from planners import pace
from planners.domains.intent import Intent

Members = tuple[int, ...]
# Sums so wide that two that differ and agree are not to be expected; agreement is looked at edge by edge all the same.
WIDE = 96


def exact_classes(intent: Intent) -> list[Members]:
    """The coarsest partition that permits nothing more, within hard attributes, pins and what stays apart; by first member."""
    classes: list[Members] = []
    for members in _twins(intent):
        classes.extend(_kept_apart(members, intent))
    return sorted(classes)


class _Sums:
    """A wide random number an app and direction, and with them a sum of all edges of each app."""

    def __init__(self, intent: Intent) -> None:
        dice = Random(1)
        count, ports = len(intent.apps), max(1, len(intent.ports))
        self.leaving = [dice.getrandbits(WIDE) | 1 for _ in range(count)]
        self.entering = [dice.getrandbits(WIDE) | 1 for _ in range(count)]
        self.span = ports
        self.edges = [0] * count
        for source, target, mask in intent.pairs():
            self.edges[source] += self.leaving[target] * mask
            self.edges[target] += self.entering[source] * mask

    def closed(self, app: int, mask: int) -> int:
        """The sum of an app, had it an edge to and from itself too."""
        return self.edges[app] + (self.leaving[app] + self.entering[app]) * mask


def _twins(intent: Intent) -> Iterator[Members]:
    """The classes by hard attributes, pins and edges alone."""
    pace.breathe()
    sums, joined = _Sums(intent), set[int]()
    for members in _groups(_closed_keys(intent, sums)):
        for alike in _proved(members, intent, closed=True):
            joined.update(alike)
            yield alike
    left = [app for app in range(len(intent.apps)) if app not in joined]
    for members in _groups(((_side(intent, app), sums.edges[app]), app) for app in left):
        yield from _proved(members, intent, closed=False)


def _side(intent: Intent, app: int) -> tuple[int, str]:
    return intent.buckets[app], intent.pins[app]


def _closed_keys(intent: Intent, sums: _Sums) -> Iterator[tuple[Hashable, int]]:
    """A key for every set of classes on which an app and some other of its bucket reach each other."""
    for app, targets in enumerate(intent.out):
        masks = {
            mask
            for target, mask in targets.items()
            if intent.out[target].get(app) == mask and _side(intent, app) == _side(intent, target)
        }
        for mask in masks:
            yield (_side(intent, app), mask, sums.closed(app, mask)), app


def _groups(keyed: Iterable[tuple[Hashable, int]]) -> list[Members]:
    found: dict[Hashable, list[int]] = {}
    for key, app in keyed:
        found.setdefault(key, []).append(app)
    return [tuple(members) for members in found.values()]


def _proved(members: Members, intent: Intent, *, closed: bool) -> list[Members]:
    """Members of equal sums in groups whose edges are really equal; closed groups have two members or more."""
    if len(members) == 1:
        return [] if closed else [members]
    mask = intent.out[members[0]].get(members[1], 0) if closed else 0
    found = _groups((_edges(app, mask, intent), app) for app in members)
    return [alike for alike in found if len(alike) > 1 or not closed]


def _edges(app: int, mask: int, intent: Intent) -> Hashable:
    """All edges of an app, with one to and from itself where a mask is given."""
    itself = {app: mask} if mask else {}
    leaving, entering = intent.out[app] | itself, intent.into[app] | itself
    return frozenset(leaving.items()), frozenset(entering.items())


def _kept_apart(members: Members, intent: Intent) -> Iterator[Members]:
    """A class in as few parts as a simple colouring gives, none of which holds two that must be apart."""
    parts: list[list[int]] = []
    for app in members:
        apart = intent.apart[app]
        free = next((part for part in parts if not apart or apart.isdisjoint(part)), None)
        if free is None:
            parts.append([app])
        else:
            free.append(app)
    return map(tuple, parts)
