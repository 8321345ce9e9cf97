"""The text of a design file: stable, mergeable, and wrong files told line by line."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings

from tests.campaign import share
from tests.images.made import picture, png
from tests.model.designs import designs
from workbench.images.image import Image, image_of
from workbench.model.design import Design
from workbench.model.elements.opaque import Opaque
from workbench.model.sketch import sketch
from workbench.storage.format import VERSION, BrokenFile, design_bytes, design_from, schema
from workbench.texts import Text

DESIGN = sketch(
    """
    a account name.zh=账号
      v vpc blocks=10.0.0.0/16 region=r
        s vswitch block=10.0.1.0/24 zone=z
        g security-group
          - rules port=22/22 block=0.0.0.0/0 group=g
    r region region_id=cn-beijing
      z zone
    """
)


@settings(max_examples=share(2000, 0.05))
@given(designs())
def test_what_is_saved_is_what_is_loaded(design: Design) -> None:
    raw = design_bytes(design)

    again, reason = design_from(raw)

    assert again == design
    assert reason is None
    assert design_bytes(again) == raw


def test_a_change_of_one_field_changes_one_line() -> None:
    before = design_bytes(DESIGN).splitlines()

    after = design_bytes(DESIGN.replacing("s", block="10.0.2.0/24")).splitlines()

    assert len(before) == len(after)
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_two_added_elements_merge_without_touching_one_line() -> None:
    plain = design_bytes(DESIGN).decode().splitlines()

    more = design_bytes(DESIGN.adding(*sketch("b account\nzz region"))).decode().splitlines()

    assert [line for line in plain if line not in more] == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (b'"10.0.1.0/24"', b"5", "field “block”: Expected `str`, got `int`"),
        (b'"id": "s"', b'"id": "g"', "the id “g” is used twice"),
        (b'"id": "s"', b'"id": ""', "an element has no id"),
        (b'"id": "s"', b'"id": 7', "Expected `str`"),
        (b'"parent": "v"', b'"parent": ["v"]', "field “parent”"),
        (b'"landing-zone-design"', b'"something"', "not a design file"),
        (b'"version": 2', b'"version": "one"', "head of the file"),
        (b'"version": 2', b'"version": 0', "never existed"),
    ],
)
def test_a_wrong_value_is_told_with_line_and_field(old: bytes, new: bytes, says: str) -> None:
    raw = design_bytes(DESIGN)
    assert old in raw

    with pytest.raises(BrokenFile) as wrong:
        design_from(raw.replace(old, new, 1))

    assert says in wrong.value.text.said("en")


def test_the_line_that_is_named_is_the_line_that_is_wrong() -> None:
    raw = design_bytes(DESIGN).replace(b'"10.0.1.0/24"', b"5")

    with pytest.raises(BrokenFile) as wrong:
        design_from(raw)

    line = dict(wrong.value.text.values)["line"]
    assert isinstance(line, int)
    assert b'"block": 5' in raw.splitlines()[line - 1]


@pytest.mark.parametrize("cut", [1, 30, 200])
def test_a_cut_off_file_says_where_it_ends(cut: int) -> None:
    with pytest.raises(BrokenFile) as wrong:
        design_from(design_bytes(DESIGN)[:cut])

    assert "Line" in wrong.value.text.said("en")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n", "no text"),
        (b'{"a":\n "\\ud83d"}', "Line 2, column"),
        (b'{"a":\n\n NaN}', "Line 3, column"),
        ("{}".encode("utf-16"), "UTF-16"),
        ("{}".encode("utf-16-le"), "UTF-16"),
    ],
)
def test_what_is_no_text_is_told_as_that(raw: bytes, says: str) -> None:
    with pytest.raises(BrokenFile, match=says):
        design_from(raw)


def test_a_newer_file_opens_for_reading_with_what_it_holds() -> None:
    plain = json.loads(design_bytes(DESIGN))
    plain["version"] = VERSION + 1
    plain["elements"].append({"kind": "teleporter", "id": "t", "parent": "v", "range": 12})

    design, reason = design_from(json.dumps(plain).encode())

    assert reason
    assert "newer version" in reason.said("en")
    kept = design.get("t", Opaque)
    assert kept
    assert kept.kind_name == "teleporter"


def test_an_unknown_kind_is_written_back_as_it_came() -> None:
    plain = json.loads(design_bytes(DESIGN))
    item = {"kind": "teleporter", "id": "t", "parent": "v", "range": {"from": 1, "to": [2, 3]}}
    plain["elements"].append(item)

    design, _ = design_from(json.dumps(plain).encode())

    assert item in json.loads(design_bytes(design))["elements"]


def test_mutated_files_are_designs_or_clear_errors() -> None:
    raw = design_bytes(DESIGN)
    dice = random.Random(7)

    for _ in range(share(5000)):
        mutated = bytearray(raw)
        for _ in range(dice.randint(1, 4)):
            at = dice.randrange(len(mutated))
            mutated[at : at + dice.randint(0, 3)] = bytes(
                dice.choices(b'{}[]",:0 9a\x00\xff\n', k=dice.randint(0, 3))
            )
        told = _told(bytes(mutated))
        assert told is None or (told.said("en") and told.said("zh"))


def _told(raw: bytes) -> Text | None:
    """What is said of a file that is no design, None of one that is; any other exception fails the test."""
    try:
        design_from(raw)
    except BrokenFile as wrong:
        return wrong.text
    return None


def test_half_a_character_in_the_name_of_a_field_is_told() -> None:
    raw = b'{"format": "landing-zone-design", "version": 99, "elements": [{"kind": "vpc", "id": "v", "\xed\xa0\xbd": 1}]}'

    with pytest.raises(BrokenFile) as wrong:
        design_from(raw)

    assert wrong.value.text.said("zh") != wrong.value.text.said("en")


def test_a_mark_of_utf_8_before_a_design_is_read_over() -> None:
    assert design_from(b"\xef\xbb\xbf" + design_bytes(DESIGN))[0] == DESIGN


@pytest.mark.parametrize("deep", [150, 900])
def test_an_unknown_kind_that_is_nested_deep_is_told(deep: int) -> None:
    item = f'{{"kind": "teleporter", "id": "t", "range": {"[" * deep + "]" * deep}}}'

    with pytest.raises(BrokenFile):
        design_from(f'{{"format": "landing-zone-design", "version": 2, "elements": [{item}]}}'.encode())


def test_deep_nesting_is_told_and_not_a_crash() -> None:
    with pytest.raises(BrokenFile):
        design_from(b'{"format": "landing-zone-design", "version": 1, "elements": ' + b"[" * 100_000)


def test_the_schema_names_every_kind() -> None:
    found = schema()

    assert "vpc" in json.dumps(found)
    assert found["$schema"].startswith("https://json-schema.org/")


def test_a_picture_is_written_in_short_lines_and_read_back_whole() -> None:
    design = sketch("s sheet").adding(picture("plan", "s", png(300, 200, "navy"), "A plan"))

    raw = design_bytes(design)

    again, reason = design_from(raw)
    assert (again, reason) == (design, None)
    assert max(map(len, raw.splitlines())) < 120
    assert isinstance(image_of(again["plan"].image()), Image)


def test_a_picture_whose_lines_are_no_texts_is_told_with_its_field() -> None:
    raw = design_bytes(sketch("s sheet").adding(picture("plan", "s", png())))

    with pytest.raises(BrokenFile) as wrong:
        design_from(raw.replace(b'"lines": [', b'"lines": [7,'))

    assert "lines" in wrong.value.text.said("en")
    assert "plan" in wrong.value.text.said("en")
