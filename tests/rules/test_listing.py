"""The rules as plain data."""

from __future__ import annotations

import json

from workbench.rules.engine import registered
from workbench.rules.listing import listing


def test_every_rule_is_listed_once_in_the_order_of_ids() -> None:
    ids = [entry["id"] for entry in listing()]

    assert ids == sorted(registered())


def test_at_least_forty_rules_are_listed() -> None:
    assert len(listing()) >= 40


def test_an_entry_says_its_source_with_a_date_and_its_figures() -> None:
    entry = next(entry for entry in listing() if entry["id"] == "NET-004")

    assert entry["source"] == "terraform alicloud vswitch"
    assert entry["dated"] == "2026-08-21"
    assert {"id": "vswitch.mask_max", "value": 29}.items() <= entry["figures"][1].items()
    assert entry["figures"][1]["sourced"] is True


def test_every_entry_speaks_both_languages() -> None:
    for entry in listing():
        for said in (entry["title"], entry["why"], *entry["says"].values()):
            assert said["en"] != said["zh"]


def test_the_listing_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(listing())) == listing()
