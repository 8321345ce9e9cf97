"""Flow lists and lists of apps as CSV, read into a `Problem`; every fault is told by the cell it is in."""

import csv
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from typing import Final, NamedTuple, TypeVar

from planners.addresses import NotABlock, parse_block
from planners.addresses.errors import Told
from planners.domains.errors import BadFlows, shown
from planners.domains.problem import App, Flow, Limits, Problem, check_known
from planners.domains.reading import Warn, check_flow, flows_of, ports_of_text, protocol_of

FLOW_COLUMNS: Final = {
    "source": ("source", "src", "from", "source app", "源", "来源", "源应用"),
    "target": ("target", "destination", "dest", "dst", "to", "target app", "目标", "目的", "目标应用"),
    "protocol": ("protocol", "proto", "协议"),
    "ports": ("ports", "port", "port(s)", "端口"),
    "seen": ("seen", "count", "hits", "次数"),
}
APP_COLUMNS: Final = {
    "id": ("id", "app", "application", "name", "应用"),
    "data_class": ("data_class", "data class", "数据分级", "数据等级"),
    "address": ("address", "block", "cidr", "地址", "网段"),
}
HARD_COLUMNS: Final = {"environment": ("environment", "env", "环境"), "tier": ("tier", "层级", "分层")}
"""Attributes that never mix in a domain; any other column of a list of apps is a soft attribute."""
DELIMITERS = ",;\t|"
Read = TypeVar("Read")
MOST = 20
"""Faults told before reading stops."""


class BadTable(BadFlows):
    """Faults of a table; `all_told` has them in order, `is_apps` says that it is the list of apps."""

    def __init__(self, all_told: list[Told], *, is_apps: bool) -> None:
        first = all_told[0]
        super().__init__(first.path, first.pattern, **first.values)
        self.all_told, self.is_apps = tuple(all_told), is_apps


class _Row(NamedTuple):
    """The cells of one row under the names of their columns, with their addresses."""

    cells: Mapping[str, str]
    places: Mapping[str, str]

    def needed(self, column: str) -> str:
        """The text of a cell that must not be empty."""
        if not self.cells.get(column):
            raise BadFlows(self.places[column], "is missing")
        return self.cells[column]


def read_tables(flows: bytes, apps: bytes | None, warn: Warn, limits: Limits | None = None) -> Problem:
    """The problem of a flow list and, if there is one, of a list of apps; without, the apps are those of the flows."""
    known = None if apps is None else _read_apps(apps)
    rows = _rows(flows, FLOW_COLUMNS, ("source", "target"), warn)
    found = [flow for part in _each(rows, lambda row: _flow(row, known), is_apps=False) for flow in part]
    if known is None:
        known = {id: App(id) for flow in found for id in (flow.source, flow.target)}
    return Problem(tuple(known.values()), tuple(found), limits=limits)


def _read_apps(content: bytes) -> dict[str, App]:
    found: dict[str, App] = {}

    def read(row: _Row) -> None:
        app = _app(row)
        if app.id in found:
            raise BadFlows(row.places["id"], "{id} is used twice; ids are unique", id=shown(app.id))
        found[app.id] = app

    rows = _rows(content, APP_COLUMNS | HARD_COLUMNS, ("id",), None)
    list(_each(rows, read, is_apps=True))
    return found


def _each(rows: Iterator[_Row], read: Callable[[_Row], Read], *, is_apps: bool) -> Iterator[Read]:
    """What is read of every row; raises `BadTable` with the first faults once there are many, or all at the end."""
    faults: list[Told] = []
    try:
        for row in rows:
            try:
                yield read(row)
            except BadFlows as wrong:
                faults.append(wrong.told)
                if len(faults) == MOST:
                    break
    except BadFlows as wrong:
        faults.append(wrong.told)
    if faults:
        raise BadTable(faults, is_apps=is_apps)


def _flow(row: _Row, known: Mapping[str, App] | None) -> list[Flow]:
    source, target = row.needed("source"), row.needed("target")
    if known is not None:
        check_known(known, source, row.places["source"])
        check_known(known, target, row.places["target"])
    protocol_at, ports_at = row.places.get("protocol", ""), row.places.get("ports", "")
    protocol = protocol_of(row.cells.get("protocol", ""), protocol_at)
    ports = ports_of_text(row.cells.get("ports", ""), ports_at)
    flows = flows_of(source, target, protocol, ports, _seen(row))
    for flow in flows:
        check_flow(flow, protocol_at, ports_at)
    return flows


def _seen(row: _Row) -> int:
    text = row.cells.get("seen", "")
    if text and not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise BadFlows(row.places["seen"], "{value} is not a whole number from 0", value=shown(text))
    return int(text or 1)


def _app(row: _Row) -> App:
    hard = tuple((name, value) for name in HARD_COLUMNS if (value := row.cells.get(name)))
    own = {*APP_COLUMNS, *HARD_COLUMNS}
    soft = tuple(sorted((name, value) for name, value in row.cells.items() if name not in own and value))
    address = row.cells.get("address")
    try:
        block = parse_block(address) if address else None
    except NotABlock as wrong:
        raise BadFlows(row.places["address"], wrong.told.pattern, **wrong.told.values) from None
    return App(row.needed("id"), hard, soft, row.cells.get("data_class", ""), block)


def _rows(
    content: bytes, columns: Mapping[str, tuple[str, ...]], needed: tuple[str, ...], warn: Warn | None
) -> Iterator[_Row]:
    """The rows below the heading; columns that are not known are told of, or kept under their own heading."""
    lines = _lines(_decoded(content))
    number, heading = next(lines, (1, []))
    names = [_column(cell, columns) for cell in heading]
    for name in needed:
        if name not in names:
            raise BadFlows(f"A{number}", "has no column {column}", column=name)
    for i, (name, cell) in enumerate(zip(names, heading, strict=True)):
        if name not in columns and warn is not None and cell.strip():
            warn(Told(f"{_letters(i)}{number}", "unknown column, ignored", {}))
    for number, cells in lines:
        places = {name: f"{_letters(i)}{number}" for i, name in enumerate(names)}
        yield _Row({name: cell.strip() for name, cell in zip(names, cells, strict=False)}, places)


def _column(heading: str, columns: Mapping[str, tuple[str, ...]]) -> str:
    """The column that a heading names, or the heading itself."""
    plain = " ".join(heading.replace("_", " ").casefold().split())
    named = (name for name, words in columns.items() if plain in (word.replace("_", " ") for word in words))
    return next(named, heading.strip())


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that hold anything, by number from 1."""
    first = text.lstrip().partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for cells in reader:
            number += 1
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error as wrong:
        raise BadFlows(f"A{number + 1}", "cannot be read: {reason}", reason=str(wrong)) from None


def _decoded(content: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or in GB 18030."""
    codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    for name in (codec, "gb18030"):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    raise BadFlows("A1", "is text in neither UTF-8 nor GB 18030")


def _letters(column: int) -> str:
    """The letters of a column as spreadsheets write them: A, B, ... Z, AA."""
    letters = ""
    while column >= 0:
        letters = chr(ord("A") + column % 26) + letters
        column = column // 26 - 1
    return letters
