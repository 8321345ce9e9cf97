"""How each template arranges its children."""

from __future__ import annotations

from dataclasses import replace

from planners.layout import Arrangement, Cell, Rect, Wire, arrange
from planners.layout.templates.job import split
from tests.planners.layout.faults import faults


def leaves(
    count: int, role: str = "leaf", prefix: str = "c", size: tuple[float, float] = (104, 38)
) -> list[Cell]:
    return [Cell(f"{prefix}{n}", size, role=role) for n in range(count)]


def vpc(key: str, zones: int = 2, tiles: int = 0) -> Cell:
    made = [
        Cell(f"{key}-z{n}", (0, 0), tuple(leaves(n + 1, prefix=f"{key}-z{n}-")), "column", "zone", 16)
        for n in range(zones)
    ]
    return Cell(key, (0, 0), (*leaves(tiles, "tile", f"{key}-t", (64, 58)), *made), "vpc", "vpc", 26)


def account(key: str, *inside: Cell) -> Cell:
    return Cell(key, (0, 0), inside, "account", "account", 26)


def router(key: str) -> Cell:
    rows = tuple(Cell(f"{key}/{n}", (112, 32)) for n in range(3))
    return Cell(key, (112, 44), rows, "column", "router", 44, 0, 0)


def boxes(root: Cell, *wires: Wire) -> dict[str, Rect]:
    drawn: Arrangement = arrange(root, wires)
    assert faults(root, wires, drawn) == []
    return drawn.boxes


def test_zones_of_a_vpc_are_columns_of_one_size_below_the_tiles() -> None:
    at = boxes(vpc("v", zones=3, tiles=2))

    zones = [at[f"v-z{n}"] for n in range(3)]

    assert len({(zone.y, zone.w, zone.h) for zone in zones}) == 1
    assert at["v-t0"].y == at["v-t1"].y < zones[0].y


def test_what_has_no_zone_stands_between_tiles_and_zones() -> None:
    whole = vpc("v", tiles=1)

    at = boxes(replace(whole, children=(*whole.children, Cell("lost", (104, 38), role="leaf"))))

    assert at["v-t0"].bottom < at["lost"].y < at["lost"].bottom < at["v-z0"].y


def test_rows_come_near_the_wanted_shape() -> None:
    at = boxes(Cell("root", (0, 0), tuple(leaves(12, "node", size=(100, 100)))))

    assert 1 < at["root"].w / at["root"].h < 2


def test_nodes_of_an_account_stand_below_its_vpcs() -> None:
    at = boxes(account("a", vpc("v"), *leaves(3, "node", "n", (136, 44))))

    assert at["v"].bottom < at["n0"].y < at["n1"].y < at["n2"].y
    assert at["n0"].x == at["n1"].x == at["n2"].x


def test_many_nodes_of_an_account_stand_in_rows_of_three() -> None:
    at = boxes(account("a", *leaves(7, "node", "n", (136, 44))))

    assert at["n0"].y == at["n2"].y < at["n3"].y


def test_gateways_stand_left_the_router_between_the_accounts() -> None:
    accounts = [account(key, vpc(f"v{key}")) for key in "abcd"]
    inside = (*accounts, router("tr"), Cell("gw", (136, 44), role="gateway"))
    region = Cell("r", (0, 0), inside, "region", "region", 28)

    at = boxes(region, Wire("1", "gw", "tr"), Wire("2", "va", "tr/0"), Wire("3", "vd", "tr/1"))

    assert at["gw"].right < at["a"].x < at["a"].right < at["tr"].x < at["tr"].right < at["d"].x


def test_vpcs_straight_in_a_region_are_placed_like_accounts() -> None:
    region = Cell(
        "r", (0, 0), (vpc("va"), vpc("vb"), router("tr"), vpc("vc"), vpc("vd")), "region", "region", 28
    )

    at = boxes(region, Wire("1", "va", "tr/0"), Wire("2", "vd", "tr/1"))

    assert at["va"].right < at["tr"].x < at["tr"].right < at["vd"].x


def test_an_account_with_a_line_to_a_site_stands_on_the_left() -> None:
    inside = (account("a", vpc("va")), account("b", vpc("vb")), router("tr"), account("c", vpc("vc")))
    region = Cell("r", (0, 0), inside, "region", "region", 28)
    root = Cell("sheet", (0, 0), (region, Cell("site", (120, 80), role="site")), "sheet", "", 0, 24, 16)

    at = boxes(root, Wire("1", "site", "vc"))

    assert at["site"].right < at["r"].x
    assert at["c"].right < at["tr"].x
    assert at["c"].y <= min(at["a"].y, at["b"].y)


def test_the_line_from_a_router_in_an_account_through_the_cen_is_straight() -> None:
    first = Cell("r1", (0, 0), (account("net", vpc("v"), router("tr1")),), "region", "region", 28)
    second = Cell(
        "r2",
        (0, 0),
        (*(account(f"a{n}", vpc(f"w{n}")) for n in range(4)), router("tr2")),
        "region",
        "region",
        28,
    )
    root = Cell("sheet", (0, 0), (first, second, Cell("cen", (94, 24), role="cen")), "sheet", "", 0, 24, 16)
    wires = [Wire("up", "tr1", "cen", tracks=2), Wire("down", "cen", "tr2", tracks=2, label=(60, 16))]

    drawn = arrange(root, wires)

    assert faults(root, wires, drawn) == []
    assert [len(points) for points in drawn.routes.values()] == [2, 2]
    assert drawn.boxes["r1"].bottom < drawn.labels["down"].y < drawn.boxes["r2"].y


def test_more_than_four_regions_stand_in_two_columns() -> None:
    regions = tuple(Cell(f"r{n}", (0, 0), (vpc(f"v{n}"),), "region", "region", 28) for n in range(6))

    at = boxes(Cell("sheet", (0, 0), regions, "sheet", "", 0, 24, 16))

    assert len({at[f"r{n}"].x for n in range(6)}) == 2


def test_cards_of_a_folder_stand_in_even_columns() -> None:
    at = boxes(Cell("f", (0, 0), tuple(leaves(11, "card", size=(152, 58))), "folder", "folder", 26))

    columns: dict[float, int] = {}
    for n in range(11):
        columns[at[f"c{n}"].x] = columns.get(at[f"c{n}"].x, 0) + 1
    assert sorted(columns.values()) == [5, 6]


def test_eight_cards_of_a_folder_stand_in_one_column() -> None:
    at = boxes(Cell("f", (0, 0), tuple(leaves(8, "card", size=(152, 58))), "folder", "folder", 26))

    assert len({at[f"c{n}"].x for n in range(8)}) == 1


def test_a_pinned_box_stays_and_its_sibling_makes_way() -> None:
    cells = leaves(4, "node", size=(136, 44))
    cells[3] = replace(cells[3], pinned=(12.5, 13.25))

    at = boxes(Cell("root", (0, 0), tuple(cells)), Wire("w", "c0", "c3"))

    assert (at["c3"].x, at["c3"].y) == (12.5, 13.25)


def test_pinned_boxes_that_leave_no_cut_push_all_others_below() -> None:
    spots = [(20, 20, 200, 40), (230, 20, 40, 150), (70, 180, 200, 40), (20, 70, 40, 150)]
    pinned = [Cell(f"p{n}", (w, h), pinned=(x, y)) for n, (x, y, w, h) in enumerate(spots)]
    root = Cell("root", (0, 0), (*leaves(3, "node"), *pinned))

    drawn = arrange(root, [])

    assert faults(root, [], drawn) == []
    assert min(drawn.boxes[f"c{n}"].y for n in range(3)) > 220


def test_a_container_is_at_least_as_large_as_it_asks() -> None:
    at = boxes(Cell("root", (700, 500), tuple(leaves(2))))

    assert (at["root"].w, at["root"].h) == (700, 500)


def test_runs_are_split_so_that_the_tallest_is_low() -> None:
    assert split([10, 10, 10, 30], 2, 0) == [3, 1]
    assert split([5.0], 3, 0) == [1]
    assert split([], 2, 0) == [0]
