"""Visio: a page a sheet, a master a kind, lines that stay glued, containers that know their members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.drawing.drawing import Box, Drawing
from workbench.exporters import File, Job, exporter
from workbench.exporters.plain import plain


class Unsound(Exception):
    """A package that would not open; a fault of the program, which hands nothing over."""


@exporter("vsdx", title="Visio drawing", suffix=".vsdx")
def vsdx(job: Job) -> Iterable[File]:
    """One file with every sheet as a page."""
    from workbench.drawing.build import drawings
    from workbench.drawing.files import file_name

    drawn = drawings(job.design, job.language)
    job.progress(0.5)
    yield File(file_name(job.design, "drawings", job.language, ".vsdx"), package_bytes(drawn, job))


def package_bytes(drawn: Sequence[Drawing], job: Job) -> bytes:
    """The file of some drawings; Unsound where the check of the finished package finds a fault."""
    from workbench.exporters.visio.faults import faults
    from workbench.exporters.visio.masters import connector_master, master_of
    from workbench.exporters.visio.package import parts, zipped
    from workbench.exporters.visio.page import page
    from workbench.model.elements.engagement import Engagement

    connector = connector_master(2)
    masters = [master_of(id, boxes, job.language) for id, boxes in enumerate(_by_kind(drawn), 3)]
    named = {master.name: master for master in masters}
    pages = [
        page(drawing, job.design, named, connector, name)
        for drawing, name in zip(drawn, page_names([d.title for d in drawn]), strict=True)
    ]
    engagement = next(iter(job.design.of_kind(Engagement)), None)
    title = engagement.title().said(job.language) if engagement else ""
    made = parts(
        pages,
        [connector, *masters],
        title,
        engagement.author if engagement else "",
        engagement.issued if engagement else "",
        job.language,
    )
    if found := faults(made):
        raise Unsound("; ".join(found[:5]))
    return zipped(made)


def page_names(titles: Iterable[str]) -> list[str]:
    """Titles as Visio takes them for pages: without refused signs, at most 31 characters, each once."""
    names: list[str] = []
    for title in titles:
        fit = " ".join(
            "".join(
                " " if sign in '[]:;"|?*<>/\\' or ord(sign) < 32 else sign for sign in plain(title)
            ).split()
        )
        stem = name = (fit or "Page")[:31].strip()
        number = 2
        while name.casefold() in {known.casefold() for known in names}:
            name = f"{stem[: 31 - len(str(number)) - 1]} {number}"
            number += 1
        names.append(name)
    return names


def _by_kind(drawn: Sequence[Drawing]) -> list[list[Box]]:
    """The boxes of each kind that is drawn, over all sheets, in the order of tags."""
    found: dict[str, list[Box]] = {}
    for drawing in drawn:
        for box in drawing.boxes:
            if box.shape != "legend":
                found.setdefault(box.kind, []).append(box)
    return [found[tag] for tag in sorted(found)]
