"""What takes long is made once for all who ask at the same time, and one who stops leaves the others with their answer."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event

import pytest

from planners.pace import breathe
from workbench.cancelled import Cancelled
from workbench.model.design import Design
from workbench.model.elements.folder import Folder
from workbench.progress import Progress, untold
from workbench.reachability.kept import Kept, Latest

ONE, OTHER = Design.of([Folder(id="one")]), Design.of([Folder(id="other")])
SECONDS = 20


class Slow:
    """Makes a list of a design once it may, and counts how often it began."""

    def __init__(self) -> None:
        self.begun, self.may_end = Event(), Event()
        self.count = 0
        self.before: list[Latest[str, list[str]] | None] = []
        self.kept = Kept(self._made)

    def _made(
        self, design: Design, extra: str, before: Latest[str, list[str]] | None, progress: Progress
    ) -> list[str]:
        self.count += 1
        self.before.append(before)
        progress(0.5)
        self.begun.set()
        while not self.may_end.wait(0.01):
            breathe()
        return [extra, *(one.id for one in design)]


class Asker:
    """Somebody who asks from a thread of his own, and may stop."""

    def __init__(self, slow: Slow, pool: ThreadPoolExecutor, design: Design = ONE) -> None:
        self.shares: list[float] = []
        self.waits, self._is_stopped = Event(), Event()
        self.answer: Future[list[str]] = pool.submit(slow.kept.of, design, "x", self._tell)

    def stop(self) -> None:
        self._is_stopped.set()

    def _tell(self, share: float) -> None:
        self.shares.append(share)
        self.waits.set()
        if self._is_stopped.is_set():
            raise Cancelled


def test_two_who_ask_at_once_get_the_same_that_was_made_once() -> None:
    slow = Slow()
    with ThreadPoolExecutor() as pool:
        first = Asker(slow, pool)
        assert slow.begun.wait(SECONDS)
        second = Asker(slow, pool)
        assert second.waits.wait(SECONDS)
        slow.may_end.set()

        assert first.answer.result(SECONDS) is second.answer.result(SECONDS)
    assert slow.count == 1
    assert second.shares[0] == 0.5


def test_who_waits_makes_it_himself_where_the_first_stops() -> None:
    slow = Slow()
    with ThreadPoolExecutor() as pool:
        first = Asker(slow, pool)
        assert slow.begun.wait(SECONDS)
        second = Asker(slow, pool)
        assert second.waits.wait(SECONDS)
        first.stop()
        with pytest.raises(Cancelled):
            first.answer.result(SECONDS)
        slow.may_end.set()

        assert second.answer.result(SECONDS) == ["x", "one"]
    assert slow.count == 2


def test_who_waits_may_stop_while_the_first_goes_on() -> None:
    slow = Slow()
    with ThreadPoolExecutor() as pool:
        first = Asker(slow, pool)
        assert slow.begun.wait(SECONDS)
        second = Asker(slow, pool)
        second.stop()
        with pytest.raises(Cancelled):
            second.answer.result(SECONDS)
        assert not first.answer.done()
        slow.may_end.set()

        assert first.answer.result(SECONDS) == ["x", "one"]
    assert slow.count == 1


def test_what_fails_fails_for_each_who_asks_and_is_tried_again() -> None:
    tries: list[str] = []

    def made(design: Design, extra: str, before: object, progress: Progress) -> str:
        tries.append(extra)
        if len(tries) < 3:
            raise ValueError(extra)
        return extra

    kept = Kept(made)
    for _ in range(2):
        with pytest.raises(ValueError, match="x"):
            kept.of(ONE, "x", untold)

    assert kept.of(ONE, "x", untold) == "x"


def test_only_the_latest_is_kept_and_what_comes_next_may_be_made_of_it() -> None:
    slow = Slow()
    slow.may_end.set()
    first = slow.kept.of(ONE, "x", untold)

    assert slow.kept.of(ONE, "x", untold) is first
    assert slow.kept.known(ONE, "x") is first
    assert slow.kept.known(ONE, "y") is None

    other = slow.kept.of(OTHER, "x", untold)

    assert other == ["x", "other"]
    assert slow.kept.known(ONE, "x") is None
    assert [before and before.value for before in slow.before] == [None, first]


def test_an_equal_design_that_is_not_the_same_is_another_one() -> None:
    slow = Slow()
    slow.may_end.set()

    slow.kept.of(ONE, "x", untold)
    slow.kept.of(Design.of([Folder(id="one")]), "x", untold)

    assert slow.count == 2


def test_who_began_earlier_and_ends_later_does_not_displace_what_was_asked_for_since() -> None:
    may_end = {"one": Event(), "other": Event()}
    begun = Event()

    def made(design: Design, extra: str, before: object, progress: Progress) -> str:
        (id,) = (one.id for one in design)
        begun.set()
        assert may_end[id].wait(SECONDS)
        return id

    kept = Kept(made)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(kept.of, ONE, "x", untold)
        assert begun.wait(SECONDS)
        may_end["other"].set()
        assert kept.of(OTHER, "x", untold) == "other"
        may_end["one"].set()

        assert first.result(SECONDS) == "one"
    assert kept.known(OTHER, "x") == "other"
