"""Rules on figures that no document was read for: hints that say so, until the project gives its own source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from workbench.model.sketch import sketch
from workbench.reference import fact
from workbench.rules import checks
from workbench.rules.engine import Checking, fresh_findings, registered
from workbench.rules.finding import Finding

FILES = sorted(path for path in Path(checks.__path__[0]).glob("*.py") if path.stem != "__init__")
LOWERED = {
    "CEN-001": (
        """
        a account
          c1 cen
          c2 cen
        """,
        "cen.limits.cen_instances_per_account",
        "1",
        "error",
    ),
    "NET-009": (
        "vpc-a vpc blocks=10.0.0.0/16,10.0.1.0/24",
        "vpc.cidr.secondary_may_overlap_primary",
        "false",
        "error",
    ),
    "SEC-009": (
        "acl network-acl\n" + "  - inbound action=drop block=10.0.0.0/8\n" * 3,
        "network_acl.rules_per_direction",
        "2",
        "error",
    ),
    "SEC-006": (
        """
        sg security-group
          - rules group=sg port=443/443
        """,
        "security_group.rules.intra_group_accept_first",
        "true",
        "warning",
    ),
    "NET-001": (
        "vpc-a vpc blocks=240.0.0.0/16",
        "vpc.cidr.forbidden_block_reserved_240",
        "240.0.0.0/4",
        "error",
    ),
}


def of_rule(id: str, lines: str) -> tuple[Finding, ...]:
    return tuple(finding for finding in fresh_findings(sketch(lines)) if finding.rule == id)


@pytest.mark.parametrize("id", LOWERED)
def test_a_projects_own_figure_restores_the_severity(id: str) -> None:
    lines, figure, value, severity = LOWERED[id]
    override = f"\nown fact-override fact={figure} value={value} source=ticket dated=2026-01-02"
    assert not fact(figure).sourced

    findings = of_rule(id, "\n".join((lines, override)))

    assert {finding.severity for finding in findings} == {severity}
    assert all("from experience" not in finding.message.said("en") for finding in findings)


@pytest.mark.parametrize("id", ["NET-009", "SEC-006", "NET-001"])
def test_an_unverified_figure_lowers_the_finding_to_a_hint_that_says_so(id: str) -> None:
    lines, figure, _, _ = LOWERED[id]

    findings = of_rule(id, lines)

    assert {finding.severity for finding in findings} == {"hint"}
    for finding in findings:
        assert figure in {used.id for used in finding.rests_on if not used.sourced}
        assert finding.message.said("en").endswith("(from experience; no document was read for it)")
        assert finding.message.said("zh").endswith("（依据经验，未见官方文档）")


def test_no_finding_on_an_unverified_figure_is_more_than_a_hint() -> None:
    for rule in registered().values():
        checking = Checking(sketch(rule.wrong), {rule.id: rule})
        checking.work()
        for finding in checking.findings:
            assert not finding.is_unverified or finding.severity in ("hint", "scope"), rule.id


def test_a_rule_without_a_document_behind_it_gives_hints_only() -> None:
    for rule in registered().values():
        if rule.source == "unverified":
            assert rule.severity == "hint", rule.id


@pytest.mark.parametrize(
    ("id", "lines", "severity"),
    [
        ("NET-001", "vpc-a vpc blocks=100.64.1.0/24", "error"),
        ("NET-001", "vpc-a vpc blocks=100.0.0.0/8", "hint"),
        ("NET-002", "vpc-a vpc blocks=10.0.0.0/29", "error"),
        ("NET-002", "vpc-a vpc blocks=10.0.0.0/12", "hint"),
        ("NET-007", registered()["NET-007"].wrong, "hint"),
        ("NET-010", registered()["NET-010"].wrong, "warning"),
        ("CEN-001", registered()["CEN-001"].wrong, "error"),
        ("CEN-002", registered()["CEN-002"].wrong, "error"),
        ("CEN-004", registered()["CEN-004"].wrong, "warning"),
        ("CEN-007", registered()["CEN-007"].wrong, "error"),
        ("CEN-010", registered()["CEN-010"].wrong, "error"),
        ("CEN-010", registered()["CEN-010"].wrong.replace("cn-shanghai", "me-east-1"), "hint"),
        ("CEN-015", registered()["CEN-015"].wrong, "hint"),
        ("HYB-001", registered()["HYB-001"].wrong, "warning"),
        ("SEC-006", registered()["SEC-006"].wrong, "warning"),
        ("SEC-009", registered()["SEC-009"].wrong, "error"),
    ],
)
def test_each_part_of_a_rule_keeps_the_severity_of_its_source(id: str, lines: str, severity: str) -> None:
    assert {finding.severity for finding in of_rule(id, lines)} == {severity}


def test_an_attachment_in_one_zone_is_an_error_where_it_carries_production() -> None:
    lines = registered()["CEN-004"].wrong.replace("region=hz\n  vsw", "region=hz environment=prod\n  vsw")

    findings = of_rule("CEN-004", lines + "\nprod environment production=true")

    assert [finding.severity for finding in findings] == ["error"]


def test_every_figure_a_rule_declares_exists() -> None:
    for rule in registered().values():
        for id in rule.facts:
            assert fact(id).id == id


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_looks_at_the_design_through_its_reader_only(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    looked = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id in ("design", "_")
    }
    imported = {
        alias.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for alias in node.names
    }

    asked = {"get", "of_kind", "children", "referrers", "above", "fact", "engagement"}
    # A cure gets the design itself; it is run when somebody asks for it, never by the check.
    cures = {"adding"} if "Edit" in imported else set()
    assert looked <= {f"design.{name}" for name in asked | cures}
    assert not imported & {"Design", "facts", "table", "fresh_findings", "Checking"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_rule_stands_in_a_file_of_its_name(path: Path) -> None:
    rule = next(rule for rule in registered().values() if rule.check.__module__.endswith(f".{path.stem}"))

    assert path.stem == f"{rule.id.lower().replace('-', '_')}_{rule.name}"
