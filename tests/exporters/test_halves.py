"""Half a character, which can be pasted and never saved: no file of a design that holds one fails."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from lxml import etree

from widgets.painting import QtPainter
from workbench.exporters import Job, exporters
from workbench.model.design import Design
from workbench.reports.fingerprint import fingerprint
from workbench.storage.files import open_design
from workbench.texts import LANGUAGES, Language

HALF = "\ud83d"
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
KEPT = frozenset({"id", "parent", "kind", "shows", "region_id"})
"""What is no text of a person: ids and what the program itself writes."""


def torn() -> Design:
    """The sample, with half a character at the end of every text that a person may write."""
    design = open_design(SAMPLES / "standard.lzd").design
    for element in design:
        texts = [f for f in element.kind.fields if f.editor in ("text", "words", "passage", "date", "block")]
        changed = {f.name: _torn(getattr(element, f.name)) for f in texts if f.name not in KEPT}
        design = design.adding(msgspec.structs.replace(element, **changed))
    return design


def _torn(value: Any) -> Any:
    if isinstance(value, str):
        return value + HALF
    if isinstance(value, tuple):
        return tuple(_torn(part) for part in value)
    if isinstance(value, msgspec.Struct):
        said = {name: _torn(getattr(value, name)) for name in value.__struct_fields__}
        return msgspec.structs.replace(value, **said)
    return value


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", sorted(exporters()))
def test_every_target_is_made_and_can_be_read(target: str, language: Language) -> None:
    files = list(exporters()[target].files(Job(torn(), language, QtPainter())))

    assert files
    for file in files:
        assert HALF not in file.name
        for xml in _xml(file.content):
            assert etree.fromstring(xml) is not None


def _xml(content: bytes) -> list[bytes]:
    """The XML in a file: its parts where it is a package, itself where it is XML."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return [package.read(n) for n in package.namelist() if n.endswith((".xml", ".rels"))]
    return [content] if content.startswith(b"<") else []


def test_the_fingerprint_still_tells_two_designs_apart() -> None:
    design = torn()
    account = next(element for element in design if element.kind.tag == "account")

    other = design.replacing(account.id, name=account.name.saying("en", f"other{HALF}"))

    assert fingerprint(design) == fingerprint(torn())
    assert fingerprint(design) != fingerprint(other)
