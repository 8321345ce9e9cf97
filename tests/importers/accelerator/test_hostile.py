"""What no import takes: each is refused with its place, and the design stays as it is."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.importers.accelerator import plan_import
from workbench.model.design import Design
from workbench.model.elements.vpc import Vpc
from workbench.model.sketch import sketch

Folder = Callable[..., Path]
GOOD = """
vpc_name: good
vpc_cidr: 10.1.0.0/16
vswitches:
  - {vswitch_name: a, cidr_block: 10.1.1.0/24, zone_id: cn-beijing-k}
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "\n".join(
    f"{this}: &{this} [{', '.join(['*' + before] * 10)}]"
    for before, this in zip("abcdefgh", "bcdefghi", strict=True)
)


def vpc(**fields: object) -> str:
    """A VPC file with some fields changed."""
    row = {"vswitch_name": "a", "cidr_block": "10.1.1.0/24", "zone_id": "cn-beijing-k"}
    return json.dumps({"vpc_name": "good", "vpc_cidr": "10.1.0.0/16", "vswitches": [row], **fields})


HOSTILE: dict[str, tuple[str, str | bytes, str]] = {
    "an alias bomb": ("bad.yaml", BOMB, "Aliases"),
    "an alias inside its own anchor": ("bad.yaml", "a: &a [*a]", "before its anchor ends"),
    "a key twice in YAML": ("bad.yaml", GOOD + "vpc_name: other\n", "comes twice"),
    "a key twice in JSON": ("bad.json", '{"vpc_name": "a", "vpc_name": "b"}', "comes twice"),
    "UTF-16": ("bad.yaml", GOOD.encode("utf-16"), "UTF-16"),
    "UTF-16 without its mark": ("bad.json", vpc().encode("utf-16-le"), "UTF-16"),
    "Latin-1": ("bad.yaml", GOOD.replace("good", "gué").encode("latin-1"), "not UTF-8"),
    "half a JSON file": ("bad.json", vpc()[:60], "not whole JSON"),
    "half a YAML file": ("bad.yaml", GOOD[:70], "not"),
    "a YAML file cut after a value": ("bad.yaml", "vpc_name: good\nvpc_cidr: 10.1", "not a block"),
    "a VPC cut before its vSwitches": ("bad.yaml", "vpc_name: good\nvpc_cidr: 10.1.0.0/16\n", "cut off"),
    "an empty file": ("bad.yaml", "", "empty"),
    "an empty JSON file": ("bad.json", " ", "empty"),
    "two documents": ("bad.yaml", GOOD + "---\na: 1\n", "second document"),
    "tabs as indentation": ("bad.yaml", "vpc_name: a\nvswitches:\n\t- b: c\n", "not whole YAML"),
    "a tag that makes objects": ("bad.yaml", "a: !!python/object/apply:os.system ['true']", "tag"),
    "a file of fifty megabytes": ("bad.yaml", b"# " + b"x" * 50_000_000, "bytes"),
    "deep JSON": ("bad.json", "[" * 5000 + "]" * 5000, "deep"),
    "JSON deeper than any reader goes": ("bad.json", "[" * 200_000, "deep"),
    "a number without end": ("bad.json", "[" + "9" * 5000 + "]", "cannot be read"),
    "deep YAML": ("bad.yaml", "[" * 500 + "]" * 500, "deep"),
    "a number that is none": ("bad.json", '{"vpc_name": NaN}', "not a JSON value"),
    "a control character": ("bad.yaml", GOOD.replace("good", "go\x07od"), "control character"),
    "an escaped control character": ("bad.json", vpc(vpc_name="go\x00od"), "cannot be kept"),
    "half a character": ("bad.json", vpc().replace("good", "\\ud83d"), "cannot be kept"),
    "a name of 500 characters": ("bad.json", vpc(vpc_name="x" * 500), "500 characters"),
    "a name of two lines": ("bad.json", vpc(vpc_name="a\nb"), "one line"),
    "a list where a text belongs": ("bad.json", vpc(vpc_name=["a"]), "should be a text"),
    "a text where a list belongs": ("bad.json", vpc(vswitches="none"), "list of objects"),
    "a list where tags belong": ("bad.json", vpc(vpc_tags=["a"]), "keys with values"),
    "a tag of 200 characters": ("bad.json", vpc(vpc_tags={"x" * 200: "a"}), "longer than 128"),
    "a word where a switch belongs": ("bad.json", vpc(enable_acl="perhaps"), "true or false"),
    "a block with host bits": ("bad.json", vpc(vpc_cidr="10.1.0.1/16"), "Did you mean 10.1.0.0/16"),
    "a zone of no region": ("bad.json", vpc().replace("cn-beijing-k", "mars-1"), "no zone"),
    "zones of two regions": (
        "bad.json",
        vpc(
            vswitches=[
                {"cidr_block": "10.1.1.0/24", "zone_id": "cn-beijing-k"},
                {"cidr_block": "10.1.2.0/24", "zone_id": "cn-shanghai-l"},
            ]
        ),
        "several regions",
    ),
    "a policy that is no JSON": ("bad.json", '{"name": "a", "policy_document": "{"}', "not whole JSON"),
    "a parent folder that is nowhere": (
        "bad.json",
        '[{"folder_name": "a", "parent_folder_name": "b", "level": 2}]',
        "0 folders",
    ),
    "folders that are each other's parents": (
        "bad.json",
        '[{"folder_name": "a", "parent_folder_name": "b"}, {"folder_name": "b", "parent_folder_name": "a"}]',
        "0 folders",
    ),
    "a VPC of the same name with another block": ("worse.json", vpc(vpc_cidr="10.1.0.0/17"), "other values"),
    "an action nobody knows": (
        "bad.json",
        '{"security_group_name": "a", "rules": [{"type": "ingress", "ip_protocol": "tcp", "policy": "maybe"}]}',
        "one of",
    ),
    "a firewall policy of no boundary": (
        "bad.json",
        '[{"acl_action": "drop", "source": "a", "destination": "b", "proto": "ANY"}]',
        "which boundary",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_place_and_nothing_is_half_applied(name: str, folder: Folder) -> None:
    file, written, reason = HOSTILE[name]
    top = folder(**{"good__yaml": GOOD, file.replace(".", "__"): written})
    before = sketch("account-a account\n  vpc-a vpc blocks=10.9.0.0/16")

    plan = plan_import([top], before)

    assert plan.edit is None
    assert [item.file for item in plan.refusals if item.file == file]
    assert reason in " ".join(item.becomes.said("en") for item in plan.refusals)
    assert before == sketch("account-a account\n  vpc-a vpc blocks=10.9.0.0/16")


def test_policies_that_are_all_refused_make_no_boundary(folder: Folder) -> None:
    policy = {"acl_action": "perhaps", "direction": "in", "source": "a", "destination": "b", "proto": "ANY"}

    plan = plan_import([folder(internet__json=json.dumps([policy]))], Design.of())

    assert plan.edit is None
    assert [item.file for item in plan.refusals] == ["internet.json"]


def test_a_refusal_names_the_line(folder: Folder) -> None:
    plan = plan_import([folder(bad__yaml=GOOD.replace("10.1.1.0/24", "nowhere"))], Design.of())

    (refusal,) = plan.refusals

    assert (refusal.file, refusal.line, refusal.path) == ("bad.yaml", 5, "vswitches[0].cidr_block")


def test_a_link_out_of_the_folder_is_refused(folder: Folder, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(GOOD)
    top = folder(good__yaml=GOOD)
    (top / "link.yaml").symlink_to(outside)

    plan = plan_import([top], Design.of())

    assert plan.edit is None
    assert [item.file for item in plan.refusals] == ["link.yaml"]


def test_a_folder_that_is_linked_from_outside_is_refused(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.yaml").write_text(GOOD)
    top = folder(good__yaml=GOOD)
    (top / "linked").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    plan = plan_import([top], Design.of())

    assert [item.file for item in plan.refusals] == ["linked"]


def test_a_link_that_leads_nowhere_or_round_is_refused(folder: Folder) -> None:
    top = folder(good__yaml=GOOD)
    (top / "nowhere.yaml").symlink_to(top / "gone.yaml")
    (top / "round.yaml").symlink_to(top / "round.yaml")

    plan = plan_import([top], Design.of())

    assert [item.file for item in plan.refusals] == ["nowhere.yaml", "round.yaml"]


def test_a_link_within_the_folder_is_read_where_it_leads(folder: Folder) -> None:
    top = folder(good__yaml=GOOD)
    (top / "again.yaml").symlink_to(top / "good.yaml")

    plan = plan_import([top], Design.of())

    assert plan.edit
    assert [item.file for item in plan.items if item.state == "unheld"] == ["again.yaml"]


def test_a_pipe_is_never_opened(folder: Folder) -> None:
    top = folder(good__yaml=GOOD)
    os.mkfifo(top / "pipe.yaml")

    plan = plan_import([top], Design.of())

    assert plan.edit
    assert ("pipe.yaml", "unheld") in {(item.file, item.state) for item in plan.items}


def test_a_source_that_is_not_there_is_refused(tmp_path: Path) -> None:
    plan = plan_import([tmp_path / "gone"], Design.of())

    assert plan.edit is None
    assert "no such file" in plan.refusals[0].becomes.said("en")


def test_a_name_with_an_emoji_is_kept_as_it_is(folder: Folder) -> None:
    plan = plan_import([folder(vpc__json=vpc(vpc_name="plant 🏭"))], Design.of())

    assert plan.edit
    assert [one.name.en for one in plan.edit(Design.of()).of_kind(Vpc)] == ["plant 🏭"]


def test_a_mark_of_utf_8_is_read_over(folder: Folder) -> None:
    plan = plan_import([folder(vpc__yaml=b"\xef\xbb\xbf" + GOOD.encode())], Design.of())

    assert plan.edit


def test_a_pattern_that_would_run_for_ever_is_kept_and_never_run(folder: Folder) -> None:
    policies = [
        {"name": f"p{n}", "policy_document": "{}", "target_folder_name_regexes": [pattern]}
        for n, pattern in enumerate(("(a+)+$", "(a|a)*$", "a*a*a*a*a*a*a*b", "((a{1,9}){1,9}){1,9}x", "["))
    ]
    top = folder(
        folders__json=json.dumps([{"folder_name": "a" * 24, "level": 1}]), policies__json=json.dumps(policies)
    )

    plan = plan_import([top], Design.of())

    assert plan.edit
