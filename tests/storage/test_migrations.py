"""Files of earlier format versions open as what they meant."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.model.elements.account import Account
from workbench.model.elements.cost_centre import CostCentre
from workbench.model.elements.vpc import Vpc
from workbench.storage.format import MIGRATIONS, VERSION, BrokenFile, design_bytes, design_from

VERSIONS = Path(__file__).parent / "versions"
FIRST = VERSIONS / "version-1.lzd"


def test_there_is_a_file_of_every_earlier_version() -> None:
    assert {path.stem for path in VERSIONS.iterdir()} == {f"version-{number}" for number in range(1, VERSION)}
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_a_cost_centre_in_words_becomes_an_element_that_its_accounts_share() -> None:
    design, reason = design_from(FIRST.read_bytes())

    (centre,) = design.of_kind(CostCentre)
    assert reason is None
    assert centre.name.en == "Retail"
    assert [(account.id, account.cost_centre) for account in design.of_kind(Account)] == [
        ("blank", None),
        ("shop", centre.id),
        ("shop-test", centre.id),
    ]


def test_everything_else_stays_and_the_file_is_saved_in_the_present_version() -> None:
    design, _ = design_from(FIRST.read_bytes())

    again, _ = design_from(design_bytes(design))

    assert again == design
    assert json.loads(design_bytes(design))["version"] == VERSION
    assert [vpc.blocks for vpc in design.of_kind(Vpc)] == [("10.0.0.0/16",)]
    shop = design.get("shop", Account)
    assert shop
    assert shop.owner == "Commerce"


@pytest.mark.parametrize("elements", [[7], [{"kind": "account", "cost_centre": 7}]])
def test_a_broken_file_of_an_earlier_version_is_told(elements: object) -> None:
    raw = json.dumps({"format": "landing-zone-design", "version": 1, "elements": elements}).encode()

    with pytest.raises(BrokenFile) as wrong:
        design_from(raw)

    assert wrong.value.text.said("zh") != wrong.value.text.said("en")
