"""draw.io files: read back cell by cell and compared with the drawings they come from."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from tests.drawing.sample import sample
from workbench.drawing.build import drawing, drawings
from workbench.drawing.drawing import Drawing, Rect
from workbench.exporters import Job, exporters
from workbench.exporters.drawio.document import document
from workbench.texts import Language
from workbench.words import Words

SHEETS = ("s-acc", "s-net", "s-sec")


class Page:
    """A page read back: its cells by id, each with the data around it."""

    def __init__(self, shown: Drawing) -> None:
        self.shown = shown
        (root,) = ElementTree.fromstring(document([shown], sample())).iter("root")
        self.data = {str(item.get("id")): item for item in root}
        self.count = len(list(root))
        self.cells = {id: item if item.tag == "mxCell" else item[0] for id, item in self.data.items()}

    def place(self, id: str) -> Rect:
        """The rectangle of a box on the page, its holders' corners added up."""
        cell, x, y = self.cells[id], 0.0, 0.0
        geometry = cell.find("mxGeometry")
        assert geometry is not None
        size = float(geometry.get("width", 0)), float(geometry.get("height", 0))
        while (around := cell.find("mxGeometry")) is not None:
            x, y = x + float(around.get("x", 0)), y + float(around.get("y", 0))
            cell = self.cells[str(cell.get("parent"))]
        return Rect(round(x, 2), round(y, 2), *size)

    def look(self, id: str) -> dict[str, str]:
        """The style of a cell by name."""
        parts = self.cells[id].get("style", "").strip(";").split(";")
        return dict(part.partition("=")[::2] for part in parts)


@pytest.fixture(scope="module", params=SHEETS)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(drawing(sample(), request.param, "en"))


def test_every_cell_has_an_id_of_its_own_and_names_cells_that_are_there(page: Page) -> None:
    named = {cell.get(name) for cell in page.cells.values() for name in ("parent", "source", "target")}

    assert len(page.cells) == page.count
    assert named - {None} <= set(page.cells)


def test_every_box_stands_in_the_box_that_holds_it_where_the_drawing_has_it(page: Page) -> None:
    assert page.shown.boxes
    for box in page.shown.boxes:
        id = f"box {box.key}"

        layer = "riders" if box.shape == "capsule" else "boxes"
        assert page.cells[id].get("parent") == (f"box {box.within}" if box.within else layer)
        assert page.place(id).x == pytest.approx(box.rect.x, abs=0.05)
        assert page.place(id).y == pytest.approx(box.rect.y, abs=0.05)
        assert (page.place(id).w, page.place(id).h) == pytest.approx((box.rect.w, box.rect.h), abs=0.01)


def test_every_line_is_joined_to_both_its_boxes_where_the_drawing_ends_it(page: Page) -> None:
    assert page.shown.lines
    for line in page.shown.lines:
        cell, look = page.cells[f"line {line.key}"], page.look(f"line {line.key}")

        assert (cell.get("source"), cell.get("target")) == (f"box {line.start}", f"box {line.end}")
        for end, key, at in (("exit", line.start, line.points[0]), ("entry", line.end, line.points[-1])):
            rect = page.shown.by_key[key].rect
            x = rect.x + float(look[f"{end}X"]) * rect.w
            y = rect.y + float(look[f"{end}Y"]) * rect.h
            assert (x, y) == pytest.approx(at, abs=0.1)
        bends = [(float(p.get("x", 0)), float(p.get("y", 0))) for p in cell.iterfind(".//Array/mxPoint")]
        assert bends == list(line.points[1:-1])


def test_every_box_and_line_carries_its_element_and_what_is_said_of_it(page: Page) -> None:
    items = [
        *((f"box {b.key}", b) for b in page.shown.boxes),
        *((f"line {n.key}", n) for n in page.shown.lines),
    ]
    for id, item in items:
        assert page.data[id].get("element", "") == item.element
        if item.element:
            assert page.data[id].get("title") == sample()[item.element].title().said("en")


def test_fields_are_data_of_their_shape() -> None:
    data = Page(drawing(sample(), "s-net", "zh")).data["box prod-hz"]

    assert (data.get("kind"), data.get("title"), data.get("blocks")) == ("vpc", "prod-hz", "10.1.0.0/16")
    assert data.get("environment") == "生产"


def test_a_title_stands_in_the_strip_of_its_container() -> None:
    page = Page(drawing(sample(), "s-net", "en"))

    assert page.data["box prod-hz"].get("label") == "prod-hz"
    assert page.look("box prod-hz")["startSize"] == "26"
    assert not [id for id in page.cells if id.startswith("box prod-hz/") and page.place(id).w > 200]


def test_marks_ride_on_their_line() -> None:
    page = Page(drawing(sample(), "s-net", "en"))
    marks = [id for id in page.cells if id.startswith("line shared-psh/")]
    alongs = [_geometry(page.cells[id]).get("x") for id in marks]

    assert [page.cells[id].get("parent") for id in marks] == ["line shared-psh"] * 3
    assert (alongs[0], alongs[2]) == ("-1.0000", "1.0000")
    assert -1 < float(alongs[1] or 9) < 1


def _geometry(cell: Element) -> Element:
    found = cell.find("mxGeometry")
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_file_holds_a_page_a_sheet(language: Language) -> None:
    (file,) = exporters()["drawio"].files(Job(sample(), language))

    pages = [page.get("name") for page in ElementTree.fromstring(file.content).iter("diagram")]

    assert file.name.endswith(f"_drawings_v0.7_{language}.drawio")
    assert pages == [shown.title for shown in drawings(sample(), language)]


def test_the_same_design_gives_the_same_bytes() -> None:
    assert document(drawings(sample(), "zh"), sample()) == document(drawings(sample(), "zh"), sample())


@pytest.mark.parametrize(
    "name", ['<script>"1"</script>;fillColor=red', "\u202eabc", "\x00\x07\ud800", "a\nb"]
)
def test_no_name_breaks_the_file(name: str) -> None:
    design = sample()
    for id in ("prod-hz", "app-h", "s-net", "nj", "at-prod"):
        design = design.replacing(id, name=Words(en=name))

    written = document([drawing(design, "s-net", "en")], design)

    assert ElementTree.fromstring(written).find(".//script") is None
    assert all(
        "red" not in (cell.get("style") or "") for cell in ElementTree.fromstring(written).iter("mxCell")
    )
