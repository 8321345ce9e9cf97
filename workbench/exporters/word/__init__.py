"""Word: the IT Governance Solution of the edition, numbered, with contents, pictures, tables and findings."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.exporters import File, Job, exporter
from workbench.reports.report import Report

if TYPE_CHECKING:
    from docx.opc.coreprops import CoreProperties

    from workbench.exporters.word.writing import Writing


@exporter("docx", title="Word document", suffix=".docx", painted=True)
def docx(job: Job) -> Iterable[File]:
    """One document, in the language of the job."""
    from workbench.drawing.files import file_name
    from workbench.exporters.same_bytes import without_clock
    from workbench.reports.solution import solution

    report = solution(job.design, job.standing(job.design))
    job.progress(0.1)
    content = without_clock(_written(report, job), report.issued)
    what = f"{report.id}-courtesy" if report.prevailing != job.language else report.id
    yield File(file_name(job.design, what, job.language, ".docx"), content)


def _written(report: Report, job: Job) -> bytes:
    from docx import Document

    from workbench.exporters.word.blocks import write_block
    from workbench.exporters.word.front import CONTENTS, CONTROL, begin_body, write_contents, write_cover
    from workbench.exporters.word.styles import dress
    from workbench.exporters.word.writing import Writing

    document = Document()
    dress(document, job.language)
    writing = Writing(document, job.language)
    write_cover(writing, report, job.design)
    begin_body(writing, report)
    document.add_paragraph(writing.say(CONTENTS), style="Contents Title")
    place = document.add_paragraph()
    first = document.add_paragraph(writing.say(CONTROL), style="Contents Title")
    first.paragraph_format.page_break_before = True
    for block in report.front:
        write_block(writing, block, job)
    for number, block in enumerate(report.blocks):
        write_block(writing, block, job)
        job.progress(0.1 + 0.8 * number / len(report.blocks))
    write_contents(writing, place)
    _tell(document.core_properties, writing, report)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _tell(properties: CoreProperties, writing: Writing, report: Report) -> None:
    """Names the document in its own properties; the dates are fixed when it is packed."""
    properties.title = writing.say(report.title)[:250]
    properties.subject = writing.say(report.subtitle)[:250]
    properties.author = "Landing Zone Workbench"
    properties.last_modified_by = "Landing Zone Workbench"
    properties.keywords = writing.say(report.version)[:250]
    properties.comments = report.fingerprint
    properties.revision = 1
