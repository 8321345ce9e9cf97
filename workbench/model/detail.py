"""The few characters beside a name in words: labels for chosen values, the name of what a bare number counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from workbench.model.element import Element
from workbench.texts import YES_NO, Language, Text
from workbench.words import Words, counted

_SWITCHED: Final[Mapping[str, Text]] = {"false": YES_NO[False], "true": YES_NO[True]}


def detail_of(element: Element) -> Words:
    """The meta of an element as the inspector words it, in both languages."""
    meta = element.meta()
    if meta.isdigit():
        for field in element.kind.fields:
            value = getattr(element, field.name)
            if field.many and not field.refers and meta == str(len(value)):
                return number_of(int(meta), field.label)
    labels = _labels(element)
    if not any(word in labels for word in meta.split()):
        return Words(en=meta)
    return Words(en=_worded(meta, labels, "en"), zh=_worded(meta, labels, "zh"))


def number_of(count: int, things: Text, short: bool = False) -> Words:
    """A number of things, such as "4 control policies"; in short only the last word of the thing, "9 accounts"."""
    english = things.said("en").rpartition(" ")[2] if short else things.said("en")
    if english[1:2].islower():
        english = english[0].lower() + english[1:]
    if count == 1:
        english = f"{english[:-3]}y" if english.endswith("ies") else english.removesuffix("s")
    return Words(en=f"{count:,} {english}", zh=counted(count, things).zh)


def _labels(element: Element) -> Mapping[str, Text]:
    """The words for what is chosen in the fields of an element."""
    found = dict(_SWITCHED)
    for field in element.kind.fields:
        value = getattr(element, field.name) if field.choices else None
        if isinstance(value, str) and value in field.choices:
            found[value] = field.choices[value]
    return found


def _worded(meta: str, labels: Mapping[str, Text], language: Language) -> str:
    return " ".join(labels[word].said(language) if word in labels else word for word in meta.split(" "))
