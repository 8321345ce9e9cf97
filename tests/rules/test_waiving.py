"""Waivers: they cover what somebody accepted and nothing else, through edits, saves and merges of the file."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.campaign import share
from workbench.edits import Edit
from workbench.edits.fields import rename, set_fields
from workbench.edits.placing import place
from workbench.edits.removing import dependants, remove
from workbench.edits.waiving import take_back, waive
from workbench.model.design import Design
from workbench.model.elements.waiver import Waiver
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding, counts
from workbench.rules.waiving import Subject, covered_by, subject_of
from workbench.storage.format import design_bytes, design_from
from workbench.words import Words

WRONG = """
    eng engagement issued=2026-05-15
    acc account
    vpc-a vpc parent=acc blocks=10.0.0.0/16
      vsw-a vswitch block=10.9.0.0/24
      vsw-b vswitch block=10.0.1.0/24
    vpc-b vpc parent=acc blocks=10.1.0.0/16
    ok waiver rule=NET-004 covers=vsw-a,vpc-a reason="Moved in June" owner="Li Na" expires=2026-06-30
"""


def of_rule(design: Design, rule: str) -> list[Finding]:
    return [finding for finding in fresh_findings(design) if finding.rule == rule]


def said(design: Design, id: str = "ok") -> set[tuple[str, str]]:
    """What the checks say of a waiver: rule and sentence."""
    return {(found.rule, found.says) for found in fresh_findings(design) if found.about == id}


def test_a_waived_finding_stays_listed_at_the_end_with_its_reason_and_no_longer_counts() -> None:
    design = sketch(WRONG)

    findings = fresh_findings(design)

    assert findings[-1].rule == "NET-004"
    assert findings[-1].waiver == design["ok"]
    assert findings[-1].mark == "waived"
    assert counts(findings)["error"] == counts(fresh_findings(design.removing(["ok"])))["error"] - 1


def test_a_waiver_covers_no_other_rule_no_other_element_and_no_part_of_its_elements() -> None:
    more = sketch(WRONG).replacing("vsw-b", block="10.8.0.0/24")
    size = sketch(WRONG).replacing("vsw-a", block="10.0.0.0/30")
    partly = sketch(WRONG).replacing("ok", covers=("vsw-a",))
    wider = sketch(WRONG).replacing("ok", covers=("vsw-a", "vpc-a", "vsw-b"))

    assert {(f.about, f.mark) for f in of_rule(more, "NET-004")} == {("vsw-a", "waived"), ("vsw-b", "error")}
    assert [f.mark for f in of_rule(size, "NET-004")] == ["error"]
    assert [f.mark for f in of_rule(partly, "NET-004")] == ["error"]
    assert [f.mark for f in of_rule(wider, "NET-004")] == ["error"]


def test_more_findings_than_were_accepted_are_not_waived() -> None:
    design = sketch("""
        eng engagement issued=2026-05-15
        sg security-group
          - rules action=accept port=22/22 block=0.0.0.0/0
        ok waiver rule=SEC-005 covers=sg reason="Until June" owner="Li Na" expires=2026-06-30
    """)
    rules = design["sg"].rules  # type: ignore[attr-defined]
    second = type(rules[0])(action="accept", port="3389/3389", block="0.0.0.0/0")

    wider = design.replacing("sg", rules=(*rules, second))

    assert [f.mark for f in of_rule(design, "SEC-005")] == ["waived"]
    assert [f.mark for f in of_rule(wider, "SEC-005")] == ["warning", "warning"]
    assert ("WVR-003", "more") in said(wider)


@pytest.mark.parametrize(
    ("issued", "mark", "told"),
    [
        ("2026-06-30", "waived", set()),
        ("2026-07-01", "error", {("WVR-002", "")}),
        ("", "waived", {("WVR-002", "undated")}),
        ("one day", "waived", {("WVR-002", "undated")}),
    ],
)
def test_an_end_is_judged_by_the_document_date(issued: str, mark: str, told: set[tuple[str, str]]) -> None:
    design = sketch(WRONG).replacing("eng", issued=issued)

    assert [f.mark for f in of_rule(design, "NET-004")] == [mark]
    assert said(design) == told


@pytest.mark.parametrize("lacking", ["reason", "owner", "expires", "rule"])
def test_a_waiver_that_lacks_something_covers_nothing_and_is_a_finding(lacking: str) -> None:
    design = sketch(WRONG).replacing("ok", **{lacking: Words(en=" ") if lacking == "reason" else " "})

    assert [f.mark for f in of_rule(design, "NET-004")] == ["error"]
    assert ("WVR-001", lacking) in said(design)


def test_a_waiver_that_covers_nothing_is_told_and_told_no_longer_when_it_does() -> None:
    broken = sketch(WRONG)

    mended = broken.replacing("vsw-a", block="10.0.9.0/24")

    assert ("WVR-003", "") in said(mended)
    assert said(broken) == set()


def test_what_is_found_about_waivers_cannot_be_waived() -> None:
    design = sketch(WRONG).replacing("vsw-a", block="10.0.9.0/24")
    stale = next(f for f in fresh_findings(design) if f.rule == "WVR-003")

    again = waive(stale, Words(en="Never mind"), "Li Na", "2026-12-31")(design)

    assert "hint" in {f.mark for f in of_rule(again, "WVR-003") if f.about == "ok"}


def test_a_waiver_goes_with_what_it_covers_and_never_covers_the_rest() -> None:
    design = sketch(WRONG)

    assert "ok" in {element.id for element in dependants(design, ["vsw-a"])}
    assert "ok" not in remove(["vsw-a"])(design)


def test_taking_the_mention_of_a_missing_element_out_deletes_the_waiver() -> None:
    design = sketch(WRONG).removing(["vsw-a"])
    missing = next(f for f in fresh_findings(design) if f.rule == "REF-001" and f.about == "ok")

    assert "ok" not in missing.cures[0].edit(design)


def test_waiving_and_taking_back_give_the_first_design_again() -> None:
    design = sketch(WRONG).removing(["ok"])
    finding = of_rule(design, "NET-004")[0]

    waived = waive(finding, Words(en=" Moved "), "Li Na", "2026-06-30")(design)
    by_other = waive(finding, Words(zh="另有原因"), "Wang", "2026-06-30")(design)

    assert [f.mark for f in of_rule(waived, "NET-004")] == ["waived"]
    assert [w.id for w in waived.of_kind(Waiver)] == [w.id for w in by_other.of_kind(Waiver)]
    assert take_back(waived.of_kind(Waiver)[0].id)(waived) == design


PAIRS = 6


def crowded() -> Design:
    """Six VPCs with a wrong vSwitch each; those of even number are waived."""
    lines = ["eng engagement issued=2026-05-15", "sheet sheet", "one account", "two account"]
    for n in range(PAIRS):
        lines += [f"vpc-{n} vpc parent=one blocks=10.{n}.0.0/16", f"  vsw-{n} vswitch block=172.16.{n}.0/24"]
    design = sketch("\n".join(lines))
    for finding in of_rule(design, "NET-004"):
        if int(finding.about[-1]) % 2 == 0:
            design = waive(finding, Words(en="Agreed"), "Li Na", "2026-06-30")(design)
    return design


def steps(of: range) -> st.SearchStrategy[list[tuple[str, int]]]:
    names = ["rename", "move", "elsewhere", "place", "edit", "mend", "waive", "delete"]
    return st.lists(st.tuples(st.sampled_from(names), st.sampled_from(of)), max_size=6)


def edit_of(name: str, n: int, design: Design) -> Edit:
    if name == "waive":
        found = [f for f in of_rule(design, "NET-004") if f.about == f"vsw-{n}" and not f.waiver]
        return waive(found[0], Words(en=f"Because {n}"), "Wang", "2026-07-31") if found else lambda same: same
    if f"vsw-{n}" not in design:
        return lambda same: same
    return {
        "rename": rename(f"vpc-{n}", f"network {n}", "en"),
        "move": set_fields([f"vpc-{n}"], parent="two"),
        "elsewhere": set_fields([f"vsw-{n}"], parent=f"vpc-{(n + 3) % PAIRS}"),
        "place": place(f"vpc-{n}", "sheet", "", (10.0 * n, 0.0)),
        "edit": set_fields([f"vsw-{n}"], block=f"172.17.{n}.0/24"),
        "mend": set_fields([f"vsw-{n}"], block=f"10.{n}.7.0/24"),
        "delete": remove([f"vsw-{n}"]),
    }[name]


def walked(design: Design, path: list[tuple[str, int]]) -> Design:
    for name, n in path:
        design = edit_of(name, n, design)(design)
    return design


def saved(design: Design, times: int = 3) -> Design:
    for _ in range(times):
        design, _ = design_from(design_bytes(design))
    return design


def merged(ours: Design, base: Design, theirs: Design) -> Design | None:
    """What git makes of the texts of two branches; None where it asks a person."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for path, design in zip(paths, (ours, base, theirs), strict=True):
            path.write_bytes(design_bytes(design))
        done = subprocess.run(["git", "merge-file", "-p", *map(str, paths)], capture_output=True, check=False)
    return design_from(done.stdout)[0] if done.returncode == 0 else None


def covers_exactly_what_was_accepted(design: Design, accepted: set[Subject]) -> None:
    """Neither dropped nor widened: the waived findings are those accepted ones that are still found."""
    bare = design.removing([waiver.id for waiver in design.of_kind(Waiver)])
    raw = {subject_of(finding) for finding in fresh_findings(bare)}
    waived = {subject_of(finding) for finding in fresh_findings(design) if finding.waiver}
    assert waived == accepted & raw


def subjects(design: Design) -> set[Subject]:
    return {covered_by(waiver) for waiver in design.of_kind(Waiver)}


@settings(max_examples=share(400), deadline=None)
@given(path=steps(range(PAIRS)))
def test_edits_and_saves_neither_drop_nor_widen_a_waiver(path: list[tuple[str, int]]) -> None:
    design = saved(walked(crowded(), path))

    covers_exactly_what_was_accepted(design, subjects(design))
    gone = {f"vsw-{n}" for name, n in path if name == "delete"}
    assert {s for s in subjects(crowded()) if not s.elements & gone} <= subjects(design)


@pytest.mark.skipif(shutil.which("git") is None, reason="merging texts needs git")
@settings(max_examples=share(400), deadline=None)
@given(ours=steps(range(0, PAIRS, 3)), theirs=steps(range(1, PAIRS, 3)))
def test_merging_two_branches_neither_drops_nor_widens_a_waiver(
    ours: list[tuple[str, int]], theirs: list[tuple[str, int]]
) -> None:
    base = crowded()
    one, other = walked(base, ours), walked(base, theirs)

    both = merged(one, base, other)

    if both is None:
        return
    kept = (
        (subjects(base) & subjects(one) & subjects(other))
        | (subjects(one) ^ subjects(base))
        | (subjects(other) ^ subjects(base))
    )
    gone = (subjects(base) - subjects(one)) | (subjects(base) - subjects(other))
    assert subjects(both) == kept - gone
    covers_exactly_what_was_accepted(saved(both), subjects(both))


@pytest.mark.skipif(shutil.which("git") is None, reason="merging texts needs git")
def test_most_edits_of_two_branches_merge_by_themselves() -> None:
    base = crowded()
    ours = walked(base, [("rename", 0), ("waive", 3)])
    theirs = walked(base, [("rename", 4), ("edit", 1)])

    both = merged(ours, base, theirs)

    assert both is not None
    assert len(subjects(both)) == len(subjects(base)) + 1
