"""Severity profiles: what rules weigh in one project, the same wherever findings are shown."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.profile import print_of, profile_of

WRONG = """
    vpc-a vpc blocks=10.0.0.0/16
      vsw-a vswitch block=10.9.0.0/24
    ours severity-profile
"""


def weighed(rows: str, rule: str = "NET-004", more: str = "") -> list[str]:
    design = sketch(f"{WRONG}{rows}\n{more}")
    return [finding.severity for finding in fresh_findings(design) if finding.rule == rule]


def test_a_row_with_a_reason_gives_a_rule_its_severity() -> None:
    assert weighed('      - weights rule=NET-004 severity=hint reason="Agreed"') == ["hint"]


def test_a_rule_that_is_off_finds_nothing() -> None:
    assert weighed('      - weights rule=NET-004 severity=off reason="Agreed"') == []


def test_a_row_without_a_reason_has_no_effect_and_is_a_finding() -> None:
    row = "      - weights rule=NET-004 severity=off"

    assert weighed(row) == ["error"]
    assert weighed(row, "PRF-001") == ["warning"]


def test_the_first_row_of_a_rule_and_the_first_profile_count() -> None:
    twice = """
      - weights rule=NET-004 severity=hint reason="Agreed"
      - weights rule=NET-004 severity=off reason="Agreed"
    """
    second = """    zz severity-profile
      - weights rule=NET-004 severity=off reason="Agreed"
    """

    assert weighed(twice) == ["hint"]
    assert weighed(twice, "PRF-001") == ["warning"]
    assert weighed("", more=second) == ["error"]
    assert weighed("", "PRF-001", second) == ["warning"]


def test_no_profile_silences_what_is_found_about_profiles() -> None:
    rows = """
      - weights rule=PRF-001 severity=off reason="Agreed"
      - weights rule=NET-999 severity=off reason="Agreed"
    """

    assert weighed(rows, "PRF-001") == ["warning", "warning"]


def test_what_rests_on_an_unverified_figure_stays_a_hint() -> None:
    design = sketch("""
        vpc-a vpc blocks=240.0.0.0/16
        ours severity-profile
          - weights rule=NET-001 severity=error reason="Agreed"
    """)

    assert [f.severity for f in fresh_findings(design) if f.rule == "NET-001"] == ["hint"]


def test_the_list_is_sorted_by_what_the_profile_says() -> None:
    design = sketch(f'{WRONG}      - weights rule=PLC-001 severity=error reason="Agreed"')

    severities = [finding.severity for finding in fresh_findings(design)]

    assert severities == sorted(severities, key=["error", "warning", "scope", "hint"].index)
    assert severities.count("error") == 2


def test_the_print_follows_from_what_a_profile_says_and_nothing_else() -> None:
    row = '      - weights rule=NET-004 severity=hint reason="{}"'
    one, same, other = (
        profile_of(sketch(f"{WRONG}{row.format(reason)}")) for reason in ("Agreed", "Written down", " ")
    )

    assert one
    assert same
    assert other
    assert print_of(one) == print_of(same) != print_of(other)
