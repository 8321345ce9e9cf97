"""A plain file of address requests is answered without a design."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import main
import planners.addresses
from workbench.cli.requests import SAID


def asked(tmp_path: Path, *problems: object) -> Path:
    path = tmp_path / "requests.json"
    path.write_text(json.dumps(problems[0] if len(problems) == 1 else list(problems)), encoding="utf-8")
    return path


FITTING = {"pools": ["10.0.0.0/24"], "requests": [{"id": "a", "prefixlen": 25}, {"id": "b", "hosts": 50}]}
CROWDED = {"pools": ["10.0.0.0/24"], "requests": [{"id": "a", "prefixlen": 24}, {"id": "b", "hosts": 50}]}


def test_one_problem_gets_one_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main.main(["plan", "--requests", str(asked(tmp_path, FITTING))])

    assert code == 0
    assert json.loads(capsys.readouterr().out)["allocations"] == {"a": "10.0.0.0/25", "b": "10.0.0.128/26"}


def test_no_room_is_an_answer_and_a_list_gets_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main.main(["plan", "--requests", str(asked(tmp_path, FITTING, CROWDED))])

    answers = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [answer["status"] for answer in answers] == ["ok", "infeasible"]
    assert answers[1]["missing"] == 64


@pytest.mark.parametrize(
    ("problem", "names"),
    [
        ({"pools": ["10.0.0.1/24"], "requests": []}, "pools"),
        ({"pools": []}, "requests"),
        ("text", "requests.json"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(
    problem: object, names: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main.main(["plan", "--requests", str(asked(tmp_path, problem))])

    said = capsys.readouterr()
    assert code == 2
    assert said.out == ""
    assert names in said.err


def test_what_makes_no_sense_is_told_in_the_language_of_the_user(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = asked(tmp_path, {"pools": ["10.0.0.1/24"], "requests": []})

    code = main.main(["plan", "--language", "zh", "--requests", str(path)])

    assert code == 2
    assert "pools[0]：10.0.0.1/24 不是网段；是否为 10.0.0.0/24？" in capsys.readouterr().err


def test_every_sentence_of_the_planner_has_its_chinese() -> None:
    raised = {
        argument.value
        for path in Path(planners.addresses.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and called(call) in ("NotABlock", "BadProblem", "_tell")
        for argument in call.args[: 1 if called(call) == "NotABlock" else 2][-1:]
        if isinstance(argument, ast.Constant)
    }

    assert raised == set(SAID)


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
