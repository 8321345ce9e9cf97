from xml.etree import ElementTree

import pytest

from tests.drawing.sample import sample
from workbench.drawing.build import drawing
from workbench.exporters import Job, exporters
from workbench.exporters.svg.document import document
from workbench.texts import Language
from workbench.words import Words

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = ('<script>alert("1")</script> & co', "مرحبا \u202eabc", "👩‍👩‍👧‍👦 net\x00\x07\ud800", "a\nb")


@pytest.mark.parametrize("sheet", ["s-acc", "s-net", "s-sec"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_box_and_line_carries_its_element_and_name(sheet: str, language: Language):
    shown = drawing(sample(), sheet, language)

    tree = ElementTree.fromstring(document(shown))
    groups = {
        group.get("data-key"): group for group in tree.iter(f"{SVG}g") if group.get("data-key") is not None
    }

    for item in (*shown.boxes, *shown.lines):
        assert groups[item.key].get("data-element", "") == item.element
        assert (groups[item.key].findtext(f"{SVG}title") or "").startswith(item.title)


def test_a_peering_has_rings_at_both_ends_and_one_on_its_way():
    shown = drawing(sample(), "s-net", "en")
    (line,) = [line for line in shown.lines if line.style == "peering"]

    tree = ElementTree.fromstring(document(shown))
    rings = {
        (float(c.get("cx", 0)), float(c.get("cy", 0))) for c in tree.iter(f"{SVG}circle") if c.get("stroke")
    }

    assert rings == {line.points[0], line.middle, line.points[-1]}


def test_names_stand_as_real_text():
    tree = ElementTree.fromstring(document(drawing(sample(), "s-net", "zh")))

    said = {text.text for text in tree.iter(f"{SVG}text")}

    assert {"prod-hz", "10.1.0.0/16", "互联网", "核心交易", "1,000 Mbit/s · A"} <= said


def test_a_file_a_sheet_named_after_it():
    files = list(exporters()["svg"].files(Job(sample(), "en")))

    assert [file.name for file in files] == [
        "Lanan-Group_Account-hierarchy_v0.7_en.svg",
        "Lanan-Group_Network-overview_v0.7_en.svg",
        "Lanan-Group_Security-domains_v0.7_en.svg",
    ]


def test_the_same_design_gives_the_same_bytes():
    first = [file.content for file in exporters()["svg"].files(Job(sample(), "zh"))]

    assert first == [file.content for file in exporters()["svg"].files(Job(sample(), "zh"))]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_the_file(name: str):
    design = sample()
    for id in ("prod-hz", "app-h", "s-net", "nj", "rt-prod", "cen"):
        design = design.replacing(id, name=Words(en=name))

    written = document(drawing(design, "s-net", "en"))

    assert ElementTree.fromstring(written).find(f".//{SVG}script") is None
    assert not any(character in written for character in "\x00\x07\u202e")


def test_light_and_print_differ_in_colours_only():
    shown = drawing(sample(), "s-net", "en")

    light, printed = document(shown, "light"), document(shown)

    assert "#6BA5B0" in light
    assert "#6BA5B0" not in printed
    assert [t.text for t in ElementTree.fromstring(light).iter()] == [
        t.text for t in ElementTree.fromstring(printed).iter()
    ]
