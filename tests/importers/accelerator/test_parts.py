"""Cloud Firewall's files imported one by one: a boundary keeps the policies of those that came before."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from workbench.importers.accelerator import plan_import
from workbench.importers.accelerator.rows import merged_rows
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.cloud_firewall import CloudFirewall, FirewallPolicy
from workbench.model.elements.waf import Waf
from workbench.storage.format import design_bytes, design_from


def policy(description: str, port: str = "443/443", action: str = "accept", **more: str) -> dict[str, str]:
    return {
        "description": description,
        "source": "10.0.0.0/8",
        "destination": "0.0.0.0/0",
        "proto": "TCP",
        "dest_port": port,
        "acl_action": action,
        **more,
    }


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two files of one boundary in a folder, and the list of its members."""
    top = tmp_path / "wall" / "vpc"
    top.mkdir(parents=True)
    first, second = top / "a.json", top / "b.json"
    first.write_text(json.dumps([policy("web"), policy("mail", "465/465")]))
    second.write_text(json.dumps([policy("files", "445/445"), policy("rest", "0/0", "drop")]))
    (tmp_path / "wall" / "member_accounts.yaml").write_text('- account_id: "1234567890123456"\n')
    return first, second


def after(design: Design, *sources: Path) -> Design:
    plan = plan_import(sources, design, "Works")
    assert plan.edit
    return plan.edit(design)


def wall(design: Design) -> CloudFirewall:
    (found,) = design.of_kind(CloudFirewall)
    return found


def told(design: Design) -> list[tuple[str, str]]:
    return [(one.description, one.port) for one in wall(design).policies]


ALL = [("web", "443/443"), ("mail", "465/465"), ("files", "445/445"), ("rest", "0/0")]


def test_a_part_that_did_not_change_changes_nothing(files: tuple[Path, Path]) -> None:
    whole = after(Design.of(), files[0].parents[1])
    (member,) = (id for id in wall(whole).members if whole.get(id, Account))

    again = after(whole, files[1])

    assert again is whole
    assert told(again) == ALL
    assert wall(again).members == (member,)


def test_files_that_come_one_after_the_other_are_held_together(files: tuple[Path, Path]) -> None:
    one = after(Design.of(), files[0])

    both = after(one, files[1])

    assert told(both) == ALL


def test_a_changed_part_changes_its_own_policies_and_adds_where_the_file_has_them(
    files: tuple[Path, Path],
) -> None:
    whole = after(Design.of(), files[0].parents[1])
    files[0].write_text(
        json.dumps([policy("web", "8443/8443"), policy("names", "53/53"), policy("mail", "465/465")])
    )

    changed = after(whole, files[0])

    assert told(changed) == [("web", "8443/8443"), ("names", "53/53"), *ALL[1:]]


def test_a_policy_that_a_person_changed_stays_while_its_file_stays(files: tuple[Path, Path]) -> None:
    whole = after(Design.of(), files[0].parents[1])
    web, *others = wall(whole).policies
    edited = whole.replacing(wall(whole).id, policies=(msgspec.structs.replace(web, port="444/444"), *others))

    again = after(edited, files[0])

    assert told(again) == [("web", "444/444"), *ALL[1:]]


def test_what_an_import_gave_survives_being_saved(files: tuple[Path, Path]) -> None:
    whole = after(Design.of(), files[0].parents[1])

    opened, _ = design_from(design_bytes(whole))

    assert opened == whole
    assert after(opened, files[0]) is opened


def rows(names: str) -> tuple[FirewallPolicy, ...]:
    return tuple(FirewallPolicy(description=name) for name in names)


@pytest.mark.parametrize(
    ("before", "given", "merged"),
    [
        ("abz", "ab", "abz"),
        ("abz", "ba", "baz"),
        ("abz", "acb", "acbz"),
        ("abz", "cab", "cabz"),
        ("abz", "xy", "abzxy"),
        ("azb", "ab", "azb"),
        ("aab", "aaa", "aaab"),
        ("", "ab", "ab"),
    ],
)
def test_rows_take_the_places_of_their_like_in_the_order_of_the_files(
    before: str, given: str, merged: str
) -> None:
    assert "".join(row.description for row in merged_rows(rows(before), rows(given))) == merged


def test_a_waf_keeps_the_rules_of_one_file_when_another_comes(tmp_path: Path) -> None:
    names = ("bots", "scanners")
    for name in names:
        said = {
            "rule_name": name,
            "defense_scene": "ip_blacklist",
            "template_id": "core",
            "rule_action": "block",
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(said))
    one = after(Design.of(), tmp_path / "bots.json")

    both = after(one, tmp_path / "scanners.json")

    (waf,) = both.of_kind(Waf)
    assert tuple(rule.name for rule in waf.rules) == names
    assert after(both, tmp_path) is both
