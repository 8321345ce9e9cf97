"""What rules about paths find of the flow of a small design, and what their cures open."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding
from workbench.rules.paths import Paths
from workbench.rules.stops import stops

FLOW = "    wish flow source=app-a target=app-b port=443/443\n"
OUT = "    wish flow source=app-a target=out port=443/443\n"
ABOUT_PATHS = ("CEN-006", "CEN-007", "CEN-010", "CEN-014", "NAT-001", "SEC-009", "SEC-014", "SEC-026")


def about_paths(design: Design) -> list[Finding]:
    """What is found of the flow."""
    return [one for one in fresh_findings(design) if one.about == "wish" and one.rule in ABOUT_PATHS]


def only(lines: str) -> Finding:
    """The only finding about the flow, which every reader has to understand in both languages."""
    (finding,) = about_paths(sketch(lines))
    for language in ("en", "zh"):
        assert "{" not in finding.message.said(language)  # type: ignore[arg-type]
    return finding


def verdicts(design: Design) -> Iterator[tuple[str, str, str]]:
    """Who reaches whom on which ports, by their words."""
    paths = Paths(design)
    for one in paths.answers.stretches():
        yield (
            one.source.partition("@")[0],
            one.target.partition("@")[0],
            f"{one.protocol} {one.ports} {one.verdict}",
        )


def opened(before: Design, after: Design) -> set[tuple[str, str]]:
    """The pairs between which something else passes after a cure."""
    return {(source, target) for source, target, _ in set(verdicts(after)) ^ set(verdicts(before))}


def cured(lines: str) -> tuple[Design, Design]:
    """A design and what its flow's only cure makes of it: the finding is gone."""
    design = sketch(lines)
    (finding,) = about_paths(design)
    (cure,) = finding.cures
    after = cure.edit(design)
    assert about_paths(after) == []
    assert stops("wish", Paths(after)) == ()
    return design, after
