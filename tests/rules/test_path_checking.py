"""Rules about paths beside the others: they come later, are asked again after what concerns networks, and can be stopped."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from types import ModuleType

import pytest

from planners.reachability import reach
from tests.reachability.nets import two_vpcs
from workbench.cancelled import Cancelled
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element
from workbench.model.sketch import sketch
from workbench.reachability.concerned import CONCERNED
from workbench.reachability.keeper import Keeper
from workbench.rules.engine import Checking, fresh_findings
from workbench.rules.paths import Paths
from workbench.rules.stops import stops
from workbench.words import Words

LINES = two_vpcs(more="    wish flow source=app-a target=app-b port=8443/8443\n")


def checked(design: Design) -> Checking:
    """A checking with nothing left to do."""
    checking = Checking(design)
    checking.work()
    return checking


def followed(checking: Checking, after: Design) -> Checking:
    """The same after a change, before anything was asked again."""
    checking.follow(Change.between(checking.design, after), after)
    return checking


def used_by(name: str, known: set[str]) -> Iterator[ModuleType]:
    """A module about reachability and all of them that it takes something from."""
    known.add(name)
    module = importlib.import_module(name)
    yield module
    for one in vars(module).values():
        other = getattr(one, "__module__", None) or ""
        if other.startswith("workbench.reachability.") and other not in known:
            yield from used_by(other, known)


def heard(checking: Checking) -> set[str]:
    """The rules that found something."""
    return {finding.rule for finding in checking.findings}


def test_the_other_rules_are_complete_before_any_path_is_asked_for() -> None:
    checking = Checking(sketch(LINES))

    assert checking.work_quickly()

    assert checking.waiting == 0
    assert checking.waiting_for_paths > 0
    assert "SEC-026" not in heard(checking)
    assert checking.work_paths()
    assert checking.waiting_for_paths == 0
    assert "SEC-026" in heard(checking)


@pytest.mark.parametrize(
    "change",
    [
        {"app-a": {"name": Words(en="Shop", zh="商城")}},
        {"sg-b": {"rules": ()}},
        {"sg-b": {"inner": "Accept"}},
        {"att-b": {"learning": ()}},
        {"b-1": {"block": "10.2.9.0/24"}},
        {"wish": {"port": "443/443"}},
        {"wish": {"wanted": "deny"}},
        {"app-b": {"vswitches": ()}},
        {"rt": {"routes": ()}},
    ],
    ids=lambda change: " ".join((*change, *next(iter(change.values())))),
)
def test_after_any_edit_and_its_undoing_the_findings_are_those_of_a_fresh_run(
    change: dict[str, dict[str, object]],
) -> None:
    before = sketch(LINES)
    checking, after = checked(before), before
    for id, values in change.items():
        after = after.replacing(id, **values)

    for design in (after, before):
        followed(checking, design).work()
        assert checking.findings == fresh_findings(design)


def test_where_flows_stop_is_read_by_the_classes_of_ports_that_were_answered() -> None:
    wider = "- rules port=1/50 block=10.1.0.0/16\n        - rules port=1/100 block=10.1.0.0/16\n        "
    lines = LINES.replace("8443/8443", "443/444").replace(
        "- rules port=443/443", wider + "- rules port=443/444"
    )
    split = "- rules direction=egress port=444/444 block=10.0.0.0/8"
    lines = lines.replace(
        "sg-a security-group inner=Drop", f"sg-a security-group inner=Drop\n        {split}"
    )
    others = "".join(f"    app-{n} application vswitches=b-1 groups=sg-c\n" for n in range(20))
    keeper = Keeper()
    before = Paths(sketch(lines + "    sg-c security-group parent=vpc-b\n" + others), keeper)
    assert before.answers
    design = before.design.replacing("sg-b", rules=before.design["sg-b"].rules[2:])  # type: ignore[attr-defined]

    assert stops("wish", Paths(design)) == ()
    assert stops("wish", Paths(design, keeper)) == ()


def test_what_concerns_no_network_asks_no_path_again() -> None:
    before = sketch(LINES + "    core folder\n")
    checking = checked(before)

    followed(checking, before.replacing("core", name=Words(en="Core")))

    assert checking.waiting_for_paths == 0


def test_every_kind_that_networks_are_made_of_asks_paths_again() -> None:
    used = {
        one.kind.tag
        for module in used_by("workbench.reachability.asking", set())
        for one in vars(module).values()
        if inspect.isclass(one) and issubclass(one, Element) and hasattr(one, "kind")
    }

    assert len(used) > 20
    assert used <= CONCERNED


def test_what_was_found_stays_listed_until_it_is_found_anew_and_goes_when_nobody_will_ask() -> None:
    before = sketch(LINES)
    checking = followed(checked(before), before.replacing("wish", port="443/443"))

    checking.work_quickly()
    assert "SEC-026" in heard(checking)

    checking.let_go_of_paths()
    assert "SEC-026" not in heard(checking)
    assert checking.waiting_for_paths > 0


def test_a_stopped_run_says_that_it_was_not_finished_and_goes_on_later() -> None:
    checking = Checking(sketch(LINES))
    checking.work_quickly()

    assert checking.work_paths(lambda: True) is False
    assert checking.waiting_for_paths > 0
    assert checking.work_paths() is True
    assert checking.findings == fresh_findings(sketch(LINES))


def test_the_work_on_the_network_itself_is_stopped_too() -> None:
    paths = Paths(sketch(LINES))

    with pytest.raises(Cancelled), paths.until(lambda: True):
        assert paths.answers


def test_the_verdicts_of_an_equal_network_are_used_again() -> None:
    keeper = Keeper()
    before = Paths(sketch(LINES), keeper)
    verdicts = before.answers

    renamed = Paths(before.design.replacing("app-a", name=Words(en="Shop")), keeper)

    assert renamed.answers is verdicts
    assert renamed.found.compiled is before.found.compiled


def test_other_rules_of_a_group_give_the_verdicts_of_a_fresh_run() -> None:
    keeper = Keeper()
    before = Paths(sketch(LINES), keeper)
    assert before.answers
    sharper = before.design["sg-b"].rules[:1]  # type: ignore[attr-defined]
    design = before.design.replacing("sg-b", rules=(*sharper, sharper[0]))

    after = Paths(design.replacing("sg-b", inner="Accept"), keeper)

    fresh = reach(Paths(after.design).found.compiled)
    assert list(after.answers.stretches()) == list(fresh.stretches())
    assert after.found.compiled is after.answers.parts.compiled
