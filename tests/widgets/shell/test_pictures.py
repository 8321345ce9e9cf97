"""Pictures come in by the menu, by dropping and from the clipboard, each in one step, and what is no image is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QTimer, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.images.made import jpeg, pixels, png
from tests.widgets.desk import Room
from workbench.drawing.drawing import shows_image
from workbench.images.image import Image, image_of
from workbench.model.element import Element
from workbench.model.elements.picture import Picture
from workbench.progress import Progress
from workbench.texts import Text, text


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp: object) -> None:
    QGuiApplication.clipboard().clear()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    path = tmp_path / "Site plan.png"
    path.write_bytes(png(200, 100))
    return path


def pictures(room: Room) -> tuple[Picture, ...]:
    return tuple(room.editor.design.of_kind(Picture))


def brought(room: Room, count: int = 1) -> tuple[Picture, ...]:
    """The pictures, once so many are in the design and drawn."""

    def drawn() -> bool:
        boxes = room.canvas.drawing.by_key if room.canvas.drawing else {}
        return len(pictures(room)) == count and all(one.id in boxes for one in pictures(room))

    room.qtbot.waitUntil(drawn, timeout=20_000)
    return pictures(room)


def chosen(room: Room, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> None:
    """Has the user pick a file wherever one is asked for."""
    monkeypatch.setattr(room.window.desk, "ask_image", lambda: path)


def refused(room: Room, monkeypatch: pytest.MonkeyPatch) -> list[Text]:
    told: list[Text] = []
    monkeypatch.setattr(room.window.desk, "show_error", told.append)
    return told


def size(element: Element) -> tuple[int, int]:
    found = image_of(element.image())
    assert isinstance(found, Image)
    return found.size


def test_a_file_comes_to_the_middle_of_what_is_shown_in_one_step(
    room: Room, monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    chosen(room, monkeypatch, site)
    middle = room.window.rooms.area.middle()

    room.window.pick("insert.picture")

    (made,) = brought(room)
    centre = room.canvas.drawing.by_key[made.id].rect.centre
    assert (made.name.en, made.parent) == ("Site plan", room.window.desk.sheet)
    assert max(abs(centre[0] - max(middle[0], 100.0)), abs(centre[1] - max(middle[1], 50.0))) <= 1
    assert room.editor.selection == (made.id,)
    assert room.editor.history.at == 1
    assert room.window.status.said == "Inserted Site plan · Ctrl Z takes it back"
    room.presses("Ctrl+Z")
    assert pictures(room) == ()


def test_who_picks_no_file_gets_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen(room, monkeypatch, None)

    room.window.pick("insert.picture")

    assert room.editor.history.at == 0


def test_the_palette_asks_for_a_file_and_keeps_its_tool(
    room: Room, monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    chosen(room, monkeypatch, site)
    palette = room.window.rooms.area.palette_bar

    palette.kind_picked.emit("picture")

    brought(room)
    assert palette.tools["select"].isChecked()


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "“logo” is an SVG"),
        ("logo.png", b"GIF89a", "“logo” is neither PNG nor JPEG"),
        ("logo.jpg", jpeg()[:200], "“logo” cannot be read"),
    ],
)
def test_what_is_no_image_is_told_and_changes_nothing(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, raw: bytes, says: str
) -> None:
    (tmp_path / name).write_bytes(raw)
    chosen(room, monkeypatch, tmp_path / name)
    told = refused(room, monkeypatch)

    room.window.pick("insert.picture")

    room.qtbot.waitUntil(lambda: bool(told))
    assert told[0].said("en").startswith(says)
    assert room.editor.history.at == 0


def test_files_that_are_dropped_lie_around_the_point_in_one_step(
    room: Room, site: Path, tmp_path: Path
) -> None:
    from workbench.images.incoming import from_file

    (tmp_path / "Board.jpg").write_bytes(jpeg(120, 80))

    room.canvas.images_dropped.emit((from_file(site), from_file(tmp_path / "Board.jpg")), (500.0, 400.0))

    first, second = sorted(brought(room, 2), key=lambda one: one.name.en, reverse=True)
    boxes = room.canvas.drawing.by_key
    assert (first.name.en, second.name.en) == ("Site plan", "Board")
    assert boxes[first.id].rect.centre == (500.0, 400.0)
    assert boxes[second.id].rect.centre == (524.0, 424.0)
    assert room.editor.history.at == 1


def test_an_image_on_the_clipboard_is_pasted(room: Room) -> None:
    shown = QImage(90, 30, QImage.Format.Format_RGB32)
    shown.fill(0x00FF00)
    QGuiApplication.clipboard().setImage(shown)

    room.presses("Ctrl+V")

    (made,) = brought(room)
    assert size(made) == (90, 30)
    assert made.name.en == "Pasted picture"


def test_a_file_that_was_copied_is_pasted(room: Room, site: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(site))])
    QGuiApplication.clipboard().setMimeData(data)

    room.presses("Ctrl+V")

    (made,) = brought(room)
    assert (made.name.en, size(made)) == ("Site plan", (200, 100))


def test_cells_of_a_spreadsheet_stay_cells_though_an_image_of_them_comes_along(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(room.window.desk, "show_dialog", shown.append)
    data = QMimeData()
    data.setText("Name\tBlock\nvpc-x\t10.9.0.0/16")
    data.setData("image/png", png())
    QGuiApplication.clipboard().setMimeData(data)

    room.presses("Ctrl+V")

    assert shown == ["rows"]


def test_a_picture_is_copied_and_pasted_with_its_image(
    room: Room, monkeypatch: pytest.MonkeyPatch, site: Path
) -> None:
    chosen(room, monkeypatch, site)
    room.window.pick("insert.picture")
    (first,) = brought(room)

    room.presses("Ctrl+C")
    room.presses("Ctrl+V")

    copy = next(one for one in brought(room, 2) if one.id != first.id)
    assert (copy.name.en, copy.lines) == ("Site plan-2", first.lines)
    assert shows_image(room.canvas.drawing.by_key[copy.id])


def test_another_image_takes_the_place_of_the_selected_one(
    room: Room, monkeypatch: pytest.MonkeyPatch, site: Path, tmp_path: Path
) -> None:
    chosen(room, monkeypatch, site)
    room.window.pick("insert.picture")
    (first,) = brought(room)
    (tmp_path / "New plan.jpg").write_bytes(jpeg(90, 90))
    chosen(room, monkeypatch, tmp_path / "New plan.jpg")

    room.window.pick("edit.replace-picture")

    room.qtbot.waitUntil(lambda: room.element(first.id).lines != first.lines)
    assert size(room.element(first.id)) == (90, 90)
    assert room.element(first.id).name == first.name
    assert room.editor.history.at == 2


def test_only_a_picture_has_an_image_to_replace(room: Room) -> None:
    room.editor.select(["vpc-a"])

    room.window.pick("edit.replace-picture")

    assert room.window.status.said == "Select a picture first."


def test_a_sheet_deleted_while_its_picture_was_read_gets_none(
    room: Room, monkeypatch: pytest.MonkeyPatch, site: Path, qtbot: QtBot
) -> None:
    chosen(room, monkeypatch, site)
    sheet = room.window.desk.sheet
    assert sheet
    beside = room.window.desk.beside

    def slowly(job: Callable[[Progress], Any], *how: Any, **more: Any) -> Any:
        QTimer.singleShot(
            0, lambda: room.editor.perform(text("Delete"), lambda design: design.removing([sheet]))
        )
        return beside(lambda progress: (time.sleep(0.1), job(progress))[1], *how, **more)

    monkeypatch.setattr(room.window.desk, "beside", slowly)

    room.window.pick("insert.picture")

    assert sheet not in room.editor.design
    assert pictures(room) == ()


def test_the_photo_in_the_design_holds_no_notes_of_the_camera(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "Board.jpg").write_bytes(jpeg(120, 80, orientation=6))
    chosen(room, monkeypatch, tmp_path / "Board.jpg")

    room.window.pick("insert.picture")

    (made,) = brought(room)
    found = image_of(made.lines)
    assert isinstance(found, Image)
    assert found.size == (80, 120)
    assert not pixels(found.content).getexif()
