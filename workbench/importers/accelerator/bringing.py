"""Bringing an import into a design: everything is read first, compared, and becomes one edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from workbench.importers.accelerator.fields import Fields, bad_characters, without_secrets
from workbench.importers.accelerator.files import Content, content, found_files
from workbench.importers.accelerator.gathering import AskRegion, Gathering, Proposal, Source
from workbench.importers.accelerator.rows import merged_rows, print_of
from workbench.importers.accelerator.shapes import Shape, shape_of, shapes
from workbench.importers.plan import Fate, ImportItem, ImportPlan, Refused
from workbench.model.design import Design
from workbench.model.element import Element, ElementId, Row
from workbench.texts import Text, text
from workbench.words import Words

Objects = dict[str, list[Source]]


def plan_import(
    sources: Sequence[Path], design: Design, account: str | None = None, ask: AskRegion = lambda _: None
) -> ImportPlan:
    """What would become of the configuration files below some folders.

    `account` names the account that owns what they describe; else it is named after the first folder. `ask` gives the
    region of a file that neither zones nor names tell, None where nobody knows. A second plan of the same files over
    the design that the first one led to holds nothing new and nothing changed.
    """
    name = account or _folder_name(sources)
    gathering = Gathering(design, name, stated=account is not None, ask=ask)
    objects: Objects = {}
    for found in found_files(sources):
        if isinstance(found, ImportItem):
            gathering.items.append(found)
            continue
        try:
            _sort(content(found), objects, gathering.items)
        except Refused as wrong:
            gathering.items.append(ImportItem(found.name, wrong.path, "refused", wrong.text, wrong.line))
    for one in sorted(shapes(), key=lambda one: one.turn):
        _gather(one, objects.get(one.name, []), gathering)
    return _compared(gathering)


def _folder_name(sources: Sequence[Path]) -> str:
    first = sources[0].resolve() if sources else Path()
    return (first.parent if first.is_file() else first).name or "import"


def _sort(read: Content, objects: Objects, items: list[ImportItem]) -> None:
    """Puts the objects of a file to their shapes; what is secret is taken out before anyone sees it."""
    secrets: list[str] = []
    value = without_secrets(read.value, "", secrets)
    name = read.file.name
    for path in secrets:
        items.append(
            ImportItem(name, path, "unheld", text("a secret, never read in"), read.lines.get(path, 0))
        )
    if bad := bad_characters(value, ""):
        raise Refused(text("The text holds a character that cannot be kept."), bad, read.lines.get(bad, 0))
    for path, words, part in _parts(value, "", read.file.words):
        known = shape_of(part, words)
        if known:
            source = Source(Fields(part, path, read.lines), name, words)
            objects.setdefault(known.name, []).append(source)
        else:
            items.append(_unknown(name, path, read.lines))


def _parts(
    value: Any, path: str, words: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], Mapping[str, Any]]]:
    """The objects in a value: itself, those of a list, or those that an object holds under names."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _parts(part, f"{path}[{number}]", words)
    elif not isinstance(value, dict):
        yield path, words, {}
    elif shape_of(value, words) or not _holds_known(value, words):
        yield path, words, value
    else:
        for key, part in value.items():
            yield from _parts(part, f"{path}.{key}" if path else key, (key, *words))


def _holds_known(value: Any, words: tuple[str, ...]) -> bool:
    """Whether an object of a known shape stands anywhere inside."""
    if isinstance(value, list):
        return any(_holds_known(part, words) for part in value)
    if not isinstance(value, dict):
        return False
    inside = ((part, (key, *words)) for key, part in value.items())
    return shape_of(value, words) is not None or any(_holds_known(part, to) for part, to in inside)


def _unknown(file: str, path: str, lines: Mapping[str, int]) -> ImportItem:
    return ImportItem(
        file, path, "unheld", text("nothing the workbench knows has these keys"), lines.get(path, 0)
    )


def _gather(one: Shape, sources: Sequence[Source], gathering: Gathering) -> None:
    if one.gather is None:
        for source in sources:
            gathering.items.append(
                ImportItem(source.file, source.fields.path, "unheld", one.label, source.fields.line)
            )
        return
    one.gather(sources, gathering)
    for source in sources:
        for path, line in source.fields.unheld():
            gathering.items.append(
                ImportItem(source.file, path, "unheld", text("a field with no place yet"), line)
            )


def _compared(gathering: Gathering) -> ImportPlan:
    """The plan: what each proposal does to the design, and one edit where nothing was refused."""
    fates: dict[ElementId, Fate] = {}
    changed: list[Element] = []
    for id, one in gathering.proposals.items():
        fates[id], after = _fate(gathering.design.get(id), one)
        if after:
            changed.append(after)
    items = [*gathering.items, *_items(gathering, fates)]
    ordered = tuple(
        sorted(items, key=lambda item: (item.file, item.line, item.path, item.state, item.element))
    )
    if any(item.state == "refused" for item in items):
        return ImportPlan(ordered, None)
    return ImportPlan(ordered, lambda design: design.adding(*changed) if changed else design)


def _items(gathering: Gathering, fates: Mapping[ElementId, Fate]) -> Iterable[ImportItem]:
    for one in (*gathering.proposals.values(), *gathering.mentions):
        element = one.element
        becomes: Text = one.part or text("{kind} {name}", kind=element.kind.label, name=element.title())
        yield ImportItem(one.file, one.path, fates[element.id], becomes, one.line, element.id)


def _fate(old: Element | None, one: Proposal) -> tuple[Fate, Element | None]:
    """What a proposal does, and the element after it; None where the design keeps its own."""
    mark = _print(one.element)
    if old is None:
        return "new", msgspec.structs.replace(one.element, imported=mark)
    if old.imported == mark:
        return "same", None
    fields = {name: _merged(name, old, one.element) for name in one.governed}
    if all(getattr(old, name) == value for name, value in fields.items()):
        return "same", None
    return "changed", msgspec.structs.replace(old, imported=mark, **fields)


def _merged(name: str, old: Element, new: Element) -> Any:
    """A field after a file decided it: a place that a person chose stays, and so does the other language's wording."""
    before, after = getattr(old, name), getattr(new, name)
    if name in ("parent", "assumed"):
        return (before or after) if name == "parent" else (before and after)
    if isinstance(after, Words):
        return Words(en=after.en or before.en, zh=after.zh or before.zh)
    if isinstance(after, tuple) and any(isinstance(row, Row) and row.identity() for row in after):
        return merged_rows(before, after)
    return after


def _print(element: Element) -> str:
    """A short print of what a file says of an element; where it stands is no part of it."""
    return print_of(msgspec.structs.replace(element, parent=None))
