"""draw.io: a page a sheet, boxes in the boxes that hold them, lines joined to both their ends, shape data."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.exporters import File, Job, exporter


@exporter("drawio", title="draw.io drawing", suffix=".drawio")
def drawio(job: Job) -> Iterable[File]:
    """One file with every sheet as a page."""
    from workbench.drawing.build import drawings
    from workbench.drawing.files import file_name
    from workbench.exporters.drawio.document import document

    drawn = drawings(job.design, job.language)
    job.progress(0.5)
    name = file_name(job.design, "drawings", job.language, ".drawio")
    yield File(name, document(drawn, job.design).encode())
