"""Who may do what where, asked from either end."""

from __future__ import annotations

from workbench.access import access, access_through
from workbench.model.design import Design
from workbench.model.sketch import sketch


def design() -> Design:
    return sketch("""
        rd resource-directory
          ops access-configuration
          audit access-configuration
          prod folder
            shop account
              app vpc
              batch ram-role
            pay account
          test folder
            lab account
          net user-group
            - grants what=ops where=prod
          auditors user-group
            - grants what=audit where=rd
          jobs user-group
            - grants what=batch
          lost user-group
            - grants what=nowhere where=shop
    """)


def told(id: str) -> list[tuple[str, str, str]]:
    here = design()
    return [
        (one.group.id, one.what.id if one.what else "", one.where.id if one.where else "")
        for one in access_through(here, here[id])
    ]


def test_an_account_has_what_was_granted_there_and_above_it() -> None:
    assert told("shop") == [
        ("auditors", "audit", "rd"),
        ("jobs", "batch", "shop"),
        ("lost", "", "shop"),
        ("net", "ops", "prod"),
    ]
    assert told("lab") == [("auditors", "audit", "rd")]


def test_what_is_granted_in_one_account_does_not_reach_its_folder() -> None:
    assert [group for group, _, _ in told("prod")] == ["auditors", "net"]


def test_a_permission_tells_who_was_given_it() -> None:
    assert told("ops") == [("net", "ops", "prod")]
    assert told("batch") == [("jobs", "batch", "shop")]


def test_what_no_grant_names_has_no_access_of_its_own() -> None:
    assert told("app") == []


def test_every_grant_is_listed_once() -> None:
    assert [one.group.id for one in access(design())] == ["auditors", "jobs", "lost", "net"]
