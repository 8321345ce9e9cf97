"""What is known of everybody that an invariant may mean: what they belong to, and the words they are known by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import TypeVar

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
BELONGING = {
    "application": "application",
    "security-domain": "domain",
    "environment": "environment",
    "account": "account",
}
"""Kinds of which somebody belongs to one at most, and what it is called."""
PRODUCTION = {True: ("yes", "true", "是"), False: ("no", "false", "否")}


class Traits:
    """Everything somebody belongs to, and for each thing asked the words that answer it, found when first asked."""

    def __init__(self, id: ElementId, design: Design) -> None:
        self._id, self._words = id, dict[str, tuple[str, ...]]()
        element = design.get(id)
        self._around = _Around(element, design) if element else None

    def of(self, kind: str) -> tuple[ElementId, ...]:
        """What of a kind it belongs to."""
        return self._around.of(kind) if self._around else ()

    def words(self, what: str) -> tuple[str, ...]:
        """The words that answer a condition; the internet has its name alone where none is drawn."""
        if what not in self._words:
            self._words[what] = self._around.words(what) if self._around else self._undrawn(what)
        return self._words[what]

    def _undrawn(self, what: str) -> tuple[str, ...]:
        is_internet = self._id == INTERNET and what in ("kind", "name")
        return _kind_words("internet") if is_internet else ()


@cache
def _kind_words(tag: str) -> tuple[str, ...]:
    return _said((tag, KINDS[tag].label, KINDS[tag].plural))


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
        self._here = here

    @cached_property
    def vpcs(self) -> tuple[Vpc, ...]:
        """The VPCs it stands in."""
        return tuple(self._vpcs())

    @cached_property
    def account(self) -> Account | None:
        """The account it is of."""
        return self._account(self._here)

    @cached_property
    def environment(self) -> Environment | None:
        """The environment it is of, by itself or by what it belongs to."""
        return self._environment(self._here)

    def of(self, kind: str) -> tuple[ElementId, ...]:
        """What of a kind it belongs to."""
        if kind == "vpc":
            return tuple(dict.fromkeys(one.id for one in self.vpcs))
        attribute = BELONGING.get(kind)
        return _ids(getattr(self, attribute)) if attribute else ()

    def words(self, what: str) -> tuple[str, ...]:
        """The words that answer a condition."""
        if what == "production":
            return PRODUCTION[self.environment.production] if self.environment else ()
        if what == "data-class":
            return _said((self.application.data_class,)) if self.application else ()
        if what == "kind":
            return _kind_words(self._element.kind.tag)
        if what in ("trust", "role"):
            return _choice(self.domain if what == "trust" else self.account, what)
        named = {"domain": (self.domain,), "environment": (self.environment,), "vpc": self.vpcs}
        return self._tags() if what == "tag" else _names(named.get(what, (self._element,)))

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
