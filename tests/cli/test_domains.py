"""A list of flows is grouped into domains without a design."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

import main
import planners.domains
from workbench.cli.domains import SAID, limits
from workbench.reference import facts

FLOWS = "source,target,protocol,port\n" + "".join(
    f"web-{i},app-{j},tcp,8080\n" for i in range(4) for j in range(4) if (i, j) != (1, 2)
)


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main.main(["domains", *map(str, arguments)])
    return code, *capsys.readouterr()


@pytest.fixture
def flows(tmp_path: Path) -> Path:
    path = tmp_path / "flows.csv"
    path.write_text(FLOWS, encoding="utf-8")
    return path


def test_the_curve_is_told_in_the_language_of_the_user(
    flows: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, english, _ = said(capsys, "--flows", flows, "--language", "en")
    _, chinese, _ = said(capsys, "--flows", flows, "--language", "zh")

    assert code == 0
    assert english.splitlines() == [
        "8 apps, 4 exact classes, 0 flows for review",
        "a rule worth 0 flows: 4 domains, 3 rules, 0 flows over-permitted (0.0 %), exact",
        "a rule worth 4 flows: 2 domains, 1 rules, 1 flows over-permitted (6.7 %), heuristic",
        "a rule worth 40 flows: 2 domains, 1 rules, 1 flows over-permitted (6.7 %), heuristic",
    ]
    assert "8 个应用，4 个精确类，0 条流量待复核" in chinese


def test_json_holds_the_whole_answer_and_groups_where_asked(
    flows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apps = tmp_path / "apps.csv"
    rows = (f"web-{i},10.0.0.{i}/32\napp-{i},10.0.1.{i}/32\n" for i in range(4))
    apps.write_text("id,address\n" + "".join(rows), encoding="utf-8")

    code, out, _ = said(capsys, "--flows", flows, "--apps", apps, "--json", "--groups")

    point = json.loads(out)["points"][1]
    assert code == 0
    assert point["extras"][0]["witness"] == {
        "source": "web-1",
        "target": "app-2",
        "protocol": "tcp",
        "port": 8080,
    }
    assert [line["action"] for line in point["firewall"]] == ["accept", "drop"]
    assert {line["block"] for line in point["acls"]} == {"10.0.0.0/30", "10.0.1.0/30"}
    assert {len(group["entries"]) for group in point["groups"]} == {0, 1}


def test_a_json_file_is_known_by_what_it_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "flows.txt"
    path.write_text('{"flows": [{"source": "a", "target": "b"}], "exact": true}', encoding="utf-8-sig")

    code, out, _ = said(capsys, "--flows", path, "--json")

    assert code == 0
    assert json.loads(out)["points"][0]["bound"] == {"rules": 1, "cost": 0.0}


def test_limits_that_cannot_be_kept_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apps = "".join(f"c{i},e{i}\n" for i in range(205))
    (tmp_path / "apps.csv").write_text(f"id,env\nhub,\n{apps}", encoding="utf-8")
    calls = "".join(f"c{i},hub,443\n" for i in range(205))
    (tmp_path / "flows.csv").write_text(f"source,target,port\n{calls}", encoding="utf-8")

    code, out, _ = said(
        capsys, "--flows", tmp_path / "flows.csv", "--apps", tmp_path / "apps.csv", "--language", "en"
    )

    assert code == 0
    assert "  hub: 11 security groups an interface, 10 are allowed; give the addresses of 205 domains" in out


def test_every_bad_row_is_told_with_its_file_and_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "flows.csv"
    path.write_text("源,目标,端口\na,,\na,b,http\n", encoding="gb18030")

    code, out, err = said(capsys, "--flows", path, "--language", "zh")

    assert (code, out) == (2, "")
    assert err.splitlines() == [
        f"{path}：B2：缺失",
        f"{path}：C3：http 不是端口列表；请写成 80,443,8000-8010 的形式",
    ]


def test_a_fault_of_the_list_of_apps_names_that_file(
    flows: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apps = tmp_path / "apps.csv"
    apps.write_text("env\nprod\n", encoding="utf-8")

    code, _, err = said(capsys, "--flows", flows, "--apps", apps, "--language", "en")

    assert code == 2
    assert err.strip() == f"{apps}: A1: has no column id"


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "--flows", tmp_path / "gone.csv")

    assert code == 2
    assert "gone.csv" in err


def test_limits_come_from_the_catalogue() -> None:
    assert limits().rules_per_interface == facts()["security_group.limits.rules_per_eni"].value
    assert limits().references_per_group == facts()["security_group.basic.group_rules_max"].value


def test_every_sentence_of_the_planner_has_its_chinese() -> None:
    raised = {
        argument.value
        for path in Path(planners.domains.__file__).parent.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("BadFlows", "Told")
        for argument in call.args[1:2]
        if isinstance(argument, ast.Constant)
    }

    assert len(raised) > 20
    assert raised <= SAID.keys()
