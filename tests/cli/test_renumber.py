"""Renumbering on the command line: ranked plans with what they touch, and one of them written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.test_command_line import Running, Said, english, main
from workbench.model.elements.route_table import RouteTable
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch
from workbench.storage.files import open_design, save_design

assert english, main  # fixtures

CLASHING = """
bj region
pool address-pool blocks=10.0.0.0/12 region=bj
site data-centre
  - ranges block=10.2.0.0/16
vpc-a vpc region=bj blocks=10.2.0.0/16 state=deployed
  a1 vswitch block=10.2.0.0/24 state=deployed
rt route-table parent=vpc-a
  - routes destination=10.2.0.0/24
"""
TIGHT = """
pool address-pool blocks=10.0.0.0/22
vpc-a vpc blocks=10.0.0.0/24 state=deployed
vpc-b vpc blocks=10.0.2.0/24
wish address-request prefix_length=23
"""


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    """Writes a sketch as a design file."""

    def write(lines: str) -> Path:
        path = tmp_path / "design.lzd"
        save_design(sketch(lines), path)
        return path

    return write


def test_the_plans_are_told_with_their_moves_and_what_these_touch(
    main: Running, written: Callable[[str], Path]
) -> None:
    path = written(CLASHING)
    before = path.read_bytes()

    said = main("plan", path, "--taken", "10.2.0.0/16")

    assert said.code == 0
    assert "vpc-a: 10.2.0.0/16 → 10.3.0.0/16 (deployed): 10.2.0.0/16 is taken" in said.out
    assert (
        "rt, Destination 1: 10.2.0.0/24 → 10.3.0.0/24, rewritten; look: a site has this address too"
        in said.out
    )
    assert "weight 100; proved minimal" in said.out
    assert "Nothing was written" in said.err
    assert path.read_bytes() == before


def test_a_plan_is_written_as_one_whole(main: Running, written: Callable[[str], Path]) -> None:
    path = written(CLASHING)

    said = main("plan", path, "--taken", "site", "--apply", "1", "--json")
    told = json.loads(said.out)
    design = open_design(path).design

    assert (told["status"], told["applied"]) == ("ok", 1)
    (move, inner) = told["plans"][0]["moves"]
    assert (move["from"], move["to"], move["container"]) == ("10.2.0.0/16", "10.3.0.0/16", True)
    assert [touch["to"] for touch in inner["touches"]] == ["10.3.0.0/24"]
    assert design.get("vpc-a", Vpc).blocks == ("10.3.0.0/16",)  # type: ignore[union-attr]
    assert design.get("rt", RouteTable).routes[0].destination == "10.3.0.0/24"  # type: ignore[union-attr]


def test_what_lies_nowhere_near_moves_nothing(main: Running, written: Callable[[str], Path]) -> None:
    said = main("plan", written(CLASHING), "--taken", "10.9.0.0/16")

    assert "nothing has to move" in said.out


def test_that_there_is_no_plan_is_an_answer_and_applying_it_is_refused(
    main: Running, written: Callable[[str], Path]
) -> None:
    path = written("pool address-pool blocks=10.2.0.0/16\nvpc-a vpc blocks=10.2.0.0/16")

    told = json.loads(main("plan", path, "--taken", "10.2.0.0/16", "--json").out)
    said: Said = main("plan", path, "--taken", "10.2.0.0/16", "--apply")

    assert told["status"] == "infeasible"
    assert any("Extend the pool" in repair["en"] for repair in told["repairs"])
    assert (said.code, said.out) == (2, "")
    assert "vpc-a find no room in 10.2.0.0/16" in said.err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--taken", "10.2.0.1/16"), "Did you mean 10.2.0.0/16?"),
        (("--taken", ""), "Which range is taken?"),
        (("--taken", "x" * 500), "is not a block"),
        (("--taken", "10.2.0.0/16", "--apply", "7"), "There is no plan 7"),
        (("--taken", "10.2.0.0/16", "--apply", "zero"), "“zero” is no number of a plan"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    main: Running, written: Callable[[str], Path], arguments: tuple[str, ...], says: str
) -> None:
    path = written(CLASHING)
    before = path.read_bytes()

    said = main("plan", path, *arguments)

    assert said.code == 2
    assert says in said.err
    assert path.read_bytes() == before


def test_moves_that_would_help_are_told_and_made_only_when_asked_for(
    main: Running, written: Callable[[str], Path]
) -> None:
    path = written(TIGHT)

    looked = main("plan", path, "--apply")
    assert "vpc-b: 10.0.2.0/24 → 10.0.1.0/24 (draft): it makes room for wish" in looked.out
    assert "wish would get 10.0.2.0/23" in looked.out
    assert open_design(path).design.get("vpc-b", Vpc).blocks == ("10.0.2.0/24",)  # type: ignore[union-attr]

    told = json.loads(main("plan", path, "--make-room", "--apply", "--json").out)
    design = open_design(path).design

    assert told["room"]["allocations"] == {"wish": "10.0.2.0/23"}
    assert design.get("vpc-b", Vpc).blocks == ("10.0.1.0/24",)  # type: ignore[union-attr]
    assert design["wish"].block == "10.0.2.0/23"  # type: ignore[attr-defined]
