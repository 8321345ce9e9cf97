"""The Word file: what it says, what Word insists on, and what no name may break."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree

from workbench.exporters import Job, exporters
from workbench.exporters.word.markup import ORDER
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.report import Heading, Table
from workbench.reports.solution import solution
from workbench.reports.standing import standing
from workbench.storage.files import open_design
from workbench.texts import LANGUAGES, Language, Words

SCHEMA = {
    **ORDER,
    "sectPr": ("headerReference", "footerReference", "type", "pgSz", "pgMar", "cols", "titlePg", "docGrid"),
}
"""What Word wants in which order; sections are written here apart from the exporter's own table."""
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
HOSTILE = {
    "control characters": "a\x00b\x07c\x1b",
    "emoji": "网络 👩‍💻🇨🇳",
    "right to left": "שלום \u202eabc\u202c مرحبا",
    "markup": "<w:p/>&amp;\"']]>",
    "500 characters": "长" * 500,
    "a formula": '=HYPERLINK("x")',
    "braces": "{0} {name} {{",
    "half a character": "a\ud83db",
}


@cache
def sample() -> Design:
    return open_design(SAMPLES / "enterprise.lzd").design


@cache
def written(language: Language) -> bytes:
    return word_file(sample(), language)


def word_file(design: Design, language: Language) -> bytes:
    [file] = exporters()["docx"].files(Job(design, language))
    return file.content


def opened(content: bytes) -> Opened:
    return Document(io.BytesIO(content))


def cells(document: Opened) -> set[str]:
    return {cell.text for table in document.tables for row in table.rows for cell in row.cells}


def headings(document: Opened, level: int) -> list[str]:
    style = f"Heading {level}"
    return [one.text for one in document.paragraphs if one.style is not None and one.style.name == style]


def xml_parts(content: bytes) -> dict[str, etree._Element]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {
            name: etree.fromstring(package.read(name)) for name in package.namelist() if name.endswith(".xml")
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_account_and_vpc_stands_in_a_cell_with_its_blocks(language: Language) -> None:
    design = sample()

    said = cells(opened(written(language)))

    assert {account.title().said(language) for account in design.of_kind(Account)} <= said
    assert {vpc.title().said(language) for vpc in design.of_kind(Vpc)} <= said
    assert {block for vpc in design.of_kind(Vpc) for block in vpc.blocks} <= said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chapters_are_those_of_the_report(language: Language) -> None:
    report = solution(sample(), standing(sample()))

    document = opened(written(language))

    for level in (1, 2):
        titles = [
            b.title.said(language) for b in report.blocks if isinstance(b, Heading) and b.level == level
        ]
        assert headings(document, level) == titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_counts_of_the_network_are_those_of_the_design(language: Language) -> None:
    vpcs, vswitches = (len(sample().of_kind(kind)) for kind in (Vpc, VSwitch))

    sentences = [one.text for one in opened(written(language)).paragraphs]

    assert any(
        {str(vpcs), str(vswitches)} <= set(re.findall(r"\d+", one)) for one in sentences if "VPC" in one
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_report_has_a_numbered_caption(language: Language) -> None:
    report = solution(sample(), standing(sample()))
    titles = [b.title.said(language) for b in (*report.front, *report.blocks) if isinstance(b, Table)]
    label = {"en": "Table", "zh": "表"}[language]

    captions = [one.text for one in opened(written(language)).paragraphs if "\t" in one.text]
    numbered = {one.partition("\t")[2]: one.partition("\t")[0] for one in captions if one.startswith(label)}

    assert [title for title in titles if title not in numbered] == []
    assert all(re.fullmatch(rf"{label} [0-9A-Z]+-\d+", number) for number in numbered.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_name_every_chapter_and_point_at_bookmarks_that_exist(language: Language) -> None:
    body = xml_parts(written(language))["word/document.xml"]
    marks = {str(one.get(qn("w:name"))) for one in body.iter(qn("w:bookmarkStart"))}
    codes = " ".join(one.text or "" for one in body.iter(qn("w:instrText")))

    pointed = re.findall(r"PAGEREF (\S+)", codes)

    levels = [
        block
        for block in solution(sample(), standing(sample())).blocks
        if isinstance(block, Heading) and block.level < 3
    ]
    assert len(pointed) == len(levels)
    assert set(pointed) <= marks


@pytest.mark.parametrize("language", LANGUAGES)
def test_properties_stand_in_the_order_of_the_schema(language: Language) -> None:
    seen: set[str] = set()

    for name, root in xml_parts(written(language)).items():
        for element in root.iter(etree.Element):
            ours = etree.QName(element).namespace == etree.QName(qn("w:p")).namespace
            order = SCHEMA.get(etree.QName(element).localname) if ours else None
            if order:
                children = [etree.QName(child).localname for child in element]
                places = [order.index(child) for child in children if child in order]
                seen.add(etree.QName(element).localname)
                assert places == sorted(places), f"{name}: {etree.QName(element).localname} {children}"
    assert {"pPr", "rPr", "tblPr", "tcPr", "trPr", "sectPr"} <= seen


@pytest.mark.parametrize("language", LANGUAGES)
def test_east_asian_text_has_a_face_of_its_own_and_no_theme_decides(language: Language) -> None:
    styles = xml_parts(written(language))["word/styles.xml"]

    normal = next(one for one in styles.iter(qn("w:style")) if one.get(qn("w:default")) == "1")
    fonts = next(normal.iter(qn("w:rFonts")))

    assert fonts.get(qn("w:eastAsia")) == "Microsoft YaHei"
    assert fonts.get(qn("w:eastAsiaTheme")) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_says_what_it_shows(language: Language) -> None:
    body = xml_parts(written(language))["word/document.xml"]

    pictures = list(body.iter(qn("wp:docPr")))

    assert len(pictures) >= 2
    assert all(one.get("descr") for one in pictures)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_copy_in_the_other_language_calls_itself_one(language: Language) -> None:
    [file] = exporters()["docx"].files(Job(sample(), language))

    prevails = solution(sample(), standing(sample())).prevailing == language

    assert ("courtesy" in file.name) is not prevails


@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_name_breaks_the_file(name: str) -> None:
    account = sample().of_kind(Account)[0]
    design = sample().replacing(account.id, name=Words(en=name, zh=name))

    said = cells(opened(word_file(design, "zh")))

    readable = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]", "", name)
    assert any(readable in words for words in said)


def test_a_design_of_nothing_is_a_document_too() -> None:
    document = opened(word_file(Design.of(), "en"))

    assert headings(document, 1)
