"""What the painted targets share: the painter that must be there, and the drawings of all sheets."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.drawing.drawing import Drawing
from workbench.exporters import Job, Painter
from workbench.texts import text


def painter_of(job: Job) -> Painter:
    """The painter of a job; NotExported says that there is none."""
    from workbench.exporters.export import NotExported

    if job.painter is None:
        raise NotExported(
            text(
                "PDF and PNG are painted with Qt, and none was handed over. Start main.py, which does, or choose SVG."
            )
        )
    return job.painter


def drawn(job: Job, suffix: str = "") -> Iterator[tuple[str, Drawing]]:
    """Each sheet's file name and drawing, telling how far the work is."""
    from workbench.drawing.build import drawing, sheets
    from workbench.drawing.files import file_names

    found = sheets(job.design)
    names = file_names(
        job.design, (sheet.title().said(job.language) for sheet in found), job.language, suffix
    )
    for count, (sheet, name) in enumerate(zip(found, names, strict=True)):
        job.progress(count / len(found))
        yield name, drawing(job.design, sheet.id, job.language)
