"""Pictures stand on one sheet, above its boxes and below its notes, in their own proportions, and move nothing."""

from __future__ import annotations

import pytest

from tests.images.made import claiming, jpeg, picture, png, with_pictures
from workbench.drawing.build import Memory, drawing
from workbench.drawing.drawing import Box, Drawing, Lettering, Raster, shows_image
from workbench.edits.placing import place
from workbench.exporters.export import for_customer
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.texts import Language


def design() -> Design:
    bare = sketch("""
        one sheet shows=network
          remark sheet-note
        two sheet shows=account
        hz region
        v vpc region=hz blocks=10.0.0.0/16
    """)
    return with_pictures(
        bare,
        picture("logo", "one", png(80, 40), "A red logo"),
        picture("plan", "one", claiming(60_000, 60_000)),
    )


def box(drawn: Drawing, key: str) -> Box:
    return drawn.by_key[key]


def raster(drawn: Drawing, key: str) -> Raster:
    (found,) = [part for part in box(drawn, key).parts if isinstance(part, Raster)]
    return found


def test_a_picture_stands_on_its_own_sheet_alone() -> None:
    assert {"logo", "plan"} <= drawing(design(), "one", "en").by_key.keys()
    assert not {"logo", "plan"} & drawing(design(), "two", "en").by_key.keys()


@pytest.mark.parametrize("at", [None, (40.0, 60.0)])
def test_a_picture_moves_nothing_else(at: tuple[float, float] | None) -> None:
    placed = drawing(place("logo", "one", "", at, (300.0, 300.0))(design()), "one", "en")
    bare = drawing(design().removing(["logo", "plan"]), "one", "en")

    assert (box(placed, "hz").rect, box(placed, "v").rect) == (box(bare, "hz").rect, box(bare, "v").rect)


@pytest.mark.parametrize("room", [(200.0, 200.0), (200.0, 30.0), (53.0, 90.0)])
def test_an_image_keeps_its_proportions_in_whatever_room_it_was_given(room: tuple[float, float]) -> None:
    drawn = drawing(place("logo", "one", "", (10.0, 10.0), room)(design()), "one", "en")

    rect, image = box(drawn, "logo").rect, raster(drawn, "logo").rect
    assert image.w / image.h == pytest.approx(2.0, rel=0.05)
    assert rect.w <= room[0] + 1
    assert rect.h <= room[1] + 1
    assert rect.w - image.w < 2
    assert rect.h - image.h < 2


def test_pictures_lie_above_boxes_and_notes_above_pictures() -> None:
    placed = place("remark", "one", "", (10.0, 10.0))(place("logo", "one", "", (10.0, 10.0))(design()))

    keys = [one.key for one in drawing(placed, "one", "en").boxes]

    assert keys.index("v") < keys.index("logo") < keys.index("remark")


def test_an_image_says_what_it_shows_in_the_language_of_the_sheet_or_else_its_name() -> None:
    renamed = with_pictures(design(), picture("plain", "one", png()))

    said = {
        (key, language): raster(drawing(renamed, "one", language), key).said
        for key in ("logo", "plain")
        for language in ("en", "zh")
    }

    assert said == {
        ("logo", "en"): "A red logo",
        ("logo", "zh"): "A red logo（中文）",
        ("plain", "en"): "plain",
        ("plain", "zh"): "plain 图",
    }


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_image_that_cannot_be_shown_is_a_frame_with_its_name(language: Language) -> None:
    plan = box(drawing(design(), "one", language), "plan")

    assert not shows_image(plan)
    assert (plan.rect.w, plan.rect.h) == (240.0, 160.0)
    title = design()["plan"].title().said(language)
    assert [part.text for part in plan.parts if isinstance(part, Lettering)] == [title]


def test_a_hair_of_an_image_is_still_a_rectangle() -> None:
    thin = drawing(with_pictures(design(), picture("hair", "one", png(8000, 1))), "one", "en")

    assert raster(thin, "hair").rect.h >= 1
    assert box(thin, "hair").rect.h >= 1


def test_another_image_in_the_same_place_is_drawn_though_the_sheet_remembers() -> None:
    memory = Memory()
    drawing(design(), "one", "en", memory)

    after = drawing(
        with_pictures(design(), picture("logo", "one", jpeg(), "A red logo")), "one", "en", memory
    )

    assert raster(after, "logo").image.type == "jpeg"


def test_the_legend_explains_no_image() -> None:
    said = [
        part.text
        for part in box(drawing(design().removing(["plan"]), "one", "en"), "legend").parts
        if isinstance(part, Lettering)
    ]

    assert "VPC" in said
    assert "Picture" not in said


def test_the_customer_sees_pictures() -> None:
    assert {"logo", "plan"} <= {element.id for element in for_customer(design())}
