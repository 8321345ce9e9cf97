"""What somebody typed to find things by, the same in every list: words in any order, Chinese also by its pinyin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Generic, NamedTuple, TypeVar

from workbench.pinyin import Spelling, is_spelt

Thing = TypeVar("Thing")


class Called(NamedTuple):
    """All that something is called by: as it is written, and those parts that hold more than Latin letters."""

    written: str
    spelt: tuple[str, ...]


def called(*parts: str) -> Called:
    """What `Sought` looks through; no letters spell their way from one part into the next."""
    written = "\n".join(parts).casefold()
    return Called(written, () if written.isascii() else _spelt(written))


def _spelt(written: str) -> tuple[str, ...]:
    return tuple({part: None for part in written.split("\n") if not part.isascii()})


class Sought:
    """Words that must all be in what a thing is called, each as it is written or as the pinyin of the Chinese there."""

    def __init__(self, typed: str) -> None:
        self.typed = " ".join(typed.casefold().split())
        self._words = tuple((word, Spelling(word) if is_spelt(word) else None) for word in self.typed.split())

    def __bool__(self) -> bool:
        return bool(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sought) and self.typed == other.typed

    def __hash__(self) -> int:
        return hash(self.typed)

    def finds(self, thing: Called) -> bool:
        """Whether every word is in what something is called."""
        written = thing.written
        for word, spelling in self._words:
            if word not in written and not (spelling and any(map(spelling.fits, thing.spelt))):
                return False
        return True

    def place(self, title: str, id: str, thing: Called) -> int:
        """Where something that was found stands among the rest: 0 for what was typed itself, 4 at the end.

        Titles that begin so come next, then those whose pinyin does, then what is written so elsewhere.
        """
        title = title.casefold()
        if self.typed in (title, id.casefold()):
            return 0
        for word, spelling in self._words[:1]:
            if title.startswith(word):
                return 1
            if spelling and not title.isascii() and spelling.begins(title):
                return 2
        return 3 if all(word in thing.written for word, _ in self._words) else 4


NOTHING: Final = Sought("")
"""Finds everything."""


class Index(Generic[Thing]):
    """Things with what they are called by, put together once, and what answered the letters typed last."""

    def __init__(
        self, things: Iterable[Thing] = (), by: Callable[[Thing], Called] = lambda _: called()
    ) -> None:
        self._waiting: Iterator[Thing] = iter(tuple(things))
        self._by = by
        self._read: list[tuple[Thing, Called]] = []
        self._found, self._typed = self._read, ""

    def read(self, most: int) -> bool:
        """Puts down what so many more things are called by; whether that was not all of them yet."""
        some = [(thing, self._by(thing)) for thing in islice(self._waiting, most)]
        self._read.extend(some)
        return len(some) == most

    def found(self, typed: str) -> list[Thing]:
        """The things that answer, in their order."""
        return [thing for thing, _ in self._answering(Sought(typed))]

    def ranked(self, typed: str, named: Callable[[Thing], tuple[str, str]]) -> list[Thing]:
        """The things that answer, those first whose title and id are nearest to what was typed."""
        sought = Sought(typed)
        found = sorted(self._answering(sought), key=lambda one: sought.place(*named(one[0]), one[1]))
        return [thing for thing, _ in found]

    def _answering(self, sought: Sought) -> list[tuple[Thing, Called]]:
        self._read.extend((thing, self._by(thing)) for thing in self._waiting)
        # What did not answer fewer letters does not answer more of them.
        among = self._found if sought.typed.startswith(self._typed) else self._read
        self._found = [one for one in among if sought.finds(one[1])] if sought else self._read
        self._typed = sought.typed
        return self._found
