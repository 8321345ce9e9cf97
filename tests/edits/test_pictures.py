"""Pictures are laid around a point at a size one sees well, and take another image in the same place."""

from __future__ import annotations

from tests.images.made import picture, png
from workbench.drawing.build import drawing
from workbench.edits.copying import gathered, pasted
from workbench.edits.pictures import natural_size, put_pictures, replace_image
from workbench.images.image import lines_of
from workbench.model.elements.picture import Picture
from workbench.model.sketch import sketch

BARE = sketch("one sheet shows=network\ntwo sheet shows=network")


def test_a_small_image_keeps_its_size_and_a_large_one_leaves_room_beside_it() -> None:
    assert natural_size(picture("a", "one", png(120, 60))) == (120.0, 60.0)
    assert natural_size(picture("a", "one", png(1440, 540))) == (360.0, 135.0)


def test_a_picture_lies_around_the_point_it_was_put_at() -> None:
    made = put_pictures([picture("new", "", png(120, 60))], "one", (400.0, 300.0))(BARE)

    assert made["new"].parent == "one"
    assert drawing(made, "one", "en").by_key["new"].rect.centre == (400.0, 300.0)


def test_several_pictures_are_all_seen_and_told_apart() -> None:
    twins = [
        Picture(id=id, name=picture("scan", "", b"").name, lines=lines_of(png(120, 60))) for id in ("a", "b")
    ]

    made = put_pictures(twins, "one", (400.0, 300.0))(BARE)

    drawn = drawing(made, "one", "en")
    assert drawn.by_key["a"].rect.x < drawn.by_key["b"].rect.x
    assert [made[id].name.en for id in ("a", "b")] == ["scan", "scan-2"]


def test_another_image_comes_into_the_same_frame_and_keeps_what_was_said_of_it() -> None:
    made = put_pictures([picture("new", "", png(120, 60), "said")], "one", (400.0, 300.0))(BARE)

    after = replace_image("new", lines_of(png(60, 120)))(made)

    before, now = (drawing(design, "one", "en").by_key["new"].rect for design in (made, after))
    assert (now.x, now.y, now.h) == (before.x, before.y, before.h)
    assert now.w == 30.0


def test_a_copy_of_a_picture_comes_to_the_sheet_in_front() -> None:
    made = BARE.adding(picture("logo", "one", png(), "said"))

    copies = pasted(made, gathered(made, ["logo"]), ["logo"], "two")

    (copy,) = copies.elements
    assert (copy.parent, copy.name.en) == ("two", "logo")
    assert isinstance(copy, Picture)
    assert (copy.lines, copy.alternative) == (
        made.of_kind(Picture)[0].lines,
        made.of_kind(Picture)[0].alternative,
    )
