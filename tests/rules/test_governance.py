"""Cost, tags and audit beyond the examples of their rules."""

from __future__ import annotations

import pytest

from workbench.model.sketch import sketch
from workbench.rules.engine import fresh_findings
from workbench.rules.finding import Finding

AUDITED = "deal engagement edition=standard domains=account,compliance"


def found(rule: str, lines: str) -> list[Finding]:
    return [finding for finding in fresh_findings(sketch(lines)) if finding.rule == rule]


def said(rule: str, lines: str) -> list[str]:
    return [finding.says for finding in found(rule, lines)]


@pytest.mark.parametrize(
    ("home", "wants"),
    [("log account role=log", []), ("other account", ["elsewhere"])],
)
def test_the_trail_of_all_accounts_ends_in_the_log_archive(home: str, wants: list[str]) -> None:
    lines = f"""
        {AUDITED}
        rd resource-directory
          {home}
            events log-store retention=365
          boss account role=management
            all trail organisation=true delivers_to=events
    """

    assert said("AUD-001", lines) == wants


def test_nobody_misses_a_trail_that_the_contract_does_not_order() -> None:
    directory = "\nrd resource-directory\n  a account"

    assert said("AUD-001", AUDITED + directory) == [""]
    assert said("AUD-001", "deal engagement edition=basic domains=account,compliance" + directory) == []
    assert said("AUD-001", directory) == []


def test_hot_storage_ends_before_the_logs_do() -> None:
    assert said("AUD-005", "a account\n  s log-store retention=30 hot=60") == ["hot"]
    assert said("AUD-005", "a account\n  s log-store retention=30 hot=3") == ["hot"]
    assert said("AUD-005", "a account\n  s log-store retention=3650 hot=7") == []


def test_logs_that_no_trail_delivers_may_be_kept_for_less() -> None:
    assert said("AUD-004", "a account\n  s log-store retention=30") == []


def test_an_allocation_rule_in_a_lower_branch_comes_before_its_neighbours() -> None:
    lines = """
        group cost-centre order=1
          shops cost-centre order=9
            - rules by=product value=oss
        other cost-centre order=2
          - rules by=product value=oss
    """

    (finding,) = found("FIN-003", lines)

    assert (finding.about, finding.others) == ("other", ("shops",))


def test_a_rule_that_takes_a_share_leaves_the_rest() -> None:
    lines = """
        one cost-centre order=1
          - rules by=tag value=Shared=yes share=40
        two cost-centre order=2
          - rules by=tag value=Shared=yes share=60
    """

    assert found("FIN-003", lines) == []


def test_the_same_rule_twice_in_one_cost_centre_is_told_by_its_line() -> None:
    lines = """
        one cost-centre
          - rules by=tag value=A=1
          - rules by=tag value=A=1
    """

    assert said("FIN-003", lines) == ["own"]


TAGGED = """
    rd resource-directory
      inside folder
        a account {tags}
          v vpc
      outside account
      policy tag-policy targets=inside needed_on=account
        - keys key=Environment values=prod,test required=true
"""


@pytest.mark.parametrize(
    ("tags", "wants"),
    [("", [("a", "")]), ("tags.Environment=live", [("a", "value")]), ("tags.Environment=prod", [])],
)
def test_a_tag_policy_binds_what_stands_below_its_targets(tags: str, wants: list[tuple[str, str]]) -> None:
    findings = found("TAG-002", TAGGED.format(tags=tags))

    assert [(finding.about, finding.says) for finding in findings] == wants


def test_a_provider_of_one_account_may_speak_oidc() -> None:
    lines = "a account\n  idp identity-provider protocol=oidc use=ram-role second_factor=provider"

    assert found("ACC-026", lines) == []


def test_a_role_is_where_it_stands_and_an_access_configuration_is_not() -> None:
    lines = """
        rd resource-directory
          ops access-configuration
          a account
            job ram-role services=ecs.aliyuncs.com
          g user-group
            - grants what=job
            - grants what=ops
            - grants where=a
    """

    assert sorted(said("ACC-023", lines)) == ["", "where"]


def test_a_bucket_of_the_log_archive_is_an_archive_too() -> None:
    lines = f"""
        {AUDITED}
        rd resource-directory
          log account role=log
            archive bucket retention_days=365
            all trail organisation=true delivers_to=archive
    """

    assert said("AUD-001", lines) == []


def test_an_archive_that_can_be_changed_is_told_as_experience_only() -> None:
    (finding,) = found("AUD-010", "a account\n  archive bucket\n  all trail delivers_to=archive")

    assert (finding.severity, finding.others) == ("hint", ("all",))
