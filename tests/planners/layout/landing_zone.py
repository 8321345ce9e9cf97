"""Landing zones of any size as cells and wires, the same for the same arguments."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from planners.layout import Cell, Wire

TABLES = ("prod", "shared", "nonprod", "hub")


@dataclass
class Sketchbook:
    """Collects wires while the cells are made."""

    dice: Random
    nodes: int = 0
    wires: list[Wire] = field(default_factory=list)

    def leaf(self, key: str, w: float, h: float, role: str) -> Cell:
        self.nodes += 1
        return Cell(key, (w, h), role=role)

    def attach(self, key: str, router: str, table: str) -> None:
        self.wires.append(Wire(f"{key}~{table}", key, table, net=f"{router}/{table}"))


def landing_zone(nodes: int, seed: int = 1, chords: float = 0) -> tuple[Cell, list[Wire]]:
    """A sheet with about so many leaves; `chords` adds that share of lines between any two of them."""
    book = Sketchbook(Random(seed))
    regions: list[Cell] = []
    count = 1 if nodes < 50 else 2 if nodes < 300 else 3 if nodes < 1000 else 4 if nodes < 3000 else 7
    for number in range(count):
        share = nodes // 2 if number == 0 and count > 1 else (nodes - nodes // 2) // max(count - 1, 1)
        regions.append(_region(book, f"r{number}", max(share, 8)))
    sites = [
        Cell("site-nj", (120, 130), role="site", header=30),
        Cell("site-oc", (120, 80), role="site", header=30),
    ]
    internet = Cell("internet", (136, 44), role="node")
    book.wires.append(Wire("circuit", "site-nj", "r0-vbr", label=(50, 16), tracks=1))
    book.wires.append(Wire("vpn", "site-nj", "r0-vpn", label=(58, 16), tracks=2))
    book.wires.append(Wire("vpn-oc", "site-oc", f"r{count - 1}-vpn", label=(58, 16), tracks=2))
    book.wires.append(Wire("net-in", "internet", "r0-net-dmz"))
    extra: list[Cell] = []
    if count > 1:
        extra.append(Cell("cen", (94, 24), role="cen"))
        book.wires.append(Wire("cen-r0", "cen", "r0-tr", tracks=2))
        for number in range(1, count):
            book.wires.append(Wire(f"cen-r{number}", "cen", f"r{number}-tr", label=(70, 16), tracks=2))
    root = Cell("sheet", (0, 0), (internet, *sites, *regions, *extra), "sheet", "sheet", 0, 24, 16)
    _add_chords(book, root, chords)
    return root, book.wires


def _add_chords(book: Sketchbook, root: Cell, chords: float) -> None:
    leaves = [cell.key for cell in root.walk() if not cell.children and "/" not in cell.key]
    for number in range(round(len(book.wires) * chords)):
        a, b = book.dice.sample(leaves, 2)
        book.wires.append(Wire(f"chord{number}", a, b))


def _region(book: Sketchbook, key: str, nodes: int) -> Cell:
    router = f"{key}-tr"
    rows = tuple(Cell(f"{router}/{table}", (112, 32)) for table in TABLES)
    book.nodes += 1
    cells = [
        _network_account(book, key),
        Cell(router, (112, 44), rows, "column", "router", 44, 0, 0),
    ]
    start, number = book.nodes, 0
    while book.nodes - start < nodes - 12:
        cells.append(_account(book, f"{key}-a{number}", router))
        number += 1
    return Cell(key, (0, 0), tuple(cells), "region", "region", 28, 12, 16)


def _network_account(book: Sketchbook, key: str) -> Cell:
    name, router = f"{key}-net", f"{key}-tr"
    vpc = _vpc(book, f"{name}-dmz", tiles=3, zones=2, switches=2)
    book.attach(f"{name}-dmz", router, f"{router}/hub")
    nodes = [book.leaf(f"{key}-vpn", 136, 44, "node"), book.leaf(f"{key}-vbr", 136, 44, "node")]
    nodes.append(book.leaf(f"{key}-bastion", 136, 44, "node"))
    book.attach(f"{key}-vpn", router, f"{router}/hub")
    book.attach(f"{key}-vbr", router, f"{router}/hub")
    return Cell(name, (0, 0), (vpc, *nodes), "account", "account", 26)


def _account(book: Sketchbook, key: str, router: str) -> Cell:
    table = f"{router}/{book.dice.choice(TABLES[:3])}"
    vpcs = []
    for number in range(book.dice.choice((1, 1, 1, 2, 2, 3))):
        name = f"{key}-v{number}"
        vpcs.append(
            _vpc(
                book,
                name,
                book.dice.choice((0, 0, 1, 2, 4)),
                book.dice.choice((1, 2, 2, 3)),
                book.dice.randint(1, 3),
            )
        )
        book.attach(name, router, table)
    nodes = [book.leaf(f"{key}-n{n}", 136, 44, "node") for n in range(book.dice.choice((0, 0, 0, 1, 2)))]
    for node in nodes:
        book.wires.append(Wire(f"{node.key}-link", node.key, vpcs[0].key))
    return Cell(key, (0, 0), (*vpcs, *nodes), "account", "account", 26)


def _vpc(book: Sketchbook, key: str, tiles: int, zones: int, switches: int) -> Cell:
    children = [book.leaf(f"{key}-t{n}", 64, 58, "tile") for n in range(tiles)]
    for zone in range(zones):
        leaves = tuple(book.leaf(f"{key}-z{zone}-s{n}", 104, 38, "leaf") for n in range(switches))
        children.append(Cell(f"{key}-z{zone}", (0, 0), leaves, "column", "zone", 16, 8))
    for n in range(tiles):
        target = f"{key}-z{n % zones}-s{n % switches}"
        book.wires.append(Wire(f"{key}-t{n}-link", f"{key}-t{n}", target, net=f"{key}-t{n}"))
    return Cell(key, (0, 0), tuple(children), "vpc", "vpc", 26)


def account_sheet(folders: int, cards: int) -> tuple[Cell, list[Wire]]:
    """An account hierarchy: a head, an aside, folders with cards, and a folder in the first folder."""
    made = []
    for n in range(folders):
        inside = tuple(Cell(f"f{n}-a{i}", (152, 58), role="card") for i in range(cards + n % 3))
        if n == 0:
            nested = Cell("f0-sub", (0, 0), (Cell("f0-sub-a", (152, 58)),), "folder", "folder", 26)
            inside = (*inside, nested)
        made.append(Cell(f"f{n}", (0, 0), inside, "folder", "folder", 26))
    head, aside = Cell("head", (230, 60), role="head"), Cell("aside", (152, 58), role="aside")
    wires = [Wire(f"t{n}", "head", f"f{n}", tree=True) for n in range(folders)]
    wires.append(Wire("pay", "head", "aside"))
    return Cell("chart", (0, 0), (head, aside, *made), "chart", "sheet", 0, 24, 12), wires
