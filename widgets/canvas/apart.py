"""Where badges stand on their lines so that they cover neither names nor each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import hypot
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

SHARES: Final = (0.36, 0.44, 0.28, 0.52, 0.6, 0.2, 0.68, 0.76, 0.12, 0.84)
"""How far from its source a badge may stand, the best first: nearer to it, so that those of two directions do not meet."""
WORSE: Final = 5.0
"""How much worse it is to cover a badge than a name, which is read elsewhere too."""
MOST: Final = 400
"""Of more badges every one stands at its first place: they cannot all be kept apart, and nobody would wait for it."""


class Laid(NamedTuple):
    """The line of a badge in pixels, and how large the badge is."""

    start: QPointF
    end: QPointF
    size: QSizeF

    @property
    def length(self) -> float:
        """How long its line is."""
        way = self.end - self.start
        return hypot(way.x(), way.y())

    def rect(self, share: float) -> QRectF:
        """The badge at a share of its line."""
        middle = self.start + (self.end - self.start) * share
        corner = QPointF(middle.x() - self.size.width() / 2, middle.y() - self.size.height() / 2)
        return QRectF(corner, self.size)


def shares(badges: Sequence[Laid], names: Iterable[QRectF]) -> list[float]:
    """The share of each badge: the first that covers nothing, else the one that covers least."""
    if len(badges) > MOST:
        return [SHARES[0]] * len(badges)
    names, taken, found = list(names), list[QRectF](), [SHARES[0]] * len(badges)
    # Those on short lines have fewest places to choose from.
    for number in sorted(range(len(badges)), key=lambda one: badges[one].length):
        badge = badges[number]
        near = QRectF(badge.start, badge.end).normalized().adjusted(-60, -30, 60, 30)
        others = [(one, 1.0) for one in names if one.intersects(near)]
        others += [(one, WORSE) for one in taken if one.intersects(near)]
        found[number] = min(SHARES, key=lambda one: _covered(badge.rect(one), others))
        taken.append(badge.rect(found[number]))
    return found


def _covered(rect: QRectF, others: Iterable[tuple[QRectF, float]]) -> float:
    """How much of others a badge covers, by what each is worth."""
    parts = ((rect.intersected(other), worth) for other, worth in others)
    return sum(part.width() * part.height() * worth for part, worth in parts)
