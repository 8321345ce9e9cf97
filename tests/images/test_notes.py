"""What a camera noted is read for how it was held, and left out with all that follows the image."""

from __future__ import annotations

import pytest

from tests.images.made import jpeg, noise, pixels, saved
from workbench.images.notes import noted_in, orientation_in, without_notes


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_orientation_is_read_as_the_camera_wrote_it(orientation: int) -> None:
    assert orientation_in(noted_in(jpeg(orientation=orientation))) == orientation


@pytest.mark.parametrize(
    "notes",
    [b"", b"Exif\0\0", b"Exif\0\0MM", b"Exif\0\0II*\0\xff\xff\xff\x7f", b"XX*\0\0\0\0\x08" + b"\0" * 40],
)
def test_notes_that_make_no_sense_mean_upright(notes: bytes) -> None:
    assert orientation_in(notes) == 1


def test_without_its_notes_a_photo_of_many_passes_has_the_same_pixels() -> None:
    raw = saved(noise(90, 70), "JPEG", progressive=True, comment=b"mine")

    bare = without_notes(raw)

    assert b"mine" not in bare
    assert pixels(bare).tobytes() == pixels(raw).tobytes()


def test_what_follows_the_end_of_a_photo_such_as_a_film_is_left_out() -> None:
    bare = without_notes(jpeg() + b"a film of the same moment")

    assert bare == without_notes(jpeg())
    assert bare.endswith(b"\xff\xd9")
