import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from tests.drawing.sample import sample
from workbench.drawing.build import Memory, drawing, drawings, sheets
from workbench.drawing.colours import colour
from workbench.drawing.drawing import Drawing, Glyph, Lettering, Plate
from workbench.drawing.measure import width
from workbench.drawing.symbols import symbol
from workbench.model.element import Element
from workbench.model.sketch import sketch
from workbench.words import Words

SHEETS = ("s-acc", "s-net", "s-sec")


@pytest.fixture(params=SHEETS)
def shown(request: pytest.FixtureRequest) -> Drawing:
    """Each sheet of the sample in English."""
    return drawing(sample(), request.param, "en")


def test_the_same_design_gives_the_same_drawing():
    assert drawings(sample(), "zh") == drawings(sample(), "zh")


@pytest.mark.parametrize("sheet", SHEETS)
def test_languages_differ_in_words_only(sheet: str):
    english, chinese = drawing(sample(), sheet, "en"), drawing(sample(), sheet, "zh")

    assert [box.rect for box in english.boxes] == [box.rect for box in chinese.boxes]
    assert [line.points for line in english.lines] == [line.points for line in chinese.lines]
    assert english.size == chinese.size
    assert english.title != chinese.title


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_text_is_wider_than_its_room(sheet: str, language: str):
    shown = drawing(sample(), sheet, language)  # type: ignore[arg-type]

    wide = [
        (box.key, part.text)
        for box in shown.boxes
        for part in box.parts
        if isinstance(part, Lettering)
        and part.role != "chip"
        and width(part.text, part.size, part.weight) > part.rect.w
    ]

    assert wide == []


def test_parts_stay_inside_their_box(shown: Drawing):
    outside = [
        (box.key, part)
        for box in shown.boxes
        for part in box.parts
        if part.rect.x < 0
        or part.rect.y < 0
        or part.rect.right > box.rect.w + 0.01
        or part.rect.bottom > box.rect.h + 0.01
    ]

    assert outside == []


def test_boxes_stand_inside_what_holds_them_and_none_on_another(shown: Drawing):
    for box in shown.boxes:
        holder = shown.by_key.get(box.within)
        if holder:
            assert holder.rect.holds((box.rect.x, box.rect.y))
            assert holder.rect.holds((box.rect.right, box.rect.bottom))
    for keys in shown.inside.values():
        siblings = [shown.by_key[key] for key in keys if shown.by_key[key].shape != "capsule"]
        for one in siblings:
            for other in siblings:
                apart = (
                    one.rect.right <= other.rect.x
                    or other.rect.right <= one.rect.x
                    or one.rect.bottom <= other.rect.y
                    or other.rect.bottom <= one.rect.y
                )
                assert one is other or apart, (one.key, other.key)


def test_every_element_of_the_kind_of_sheet_has_a_box(shown: Drawing):
    left_out = {
        element.id
        for element in sample()
        if "" in element.kind.stands.get(shown.shows, ()) and element.kind.shape != "site"
    } - set(shown.places)

    assert left_out == set()


def test_names_of_colours_and_symbols_are_known(shown: Drawing):
    for box in shown.boxes:
        for part in box.parts:
            if isinstance(part, Plate):
                assert all(colour(name) for name in (part.fill, part.stroke, part.hatch) if name)
            else:
                assert colour(part.colour)
            if isinstance(part, Glyph):
                assert symbol(part.symbol).pieces


def test_an_attachment_ends_at_the_row_of_its_table():
    shown = drawing(sample(), "s-net", "en")

    lines = {line.element: line for line in shown.lines}

    assert (lines["at-prod"].start, lines["at-prod"].end) == ("prod-hz", "rt-prod")
    assert shown.by_key["rt-prod"].rect.holds(lines["at-prod"].points[-1])


def test_one_tunnel_is_one_line_and_two_are_two():
    styles = {line.element: line.style for line in drawing(sample(), "s-net", "en").lines}

    assert (styles["ipsec-nj"], styles["ipsec-oc"]) == ("vpn", "vpn-single")


def test_a_peering_is_a_thin_line_between_two_vpcs_with_a_ring_beside_its_label():
    line = next(line for line in drawing(sample(), "s-net", "en").lines if line.element == "shared-psh")

    assert (line.start, line.end, line.style) == ("shared-hz", "prod-sh", "peering")
    assert line.label
    assert line.label.text == "300 Mbit/s"
    assert line.middle
    assert not line.label.rect.holds(line.middle)
    assert any(
        min(x1, x2) <= line.middle[0] <= max(x1, x2) and min(y1, y2) <= line.middle[1] <= max(y1, y2)
        for (x1, y1), (x2, y2) in zip(line.points, line.points[1:], strict=False)
    )


def test_flows_that_are_not_wanted_look_denied():
    styles = {line.element: line.style for line in drawing(sample(), "s-sec", "en").lines}

    assert (styles["fl-2"], styles["fl-3"]) == ("flow", "flow-denied")


def test_the_directory_is_joined_to_its_folders():
    branches = [line for line in drawing(sample(), "s-acc", "en").lines if line.style == "hierarchy"]

    assert {line.element for line in branches} == {"f-core", "f-prod", "f-non", "f-box"}
    assert {line.start for line in branches} == {"rd"}


def test_a_chosen_value_is_said_in_the_language_of_the_drawing():
    design = sketch("s sheet shows=security\nd security-domain trust=medium")

    said = [drawing(design, "s", language).by_key["d"].meta for language in ("en", "zh")]

    assert said == ["medium", "中"]


def test_a_table_without_its_router_is_a_box_of_its_own():
    design = sketch(
        "s sheet shows=network\nr region\ntr transit-router region=r\n  inner routing-policy\nlone routing-policy"
    )

    boxes = drawing(design, "s", "en").by_key

    assert boxes["inner"].shape == "row"
    assert boxes["lone"].shape == "node"
    assert boxes["lone"].rect.h >= 36


def test_a_capsule_lies_on_the_line_it_carries():
    shown = drawing(sample(), "s-net", "en")

    capsule = shown.by_key["cen"].rect
    line = next(line for line in shown.lines if line.element == "peer-sh")

    assert any(
        min(x1, x2) <= capsule.centre[0] <= max(x1, x2) and min(y1, y2) <= capsule.centre[1] <= max(y1, y2)
        for (x1, y1), (x2, y2) in zip(line.points, line.points[1:], strict=False)
    )


def test_a_capsule_lies_on_no_other_box_though_its_line_has_no_room_for_a_label():
    accounts = "".join(
        f"""
a{n}{r} account
  v{n}{r} vpc region={r}
    at{n}{r} vpc-attachment parent=tr-{r} vpc=v{n}{r}
"""
        for n in range(6)
        for r in ("one", "two", "three")
    )
    regions = "".join(
        f"""
{r} region
tr-{r} transit-router region={r} parent=c
  t-{r} transit-router-table
"""
        for r in ("one", "two", "three")
    )
    peer = "p peer-attachment parent=tr-one peer=tr-three bandwidth=1000 association=t-one"

    shown = drawing(sketch(f"s sheet shows=network\nc cen\n{regions}{accounts}{peer}"), "s", "en")

    capsule = shown.by_key["c"].rect
    corners = [(x, y) for x in (capsule.x, capsule.right) for y in (capsule.y, capsule.bottom)]
    around = [box for box in shown.boxes if box.key != "c" and any(box.rect.holds(c) for c in corners)]
    assert all(box.shape == "container" and all(box.rect.holds(c) for c in corners) for box in around)


def test_a_range_that_clashes_is_marked():
    parts = drawing(sample(), "s-net", "en").by_key["nj"].parts

    marked = [part.text for part in parts if isinstance(part, Lettering) and part.colour == "warning"]

    assert marked == ["10.2.128.0/18"]


def test_a_pinned_box_stands_exactly_where_it_was_put():
    shown = drawing(
        sketch(
            """
s sheet shows=network
  p placement subject=v within=r x=240 y=160
r region
v vpc region=r
w vpc region=r
"""
        ),
        "s",
        "en",
    )

    region, vpc = shown.by_key["r"].rect, shown.by_key["v"]

    assert (vpc.rect.x - region.x, vpc.rect.y - region.y) == (240, 160)
    assert vpc.pinned


def test_an_empty_sheet_is_a_drawing_too():
    shown = drawing(sketch("s sheet shows=security"), "s", "en")

    assert shown.boxes == ()
    assert min(shown.size) > 0


def test_the_legend_explains_what_occurs():
    legend = drawing(sample(), "s-net", "en").boxes[-1]

    said = {part.text for part in legend.parts if isinstance(part, Lettering)}

    assert legend.shape == "legend"
    assert {"Legend", "Region", "VPC", "production", "P"} <= said
    assert "Folder" not in said


def test_a_sheet_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="nowhere"):
        drawing(sample(), "nowhere", "en")


def test_sheets_come_in_their_order():
    assert [sheet.id for sheet in sheets(sample())] == list(SHEETS)


@settings(max_examples=share(300, least=15))
@given(st.lists(st.sampled_from([e.id for e in sample() if e.id not in SHEETS]), min_size=1, max_size=6))
def test_a_memory_leaves_out_nothing_and_keeps_no_old_name(ids: list[str]):
    memory, design = Memory(), sample()
    drawing(design, "s-net", "en", memory)
    for id in ids:
        design = design.replacing(id, name=Words(en=f"{id} called otherwise", zh="改名"))

    remembered, fresh = drawing(design, "s-net", "en", memory), drawing(design, "s-net", "en")

    assert {box.key: box.title for box in remembered.boxes} == {box.key: box.title for box in fresh.boxes}
    assert remembered.places == fresh.places


@settings(max_examples=share(300, least=15))
@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from([e.id for e in sample()]))
def test_any_name_can_be_drawn(english: str, chinese: str, id: str):
    element: Element = sample()[id]
    design = sample().replacing(element.id, name=Words(en=english, zh=chinese))

    shown = drawings(design, "zh")

    for part in (part for one in shown for box in one.boxes for part in box.parts):
        if isinstance(part, Lettering) and part.role != "chip":
            assert "\n" not in part.text
            assert width(part.text, part.size, part.weight) <= part.rect.w
