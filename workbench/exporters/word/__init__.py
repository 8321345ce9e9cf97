"""Word: the IT Governance Solution of the edition, numbered, with contents, pictures, tables and findings."""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import zip_longest
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
    content = without_clock(_saved(written(report, job)), report.issued)
    what = f"{report.id}-courtesy" if report.prevailing != job.language else report.id
    yield File(file_name(job.design, what, job.language, ".docx"), content)


def written(report: Report, job: Job) -> Writing:
    """The document of a report, with what is known of its pages."""
    from docx import Document

    from workbench.exporters.word.blocks import write_block
    from workbench.exporters.word.contents import fit_contents, write_contents, write_contents_title
    from workbench.exporters.word.front import begin_body, write_cover
    from workbench.exporters.word.last_pages import fill_last_pages
    from workbench.exporters.word.styles import dress
    from workbench.exporters.word.writing import Writing
    from workbench.reports.numbers import numbers
    from workbench.reports.report import Heading

    document = Document()
    writing = Writing(document, job.language, dress(document, job.language), numbers(report))
    write_cover(writing, report, job.design)
    page_count = begin_body(writing, report)
    contents = write_contents_title(writing)
    levels = [block.level for block in report.blocks if isinstance(block, Heading) and block.level < 3]
    writing.flow.skip(fit_contents(writing, levels))
    blocks = (*report.front, *report.blocks)
    for number, (block, after) in enumerate(zip_longest(blocks, blocks[1:])):
        write_block(writing, block, after, job, report)
        job.progress(0.1 + 0.8 * number / len(blocks))
    writing.flow.settle()
    fill_last_pages(writing)
    write_contents(writing, contents)
    page_count.text = str(writing.flow.page)
    _tell(document.core_properties, writing, report)
    return writing


def _saved(writing: Writing) -> bytes:
    out = io.BytesIO()
    writing.document.save(out)
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
