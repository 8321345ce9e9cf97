"""What every command answers, where, and with which exit code."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench import cli
from workbench.cli.talk import language_of_messages
from workbench.exporters import Painter
from workbench.model.elements.address_request import AddressRequest
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.storage.files import open_design, save_design

ESTATE = Path(__file__).parents[1] / "importers" / "fixtures" / "estate"
BROKEN = """
vpc-a vpc blocks=10.0.0.0/16
  vsw-a vswitch block=10.9.0.0/24
"""
WAITING = """
pool-a address-pool blocks=10.0.0.0/22
  wish-a address-request prefix_length=24
  wish-b address-request hosts=200
"""


class Said(NamedTuple):
    """What a command answered: its exit code, stdout and stderr."""

    code: int
    out: str
    err: str


Running = Callable[..., Said]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages in English, whatever the machine speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def main(capsys: pytest.CaptureFixture[str]) -> Running:
    """Runs a command line."""

    def run(*arguments: object) -> Said:
        code = _run([str(argument) for argument in arguments])
        return Said(code, *capsys.readouterr())

    return run


def _run(arguments: Sequence[str]) -> int:
    return cli.run(arguments, _no_painter)


def _no_painter() -> Painter:
    raise AssertionError("nothing was to be painted")


def file(tmp_path: Path, lines: str) -> Path:
    """A design file from a sketch."""
    path = tmp_path / "a.lzd"
    save_design(sketch(lines), path)
    return path


def test_new_makes_a_design_of_the_edition(main: Running, tmp_path: Path) -> None:
    said = main("new", tmp_path / "a.lzd", "--edition", "basic", "--choose", "security")

    (engagement,) = open_design(tmp_path / "a.lzd").design.of_kind(Engagement)
    assert (said.code, said.out) == (0, "")
    assert (engagement.edition, engagement.choice) == ("basic", "security")


def test_new_never_touches_a_file_that_is_there(main: Running, tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    path.write_text("mine")

    said = main("new", path, "--edition", "standard")

    assert (said.code, path.read_text()) == (2, "mine")
    assert "is there already" in said.err


def test_new_lists_the_patterns_where_a_name_is_none(main: Running, tmp_path: Path) -> None:
    said = main("new", tmp_path / "a.lzd", "--edition", "standard", "--pattern", "castle")

    assert said.code == 2
    assert "empty, enterprise, sample, small-business" in said.err
    assert not (tmp_path / "a.lzd").exists()


def test_check_answers_one_where_it_finds_errors(main: Running, tmp_path: Path) -> None:
    said = main("check", file(tmp_path, BROKEN))

    assert said.code == 1
    assert "NET-004" in said.out
    assert "Errors: 1." in said.err


def test_check_speaks_json_on_stdout_alone(main: Running, tmp_path: Path) -> None:
    said = main("check", file(tmp_path, BROKEN), "--json")

    answer = json.loads(said.out)
    (finding,) = [one for one in answer["findings"] if one["rule"] == "NET-004"]
    assert said.err == ""
    assert answer["counts"]["error"] == 1
    assert (finding["about"], finding["severity"]) == ("vsw-a", "error")
    assert set(finding["message"]) == {"en", "zh"}


WAIVED = """
    eng engagement issued=2026-05-15
    vpc-a vpc blocks=10.0.0.0/16
      vsw-a vswitch block=10.9.0.0/24
    ok waiver rule=NET-004 covers=vsw-a,vpc-a reason="Moved in June" owner="Li Na" expires=2026-06-30
    ours severity-profile
      - weights rule=PLC-001 severity=off reason=Agreed
"""


def test_check_tells_what_is_waived_and_does_not_count_it(main: Running, tmp_path: Path) -> None:
    said = main("check", file(tmp_path, WAIVED))

    assert said.code == 0
    assert "waived   NET-004" in said.out
    assert "Waived: Moved in June (Li Na, until 2026-06-30)" in said.out
    assert "Errors: 0." in said.err
    assert "Waived: 1." in said.err
    assert "Rules switched off by the severity profile: 1." in said.err


def test_checks_json_holds_waivers_and_the_profile(main: Running, tmp_path: Path) -> None:
    answer = json.loads(main("check", file(tmp_path, WAIVED), "--json").out)

    (finding,) = [one for one in answer["findings"] if one["rule"] == "NET-004"]
    assert (answer["waived"], answer["counts"]["error"]) == (1, 0)
    assert finding["waived"] == {
        "id": "ok",
        "reason": {"en": "Moved in June", "zh": "Moved in June"},
        "owner": "Li Na",
        "expires": "2026-06-30",
    }
    assert answer["profile"]["weights"] == {"PLC-001": "off"}
    assert len(answer["profile"]["print"]) == 8


def test_check_answers_zero_where_there_are_no_errors(main: Running, tmp_path: Path) -> None:
    said = main("check", file(tmp_path, "account-a account role=management"))

    assert said.code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "gone.lzd"),
        ("check",),
        ("plan", "gone.lzd", "--json"),
        ("export", "gone.lzd", "--to", "svg", "--out", "out"),
        ("import", "gone", "--into", "new.lzd"),
        ("new", "a.lzd", "--edition", "golden"),
        ("render", "gone.lzd", "--sheet", "a", "--png", "a.png"),
        ("paint",),
    ],
)
def test_what_cannot_run_answers_two_with_a_sentence_on_stderr(
    main: Running, arguments: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = main(*arguments)

    assert said.code == 2
    assert said.err.strip()
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_import_makes_the_file_and_says_its_edition(main: Running, tmp_path: Path) -> None:
    said = main(
        "import", ESTATE, "--into", tmp_path / "a.lzd", "--account", "Works", "--region", "cn-hangzhou"
    )

    design = open_design(tmp_path / "a.lzd").design
    assert said.code == 0
    assert "its edition is standard" in said.err
    assert {vpc.name.en for vpc in design.of_kind(Vpc)} == {"plant", "desk"}


def test_a_second_import_leaves_the_bytes_of_the_file(main: Running, tmp_path: Path) -> None:
    path = tmp_path / "a.lzd"
    main("import", ESTATE, "--into", path)
    before = path.read_bytes()

    said = main("import", ESTATE, "--into", path, "--json")

    answer = json.loads(said.out)
    assert path.read_bytes() == before
    assert (answer["counts"]["new"], answer["counts"]["changed"]) == (0, 0)


def test_a_dry_run_lists_everything_and_writes_nothing(main: Running, tmp_path: Path) -> None:
    said = main("import", ESTATE, "--into", tmp_path / "a.lzd", "--dry-run")

    assert said.code == 0
    assert "VPC plant" in said.out
    assert list(tmp_path.iterdir()) == []


PLAN = "VPC,vSwitch,CIDR\nprod,web,10.1.0.0/24\nprod,bad,10.1.1.0/40\n"


def test_an_address_plan_is_known_by_its_name_and_refused_as_a_whole(main: Running, tmp_path: Path) -> None:
    plan, design = tmp_path / "plan.csv", tmp_path / "a.lzd"
    plan.write_text(PLAN, encoding="utf-8")

    said = main("import", plan, "--into", design)

    assert said.code == 2
    assert "plan.csv:C3: 40 is no mask" in said.err
    assert not design.exists()


def test_rows_of_an_address_plan_come_in_without_those_that_are_refused(
    main: Running, tmp_path: Path
) -> None:
    plan, design = tmp_path / "plan.csv", tmp_path / "a.lzd"
    plan.write_text(PLAN, encoding="utf-8")

    said = main("import", plan, "--into", design, "--without-refused", "--json")

    assert said.code == 0
    answer = json.loads(said.out)
    assert answer["applied"]
    assert answer["counts"]["refused"] == 1
    assert [one.blocks for one in open_design(design).design.of_kind(Vpc)] == [()]


def test_tables_and_configuration_are_not_mixed(main: Running, tmp_path: Path) -> None:
    plan = tmp_path / "plan.csv"
    plan.write_text(PLAN, encoding="utf-8")

    said = main("import", plan, ESTATE, "--into", tmp_path / "a.lzd")

    assert said.code == 2
    assert "one after the other" in said.err


def test_a_refused_import_says_where_and_writes_nothing(main: Running, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"vpc_name": "a"')

    said = main("import", bad, "--into", tmp_path / "a.lzd")

    assert said.code == 2
    assert "bad.json:1: This is not whole JSON" in said.err
    assert not (tmp_path / "a.lzd").exists()


def test_plan_answers_every_request_and_writes_only_when_asked(main: Running, tmp_path: Path) -> None:
    path = file(tmp_path, WAITING)

    looked = main("plan", path, "--json")
    before = open_design(path).design
    applied = main("plan", path, "--apply")

    answer = json.loads(looked.out)
    assert (answer["status"], answer["applied"]) == ("ok", False)
    assert set(answer["allocations"]) == {"wish-a", "wish-b"}
    assert before == sketch(WAITING)
    assert applied.code == 0
    blocks = {one.id: one.block for one in open_design(path).design.of_kind(AddressRequest)}
    assert blocks == answer["allocations"]


def test_plan_says_that_nothing_waits_and_prints_pools(main: Running, tmp_path: Path) -> None:
    path = file(tmp_path, "pool-a address-pool blocks=10.0.0.0/22\nvpc-a vpc blocks=10.0.0.0/24")

    said = main("plan", path)

    assert said.code == 0
    assert "No request waits" in said.err
    assert "1,024 addresses, 256 used or kept, 768 free, largest free block 10.0.2.0/23" in said.out


def test_no_room_is_an_answer_that_names_the_pool_and_what_is_missing(main: Running, tmp_path: Path) -> None:
    path = file(tmp_path, WAITING + "  wish-c address-request prefix_length=21\n")

    said = main("plan", path, "--json")

    (conflict,) = json.loads(said.out)["conflicts"]
    assert said.code == 0
    assert conflict["requests"] == ["wish-c"]
    assert conflict["missing"] > 0
    assert "pool-a" in conflict["message"]["en"]


def test_rules_and_schema_are_json_for_other_programs(main: Running) -> None:
    rules = json.loads(main("rules", "--json").out)
    schema = json.loads(main("schema").out)

    assert {"id", "title", "why", "severity", "wrong", "right", "source"} <= set(rules[0])
    assert "Vpc" in schema["$defs"]


def test_export_lists_what_it_wrote_on_stdout(main: Running, tmp_path: Path) -> None:
    path = file(tmp_path, "sheet-a sheet shows=network\nregion-a region region_id=cn-beijing")

    said = main("export", path, "--to", "svg", "--language", "en", "--out", tmp_path / "out")

    written = [Path(line) for line in said.out.splitlines()]
    assert said.code == 0
    assert [one.suffix for one in written] == [".svg"]
    assert all(one.is_file() for one in written)


def test_render_lists_the_sheets_where_a_name_is_none(main: Running, tmp_path: Path) -> None:
    path = file(tmp_path, "sheet-a sheet shows=network name=Overview")

    said = main("render", path, "--sheet", "Underview", "--png", tmp_path / "a.png")

    assert said.code == 2
    assert "Overview" in said.err


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (("check", "--language", "zh"), {"LANG": "en_US.UTF-8"}, "zh"),
        (("check", "--language=en"), {"LANG": "zh_CN.UTF-8"}, "en"),
        (("export", "--language", "both"), {"LANG": "zh_CN.UTF-8"}, "zh"),
        ((), {"LC_ALL": "zh_TW", "LANG": "en_US"}, "zh"),
        ((), {"LANG": "C"}, "en"),
    ],
)
def test_messages_follow_the_option_and_then_the_locale(
    arguments: Sequence[str], environment: dict[str, str], language: str
) -> None:
    assert language_of_messages(arguments, environment) == language


def test_a_fault_of_the_program_is_a_report_and_no_stack_of_its_own(
    main: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("on purpose")

    monkeypatch.setattr("workbench.cli.check.design_in", fails)

    said = main("check", tmp_path / "a.lzd")

    assert said.code == 2
    assert said.err.startswith("The program failed; your files are as they were.")
    assert "on purpose" in said.err


def test_a_word_that_is_no_command_is_a_file_and_two_words_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert not cli.names_command(["design.lzd"])
    assert cli.window_refused(["paint", "it"]) == 2
    assert "“paint” is no command" in capsys.readouterr().err
