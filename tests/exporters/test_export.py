"""What export promises of every target: whole files, no name twice, a sentence where it cannot."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from widgets.painting import QtPainter
from workbench.cancelled import Cancelled
from workbench.exporters import EXPORTERS, Exporter, File, Job, exporters
from workbench.exporters.export import NotExported, export, languages_of, writing
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import registered
from workbench.rules.finding import Finding
from workbench.rules.reader import Reader
from workbench.rules.rule import RULES
from workbench.texts import text

EMPTY = Design.of()


@pytest.fixture
def target(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[File]]:
    """A target named test that makes the files noted here by language."""
    made: dict[str, list[File]] = {"zh": [], "en": []}

    def files(job: Job) -> list[File]:
        job.progress(0.5)
        return made[job.language]

    monkeypatch.setitem(EXPORTERS, "test", Exporter("test", text("Test", key="exporter.test"), ".txt", files))
    return made


def test_files_are_written_in_the_order_of_languages(target: dict[str, list[File]], tmp_path: Path) -> None:
    target["zh"] = [File("a.zh.txt", b"1")]
    target["en"] = [File("a.en.txt", b"2")]

    paths = export(EMPTY, ["test", "test"], ["zh", "en"], tmp_path / "new" / "folder")

    assert [(path.name, path.read_bytes()) for path in paths] == [("a.zh.txt", b"1"), ("a.en.txt", b"2")]
    assert sorted(path.name for path in paths[0].parent.iterdir()) == ["a.en.txt", "a.zh.txt"]


def test_names_that_differ_in_case_only_are_refused_before_anything_is_written(
    target: dict[str, list[File]], tmp_path: Path
) -> None:
    target["en"] = [File("a.txt", b"1"), File("A.txt", b"2")]

    with pytest.raises(NotExported, match=r"Two files would be called “A\.txt”"):
        export(EMPTY, ["test"], ["en"], tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "../a.txt", "a/b.txt", "c:a", ".hidden"])
def test_names_that_lead_elsewhere_are_refused(
    target: dict[str, list[File]], tmp_path: Path, name: str
) -> None:
    target["en"] = [File(name, b"1")]

    with pytest.raises(NotExported, match="impossible name"):
        export(EMPTY, ["test"], ["en"], tmp_path)


def test_an_unknown_target_lists_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotExported, match=r"“pptx” is no target\. The targets are: .*svg"):
        export(EMPTY, ["pptx"], ["en"], tmp_path)


def test_progress_runs_from_start_to_end(target: dict[str, list[File]], tmp_path: Path) -> None:
    shares: list[float] = []

    export(EMPTY, ["test"], ["zh", "en"], tmp_path, progress=shares.append)

    assert shares == [0.25, 0.75]


def test_stopping_writes_nothing(target: dict[str, list[File]], tmp_path: Path) -> None:
    target["en"] = [File("a.txt", b"1")]

    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        export(EMPTY, ["test"], ["en"], tmp_path, progress=stop)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "open in another program"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, wrong: OSError, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")

    def fails() -> None:
        with writing(path) as file:
            file.write(b"half")
            raise wrong

    with pytest.raises(NotExported, match=said):
        fails()

    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("a.txt", b"before")]


def test_the_languages_are_those_of_the_engagement_unless_asked() -> None:
    design = sketch("e engagement languages=zh")

    assert languages_of(design) == ("zh",)
    assert languages_of(design, "en") == ("en",)
    assert languages_of(EMPTY) == ("zh", "en")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes every time the rules are asked about the design: one of them tells."""
    times: list[str] = []

    def tells(design: Reader) -> Iterator[Finding]:
        times.append("asked")
        yield from ()

    told = next(rule for rule in registered().values() if rule.about is None)
    monkeypatch.setitem(RULES, told.id, replace(told, check=tells))
    return times


@pytest.mark.usefixtures("qapp")
def test_one_check_serves_all_files_of_an_export(asked: list[str], tmp_path: Path) -> None:
    design = sketch(
        """
        net sheet shows=network
        hz region
        a account
          v vpc region=hz blocks=10.0.0.0/16
        """
    )

    paths = export(design, sorted(exporters()), ["zh", "en"], tmp_path, QtPainter)

    assert len(paths) == 2 * len(exporters())
    assert asked == ["asked"]


def test_pictures_alone_ask_for_no_check(asked: list[str], tmp_path: Path) -> None:
    export(sketch("net sheet shows=network"), ["svg", "vsdx"], ["zh", "en"], tmp_path)

    assert asked == []


@pytest.mark.usefixtures("qapp")
def test_word_has_its_pictures_whatever_is_made_beside_it(tmp_path: Path) -> None:
    design = sketch("net sheet shows=network")

    [alone] = export(design, ["docx"], ["en"], tmp_path / "alone", QtPainter)
    [beside, _] = export(design, ["docx", "pdf"], ["en"], tmp_path / "beside", QtPainter)

    assert alone.read_bytes() == beside.read_bytes()
    with zipfile.ZipFile(alone) as package:
        assert sum(name.startswith("word/media/") for name in package.namelist()) == 2
