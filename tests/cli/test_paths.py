"""Questions about a design on the command line: one that is typed, and a file of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_command_line import Running, Said, main
from tests.reachability.nets import two_vpcs
from workbench.model.sketch import sketch
from workbench.storage.files import save_design

__all__ = ["main"]
DESIGN = two_vpcs(
    more="""
    prod security-domain name.en=Production name.zh=生产
      app-c application vswitches=a-2 groups=sg-a name.en="Front office" name.zh=前台
    """
)
HTTPS = ("--protocol", "tcp", "--port", "443")
Asking = Callable[..., Said]


@pytest.fixture
def ask(main: Running, tmp_path: Path) -> Asking:
    """Asks the design a question, or those of a file."""

    def run(*arguments: str, questions: str | list[dict[str, Any]] | None = None) -> Said:
        path, asked = tmp_path / "a.lzd", tmp_path / "questions.json"
        save_design(sketch(DESIGN), path)
        if questions is None:
            return main("ask", path, *arguments)
        written = questions if isinstance(questions, str) else json.dumps(questions)
        asked.write_text(written, encoding="utf-8")
        return main("ask", path, *arguments, "--questions", asked)

    return run


def question(source: str, target: str, protocol: str = "tcp", port: int | None = 443) -> dict[str, Any]:
    """One question as it stands in a file."""
    return {"src": source, "dst": target, "proto": protocol, "port": port}


def test_a_file_of_questions_gets_a_list_of_answers_in_its_order(ask: Asking) -> None:
    asked = [question("app-a", "app-b"), question("app-b", "app-a"), question("app-a", "internet", "icmp", 0)]

    said = ask(questions=asked)

    answers = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert [{key: one[key] for key in asked[0]} for one in answers] == asked
    assert [one["verdict"] for one in answers] == ["allow", "deny", "deny"]


def test_an_answer_of_a_file_is_the_one_of_the_question_typed(ask: Asking) -> None:
    (filed,) = json.loads(ask("--json", questions=[question("Production", "APP-B")]).out)

    typed = json.loads(ask("生产", "app-b", *HTTPS, "--json").out)
    assert filed == typed
    assert filed["src"] == "prod"


def test_every_port_at_once_may_be_asked_about_in_a_file(ask: Asking) -> None:
    said = ask(questions=[{"src": "app-a", "dst": "app-b", "proto": "all"}])

    assert [one["verdict"] for one in json.loads(said.out)] == ["partial"]


def test_every_line_that_names_nobody_is_told_with_near_names(ask: Asking) -> None:
    written = """[
 {"src": "app-a", "dst": "app-b", "proto": "tcp", "port": 443},
 {"src": "Front ofice", "dst": "app-b", "proto": "tcp", "port": 443}, {
  "src": "app-a", "dst": "zzz", "proto": "tcp", "port": 443}
]"""

    said = ask(questions=written)

    first, second = said.err.splitlines()
    assert (said.code, said.out) == (2, "")
    assert first.endswith("questions.json, line 3: [1].src: Front ofice may be Front office (app-c)")
    assert second.endswith("questions.json, line 3: [2].dst: nothing is called zzz")


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (question("app-a", "app-b", "gre"), "line 1: [0].proto: gre is none of tcp, udp, icmp, all"),
        (question("app-a", "app-b", "icmp"), "line 1: [0].port: icmp has none"),
        (question("app-a", "app-b", port=None), "line 1: [0].port: – is not a whole number from 0 to 65535"),
        (question("app-a", "app-b", port=70_000), "questions.json: [0].port: 70000 is not a whole number"),
        ({"src": "app-a", "proto": "tcp", "port": 1}, "questions.json: [0].dst: is missing"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_with_its_place(
    ask: Asking, asked: dict[str, Any], reason: str
) -> None:
    said = ask(questions=[asked])

    assert (said.code, said.out) == (2, "")
    assert reason in said.err


def test_an_empty_file_of_questions_gets_an_empty_list(ask: Asking) -> None:
    assert json.loads(ask(questions="[ ]").out) == []


def test_questions_take_the_place_of_two_names(ask: Asking, main: Running) -> None:
    both = ask("app-a", "app-b", questions=[])

    assert "--questions takes the place of FROM and TO" in both.err
    assert "Name a design file, and FROM and TO or a file with --questions." in main("ask", "a.lzd").err
    assert "Name a design file" in main("ask", "--questions", "q.json").err


def test_one_question_is_told_hop_by_hop(ask: Asking) -> None:
    said = ask("Front office", "app-b", *HTTPS)

    assert said.out.startswith("Front office to app-b, tcp 443: allowed\n")
    assert "  1. Front office\n" in said.out


def test_a_port_may_be_the_name_of_a_service_and_one_that_is_none_lists_those_near(ask: Asking) -> None:
    named = ask("app-a", "app-b", "--protocol", "tcp", "--port", "HTTPS", "--json")
    numbered = ask("app-a", "app-b", *HTTPS, "--json")
    unknown = ask("app-a", "app-b", "--protocol", "tcp", "--port", "htps")

    assert named.out == numbered.out
    assert (unknown.code, unknown.out) == (2, "")
    assert "--port: htps may be https (443), http (80)" in unknown.err
