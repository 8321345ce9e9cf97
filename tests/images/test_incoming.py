"""Images that come in are upright, hold nothing but their pixels, and are small enough to keep."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.images.made import jpeg, noise, pixels, png, saved
from workbench.images.decoding import MOST_SIDE
from workbench.images.image import LINE, MOST_BYTES, MOST_PIXELS, Image, image_of
from workbench.images.incoming import NotTaken, from_file, taken
from workbench.texts import LANGUAGES
from workbench.words import Words

NAME = Words(en="site plan", zh="平面图")


def content(lines: tuple[str, ...]) -> bytes:
    return base64.b64decode("".join(lines))


def test_a_png_is_taken_with_every_pixel_and_shown() -> None:
    made = noise(120, 80)

    lines = taken(saved(made, "PNG"), NAME)

    assert pixels(content(lines)).convert("RGB").tobytes() == made.tobytes()
    shown = image_of(lines)
    assert isinstance(shown, Image)
    assert (shown.type, shown.size) == ("png", (120, 80))


def test_a_photo_of_fitting_size_keeps_its_pixels_but_not_where_it_was_taken() -> None:
    raw = jpeg()

    taken_in = content(taken(raw, NAME))

    assert pixels(taken_in).tobytes() == pixels(raw).tobytes()
    assert not pixels(taken_in).getexif()
    assert b"taken at home" in raw
    assert b"taken at home" not in taken_in


@pytest.mark.parametrize(
    ("orientation", "size", "first"),
    [
        (1, (40, 20), "red"),
        (2, (40, 20), "blue"),
        (3, (40, 20), "blue"),
        (6, (20, 40), "red"),
        (8, (20, 40), "blue"),
    ],
)
def test_a_photo_is_turned_as_the_camera_was_held(
    orientation: int, size: tuple[int, int], first: str
) -> None:
    shown = pixels(content(taken(jpeg(orientation=orientation), NAME)))

    red, _, blue = shown.convert("RGB").getpixel((2, 2))  # type: ignore[misc]
    assert shown.size == size
    assert (red > 200, blue > 200) == (first == "red", first == "blue")


def test_a_photo_of_a_large_camera_is_made_smaller_in_its_proportions() -> None:
    raw = saved(noise(400, 300).resize((4000, 3000)), "JPEG", quality=90)

    shown = image_of(taken(raw, NAME))

    assert isinstance(shown, Image)
    assert shown.size[0] * shown.size[1] <= MOST_PIXELS
    assert len(shown.content) <= MOST_BYTES
    assert shown.size[0] / shown.size[1] == pytest.approx(4 / 3, abs=0.01)


def test_an_image_that_lets_the_ground_shine_through_stays_so_however_small_it_has_to_become() -> None:
    shown = image_of(taken(saved(noise(900, 900, "RGBA"), "PNG"), NAME))

    assert isinstance(shown, Image)
    assert shown.type == "png"
    assert len(shown.content) <= MOST_BYTES
    assert pixels(shown.content).mode == "RGBA"


def test_a_long_strip_is_made_no_longer_than_painters_take() -> None:
    shown = image_of(taken(png(30_000, 4), NAME))

    assert isinstance(shown, Image)
    assert max(shown.size) <= MOST_SIDE


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_taken(mode: str) -> None:
    from PIL import Image as Pillow

    shown = image_of(taken(saved(Pillow.new(mode, (9, 7), 1), "PNG"), NAME))

    assert isinstance(shown, Image)
    assert shown.size == (9, 7)


def test_sixteen_bits_a_pixel_become_eight_and_keep_their_brightness() -> None:
    from PIL import Image as Pillow

    shown = pixels(content(taken(saved(Pillow.new("I;16", (4, 4), 0x8000), "PNG"), NAME)))

    assert shown.convert("L").getpixel((1, 1)) == 0x80


def test_the_lines_are_short_enough_to_be_read_and_merged() -> None:
    lines = taken(png(), NAME)

    assert max(map(len, lines)) <= LINE


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "it is empty, damaged or cut off"),
        (b"GIF89a" + b"\0" * 40, "neither PNG nor JPEG"),
        (b'<?xml version="1.0"?>\n<svg onload="steal()"/>', "Save it as PNG"),
        (png()[:40], "damaged or cut off"),
        (jpeg()[:-60], "damaged or cut off"),
        (b"\x89PNG\r\n\x1a\n", "damaged or cut off"),
    ],
)
def test_what_is_no_whole_png_or_jpeg_is_refused_with_what_to_do(raw: bytes, says: str) -> None:
    with pytest.raises(NotTaken) as wrong:
        taken(raw, NAME)

    assert says in wrong.value.text.said("en")
    assert [NAME.said(language) in wrong.value.text.said(language) for language in LANGUAGES] == [True, True]


def test_a_file_that_cannot_be_read_is_told_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(NotTaken) as wrong:
        from_file(tmp_path / "gone.png").lines()

    assert wrong.value.text.said("en").startswith("gone cannot be read: No such file")


def test_of_a_file_far_too_large_only_so_much_is_read_that_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "film.png"
    with path.open("wb") as file:
        file.truncate(50_000_000_000)

    with pytest.raises(NotTaken) as wrong:
        from_file(path).lines()

    assert "at most 40 MB" in wrong.value.text.said("en")
