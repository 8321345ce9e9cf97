"""Notes stand on one sheet, move nothing, and stay with those who work on it."""

from __future__ import annotations

from itertools import combinations

import pytest

from workbench.drawing.build import drawing
from workbench.drawing.drawing import Box, Drawing, Lettering
from workbench.drawing.measure import width, wrapped
from workbench.edits.placing import place, place_new
from workbench.exporters.export import for_customer
from workbench.model.design import Design
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.model.elements.sheet_note import SheetNote
from workbench.model.sketch import sketch
from workbench.words import Words

LONG = "The second line to Jiading is ordered and comes in autumn; ask the carrier again in June."


def design() -> Design:
    return sketch(f"""
        one sheet shows=network only=hz
          remark sheet-note name.en="{LONG}" name.zh=六月再问运营商：嘉定第二条专线秋季到货，在此之前只有一条。
          told sheet-note name.en="Agreed in May" printed=true
        two sheet shows=network
        hz region
        a account
          v vpc region=hz blocks=10.0.0.0/16
    """)


def without_notes(drawn: Drawing) -> list[tuple[str, object]]:
    return [(box.key, box.rect) for box in drawn.boxes if box.shape not in ("note", "legend")]


def notes(drawn: Drawing) -> dict[str, Box]:
    return {box.key: box for box in drawn.boxes if box.shape == "note"}


def test_a_note_stands_on_its_own_sheet_alone_whatever_that_one_shows() -> None:
    assert set(notes(drawing(design(), "one", "en"))) == {"remark", "told"}
    assert notes(drawing(design(), "two", "en")) == {}


@pytest.mark.parametrize("at", [None, (40.0, 60.0)])
def test_a_note_moves_nothing_else(at: tuple[float, float] | None) -> None:
    placed = place("remark", "one", "", at)(design())

    bare = drawing(design().removing(["remark", "told"]), "one", "en")

    assert without_notes(drawing(placed, "one", "en")) == without_notes(bare)


def test_a_note_stands_where_it_was_put_above_all_else() -> None:
    drawn = drawing(place("remark", "one", "", (40.0, 60.0))(design()), "one", "en")

    note = notes(drawn)["remark"]

    assert (note.rect.x, note.rect.y, note.rect.w) == (40.0, 60.0, 120.0)
    assert [box.key for box in drawn.boxes if box.shape != "legend"][-1] == "remark"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_note_is_as_high_as_its_text_and_says_all_of_it(language: str) -> None:
    note = notes(drawing(design(), "one", language))["remark"]  # type: ignore[arg-type]

    lines = [part for part in note.parts if isinstance(part, Lettering)]

    said = design()["remark"].title().said(language)  # type: ignore[arg-type]
    assert "".join(line.text for line in lines).replace(" ", "") == said.replace(" ", "")
    assert max(line.rect.bottom for line in lines) <= note.rect.h


def test_a_new_note_belongs_to_the_sheet_it_is_put_on() -> None:
    placed = place_new(SheetNote(id="new", name=Words(en="New")), "two", "", (), (10.0, 10.0))(design())

    assert placed["new"].parent == "two"
    assert set(notes(drawing(placed, "two", "en"))) == {"new"}


def test_the_customer_sees_the_notes_that_say_so_and_no_trace_of_the_others() -> None:
    placed = place("remark", "one", "", (40.0, 60.0))(design())

    shown = for_customer(placed)

    assert {element.id for element in design()} - {element.id for element in shown} == {"remark"}
    assert len(shown) == len(design()) - 1
    assert set(notes(drawing(shown, "one", "en"))) == {"told"}


@pytest.mark.parametrize(
    "said", [LONG, "短句，长句。" * 12, "https://example.com/" + "a" * 90, "two\nlines", "", "   "]
)
def test_wrapped_lines_fit_their_room_and_lose_nothing_but_blanks(said: str) -> None:
    lines = wrapped(said, 100.0, 11.5, 450)

    assert all(width(line, 11.5, 450) <= 100.0 for line in lines)
    assert "".join("".join(lines).split()) == "".join(said.split())


def test_what_stands_below_a_sheet_never_overlaps() -> None:
    elements = [
        *(AccessConfiguration(id=f"access-{n}") for n in range(9)),
        *(SheetNote(id=f"note-{n}", parent="s", name=Words(en=LONG[: 9 * n + 1])) for n in range(9)),
    ]
    crowded = sketch("rd resource-directory\ns sheet shows=account").adding(*elements)

    drawn = drawing(crowded, "s", "en")

    rects = [box.rect for box in drawn.boxes]
    assert len(notes(drawn)) == 9
    assert not any(
        a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
        for a, b in combinations(rects, 2)
    )
