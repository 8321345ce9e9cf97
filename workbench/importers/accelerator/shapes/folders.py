"""Folders of the resource directory: a list with names, parents by name, and levels."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.model.element import ElementId
from workbench.model.elements.folder import Folder
from workbench.texts import text
from workbench.words import Words


@shape("folder", "folder", knows=lambda value, _: "folder_name" in value, turn=0)
def folders(sources: Sequence[Source], gathering: Gathering) -> None:
    """Folders below their parents, however the files order them."""
    waiting = list(sources)
    while waiting:
        names = [_parent_name(source, gathering) for source in waiting]
        own = {str(source.fields.raw("folder_name")) for source in waiting}
        ready = [
            source
            for source, name in zip(waiting, names, strict=True)
            if name not in own or _is_first(source)
        ]
        # A ring of parents leaves nobody ready: each then says that its parent is missing.
        for source in ready or waiting:
            with gathering.trying(source):
                _folder(source, gathering)
        waiting = [source for source in waiting if source not in ready] if ready else []


def _parent_name(source: Source, gathering: Gathering) -> str:
    with gathering.trying(source):
        return source.fields.text("parent_folder_name").strip()
    return ""


def _is_first(source: Source) -> bool:
    return not source.fields.raw("parent_folder_name")


def _folder(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    name = fields.name("folder_name")
    parent = _parent(source, gathering)
    gathering.propose(
        Folder, source, (parent, name), name=Words(en=name), parent=parent, tags=fields.tags("tags")
    )


def _parent(source: Source, gathering: Gathering) -> ElementId:
    """The folder named as parent, on the level above; the directory where none is named."""
    fields = source.fields
    directory = gathering.directory(source)
    level = fields.number("level")
    name = fields.text("parent_folder_name").strip()
    if not name:
        if level not in (None, 1):
            raise fields.refused("level", text("A folder of level {level} names no parent.", level=level))
        return directory
    named = [one for one in gathering.all_of(Folder) if one.name.en == name or one.name.zh == name]
    fitting = [one for one in named if level is None or _level(one, gathering) == level - 1]
    if len(fitting) != 1:
        raise fields.refused(
            "parent_folder_name",
            text(
                "There are {count} folders “{name}” above level {level}; it should be exactly one.",
                count=len(fitting),
                name=name,
                level=level or "?",
            ),
        )
    return fitting[0].id


def _level(folder: Folder, gathering: Gathering) -> int:
    by_id = {one.id: one for one in gathering.all_of(Folder)}
    level, here, seen = 1, folder, {folder.id}
    while here.parent in by_id and here.parent not in seen:
        here = by_id[here.parent]
        seen.add(here.id)
        level += 1
    return level
