"""Checks beside the window: they follow changes, and stop and go on when told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.widgets.desk import landing_zone
from widgets.marks import marks_of
from widgets.qt.live_findings import Findings, LiveFindings
from workbench.editor import Editor
from workbench.edits.fields import set_fields
from workbench.rules.engine import Checking, fresh_findings
from workbench.texts import text


class Heard:
    """Live findings of an editor, and what they posted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.editor = Editor(landing_zone())
        self.live = LiveFindings(self.editor.design)
        self.posts: list[Findings] = []
        self.live.posted.connect(self.posts.append)
        self.editor.subscribe(lambda change: self.live.follow(change, self.editor.design))

    def complete(self) -> Findings:
        """The first complete post about the present design."""

        def there() -> bool:
            last = self.posts[-1] if self.posts else Findings()
            return last.is_complete and last.design == self.editor.design

        self.qtbot.waitUntil(there, timeout=30_000)
        return self.posts[-1]


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    """Live findings that end with the test."""
    made = Heard(qtbot)
    yield made
    made.live.end()


def test_what_is_posted_equals_a_fresh_check_after_edits_and_undo(heard: Heard) -> None:
    heard.live.start()

    heard.editor.perform(text("Move"), set_fields(["vsw-1"], block="10.9.0.0/24"))
    moved = heard.complete()
    heard.editor.undo()
    back = heard.complete()

    assert "NET-004" in [finding.rule for finding in moved.found]
    assert back.found == fresh_findings(heard.editor.design)
    assert back.marks == marks_of(back.found)


def test_the_window_is_told_at_once_that_the_check_began_and_how_much_there_is(heard: Heard) -> None:
    heard.live.start()

    heard.complete()
    first, second = heard.posts[:2]

    assert (first.state, first.total) == ("checking", 0)
    assert (second.state, second.done) == ("checking", 0)
    assert second.total > 0


def test_a_stopped_check_says_so_and_goes_on_when_told(heard: Heard) -> None:
    heard.live.cancel()
    heard.live.start()
    heard.qtbot.waitUntil(lambda: bool(heard.posts), timeout=30_000)
    stopped = heard.posts[-1]

    heard.live.resume()
    done = heard.complete()

    assert stopped.state == "not run"
    assert stopped.found == ()
    assert done.found == fresh_findings(heard.editor.design)


def test_a_change_begins_a_stopped_check_again(heard: Heard) -> None:
    heard.live.cancel()
    heard.live.start()
    heard.qtbot.waitUntil(lambda: bool(heard.posts), timeout=30_000)

    heard.editor.perform(text("Move"), set_fields(["vsw-1"], block="10.9.0.0/24"))

    assert heard.complete().found == fresh_findings(heard.editor.design)


def test_a_fault_in_a_rule_is_told_and_the_list_does_not_look_checked(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Exception] = []
    heard.live.failed.connect(told.append)
    monkeypatch.setattr("workbench.rules.engine.Checking.work_quickly", lambda self, stopped: 1 / 0)

    heard.live.start()
    heard.qtbot.waitUntil(lambda: bool(told), timeout=30_000)

    assert isinstance(told[0], ZeroDivisionError)
    assert heard.posts[-1].state == "not run"


def test_rules_about_paths_that_were_stopped_say_so_and_go_on_when_told(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = Checking.work_paths

    def stopped_at_once(checking: Checking, stopped: Callable[[], bool]) -> bool:
        heard.live.cancel()
        return ask(checking, stopped)

    with monkeypatch.context() as patched:
        patched.setattr(Checking, "work_paths", stopped_at_once)
        heard.live.start()
        heard.qtbot.waitUntil(lambda: bool(heard.posts) and heard.posts[-1].is_stopped, timeout=30_000)
    stopped = heard.posts[-1]
    heard.live.resume()
    done = heard.complete()

    assert [post.paths for post in heard.posts if post.state == "complete"] == [
        "checking",
        "not run",
        "checking",
        "complete",
    ]
    assert (stopped.state, stopped.paths) == ("complete", "not run")
    assert not stopped.is_checking
    assert done.found == fresh_findings(heard.editor.design)
