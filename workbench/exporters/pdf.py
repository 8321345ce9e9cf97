"""PDF: every sheet in one file, a page as large as its drawing."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.exporters import File, Job, exporter
from workbench.exporters.painting import drawn, painter_of


@exporter("pdf", title="PDF drawings", suffix=".pdf", painted=True)
def pdf(job: Job) -> Iterable[File]:
    """One file with a page a sheet; none where the design has no sheet."""
    from workbench.drawing.files import file_name

    painter = painter_of(job)
    pages = [page for _, page in drawn(job)]
    if pages:
        yield File(file_name(job.design, "drawings", job.language, ".pdf"), painter.pdf(pages))
