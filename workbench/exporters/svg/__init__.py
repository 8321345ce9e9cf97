"""SVG: a file a sheet, with real text, symbols as paths and the ids of elements on their groups."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.exporters import File, Job, exporter


@exporter("svg", title="SVG drawings", suffix=".svg")
def svg(job: Job) -> Iterable[File]:
    """One file for each sheet."""
    from workbench.drawing.build import drawing, sheets
    from workbench.drawing.files import file_names
    from workbench.exporters.svg.document import document

    found = sheets(job.design)
    names = file_names(job.design, (s.title().said(job.language) for s in found), job.language, ".svg")
    for count, (sheet, name) in enumerate(zip(found, names, strict=True)):
        job.progress(count / len(found))
        yield File(name, document(drawing(job.design, sheet.id, job.language)).encode())
