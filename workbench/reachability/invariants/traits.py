"""What is known of everybody that an invariant may mean: what they belong to, and the words they are known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.element import KINDS, Element, ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.application import Application
from workbench.model.elements.environment import Environment
from workbench.model.elements.security_domain import SecurityDomain
from workbench.model.elements.vpc import Vpc
from workbench.reachability.plain import folded
from workbench.texts import LANGUAGES, Sayable

E_ = TypeVar("E_", bound=Element)
PRODUCTION = {True: ("yes", "true", "是"), False: ("no", "false", "否")}


class Traits(NamedTuple):
    """Everything somebody belongs to, by kind and all together, and for each thing asked the words that answer it."""

    of: Mapping[str, tuple[ElementId, ...]]
    belongs: frozenset[ElementId]
    words: Mapping[str, tuple[str, ...]]


def traits_of(id: ElementId, design: Design) -> Traits:
    """The traits of an element; the internet has its kind alone where none is drawn."""
    element = design.get(id)
    if element is None:
        kind = KINDS["internet"] if id == INTERNET else None
        words = _said((id, kind.label, kind.plural)) if kind else ()
        return Traits({}, frozenset({id}), {"kind": words, "name": words})
    around = _Around(element, design)
    of = {
        "application": _ids(around.application),
        "security-domain": _ids(around.domain),
        "environment": _ids(around.environment),
        "account": _ids(around.account),
        "vpc": tuple(dict.fromkeys(one.id for one in around.vpcs)),
    }
    belongs = frozenset({id, *(one for ids in of.values() for one in ids)})
    return Traits(of, belongs, dict(around.words()))


def _ids(one: Element | None) -> tuple[ElementId, ...]:
    return (one.id,) if one else ()


class _Around:
    """What an element belongs to."""

    def __init__(self, element: Element, design: Design) -> None:
        self._element, self._design = element, design
        self.application = (
            element
            if isinstance(element, Application)
            else _named(element, "application", Application, design)
        )
        here = [one for one in (element, self.application) if one is not None]
        self.domain = next((found for one in here if (found := design.get(one.parent, SecurityDomain))), None)
        self.vpcs = tuple(self._vpcs())
        self.account = self._account(here)
        self.environment = self._environment(here)

    def words(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """The words by what is asked."""
        kind = self._element.kind
        yield "kind", _said((kind.tag, kind.label, kind.plural))
        yield "name", _names((self._element,))
        yield "domain", _names((self.domain,))
        yield "environment", _names((self.environment,))
        yield "production", PRODUCTION[self.environment.production] if self.environment else ()
        yield "trust", _choice(self.domain, "trust")
        yield "data-class", _said((self.application.data_class,)) if self.application else ()
        yield "tag", self._tags()
        yield "role", _choice(self.account, "role")
        yield "vpc", _names(self.vpcs)

    def _tags(self) -> tuple[str, ...]:
        owners = (self._element, self.application, self.domain, self.account)
        found = (f"{key}={value}" for one in owners if one for key, value in one.tags.items())
        return tuple(dict.fromkeys(folded(one) for one in found))

    def _vpcs(self) -> Iterator[Vpc]:
        for id in (self._element.id, *getattr(self._element, "vswitches", ())):
            yield from (one for one in self._design.above(id) if isinstance(one, Vpc))

    def _account(self, here: list[Element]) -> Account | None:
        for one in here:
            if found := _named(one, "account", Account, self._design):
                return found
        above = (self._design.above(one.id) for one in (*here, *self.vpcs))
        return next((one for ones in above for one in ones if isinstance(one, Account)), None)

    def _environment(self, here: list[Element]) -> Environment | None:
        account = self._design.above(self.account.id) if self.account else ()
        for one in (*here, self.domain, *self._design.above(self._element.id), self.account, *account):
            if one is not None and (found := _named(one, "environment", Environment, self._design)):
                return found
        return None


def _named(element: Element, field: str, type_: type[E_], design: Design) -> E_ | None:
    return design.get(getattr(element, field, None), type_)


def _names(elements: Iterable[Element | None]) -> tuple[str, ...]:
    return _said(said for one in elements if one for said in (one.name.en, one.name.zh, one.id))


def _choice(element: Element | None, field: str) -> tuple[str, ...]:
    """The value of a choice, as it is stored and by its label."""
    value = getattr(element, field, "")
    if element is None or not value:
        return ()
    return _said((value, element.kind.field(field).choices.get(value, value)))


def _said(wordings: Iterable[str | Sayable]) -> tuple[str, ...]:
    """Wordings made plain, each once, in every language."""
    found = (
        one if isinstance(one, str) else one.said(language) for one in wordings for language in LANGUAGES
    )
    return tuple(dict.fromkeys(wording for one in found if (wording := folded(one))))
