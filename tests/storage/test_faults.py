"""A fault at every step of everything that is written: the file opens, is the old or the new one, and the next save works."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.storage.broken_disk import CUT, ERRORS, Disk, broken, lose_what_is_loose
from workbench import preferences as kept
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.preferences import NotKept, Preferences, prefer, preferences
from workbench.storage import places
from workbench.storage.claim import Claim, Holder, claimed
from workbench.storage.files import NotSaved, open_design, save_design
from workbench.storage.journal import _File, discard, left_behind
from workbench.storage.journal_lines import Head
from workbench.storage.opening import opened
from workbench.storage.recent import keep_preview, note, preview_of, recent
from workbench.storage.sealing import key_of

OLD = sketch("a account")
NEW = sketch("a account\n  v vpc blocks=10.0.0.0/16")
LATER = sketch("a account\n  v vpc blocks=10.0.0.0/16\n  w vpc")
KEY = key_of("a long sentence", b"salt" * 4, 2**10)


@dataclass(frozen=True)
class Way:
    """How the disk fails: with which error, for good, half a write; without an error the power goes."""

    code: int = 0
    lasting: bool = False
    short: bool = False

    def __str__(self) -> str:
        name = errno.errorcode[self.code] if self.code else "power"
        return "-".join([name, *(["lasting"] if self.lasting else []), *(["short"] if self.short else [])])


pytestmark = pytest.mark.skipif(os.name == "nt", reason="ends programs as POSIX does")
WAYS = [
    *(Way(code) for code in ERRORS),
    Way(errno.ENOSPC, lasting=True),
    Way(errno.EROFS, lasting=True),
    Way(errno.EIO, short=True),
    Way(errno.ENOSPC, lasting=True, short=True),
    Way(),
    Way(short=True),
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of the user's own, whole and below the disk that fails."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "disk" / "home"))
    monkeypatch.setattr(kept, "_HELD", {})
    return tmp_path / "disk" / "home"


def at_every_step(
    tmp_path: Path,
    way: Way,
    begin: Callable[[Path], object],
    act: Callable[[Path], object],
    look: Callable[[Path, Exception | None, bool], None],
) -> int:
    """Does the same again and again, each time with a fault one step later, and looks each time at what is there.

    `look` is given the folder, the error or None, and whether the power went. The answer is how many steps there were.
    """
    folder, report, at = tmp_path / "disk", tmp_path / "report", 0
    while True:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        kept._HELD.clear()
        begin(folder)
        disk = Disk(at, way.code, lasting=way.lasting, short=way.short, report=report)
        if way.code:
            wrong = _failing(disk, folder, act)
            reached, cut = disk.has_failed, False
        else:
            wrong, reached = None, _cut_off(disk, folder, act)
            cut = reached
            if cut:
                lose_what_is_loose(report)
        if not reached:
            assert wrong is None
            return at
        look(folder, wrong, cut)
        at += 1


def _failing(disk: Disk, folder: Path, act: Callable[[Path], object]) -> Exception | None:
    """The error that came of it, if any."""
    with broken(disk, folder):
        try:
            act(folder)
        except Exception as wrong:
            return wrong
    return None


def _cut_off(disk: Disk, folder: Path, act: Callable[[Path], object]) -> bool:
    """Whether the power went, in a program of its own, whose locks end with it."""
    child = os.fork()
    if not child:
        code = 1
        try:
            with broken(disk, folder):
                act(folder)
            code = 0
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, CUT), "what is done without a fault fails"
    return code == CUT


def tell_plainly(wrong: NotSaved | NotKept) -> None:
    """What is raised is a sentence in both languages."""
    assert wrong.text.said("en") != wrong.text.said("zh")
    assert "Errno" not in wrong.text.said("en")


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "sealed"])
@pytest.mark.parametrize("first", [False, True], ids=["over", "first"])
def test_a_save_leaves_the_old_file_or_the_new_one_and_the_next_save_works(
    tmp_path: Path, way: Way, sealed: bool, first: bool
) -> None:
    key = KEY if sealed else None

    def begin(folder: Path) -> None:
        if not first:
            save_design(Design.of(), folder / "a.lzd", key)
            save_design(OLD, folder / "a.lzd", key)

    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        path = folder / "a.lzd"
        if isinstance(wrong, NotSaved):
            tell_plainly(wrong)
        else:
            assert wrong is None or cut
        if path.exists():
            assert open_design(path, key).design in ((NEW,) if first else (OLD, NEW))
        else:
            assert first
        backup = path.with_name("a.lzd.bak")
        if backup.exists():
            assert open_design(backup, key).design in (Design.of(), OLD)
        save_design(LATER, path, key)
        assert open_design(path, key).design == LATER
        assert {entry.name for entry in folder.iterdir()} <= {"a.lzd", "a.lzd.bak"}

    steps = at_every_step(tmp_path, way, begin, lambda folder: save_design(NEW, folder / "a.lzd", key), look)

    assert steps >= (8 if first else 15)


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_save_that_says_it_is_done_is_done(tmp_path: Path, way: Way) -> None:
    def act(folder: Path) -> None:
        save_design(NEW, folder / "a.lzd")
        (folder / "done").mkdir()

    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        if (folder / "done").exists():
            assert open_design(folder / "a.lzd").design == NEW

    at_every_step(tmp_path, way, lambda folder: save_design(OLD, folder / "a.lzd"), act, look)


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_journal_gives_what_was_forced_to_disk_and_never_half_a_step(tmp_path: Path, way: Way) -> None:
    forced = tmp_path / "forced"

    def act(folder: Path) -> None:
        forced.write_text("0")
        file = _File.made(folder, Head(str(folder / "a.lzd")), OLD)
        try:
            for number, design in enumerate((OLD, NEW, LATER), 1):
                file.append(design)
                file._forced = 0.0
                file.force()
                forced.write_text(str(number))
        except OSError:
            # As the journal's thread does: half a journal helps nobody, and the next one begins anew.
            file.remove()
            raise
        # The design was saved: nothing is to be kept any more.
        forced.write_text("0")
        file.remove()

    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        assert wrong is None or cut or isinstance(wrong, OSError)
        found = left_behind(folder)
        assert len(found) <= 1
        assert all(left.wrong is None for left in found)
        if cut:
            designs = [left.design for left in found]
            steps = [Design.of(), OLD, NEW, LATER]
            reached = int(forced.read_text())
            assert reached == 0 or designs
            assert all(steps.index(one or Design.of()) >= reached for one in designs)
        for left in found:
            discard(left)
        _File.made(folder, Head(), LATER).remove()
        assert [entry.name for entry in folder.iterdir() if entry.suffix != ".lock"] == []

    assert at_every_step(tmp_path, way, lambda folder: None, act, look) >= 12


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_a_claim_that_fails_keeps_nobody_from_the_file(tmp_path: Path, home: Path, way: Way) -> None:
    def begin(folder: Path) -> None:
        save_design(OLD, folder / "a.lzd")

    def act(folder: Path) -> None:
        found = opened(folder / "a.lzd")
        assert found.design == OLD
        if found.claim:
            found.claim.end()

    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        # Nothing but the reading of the design itself may fail.
        assert wrong is None or cut or "cannot be read" in str(wrong)
        held = claimed(folder / "a.lzd")
        assert not isinstance(held, Holder)
        if isinstance(held, Claim):
            held.end()
        assert open_design(folder / "a.lzd").design == OLD
        assert [entry.name for entry in folder.iterdir() if entry.suffix == ".open"] == []

    assert at_every_step(tmp_path, way, begin, act, look) >= 8


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_the_list_of_designs_and_their_pictures_are_whole_or_as_they_were(
    tmp_path: Path, home: Path, way: Way
) -> None:
    def begin(folder: Path) -> None:
        for name in ("a.lzd", "b.lzd"):
            save_design(OLD, folder / name)
        note(folder / "a.lzd")
        keep_preview(folder / "a.lzd", b"old")

    def act(folder: Path) -> None:
        note(folder / "b.lzd")
        keep_preview(folder / "a.lzd", b"new")

    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        assert wrong is None or cut
        a, b = folder / "a.lzd", folder / "b.lzd"
        assert recent() in ((a,), (b, a), (b,))
        assert preview_of(a).read_bytes() in (b"old", b"new")
        note(b)
        assert recent()[0] == b

    assert at_every_step(tmp_path, way, begin, act, look) >= 6


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_preferences_are_the_old_ones_or_the_new_ones_and_who_changes_them_is_told(
    tmp_path: Path, home: Path, way: Way
) -> None:
    def look(folder: Path, wrong: Exception | None, cut: bool) -> None:
        if isinstance(wrong, NotKept):
            tell_plainly(wrong)
            assert preferences().author == "new"
        else:
            assert wrong is None or cut
        kept._HELD.clear()
        assert preferences() in (Preferences(author="old"), Preferences(author="new"))
        prefer(author="later")
        assert json.loads(places.preferences().read_bytes())["author"] == "later"

    at_every_step(
        tmp_path, way, lambda folder: prefer(author="old"), lambda folder: prefer(author="new"), look
    )


def test_the_disk_that_fails_is_really_between(tmp_path: Path) -> None:
    disk = Disk()

    with broken(disk, tmp_path):
        save_design(OLD, tmp_path / "a.lzd")
        save_design(NEW, tmp_path / "a.lzd")

    assert disk.steps.count("write") == 3
    assert disk.steps.count("replace") == 3
    assert disk.steps.count("fsync") == 5
