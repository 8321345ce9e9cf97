"""Live findings: kept true from edit to edit, equal to those of a fresh run."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.campaign import share
from tests.rules.random_designs import TAGS, random_change, random_design, random_element
from workbench.editor import Editor
from workbench.edits import Edit
from workbench.edits.removing import remove
from workbench.edits.waiving import take_back, waive
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import KINDS
from workbench.model.elements.custom_rule import CustomRule
from workbench.model.elements.severity_profile import SeverityProfile, Weight
from workbench.model.elements.waiver import Waiver
from workbench.model.sketch import sketch
from workbench.rules.engine import Checking, fresh_findings, registered
from workbench.rules.finding import Finding
from workbench.storage.format import design_bytes, design_from
from workbench.texts import text
from workbench.words import Words

SEEDS = st.integers(min_value=0, max_value=2**32)
VPC = """
    vpc-a vpc blocks=10.0.0.0/16
      vsw-a vswitch block=10.9.0.0/24
"""


def checked(design: Design) -> Checking:
    checking = Checking(design)
    checking.work()
    return checking


def rules_found(checking: Checking, id: str) -> set[str]:
    return {finding.rule for finding in checking.findings if finding.about == id}


def test_an_edit_takes_its_finding_away() -> None:
    before = sketch(VPC)
    checking = checked(before)
    assert "NET-004" in rules_found(checking, "vsw-a")

    after = before.replacing("vsw-a", block="10.0.9.0/24")
    checking.follow(Change.between(before, after), after)
    checking.work()

    assert "NET-004" not in rules_found(checking, "vsw-a")


def test_a_change_of_what_a_rule_read_asks_it_again() -> None:
    before = sketch(VPC)
    checking = checked(before)

    after = before.replacing("vpc-a", blocks=("10.9.0.0/16",))
    checking.follow(Change.between(before, after), after)
    checking.work()

    assert "NET-004" not in rules_found(checking, "vsw-a")


def test_an_edit_asks_few_of_the_rules_again() -> None:
    vpcs = "\n".join(
        f"vpc-{n} vpc blocks=10.{n}.0.0/16\n  vsw-{n} vswitch block=10.{n}.1.0/24" for n in range(200)
    )
    before = sketch(vpcs)
    checking = Checking(before)
    everything = checking.waiting
    checking.work()

    after = before.replacing("vsw-7", block="10.7.2.0/24")
    checking.follow(Change.between(before, after), after)

    assert checking.waiting < everything / 20


def test_a_run_that_is_stopped_goes_on_where_it_was() -> None:
    checking = Checking(sketch(VPC))
    answers = iter([False, False, True])

    assert checking.work(lambda: next(answers)) is False
    assert checking.waiting
    assert checking.work() is True
    assert checking.findings == fresh_findings(sketch(VPC))


def test_an_element_that_becomes_another_kind_loses_the_findings_of_its_first_kind() -> None:
    before, after = sketch("thing vpc blocks=10.0.0.5/29"), sketch("thing region region_id=cn-beijing")
    checking = checked(before)

    checking.follow(Change.between(before, after), after)
    checking.work()

    assert checking.findings == fresh_findings(after)


def test_findings_stand_worst_first() -> None:
    findings = fresh_findings(random_design(Random(7)))

    ranks = [("error", "warning", "scope", "hint").index(finding.severity) for finding in findings]
    assert ranks == sorted(ranks)


def test_random_designs_make_most_rules_speak() -> None:
    heard = {finding.rule for seed in range(share(400, least=80)) for finding in found_by_chance(seed)}

    assert len(heard) > 0.8 * len(registered())


def found_by_chance(seed: int) -> tuple[Finding, ...]:
    return fresh_findings(random_design(Random(seed), 2 * len(TAGS)))


class LiveFindings(RuleBasedStateMachine):
    """Any edits to any kinds, undone and redone: the live findings are always those of a fresh run."""

    @initialize(seed=SEEDS)
    def start(self, seed: int) -> None:
        self.first = random_design(Random(seed))
        self.editor = Editor(self.first)
        self.checking = Checking(self.first)
        self.editor.subscribe(lambda change: self.checking.follow(change, self.editor.design))

    def perform(self, edit: Edit) -> None:
        self.editor.perform(text("Edit"), edit)

    @rule(seed=SEEDS, tag=st.sampled_from(TAGS))
    def add(self, seed: int, tag: str) -> None:
        element = random_element(Random(seed), self.editor.design, tag)
        self.perform(lambda design: design.adding(element))

    @rule(seed=SEEDS, count=st.integers(1, 4))
    @precondition(lambda self: len(self.editor.design) > 0)
    def replace(self, seed: int, count: int) -> None:
        random, design = Random(seed), self.editor.design
        for _ in range(count):
            element = design[random.choice(sorted(design.elements))]
            design = design.replacing(element.id, **random_change(element, random, design))
        self.perform(lambda _: design)

    @rule(seed=SEEDS, leaving_mentions=st.booleans())
    @precondition(lambda self: len(self.editor.design) > 0)
    def remove(self, seed: int, leaving_mentions: bool) -> None:
        id = Random(seed).choice(sorted(self.editor.design.elements))
        self.perform((lambda design: design.removing([id])) if leaving_mentions else remove([id]))

    @rule(seed=SEEDS, expires=st.sampled_from(["2026-01-01", "2026-12-31", "some day"]))
    def waive_something(self, seed: int, expires: str) -> None:
        findings = fresh_findings(self.editor.design)
        if findings:
            random = Random(seed)
            self.perform(
                waive(
                    random.choice(findings),
                    Words(en="Agreed"),
                    "Li Na",
                    expires,
                    findings=random.randint(1, 3),
                )
            )

    @rule(seed=SEEDS)
    def take_a_waiver_back(self, seed: int) -> None:
        waivers = self.editor.design.of_kind(Waiver)
        if waivers:
            self.perform(take_back(Random(seed).choice(waivers).id))

    @rule(day=st.sampled_from(["", "2026-05-15", "2027-01-01"]))
    def date_the_documents(self, day: str) -> None:
        self.perform(
            lambda design: design.adding(KINDS["engagement"].type(id="engagement-0", issued=day))  # type: ignore[call-arg]
        )

    @rule(seed=SEEDS, severity=st.sampled_from(["error", "warning", "hint", "off"]))
    def weigh_something(self, seed: int, severity: Any) -> None:
        heard = sorted({finding.rule for finding in fresh_findings(self.editor.design)})
        if heard:
            row = Weight(rule=Random(seed).choice(heard), severity=severity, reason="Agreed")
            self.perform(lambda design: design.adding(SeverityProfile(id="ours", weights=(row,))))

    @rule(
        tag=st.sampled_from(TAGS),
        comparison=st.sampled_from(["is-empty", "is-not", "matches", "at-least", "in-block"]),
        value=st.sampled_from(["10.0.0.0/8", "*a*", "3"]),
        when=st.sampled_from(["holds", "fails"]),
        seed=SEEDS,
    )
    def write_a_rule(self, tag: str, comparison: Any, value: str, when: Any, seed: int) -> None:
        field = Random(seed).choice(KINDS[tag].fields).name
        custom = CustomRule(
            id="custom-rule-0",
            code="ORG-001",
            about=tag,
            field=field,
            comparison=comparison,
            value=value,
            when=when,
            message=Words(en="{name} has {value}", zh="{name}为{value}"),
        )
        self.perform(lambda design: design.adding(custom))

    @rule(steps=st.integers(1, 5))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.editor.undo()

    @rule(steps=st.integers(1, 5))
    def redo(self, steps: int) -> None:
        for _ in range(steps):
            self.editor.redo()

    @rule(jobs=st.integers(0, 40))
    def work_a_little(self, jobs: int) -> None:
        left = iter(range(jobs))
        self.checking.work(lambda: next(left, None) is None)

    @rule()
    def look(self) -> None:
        self.checking.work()
        assert self.checking.findings == fresh_findings(self.editor.design)

    @invariant()
    def the_checking_follows_the_editor(self) -> None:
        if hasattr(self, "editor"):
            assert self.checking.design is self.editor.design

    def teardown(self) -> None:
        if not hasattr(self, "editor"):
            return
        self.look()
        design = self.editor.design
        assert design_from(design_bytes(design)) == (design, None)
        self.editor.go(0)
        assert self.editor.design == self.first
        self.look()


LiveFindings.TestCase.settings = settings(
    max_examples=share(500),
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
test_live_findings_equal_those_of_a_fresh_run = LiveFindings.TestCase
