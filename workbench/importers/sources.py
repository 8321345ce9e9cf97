"""Sources: which importer reads what a user names, in the window and on the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.importers.plan import ImportItem, ImportPlan
from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.texts import text

AskRegion = Callable[[str], str | None]


def plan_sources(
    sources: Sequence[Path],
    design: Design,
    account: str | None = None,
    ask: AskRegion = lambda _: None,
    region: str | None = None,
    progress: Progress = untold,
) -> ImportPlan:
    """What would become of some sources: address plans, or files of configuration; refused where they are mixed.

    `ask` gives the region of a file of configuration that names none, `region` that of rows that name none.
    """
    tables = [source for source in sources if holds_tables(source)]
    if not tables:
        from workbench.importers.accelerator import plan_import

        return plan_import(sources, design, account, ask)
    if len(tables) < len(sources):
        why = text(
            "Address plans and files of configuration are imported one after the other. Name one kind."
        )
        return ImportPlan((ImportItem(str(tables[0]), "", "refused", why),), None)
    from workbench.importers.addresses import plan_addresses

    return plan_addresses(tables, design, account, region, progress)


def holds_tables(source: Path) -> bool:
    """Whether a source is a table or holds pools of IPAM, or is a folder that holds tables and no files of configuration."""
    from workbench.importers.accelerator.files import SUFFIXES
    from workbench.importers.addresses import is_table
    from workbench.importers.addresses.terraform import is_pools

    if not source.is_dir():
        return is_table(source) or is_pools(source)
    found = [path for path in source.rglob("*") if not path.name.startswith((".", "~$"))]
    return any(map(is_table, found)) and not any(path.suffix.lower() in SUFFIXES for path in found)
