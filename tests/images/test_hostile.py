"""Images that a design file holds may be anything: each is shown or not, soon, and none stops the program."""

from __future__ import annotations

import random
import time
from typing import Final

import pytest

from tests.campaign import share
from tests.images.made import claiming, jpeg, noise, png, saved
from workbench.images.image import MOST_BYTES, Image, image_of, known, lines_of
from workbench.images.pixels import pixels_of

SOON: Final = 3.0
"""Seconds within which it has to be known what an image is, on a slow machine too."""


def looked_at(raw: bytes) -> Image | str:
    start = time.perf_counter()
    found = image_of(lines_of(raw))
    assert time.perf_counter() - start < SOON
    return found


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "foreign"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "foreign"),
        (claiming(60_000, 60_000), "large"),
        (claiming(2**31 - 1, 1), "large"),
        (claiming(0, 10), "broken"),
        (png(9_000, 2), "large"),
        (png(2_000, 2_000), "large"),
        (png()[:-30], "broken"),
        (b"\xff\xd8\xff" + b"\0" * 300, "broken"),
        (png()[:8] + jpeg(), "broken"),
    ],
    ids=str,
)
def test_what_cannot_be_shown_says_why(raw: bytes, fault: str) -> None:
    assert looked_at(raw) == fault


def test_more_bytes_than_a_design_keeps_are_not_even_put_together() -> None:
    assert image_of(lines_of(b"\x89PNG\r\n\x1a\n" + b"\0" * (MOST_BYTES + 10))) == "large"


def test_letters_that_are_no_base64_are_a_broken_image() -> None:
    assert image_of(("äöü",)) == "broken"
    assert image_of(("abc\n", "====")) == "broken"


def test_a_photo_with_very_many_passes_is_not_decoded_pass_by_pass() -> None:
    raw = saved(noise(200, 150), "JPEG", quality=40, progressive=True)
    scan = raw.index(b"\xff\xda")

    assert looked_at(raw[:scan] + raw[scan:-2] * 10 + raw[-2:]) == "broken"


def test_an_empty_image_of_the_right_length_is_told_from_a_broken_one() -> None:
    assert image_of(()) == "empty"


def test_notes_of_a_camera_that_make_no_sense_hide_no_photo() -> None:
    turned = jpeg(orientation=6)
    at = turned.index(b"Exif\0\0")
    nonsense = turned[: at + 14] + b"\xff" * 30 + turned[at + 44 :]

    found = looked_at(nonsense)

    assert found == "broken" or isinstance(found, Image)


def test_a_photo_that_lies_on_its_side_in_the_file_is_upright_for_every_program() -> None:
    found = looked_at(jpeg(60, 30, orientation=6))

    assert isinstance(found, Image)
    assert (found.size, found.type) == ((30, 60), "png")


def test_the_halves_of_an_image_end_at_a_small_one() -> None:
    found = looked_at(png(1000, 3))
    assert isinstance(found, Image)

    sizes = [one.size for one in pixels_of(found)]

    assert sizes[0] == (1000, 3)
    assert max(sizes[-1]) <= 64
    assert all(len(one.content) == 4 * one.size[0] * one.size[1] for one in pixels_of(found))


def test_an_image_is_looked_at_once() -> None:
    lines = lines_of(png(31, 17))
    assert known(lines) is None

    first = image_of(lines)

    assert known(tuple(lines)) is first
    assert image_of(tuple(lines)) is first


@pytest.mark.parametrize(
    "made", [png(64, 48), saved(noise(64, 48), "PNG"), jpeg(64, 48, 6)], ids=["flat", "noise", "jpeg"]
)
def test_damaged_at_any_place_an_image_is_shown_or_is_not(made: bytes) -> None:
    chance = random.Random(7)
    for _ in range(share(8000)):
        raw = bytearray(made)
        for _ in range(chance.randint(1, 6)):
            raw[chance.randrange(8, len(raw))] = chance.randrange(256)
        cut = bytes(raw[: chance.randint(9, len(raw))]) if chance.random() < 0.3 else bytes(raw)
        found = looked_at(cut)
        if isinstance(found, Image):
            assert sum(1 for _ in pixels_of(found)) >= 1
