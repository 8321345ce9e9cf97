"""`main.py invariants` on designs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main
from tests.reachability.nets import two_vpcs
from workbench.model.sketch import sketch
from workbench.storage.files import save_design

APART = "    rule invariant claim={} ports=443/443 sources=app-a targets=app-b\n"


def run(tmp_path: Path, lines: str, *arguments: str) -> int:
    """The exit code for a sketch."""
    path = tmp_path / "design.lzd"
    save_design(sketch(lines), path)
    return main.main(["invariants", str(path), *arguments])


def test_a_counter_example_is_told_hop_by_hop_and_is_exit_code_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, two_vpcs(more=APART.format("never")), "--language", "en") == 1

    said = capsys.readouterr().out
    assert "refuted: rule" in said
    assert "Pairs that break it: 1 of 1; the first is app-a to app-b, 443." in said
    assert "6. sg-b" in said
    assert "Invariants: 1 refuted." in said


def test_what_is_proved_is_exit_code_nought(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = two_vpcs(more=APART.format("one-way") + "    flow flow source=app-a target=app-b port=443/443\n")

    assert run(tmp_path, lines, "--language", "zh") == 0
    said = capsys.readouterr().out
    assert "成立：rule" in said
    assert "符合期望的访问关系：1 条中的 1 条。" in said


def test_json_has_the_witness_as_a_question_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flow = "    flow flow source=app-a target=app-b port=22/22\n"
    assert run(tmp_path, two_vpcs(more=APART.format("never") + flow), "--json") == 1

    told = json.loads(capsys.readouterr().out)
    (one,), (other,) = told["invariants"], told["flows"]
    assert (one["id"], one["outcome"], one["pairs"]) == ("rule", "refuted", [["app-a", "app-b"]])
    assert (one["witness"]["verdict"], one["witness"]["port"]) == ("allow", 443)
    assert (other["outcome"], other["ports"]) == ("refuted", "22")


def test_the_library_is_asked_without_being_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, two_vpcs(), "--language", "en") == 0
    assert "--library shows" in capsys.readouterr().err

    lines = two_vpcs(more="    out internet\n")
    before = sketch(lines)
    assert run(tmp_path, lines, "--library", "--json") == 0
    found = {one["id"]: one["outcome"] for one in json.loads(capsys.readouterr().out)["invariants"]}
    assert found["invariant-administration-from-internet"] == "proved"
    from workbench.storage.files import open_design

    assert open_design(tmp_path / "design.lzd", None).design == before
