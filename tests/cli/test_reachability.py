"""A plain file of a bare network is answered without a design."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import main
import planners.reachability
from tests.planners.reachability.networks import KINDS, random_network
from tests.planners.reachability.plainly import Plain, acl_rule, two_vpcs, with_
from workbench.cli.reachability import SAID


class Said(NamedTuple):
    """What a command answered: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Running = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Running:
    """Runs a command on a network, its messages in English."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def run(plain: object, command: str, *arguments: str) -> Said:
        path = tmp_path / "network.json"
        path.write_text(json.dumps(plain), encoding="utf-8")
        code = main.main([command, "--network", str(path), *arguments])
        return Said(code, *capsys.readouterr())

    return run


def questions(tmp_path: Path, content: Any) -> str:
    """The path of a file of questions."""
    path = tmp_path / "questions.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return str(path)


def half_open() -> Plain:
    """The network with an ACL that passes most answers of the database."""
    acl = {"in": [acl_rule("i")], "out": [acl_rule("o", proto="tcp", ports=[1025, 65_535])]}
    return with_(with_(two_vpcs(), "nacls.wall", acl), "vswitches.b1.nacl", "wall")


HTTPS = ("--protocol", "tcp", "--port", "443")


def test_one_packet_is_answered_with_its_way(run: Running) -> None:
    said = run(half_open(), "ask", "web", "db", *HTTPS, "--json")

    answer = json.loads(said.out)
    assert said.code == 0
    assert answer["verdict"] == "partial"
    assert (answer["at"], answer["rule"], answer["warnings"]) == ("return-acl-out:wall", None, [])
    assert answer["path"] == ["web", "a/ra", "main", "b/rb", "db"]
    assert answer["path_back"] == ["db", "b/rb", "main", "a/ra", "web"]


def test_one_packet_is_told_in_words_of_the_language(run: Running) -> None:
    english = run(half_open(), "ask", "web", "db", *HTTPS)
    chinese = run(half_open(), "ask", "web", "db", *HTTPS, "--language", "zh")

    assert english.out.splitlines()[:2] == [
        "web to db, tcp 443: allowed for some of the client's ports",
        "  decided by: the network ACL wall, outbound for the answer",
    ]
    assert chinese.out.startswith(
        "web 到 db，tcp 443：仅允许部分客户端端口\n  判定处：网络 ACL wall（回程出方向）"
    )


def test_icmp_is_asked_without_a_port_and_a_denial_is_an_answer(run: Running) -> None:
    said = run(two_vpcs(), "ask", "internet", "web", "--protocol", "icmp")

    assert said.code == 0
    assert said.out.splitlines()[:3] == [
        "internet to web, icmp 0: denied",
        "  decided by: the routes at internet",
        "  reason: no DNAT entry hands the port on",
    ]


def test_a_file_of_questions_gets_a_list_of_answers_in_its_order(run: Running, tmp_path: Path) -> None:
    asked = [
        {"src": "web", "dst": "db", "proto": "tcp", "port": 443},
        {"src": "internet", "dst": "db", "proto": "icmp", "port": 0},
    ]

    said = run(two_vpcs(), "ask", "--questions", questions(tmp_path, asked), "--json")

    answers = json.loads(said.out)
    assert [{key: answer[key] for key in asked[0]} for answer in answers] == asked
    assert [answer["verdict"] for answer in answers] == ["allow", "deny"]


def test_the_matrix_lists_what_is_not_denied(run: Running) -> None:
    said = run(half_open(), "matrix", "--json")

    rows = json.loads(said.out)
    assert {"src": "web", "dst": "db", "proto": "tcp", "ports": [0, 65_535], "verdict": "partial"} in rows
    assert {row["verdict"] for row in rows} == {"allow", "partial"}
    assert "web to db, tcp 0-65535: allowed for some" in run(half_open(), "matrix").out


def test_a_list_of_networks_gets_a_list_of_answers(run: Running, tmp_path: Path) -> None:
    both = [two_vpcs(), with_(two_vpcs(), "sgs.open.rules", []), {"endpoints": []}]
    asked = questions(tmp_path, [{"src": "web", "dst": "db", "proto": "tcp", "port": 443}])

    rows = json.loads(run(both, "matrix", "--json").out)
    typed = json.loads(run(both[:2], "ask", "web", "db", *HTTPS, "--json").out)
    filed = json.loads(run(both[:2], "ask", "--questions", asked).out)

    assert [len(one) for one in rows] == [36, 15, 0]
    assert [one["verdict"] for one in typed] == ["allow", "deny"]
    assert [[one["verdict"] for one in of_network] for of_network in filed] == [["allow"], ["deny"]]
    assert json.loads(run([], "matrix", "--json").out) == []
    assert "network.json: [1].endpoints: is missing" in run([two_vpcs(), {}], "matrix").err


def test_a_network_in_which_nobody_reaches_anybody_is_an_empty_list(run: Running) -> None:
    said = run({"endpoints": []}, "matrix", "--json")

    assert (said.code, json.loads(said.out)) == (0, [])


def test_the_matrix_tells_of_equal_routes_and_which_is_taken(run: Running) -> None:
    plain = with_(two_vpcs(), "attachments.tc", {"type": "vpc", "ref": "b", "rt": "main"})

    said = run(with_(plain, "tr_tables.main.propagate", ["tc", "tb", "ta"]), "matrix")

    assert "main learns 10.2.1.0/24 from tb, tc; tb is taken" in said.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["wbe", "db", *HTTPS], "FROM: endpoints holds no 'wbe'; did you mean web?"),
        (["web", "d" * 500, *HTTPS], "TO: endpoints holds no 'ddd"),
        (["web", "db", "--protocol", "tpc", "--port", "1"], "--protocol: 'tpc' is none of tcp, udp, icmp"),
        (["web", "db", "--protocol", "tcp"], "--port: is missing"),
        (
            ["web", "db", "--protocol", "tcp", "--port", "65536"],
            "--port: 65536 is not a whole number from 0 to 65,535",
        ),
        (["web", "db", "--protocol", "icmp", "--port", "8"], "--port: icmp has no ports; ask for port 0"),
        (["web", "db", "--protocol", "tcp", "--port", "htps"], "--port: htps may be https (443), http (80)"),
        (
            ["web", "db", "--protocol", "tcp", "--port", "?"],
            "--port: ? is not a whole number from 0 to 65,535",
        ),
        (["web", "db", "--protocol", "tcp", "--port=-1"], "--port: -1 is not a whole number"),
        (["web"], "Name FROM, TO and --protocol, or a file with --questions."),
    ],
)
def test_a_question_about_what_does_not_exist_is_refused(
    run: Running, arguments: list[str], reason: str
) -> None:
    said = run(two_vpcs(), "ask", *arguments)

    assert (said.code, said.out) == (2, "")
    assert reason in said.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ({}, "$: {} is not a list"),
        ([{"src": "web", "dst": "db", "proto": "tcp"}], "[0].port: is missing"),
        ([{"src": "web", "dst": "dc", "proto": "tcp", "port": 1}], "[0].dst: endpoints holds no 'dc'"),
        ([{"src": 1, "dst": "db", "proto": "tcp", "port": 1}], "[0].src: 1 is not a name"),
        ([{"src": "web", "dst": "db", "proto": "tcp", "port": "1"}], '[0].port: "1" is not a whole number'),
    ],
)
def test_a_bad_file_of_questions_is_refused_with_its_place(
    run: Running, tmp_path: Path, content: Any, reason: str
) -> None:
    said = run(two_vpcs(), "ask", "--questions", questions(tmp_path, content))

    assert (said.code, said.out) == (2, "")
    assert f"questions.json: {reason}" in said.err


def test_a_bad_network_is_refused_in_the_language_of_the_user(run: Running) -> None:
    said = run(with_(two_vpcs(), "endpoints.0.vsw", "b9"), "matrix", "--language", "zh")

    assert said.code == 2
    assert "endpoints[0].vsw：vswitches 中没有 'b9'；是否为 b1？" in said.err


def test_every_sentence_of_the_planner_has_its_chinese() -> None:
    raised = {
        argument.value
        for path in Path(planners.reachability.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and called(call) in ("refused", "tell", "BadNetwork", "BadQuestion")
        for argument in call.args[:2]
        if isinstance(argument, ast.Constant) and " " in argument.value
    }

    assert raised <= set(SAID)
    assert len(raised) > 20


def called(call: ast.Call) -> str:
    """The last name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def test_every_verdict_of_many_networks_can_be_said(run: Running) -> None:
    for seed in range(2 * len(KINDS)):
        plain = random_network(seed)
        ends = [one["id"] for one in plain["endpoints"]] + ["internet"]
        for source in ends:
            said = run(plain, "ask", source, ends[seed % len(ends)], *HTTPS)
            assert said.code == 0, said.err
            assert "way there" in said.out
