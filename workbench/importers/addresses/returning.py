"""Our address list coming back: a proposal for every cell that says something else than the design."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planners.pace import breathe
from workbench.importers.addresses.gathering import Gathering
from workbench.importers.addresses.grids import kept
from workbench.importers.addresses.heads import plain_head
from workbench.importers.addresses.own import DASH, OwnRow
from workbench.importers.addresses.proposals import Said
from workbench.importers.addresses.values import Values
from workbench.importers.plan import ImportItem, Refused
from workbench.model.element import KINDS, Element, ElementId
from workbench.model.ids import id_from
from workbench.progress import Progress
from workbench.reports.tables.address_list import TAGS, AddressList, field_of
from workbench.texts import LANGUAGES, Language, Text, text

BREATHE_EVERY: Final = 100
IDENTITY: Final = frozenset({"id", "kind"})
PLAUSIBLE: Final = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True, slots=True)
class _Known:
    """A row with the element it is about, which is new where the design has none."""

    row: OwnRow
    tag: str
    id: ElementId
    old: Element | None


class Returning:
    """Compares rows with what the list would say of the design now."""

    def __init__(self, gathering: Gathering) -> None:
        self._all, self._values = gathering, Values(gathering)
        self._design = gathering.proposals.design
        self._lists: dict[Language, AddressList] = {
            language: AddressList(self._design, language) for language in LANGUAGES
        }
        self._seen: dict[ElementId, OwnRow] = {}

    def take(self, rows: Sequence[OwnRow], progress: Progress) -> None:
        """Proposes what the rows change; what others stand in comes first."""
        known = [one for row in rows if (one := self._tried(row))]
        known.sort(key=lambda one: TAGS.index(one.tag))
        for number, one in enumerate(known):
            self._propose(one)
            if number % BREATHE_EVERY == 0:
                progress(number / len(known))
                breathe()

    def _tried(self, row: OwnRow) -> _Known | None:
        try:
            one = self._identified(row)
        except Refused as wrong:
            self._refuse(row, wrong)
            return None
        self._seen[one.id] = row
        if name := _said(row, "name"):
            self._all.places.called_too(one.tag, name, one.id)
        return one

    def _identified(self, row: OwnRow) -> _Known:
        id, tag = _said(row, "id"), _tag(_said(row, "kind"))
        old = self._design.get(id)
        if old and (old.kind.tag not in TAGS or tag != old.kind.tag):
            raise Refused(_OTHER_KIND, row.cell("kind"))
        if tag is None:
            kinds = [KINDS[one].label for one in TAGS]
            raise Refused(text("The row says no kind. Write one of {kinds}.", kinds=kinds), row.cell("kind"))
        if id and not old and not PLAUSIBLE.fullmatch(id):
            raise Refused(text("This is no id. Leave the cell of a new row empty."), row.cell("id"))
        id = id or id_from(tag, _said(row, "account") or _said(row, "parent"), _said(row, "name"))
        if id in self._seen:
            raise Refused(
                text(
                    "Row {row} has this id already. Empty the id of the new row.",
                    row=self._seen[id].line.number,
                ),
                row.cell("id"),
            )
        return _Known(row, tag, id, self._design.get(id))

    def _propose(self, one: _Known) -> None:
        said: Said = {}
        for key in (key for key in one.row.says if key not in IDENTITY):
            typed, shown = _said(one.row, key), self._shown(one, key)
            if _plain(typed) == _plain(shown) or (typed == "" and shown == DASH):
                continue
            name = field_of(one.tag, key)
            if name is None:
                self._tell_following(one, key)
                continue
            try:
                said[name] = (self._values.read(one.row, one.tag, key, typed, one.old), one.row.cell(key))
            except Refused as wrong:
                self._refuse(one.row, Refused(wrong.text, one.row.cell(key)))
        if one.old is None and not self._can_stand(one, said):
            return
        self._all.proposals.add(KINDS[one.tag].type, one.id, one.row.line, said)

    def _can_stand(self, one: _Known, said: Said) -> bool:
        """Whether a new element has a place and a name; refused where it has none."""
        missing = (
            "name"
            if "name" not in said
            else "parent"
            if one.tag == "vswitch" and "parent" not in said
            else ""
        )
        if missing:
            why = text("A new row needs a name, and that of a vSwitch its VPC. Write it.")
            self._refuse(one.row, Refused(why, one.row.cell(missing)))
        return not missing

    def _shown(self, one: _Known, key: str) -> str:
        return self._lists[one.row.language].cell(one.old, key) if one.old else ""

    def _tell_following(self, one: _Known, key: str) -> None:
        """A cell that follows from others says otherwise; told, for nothing comes of it."""
        if one.old is None:
            return
        told = text(
            "This follows from another element or is not held by a {kind}; nothing comes of it here.",
            kind=KINDS[one.tag].label,
        )
        item = ImportItem(one.row.line.grid.file, one.row.cell(key), "doubtful", told, element=one.id)
        self._all.note(one.row.line, item)

    def _refuse(self, row: OwnRow, wrong: Refused) -> None:
        self._all.note(row.line, ImportItem(row.line.grid.file, wrong.path, "refused", wrong.text))


_OTHER_KIND: Final[Text] = text("An element keeps its kind. Empty the id to make a new one.")


def _said(row: OwnRow, key: str) -> str:
    """What a cell says; a dash of ours says nothing."""
    typed = row.says.get(key, "")
    return "" if typed == DASH else typed


def _plain(words: str) -> str:
    return kept(words.replace("\r\n", "\n").replace("\r", "\n"))


def _tag(typed: str) -> str | None:
    """The kind that a label in either language, or a tag, names."""
    named = {plain_head(KINDS[tag].label.said(language)): tag for tag in TAGS for language in LANGUAGES}
    return named.get(plain_head(typed)) or (typed if typed in TAGS else None)
