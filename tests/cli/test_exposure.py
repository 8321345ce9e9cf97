"""Exposure and changes on the command line say what the values say, in both languages and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main
from workbench.model.sketch import sketch
from workbench.storage.format import design_bytes

OPEN = """
    out internet
    vpc-d vpc blocks=10.3.0.0/16
      d-1 vswitch block=10.3.1.0/24
      alb load-balancer faces=internet vswitches=d-1
        - listeners port=443 application=web
      sg security-group
        - rules port=443/443 block=10.3.0.0/16
    web application vswitches=d-1 groups=sg owner="Li Ming" data_class=C2
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A design, and the same with its entry shut."""
    old, new = tmp_path / "old.lzd", tmp_path / "new.lzd"
    old.write_bytes(design_bytes(sketch(OPEN)))
    new.write_bytes(design_bytes(sketch(OPEN.replace("rules port=443/443", "rules port=22/22"))))
    return old, new


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What a command answers."""
    assert main.main(list(map(str, arguments))) == 0
    return capsys.readouterr().out


def test_what_is_exposed_is_told_with_its_path_and_owner(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    english = said(capsys, "exposure", files[0], "--language", "en").splitlines()
    chinese = said(capsys, "exposure", files[0], "--language", "zh").splitlines()

    at = english.index("The internet reaches web on 443")
    assert english[at + 1 : at + 4] == [
        "  not wanted; through alb; no boundary",
        "  path: Internet > alb > sg > web",
        "  belongs to: Li Ming, C2",
    ]
    assert chinese[at] == "互联网可访问web，端口 443"


def test_the_json_of_exposure_names_parties_by_their_ids(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = json.loads(said(capsys, "exposure", files[0], "--json"))

    (web,) = (row for row in rows if row["party"] == "web")
    assert (web["direction"], web["verdict"], web["guard"], web["wanted"]) == ("in", "allow", "none", False)
    assert web["ports"] == [{"proto": "tcp", "ports": [443, 443]}]
    assert web["path"] == ["internet", "alb", "sg", "web"]


def test_changes_tell_what_an_edit_closes(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    english = said(capsys, "changes", *files, "--language", "en").splitlines()

    assert english[:2] == [
        "alb to web, 443: newly closed (not reached, was reached)",
        "out to web, 443: newly closed (not reached, was reached)",
    ]
    assert english[-1].startswith("Pairs: 0 newly open, 2 newly closed")
    pairs = json.loads(said(capsys, "changes", *files, "--json"))["pairs"]
    assert [(one["src"], one["dst"], one["turn"]) for one in pairs] == [
        ("alb", "web", "closed"),
        ("out", "web", "closed"),
    ]


def test_the_same_design_twice_has_no_changes(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(said(capsys, "changes", files[0], files[0], "--json"))

    assert found == {"added": [], "removed": [], "pairs": [], "with_added_or_removed": []}
