"""`main.py domains FILE`: the curve of a design, and a point of it written into another file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import main
from workbench.model.elements.security_group import SecurityGroup
from workbench.storage.files import open_design

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "enterprise.lzd"


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main.main(["domains", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_the_curve_of_a_design_is_told_in_the_language_of_the_user(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, english, _ = said(capsys, SAMPLE, "--language", "en")
    _, chinese, _ = said(capsys, SAMPLE, "--language", "zh")

    assert code == 0
    assert english.splitlines()[0] == "point 1: 9 security domains, 42 rules, 0 flows over-permitted (0.0 %)"
    assert "第 1 点：9 个安全域" in chinese


def test_a_point_is_written_into_a_new_file_and_recounted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flows, out = tmp_path / "flows.csv", tmp_path / "out.lzd"
    flows.write_text("source,target,port\nOrder,Payment,8443\nNobody,Order,80\n", encoding="utf-8")
    code, told, warned = said(
        capsys,
        SAMPLE,
        "--flows",
        flows,
        "--apply",
        1,
        "--into",
        out,
        "--beyond",
        "--json",
        "--language",
        "en",
    )
    answer = json.loads(told)

    assert code == 0
    assert "flows.csv: A3: Nothing here is called Nobody." in warned
    assert answer["unmatched"][0]["cell"] == "A3"
    assert answer["applied"]["figures"]["extra"] == 0
    assert (answer["applied"]["figures"]["missing"], answer["applied"]["left"]) == (0, [])
    assert {one["element"] for one in answer["applied"]["steps"]} >= {"acl-payment"}
    made = {one["id"] for one in answer["applied"]["changes"] if one["kind"] == "security-group"}
    assert made <= {one.id for one in open_design(out).design.of_kind(SecurityGroup)}


def test_what_does_not_go_together_is_refused_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "there.lzd"
    there.write_text("mine", encoding="utf-8")

    for arguments in (
        (),
        (SAMPLE, "--apply", 1),
        (SAMPLE, "--groups"),
        (SAMPLE, "--apply", 9, "--into", tmp_path / "out.lzd"),
        (SAMPLE, "--apply", 1, "--into", there),
        (SAMPLE, "--flows", SAMPLE),
        ("--flows", SAMPLE, "--apply", 1, "--into", tmp_path / "out.lzd"),
    ):
        code, out, wrong = said(capsys, *arguments)
        assert (code, out) == (2, "")
        assert wrong
    assert [path.name for path in tmp_path.iterdir()] == ["there.lzd"]
    assert there.read_text(encoding="utf-8") == "mine"
