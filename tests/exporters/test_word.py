"""The Word file: what it says, what Word insists on, and what no name may break."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from workbench.drawing.drawing import Drawing
from workbench.exporters import Job, exporters
from workbench.exporters.word import written as written_document
from workbench.exporters.word.markup import ORDER
from workbench.exporters.word.writing import Writing
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.reports.report import Heading, Table
from workbench.reports.solution import solution
from workbench.reports.standing import standing
from workbench.storage.files import open_design
from workbench.texts import LANGUAGES, Language
from workbench.words import Words

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
COVER, CONTENTS = 1, 2
"""The pages of the front that are filled otherwise than by running text."""
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
            order = ORDER.get(etree.QName(element).localname) if ours else None
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_and_figure_is_mentioned_before_it_appears(language: Language) -> None:
    body = xml_parts(written(language))["word/document.xml"]
    mentioned: set[str] = set()
    unmentioned = []

    for element in body.iter(qn("w:instrText"), qn("w:bookmarkStart")):
        words = element.text or ""
        name = str(element.get(qn("w:name")))
        if words.split()[:1] == ["REF"]:
            mentioned.add(words.split()[1])
        elif name.startswith("_Ref") and name not in mentioned:
            unmentioned.append(name)

    assert len(mentioned) > 20
    assert unmentioned == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mention_says_the_number_of_the_caption_it_points_at(language: Language) -> None:
    body = xml_parts(written(language))["word/document.xml"]
    marked = {
        str(start.get(qn("w:name"))): "".join(_texts_up_to(start, qn("w:bookmarkEnd")))
        for start in body.iter(qn("w:bookmarkStart"))
    }

    said = [
        (code.text or "", "".join(_texts_up_to(code.getparent(), qn("w:fldChar"), 2)))
        for code in body.iter(qn("w:instrText"))
        if (code.text or "").split()[:1] == ["REF"]
    ]

    assert said
    assert [(code, words) for code, words in said if marked[code.split()[1]] != words] == []


def _texts_up_to(start: etree._Element, end: str, count: int = 1) -> Iterator[str]:
    """The texts after an element up to the nth element of a name."""
    for element in start.itersiblings():
        yield from (one.text or "" for one in element.iter(qn("w:t")))
        count -= element.tag == end or element.find(end) is not None
        if not count:
            return


@pytest.mark.parametrize("name", ["enterprise", "standard", "advanced", "basic-network", "basic-security"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_nearly_empty(name: str, language: Language) -> None:
    design = open_design(SAMPLES / f"{name}.lzd").design

    flow = document_of(design, language).flow

    lines = {page: filled / 16 for page, filled in flow.filled.items()}
    assert sorted(lines) == [COVER, *range(CONTENTS + 1, flow.page + 1)]
    assert [page for page, count in lines.items() if count < 4] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_say_the_pages_on_which_the_headings_stand(language: Language) -> None:
    document = document_of(sample(), language)
    flow, body = document.flow, document.document.element.body

    said = {
        str(link.get(qn("w:anchor"))): [one.text for one in link.iter(qn("w:t"))][-1]
        for link in body.iter(qn("w:hyperlink"))
    }

    assert said == {mark: str(flow.marks[mark]) for mark in said}
    assert list(map(int, said.values())) == sorted(map(int, said.values()))
    assert int(list(said.values())[-1]) <= flow.page


def test_a_plan_of_very_many_vswitches_points_at_the_workbook() -> None:
    vpc = sample().of_kind(Vpc)[0]
    many = [VSwitch(id=f"many-{n}", parent=vpc.id, name=Words(en=f"many {n}")) for n in range(400)]

    said = cells(opened(word_file(sample().adding(*many), "en")))

    assert "many 399" not in said
    assert vpc.title().said("en") in said


def document_of(design: Design, language: Language) -> Writing:
    """The document of a design, with what is known of its pages."""
    return written_document(solution(design, standing(design)), Job(design, language, Blank()))


class Blank:
    """A painter whose pictures are white: for what depends on where pictures stand, not on what they show."""

    def pdf(self, drawings: list[Drawing]) -> bytes:
        """Not asked for."""
        raise NotImplementedError

    def png(self, drawing: Drawing, width: int, height: int) -> bytes:
        """A small white picture."""
        assert drawing.size[0]
        out = io.BytesIO()
        Image.new("L", (width // 99 + 1, height // 99 + 1), 255).save(out, "PNG")
        return out.getvalue()
