"""What keeps a design safe, by hand: recovery, somebody else's file, recent designs, passwords, traces, and a fault."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from tests.walkthrough import hand
from tests.walkthrough.dialogs import SAMPLE, answered, button, looked_at, opened, picked, typed
from tests.walkthrough.driver import Driver
from tests.walkthrough.meanwhile import Act, answering
from tests.widgets.shell.test_fault import fault
from tests.widgets.shell.test_safekeeping import OTHER, crash
from widgets.shell.recover_dialog import RecoverDialog
from workbench.storage import places
from workbench.storage.claim import beside
from workbench.storage.sealing import is_sealed
from workbench.texts import text

IN_BOTH_LANGUAGES = True
PASSWORD = "seven green rivers"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A design in a file, and a home of its own for what is kept beside designs."""
    monkeypatch.setenv(places.HOME, str(tmp_path / "home"))
    shutil.copy(SAMPLE, tmp_path / "lanan.lzd")
    return tmp_path / "lanan.lzd"


def changed(driver: Driver) -> None:
    """Renames a VPC in the inspector."""
    driver.find("vpc-hz-order")
    driver.form.type(driver.form.field("name").lines["en"], "Orders in Hangzhou")  # type: ignore[attr-defined]


def passwords(driver: Driver, stage: str, *wordings: str) -> Act:
    """Types passwords into the lines of a dialog, looks, and takes them."""

    def act(dialog: QDialog) -> None:
        for line, wording in zip(dialog.findChildren(QLineEdit), wordings, strict=True):
            hand.click(line)
            hand.write(wording)
        driver.shown(stage, dialog, "lanan.lzd")
        hand.click(button(dialog, "primary"))
        driver.qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)

    return act


def test_what_a_crash_left_is_recovered(driver: Driver, path: Path) -> None:
    crash(path)

    def recover(dialog: QDialog) -> None:
        assert isinstance(dialog, RecoverDialog)
        (card,) = dialog.cards
        driver.qtbot.waitUntil(lambda: not card.picture.pixmap().isNull(), timeout=30_000)
        driver.shown("files, recovering", dialog, str(path))
        hand.click(card.recover)

    answering(lambda: picked(driver, "file.recover"), recover)
    driver.drawn()
    driver.shown("files, recovered", quotes=str(path))

    assert driver.window.path == path
    assert not driver.editor.is_saved


def test_a_design_somebody_else_has_open_is_taken_over_knowingly(driver: Driver, path: Path) -> None:
    beside(path).write_text(json.dumps(OTHER))
    opened(driver, path)
    driver.shown("files, somebody else has it open", quotes=str(path) + " desk")

    answering(
        lambda: picked(driver, "file.take-over"),
        answered(driver, "files, taking over", "danger", "lanan desk"),
    )
    driver.drawn()

    assert driver.editor.read_only is None


def test_recent_designs_are_chosen_by_their_pictures(driver: Driver, path: Path) -> None:
    opened(driver, path)
    driver.window.wait()

    answering(lambda: hand.shortcut("Ctrl+Shift+O"), looked_at(driver, "files, opened recently"))


def test_a_password_is_set_and_asked_for(driver: Driver, path: Path) -> None:
    opened(driver, path)
    answering(
        lambda: picked(driver, "file.password"),
        passwords(driver, "files, setting a password", PASSWORD, PASSWORD),
    )
    driver.qtbot.waitUntil(lambda: is_sealed(path.read_bytes()))
    driver.in_front()

    answering(
        lambda: hand.shortcut("Ctrl+O"), typed(path), passwords(driver, "files, asking for it", PASSWORD)
    )
    driver.drawn()

    assert driver.window.keeping.key is not None


def test_a_file_changed_by_others_is_not_overwritten_unasked(driver: Driver, path: Path) -> None:
    opened(driver, path)
    changed(driver)
    path.write_bytes(SAMPLE.read_bytes() + b"\n")

    answering(lambda: hand.shortcut("Ctrl+S"), looked_at(driver, "files, changed by others"))

    assert not driver.editor.is_saved


def test_leaving_what_is_not_saved_asks(driver: Driver, path: Path) -> None:
    opened(driver, path)
    changed(driver)

    answering(lambda: hand.shortcut("Ctrl+N"), looked_at(driver, "files, not saved"))

    assert driver.window.path == path


def test_local_traces_are_listed_before_they_are_removed(driver: Driver, path: Path) -> None:
    opened(driver, path)
    driver.window.wait()

    answering(lambda: picked(driver, "help.forget"), looked_at(driver, "files, local traces"))


def test_a_fault_of_the_program_is_told_with_a_report(driver: Driver, path: Path) -> None:
    opened(driver, path)
    changed(driver)

    def read(dialog: QDialog) -> None:
        driver.shown("fault, the report", dialog, str(path) + "rescued")
        hand.press(Qt.Key.Key_Escape)

    answering(lambda: driver.window.acts.faults.tell(fault(), text("Plan addresses")), read)

    assert path.with_name("lanan.rescued.lzd").exists()
