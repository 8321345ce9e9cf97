"""Rules of the project: a comparison of one field, written in the design, asked through the same Reader as all rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, Literal, cast

from workbench.model.compared import Place, place_of
from workbench.model.element import KINDS, Element
from workbench.model.elements.custom_rule import CustomRule
from workbench.rules.comparing import Value, holds, is_empty
from workbench.rules.finding import Finding, found
from workbench.rules.profile import OWN_RULES
from workbench.rules.reader import Reader
from workbench.texts import Text
from workbench.words import Words

Fault = Literal["code", "taken", "twice", "about", "field", "value", "number", "block", "message"]


class ProjectRules:
    """Asks every rule of the project; to the checks it is one more rule, about the kind custom-rule."""

    id: Final = "project"
    about: Final = CustomRule
    tags: Final = ("custom-rule",)

    def findings(self, *asked: Any) -> Iterator[Finding]:
        """What one rule of the project finds; nothing where its definition is wrong, which CUS-001 tells."""
        custom, design = cast("tuple[CustomRule, Reader]", asked)
        if not any(faults(custom, design)):
            for element in design.of_kind(KINDS[custom.about].type):
                yield from findings_about(custom, element, design)


PROJECT_RULES: Final = ProjectRules()


def findings_about(custom: CustomRule, element: Element, design: Reader) -> Iterator[Finding]:
    """What a rule of the project without faults finds about one element of its kind."""
    place = place_of(custom.about, custom.field)
    if place is None or element.kind.tag != custom.about:
        return
    values = _values(place, element, design)
    hits = [value for value in values if holds(custom, value) == (custom.when == "holds")]
    if custom.comparison == "is-empty":
        empty = all(is_empty(value) for value in values)
        hits = [()] if empty == (custom.when == "holds") else []
    if hits:
        said = ", ".join(dict.fromkeys(value[0] for value in hits if value))
        yield replace(
            found(element, field=place.field.name if place.field else "parent"),
            rule=custom.code,
            severity=custom.severity,
            message=_message(custom.message, element.title(), said),
            origin=custom,
        )


def faults(custom: CustomRule, design: Reader) -> Iterator[Fault]:
    """What is wrong with a definition; a rule with a fault is not asked."""
    yield from _code_faults(custom, design)
    if custom.about not in KINDS:
        yield "about"
    elif place_of(custom.about, custom.field) is None:
        yield "field"
    yield from _value_faults(custom)
    if not custom.message:
        yield "message"


def _code_faults(custom: CustomRule, design: Reader) -> Iterator[Fault]:
    from workbench.rules.rule import RULES

    if not custom.code.strip():
        yield "code"
    elif custom.code in RULES or custom.code.startswith(OWN_RULES):
        yield "taken"
    elif any(other.code == custom.code and other.id < custom.id for other in design.of_kind(CustomRule)):
        yield "twice"


def _value_faults(custom: CustomRule) -> Iterator[Fault]:
    from workbench.addresses import span
    from workbench.rules.comparing import number

    wanted = custom.value.strip()
    if custom.comparison in ("at-least", "at-most"):
        if number(wanted) is None:
            yield "number"
    elif custom.comparison == "in-block":
        if span(wanted) is None:
            yield "block"
    elif custom.comparison != "is-empty" and not wanted:
        yield "value"


def _values(place: Place, element: Element, design: Reader) -> list[Value]:
    """What stands at a place of an element, each in all its wordings; nothing where a list or table is empty."""
    if place.field is None:
        return [_worded(element.parent, True, design)]
    value = getattr(element, place.field.name)
    if place.column:
        refers = bool(place.column.refers)
        cells = [getattr(row, place.column.name) for row in value]
        return [_worded(one, refers, design) for cell in cells for one in _each(cell)]
    if place.field.name == "tags":
        return _tag_values(value, place.part)
    if isinstance(value, Words) and place.part:
        return [_worded(getattr(value, place.part), False, design)]
    return [_worded(one, bool(place.field.refers), design) for one in _each(value)]


def _each(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)


def _tag_values(tags: dict[str, str], key: str) -> list[Value]:
    if key:
        return [(tags[key],) if tags.get(key) else ()]
    return [(name,) for name in sorted(tags)]


def _worded(value: Any, refers: bool, design: Reader) -> Value:
    """A value as texts: words in both languages, an element by its names and its id, yes and no as true and false."""
    if isinstance(value, Words):
        return tuple(dict.fromkeys(part for part in (value.en, value.zh) if part))
    if value is None or value == "":
        return ()
    if isinstance(value, bool):
        return ("true" if value else "false",)
    if refers and (other := design.get(str(value))):
        return tuple(dict.fromkeys((*_worded(other.title(), False, design), other.id)))
    return (str(value),)


def _message(message: Words, name: Words, value: str) -> Text:
    """The message with the name and what was found; braces that mean nothing stay as they are."""

    def filled(wording: str, said: str) -> str:
        return wording.replace("{name}", said).replace("{value}", value or "—")

    words = Words(
        en=filled(message.said("en"), name.said("en")), zh=filled(message.said("zh"), name.said("zh"))
    )
    return Text("{said}", (("said", words),))
