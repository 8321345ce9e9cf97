"""Design: everything the consultant decided, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, overload

import msgspec
from immutables import Map

from workbench.model.element import Element, ElementId
from workbench.model.references import references

E_ = TypeVar("E_", bound=Element)
Ids = tuple[ElementId, ...]


class Design:
    """Elements by id, with the indexes that rules and views ask: by kind, by parent, by who names whom.

    A Design never changes; `adding`, `replacing` and `removing` give a new one that shares all the rest.
    """

    __slots__ = ("_elements", "_index")

    def __init__(self, elements: Map[ElementId, Element], index: _Index | None = None) -> None:
        self._elements = elements
        self._index = index

    @classmethod
    def of(cls, elements: Iterable[Element] = ()) -> Design:
        """A design that holds these elements; ValueError names an id that comes twice."""
        # One by one, so that other threads have their turn while a large design is read.
        found = Map[ElementId, Element]().mutate()
        for element in elements:
            if found.get(element.id, element) is not element:
                raise ValueError(f"two elements have the id {element.id!r}")
            found[element.id] = element
        return cls(found.finish())

    def __len__(self) -> int:
        return len(self._elements)

    def __iter__(self) -> Iterator[Element]:
        """Every element in the order of ids: the order of the file."""
        return iter(sorted(self._elements.values(), key=lambda element: element.id))

    def __contains__(self, id: object) -> bool:
        return id in self._elements

    def __getitem__(self, id: ElementId) -> Element:
        return self._elements[id]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Design) and (
            self._elements is other._elements or self._elements == other._elements
        )

    def __hash__(self) -> int:
        return id(self._elements)

    @overload
    def get(self, id: ElementId | None) -> Element | None: ...
    @overload
    def get(self, id: ElementId | None, type: type[E_]) -> E_ | None: ...
    def get(self, id: ElementId | None, type: type[Element] = Element) -> Element | None:
        """The element of an id, or None where there is none or it is of another kind."""
        element = self._elements.get(id) if id else None
        return element if isinstance(element, type) else None

    def of_kind(self, type: type[E_]) -> tuple[E_, ...]:
        """The elements of a kind in the order of ids."""
        ids = self.index.kinds.get(str(type.__struct_config__.tag), ())
        return tuple(self._elements[id] for id in sorted(ids))  # type: ignore[misc]

    def children(self, id: ElementId | None) -> Ids:
        """The ids of the elements whose parent this is, in their order; None asks for those without one."""
        return tuple(sorted(self.index.children.get(id or "", ())))

    def referrers(self, id: ElementId) -> Ids:
        """The ids of the elements that name this one in a field, its children aside."""
        return tuple(sorted(self.index.referrers.get(id, ())))

    def within(self, id: ElementId) -> Iterator[Element]:
        """The element and everything below it, parents first; a cycle of parents ends the walk."""
        seen: set[ElementId] = set()
        waiting = [id]
        while waiting:
            here = waiting.pop()
            if here in seen or here not in self:
                continue
            seen.add(here)
            yield self._elements[here]
            waiting.extend(reversed(self.children(here)))

    def above(self, id: ElementId) -> Iterator[Element]:
        """The parents of an element, nearest first; a cycle of parents ends the walk."""
        seen = {id}
        element = self.get(id)
        while element and (element := self.get(element.parent)) and element.id not in seen:
            seen.add(element.id)
            yield element

    def adding(self, *elements: Element) -> Design:
        """The design with these elements put in, in place of those with the same ids."""
        changed = self._elements.mutate()
        latest = {element.id: element for element in elements}
        for id, element in latest.items():
            changed[id] = element
        return self._next(
            changed.finish(), [(self._elements.get(id), element) for id, element in latest.items()]
        )

    def replacing(self, id: ElementId, **fields: Any) -> Design:
        """The design with some fields of one element changed; itself where nothing changes. KeyError: no such id."""
        old = self._elements[id]
        if all(getattr(old, name) == value for name, value in fields.items()):
            return self
        return self.adding(msgspec.structs.replace(old, **fields))

    def removing(self, ids: Iterable[ElementId]) -> Design:
        """The design without these elements; mentions of them are left as they are."""
        gone = [id for id in dict.fromkeys(ids) if id in self._elements]
        changed = self._elements.mutate()
        for id in gone:
            del changed[id]
        return self._next(changed.finish(), [(self._elements[id], None) for id in gone])

    @property
    def elements(self) -> Map[ElementId, Element]:
        """The elements by id."""
        return self._elements

    @property
    def index(self) -> _Index:
        """The indexes, made when they are first asked for and carried along from edit to edit."""
        if self._index is None:
            self._index = _Index.of(self._elements.values())
        return self._index

    def _next(
        self, elements: Map[ElementId, Element], pairs: list[tuple[Element | None, Element | None]]
    ) -> Design:
        if self._index is None or len(pairs) * 4 > len(elements):
            return Design(elements)
        return Design(elements, self._index.after(pairs))


class _Index:
    """Ids by kind, by parent ("" for none) and by the element they name; never changes."""

    __slots__ = ("children", "kinds", "referrers")

    def __init__(self, kinds: Map[str, Ids], children: Map[str, Ids], referrers: Map[str, Ids]) -> None:
        self.kinds, self.children, self.referrers = kinds, children, referrers

    @classmethod
    def of(cls, elements: Iterable[Element]) -> _Index:
        """The indexes of some elements, made in one pass."""
        kinds: dict[str, list[ElementId]] = {}
        children: dict[str, list[ElementId]] = {}
        referrers: dict[str, list[ElementId]] = {}
        for element in elements:
            id = element.id
            kinds.setdefault(str(element.__struct_config__.tag), []).append(id)
            children.setdefault(element.parent or "", []).append(id)
            for named in references(element):
                referrers.setdefault(named, []).append(id)
        return cls(
            *(Map({key: tuple(ids) for key, ids in table.items()}) for table in (kinds, children, referrers))
        )

    def after(self, pairs: list[tuple[Element | None, Element | None]]) -> _Index:
        """The indexes after elements went from old to new (None: was not, is no more)."""
        kinds, children, referrers = _Moves(), _Moves(), _Moves()
        for old, new in pairs:
            id = (new or old).id  # type: ignore[union-attr]
            kinds.note(id, _kind_keys(old), _kind_keys(new))
            children.note(id, _parent_keys(old), _parent_keys(new))
            referrers.note(id, references(old) if old else set(), references(new) if new else set())
        return _Index(kinds.of(self.kinds), children.of(self.children), referrers.of(self.referrers))


class _Moves:
    """Which ids leave which entries of an index and join which, so that each entry is made anew once for all of them."""

    __slots__ = ("_joining", "_leaving")

    def __init__(self) -> None:
        self._leaving: dict[str, set[ElementId]] = {}
        self._joining: dict[str, list[ElementId]] = {}

    def note(self, id: ElementId, before: set[str], after: set[str]) -> None:
        """Notes the entries that an id was in and is in now."""
        for key in before - after:
            self._leaving.setdefault(key, set()).add(id)
        for key in after - before:
            self._joining.setdefault(key, []).append(id)

    def of(self, table: Map[str, Ids]) -> Map[str, Ids]:
        """An index with all that carried out; empty entries go."""
        changed = table.mutate()
        for key in self._leaving.keys() | self._joining.keys():
            gone = self._leaving.get(key, ())
            ids = (*(id for id in table.get(key, ()) if id not in gone), *self._joining.get(key, ()))
            if ids:
                changed[key] = ids
            else:
                del changed[key]
        return changed.finish()


def _kind_keys(element: Element | None) -> set[str]:
    return {str(element.__struct_config__.tag)} if element else set()


def _parent_keys(element: Element | None) -> set[str]:
    return {element.parent or ""} if element else set()
