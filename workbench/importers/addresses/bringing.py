"""Bringing address plans into a design: an item for every cell that changes something, and the edit of those picked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from planners.pace import breathe
from workbench.importers.addresses.around import centre_line, cloud_line, pool_line, reserved_line
from workbench.importers.addresses.gathering import Gathering, Taker
from workbench.importers.addresses.grids import MOST_COLUMNS, Grid, grids_in, is_table
from workbench.importers.addresses.kinds import Tag, kinds_of
from workbench.importers.addresses.lines import Line, lines_of
from workbench.importers.addresses.overlaps import overlaps
from workbench.importers.addresses.own import OwnRow, own_rows
from workbench.importers.addresses.proposals import Proposals
from workbench.importers.addresses.returning import Returning
from workbench.importers.addresses.telling import items_of, notes_of, picking
from workbench.importers.addresses.terraform import is_pools, pools_in
from workbench.importers.addresses.vpcs import Vpcs
from workbench.importers.addresses.vswitches import VSwitches
from workbench.importers.plan import ImportItem, ImportPlan, Refused
from workbench.model.design import Design
from workbench.progress import Progress, part, untold
from workbench.texts import text

BREATHE_EVERY = 100
ORDER: tuple[Tag, ...] = ("vpc", "address-pool", "reserved-range", "data-centre", "other-cloud", "vswitch")
Placed = tuple[tuple[int, int], ImportItem]


def plan_addresses(
    sources: Sequence[Path],
    design: Design,
    account: str | None = None,
    region: str | None = None,
    progress: Progress = untold,
) -> ImportPlan:
    """What would become of the rows of some tables, files or folders of them.

    `account` and `region` stand for those that rows do not name. Elements are known by their ids, else by their names
    where they stand; what no row names stays as it is.
    """
    placed: list[Placed] = []
    read = list(_read(sources, design, placed, part(progress, 0, 0.6)))
    gathering = Gathering(Proposals(design), account, region)
    Returning(gathering).take([one for one in read if isinstance(one, OwnRow)], part(progress, 0.6, 0.75))
    _gather([one for one in read if isinstance(one, Line)], gathering, part(progress, 0.75, 0.9))
    placed += [(line.order(), item) for line, item in gathering.items]
    placed += items_of(gathering.proposals)
    placed += notes_of(gathering.proposals)
    placed += overlaps(gathering.proposals)
    items = tuple(item for _, item in sorted(placed, key=lambda one: one[0]))
    picked = picking(gathering.proposals)
    refused = any(item.state == "refused" for item in items)
    return ImportPlan(items, None if refused else picked(items), picked)


def _read(
    sources: Sequence[Path], design: Design, placed: list[Placed], progress: Progress
) -> Iterator[Line | OwnRow]:
    """The rows of all tables; what is no row is noted with its place."""
    files = [file for source in sources for file in _files(source)]
    at = 0
    for number, (path, name) in enumerate(files):
        share = part(progress, number / len(files), (number + 1) / len(files))
        at += 1
        try:
            if is_pools(path):
                yield from pools_in(path, name, design, at)
                continue
            for grid in grids_in(path, name, share):
                yield from _lines(grid, at, placed)
                at += 1
        except Refused as wrong:
            placed.append(((at, 0), ImportItem(name, wrong.path, "refused", wrong.text)))
        except OSError as wrong:
            why = text("The file cannot be read: {reason}.", reason=wrong.strerror or str(wrong))
            placed.append(((at, 0), ImportItem(name, "", "refused", why)))


def _files(source: Path) -> list[tuple[Path, str]]:
    """The tables of a source with the names they are told by; a file is read whatever it is called."""
    if not source.is_dir():
        return [(source, source.name)]
    found = sorted(
        path
        for path in source.rglob("*")
        if (is_table(path) or is_pools(path)) and not path.name.startswith(("~$", "."))
    )
    return [(path, path.relative_to(source).as_posix()) for path in found]


def _lines(grid: Grid, number: int, placed: list[Placed]) -> Iterator[Line | OwnRow]:
    if grid.beyond:
        told = text("The columns from here on are not read: a table has at most {most}.", most=MOST_COLUMNS)
        placed.append(((number, 0), ImportItem(grid.file, grid.beyond, "unheld", told)))
    own = own_rows(grid, number)
    for at, line in enumerate(own if own is not None else lines_of(grid, number)):
        if at % BREATHE_EVERY == 0:
            breathe()
        if isinstance(line, Line | OwnRow):
            yield line
        else:
            placed.append(line)


def _gather(lines: Sequence[Line], gathering: Gathering, progress: Progress) -> None:
    """Takes the lines, what others stand in first."""
    vpcs = Vpcs(gathering)
    takers: dict[Tag, Taker] = {
        "vpc": vpcs.line,
        "vswitch": VSwitches(gathering, vpcs).line,
        "address-pool": pool_line,
        "reserved-range": reserved_line,
        "data-centre": centre_line,
        "other-cloud": cloud_line,
    }
    kinds = kinds_of(lines, gathering.proposals.design)
    turns = sorted(range(len(lines)), key=lambda at: (ORDER.index(kinds[at]), at))
    for line, kind in zip(lines, kinds, strict=True):
        if kind == "vswitch":
            vpcs.named_by(line)
    for number, at in enumerate(turns):
        gathering.take(lines[at], takers[kinds[at]])
        if number % BREATHE_EVERY == 0:
            progress(number / len(turns))
            breathe()
