"""Every file of one design says the same: names, blocks and counts are the design's own, in both languages."""

from __future__ import annotations

import datetime
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from workbench.exporters import Job, exporters
from workbench.importers.accelerator import plan_import
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.patterns import started
from workbench.reports.tables.elements import element_count
from workbench.storage.files import open_design, save_design
from workbench.texts import Language

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
ESTATE = ROOT / "tests" / "importers" / "fixtures" / "estate"
TARGETS = ("vsdx", "docx", "xlsx", "svg", "drawio")


def sample() -> Design:
    return open_design(SAMPLES / "enterprise.lzd").design


def imported() -> Design:
    """What an import makes of a folder of configuration files."""
    start = started("empty", "standard")
    plan = plan_import([ESTATE], start)
    assert plan.edit
    return plan.edit(start)


@pytest.fixture(scope="module", params=[sample, imported])
def design(request: pytest.FixtureRequest) -> Design:
    make: Callable[[], Design] = request.param
    return make()


@pytest.fixture(scope="module", params=["en", "zh"])
def language(request: pytest.FixtureRequest) -> Language:
    found: Language = request.param
    return found


@pytest.fixture(scope="module")
def words(design: Design, language: Language) -> dict[str, str]:
    """Everything a reader can read in each target's files."""
    return {
        target: "\n".join(_read(file.content) for file in exporters()[target].files(Job(design, language)))
        for target in TARGETS
    }


def _read(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return _text(content)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "\n".join(
            _text(package.read(name)) for name in package.namelist() if name.endswith((".xml", ".rels"))
        )


def _text(xml: bytes) -> str:
    """The text and the attribute values of an XML part; runs of one paragraph stand together."""
    tree = etree.fromstring(xml)
    attributes = [str(value) for element in tree.iter(etree.Element) for value in element.attrib.values()]
    paragraphs = ["".join(map(str, element.itertext())) for element in tree.iter(etree.Element)]
    return "\n".join([*attributes, *paragraphs])


@pytest.mark.parametrize("target", TARGETS)
def test_every_account_vpc_and_vswitch_is_named(
    target: str, words: dict[str, str], design: Design, language: Language
) -> None:
    elements = [*design.of_kind(Account), *design.of_kind(Vpc), *design.of_kind(VSwitch)]
    names = {element.title().said(language) for element in elements}

    assert names
    assert [name for name in sorted(names) if name not in words[target]] == []


@pytest.mark.parametrize("target", TARGETS)
def test_every_block_of_vpcs_and_vswitches_is_written(
    target: str, words: dict[str, str], design: Design
) -> None:
    blocks = {vpc.blocks[0] for vpc in design.of_kind(Vpc) if vpc.blocks}
    blocks |= {vswitch.block for vswitch in design.of_kind(VSwitch) if vswitch.block}

    assert blocks
    assert [block for block in sorted(blocks) if block not in words[target]] == []


@pytest.mark.parametrize("target", ["docx", "xlsx"])
def test_the_count_of_elements_is_the_designs(target: str, words: dict[str, str], design: Design) -> None:
    lines = {line.strip() for line in words[target].splitlines()}
    count = element_count(design)

    assert any(line in (str(count), f"{count:,}") or f" {count:,} " in line for line in lines)


def test_word_and_excel_carry_the_same_fingerprint(words: dict[str, str], design: Design) -> None:
    from workbench.reports.fingerprint import fingerprint

    mark = fingerprint(design)
    assert mark in words["docx"]
    assert mark in words["xlsx"]


EXPORT = """
import datetime, sys, time

SHIFT = float(sys.argv[2])
real = {name: getattr(time, name) for name in ("time", "time_ns", "localtime", "gmtime")}
time.time = lambda: real["time"]() + SHIFT
time.time_ns = lambda: real["time_ns"]() + int(SHIFT * 1e9)
time.localtime = lambda at=None: real["localtime"](time.time() if at is None else at)
time.gmtime = lambda at=None: real["gmtime"](time.time() if at is None else at)


class Moved(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(seconds=SHIFT)

    @classmethod
    def utcnow(cls):
        return cls.now(datetime.timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        return cls.now()


class MovedDate(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())


datetime.datetime, datetime.date = Moved, MovedDate
sys.path.insert(0, sys.argv[1])
import main
print(datetime.datetime.now().year, time.localtime().tm_year, file=sys.stderr)
sys.exit(main.main(sys.argv[3:]))
"""
YEARS = 9 * 365.25 * 86_400


def test_two_exports_in_other_surroundings_are_equal_byte_for_byte(tmp_path: Path, design: Design) -> None:
    path = tmp_path / "design.lzd"
    save_design(design, path)
    surroundings = [
        ("first", 0.0, {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC"}),
        (
            "second folder/第二",
            YEARS,
            {"PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai", "SOURCE_DATE_EPOCH": "1"},
        ),
    ]

    made = [
        _exported_elsewhere(path, tmp_path / folder, shift, changes)
        for folder, shift, changes in surroundings
    ]

    assert sorted(made[0]) == sorted(made[1])
    assert len(made[0]) >= 10
    assert [name for name in sorted(made[0]) if made[0][name] != made[1][name]] == []


def _exported_elsewhere(path: Path, folder: Path, shift: float, changes: dict[str, str]) -> dict[str, bytes]:
    """All files of a design as a process makes them in a folder of its own, under another clock."""
    folder.mkdir(parents=True)
    target = folder / "out"
    arguments = [
        "export",
        str(path),
        "--to",
        "vsdx,docx,xlsx,svg,pdf,png,drawio",
        "--language",
        "both",
        "--out",
        str(target),
    ]
    done = subprocess.run(
        [sys.executable, "-c", EXPORT, str(ROOT), str(shift), *arguments],
        env={**os.environ, **changes, "QT_QPA_PLATFORM": "offscreen"},
        cwd=folder,
        check=True,
        timeout=300,
        capture_output=True,
    )
    years = done.stderr.split(None, 2)[:2]
    now = datetime.datetime.now(datetime.UTC).year
    assert all(abs(int(year) - now - round(shift / 31_557_600)) <= 1 for year in years)
    return {file.name: file.read_bytes() for file in target.iterdir()}
