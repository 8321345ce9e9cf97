"""The bundled samples: what the script makes, checked, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from tools.samples.__main__ import FOLDER, SAMPLES
from tools.samples.generated import SIZES, generated
from workbench.model.element import KINDS
from workbench.model.elements.opaque import Opaque
from workbench.model.elements.placement import Placement
from workbench.model.references import references
from workbench.rules.engine import fresh_findings
from workbench.storage.files import open_design
from workbench.storage.format import design_bytes

CLEAN = ("basic-network", "basic-security", "standard", "advanced")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_what_the_script_makes(name: str) -> None:
    assert (FOLDER / f"{name}.lzd").read_bytes() == design_bytes(SAMPLES[name]())


@pytest.mark.parametrize("name", CLEAN)
def test_a_clean_sample_gives_no_finding(name: str) -> None:
    design = open_design(FOLDER / f"{name}.lzd").design

    assert [f"{one.rule} {one.message.said('en')}" for one in fresh_findings(design)] == []


def test_the_enterprise_has_a_few_honest_findings() -> None:
    design = open_design(FOLDER / "enterprise.lzd").design

    findings = fresh_findings(design)

    assert 3 <= len(findings) <= 12
    errors = {one.rule for one in findings if one.severity == "error"}
    assert errors <= {"SEC-026"}, (
        "what is wrong on purpose is traffic that is wanted and stopped, never what is refused"
    )


def test_the_enterprise_is_as_large_as_one() -> None:
    number = Counter(element.kind.tag for element in open_design(FOLDER / "enterprise.lzd").design)

    assert (number["account"], number["folder"], number["vpc"], number["region"]) == (30, 8, 12, 3)
    assert (number["data-centre"], number["sheet"]) == (2, 6)


def test_the_enterprise_shows_every_kind() -> None:
    design = open_design(FOLDER / "enterprise.lzd").design

    # An opaque element is what a newer version made: no design of this one holds any.
    assert set(KINDS) - {element.kind.tag for element in design} == {Opaque.kind.tag}


@pytest.mark.parametrize("name", SAMPLES)
def test_names_exist_in_both_languages_and_every_mention_leads_somewhere(name: str) -> None:
    design = open_design(FOLDER / f"{name}.lzd").design

    one_language = {
        element.id
        for element in design
        if not (element.name.en and element.name.zh)
        and element.kind.tag not in ("access-configuration", "control-policy", "placement")
    }
    lost = {
        named
        for element in design
        for named in references(element) | {element.parent or element.id}
        if named not in design
    }
    assert (one_language, lost) == (set(), set())


@pytest.mark.parametrize("name", SAMPLES)
def test_sheets_arrange_themselves(name: str) -> None:
    design = open_design(FOLDER / f"{name}.lzd").design

    placed = [design[one.subject or ""] for one in design.of_kind(Placement) if not one.hidden]
    # What belongs to the sheet itself, such as an emblem in its corner, has no place of its own.
    assert [element for element in placed if not element.kind.of_one_sheet] == []


@pytest.mark.parametrize("name", ["S", "M"])
def test_a_generated_design_has_its_size_and_follows_from_its_seed(name: str) -> None:
    size = SIZES[name]

    design = generated(size, 7)

    number = Counter(element.kind.tag for element in design)
    assert (number["account"], number["vpc"], number["vswitch"]) == (size.accounts, size.vpcs, size.vswitches)
    assert sum(len(group.rules) for group in design if hasattr(group, "rules")) == size.rules
    assert design == generated(size, 7)
    assert design != generated(size, 8)
