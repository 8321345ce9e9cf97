"""What elements are called, and in which language a name is written."""

from __future__ import annotations

import re
from functools import cache

from workbench.model.element import KINDS, Element
from workbench.texts import Language
from workbench.words import Words

_CJK = re.compile(r"[\u3400-\u9fff]")
_LATIN = r"[A-Za-z][!-~]*"
_HAN = r"[\u3400-\u9fff]{2}[^A-Za-z]*"
# One Latin word beside Chinese is mostly part of the Chinese name: "VPC 生产", "app 服务器".
_TWICE = re.compile(
    rf"(?P<en>{_LATIN}(?: [!-~]+)*?) ?[/|] ?(?P<zh>{_HAN})|(?P<zh2>{_HAN}?) ?[/|] ?(?P<en2>{_LATIN}(?: [!-~]+)*)"
    rf"|(?P<en3>{_LATIN}(?: [!-~]+)+) (?P<zh3>{_HAN})|(?P<zh4>{_HAN}) (?P<en4>{_LATIN}(?: [!-~]+)+)"
)


def known_as(element: Element) -> set[str]:
    """What an element is called: id, names, and ids of the platform such as the account id; without case."""
    ids = (getattr(element, name) for name in id_fields(element.kind.tag))
    return {str(name).casefold() for name in (element.id, element.name.en, element.name.zh, *ids) if name}


def spoken_in(name: str) -> Language:
    """The language a name is written in."""
    return "zh" if _CJK.search(name) else "en"


def name_in(typed: str) -> Words:
    """A name in the language it is written in, in both where it is written twice: "Depot Wuhan 武汉仓库"."""
    twice = _TWICE.fullmatch(typed)
    if twice:
        found = {name[:2]: part for name, part in twice.groupdict().items() if part}
        return Words(en=found["en"], zh=found["zh"])
    return Words().saying(spoken_in(typed), typed)


@cache
def id_fields(tag: str) -> tuple[str, ...]:
    """The fields of a kind that hold an id of the platform: one line of text beside the name."""
    fields = KINDS[tag].fields
    return tuple(field.name for field in fields if field.section == "identity" and field.editor == "text")
