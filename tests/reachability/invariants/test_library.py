"""The library of invariants: each can be added, fits where it finds whom it means, and says why in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.model.design import Design
from workbench.model.elements.invariant import Invariant
from workbench.model.sketch import sketch
from workbench.reachability.invariants.library import LIBRARY, adding, offered
from workbench.reachability.invariants.library.entry import Entry
from workbench.reachability.invariants.proofs import proofs
from workbench.storage.files import open_design

SAMPLE = Path(__file__).parents[3] / "resources" / "samples" / "enterprise.lzd"
EVERYTHING = """
    net internet
    env-p environment production=true
    env-t environment name.en=Test
    env-s environment name.en=Sandbox
    dmz security-domain trust=low name.en=DMZ
    pay security-domain trust=high name.en=Payment
      pay-app application environment=env-p data_class=pci
    shared security-domain name.en=Shared
      dns application name.en=DNS
      ntp application name.en=NTP
      mon application name.en=Monitoring
      bak application name.en=Backup
      arch application name.en="Log archive" account=log
    web application parent=dmz environment=env-p
    try application environment=env-t
    box application environment=env-s
    log account role=log
    vpc vpc
      db database application=pay-app
      alb load-balancer
      jump bastion-host
      nat nat-gateway
    wall cloud-firewall
    dc data-centre name.en=Office
    cloud other-cloud name.en=Partner
"""


@pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: entry.id)
def test_every_invariant_fits_a_design_that_has_everything(entry: Entry) -> None:
    assert entry in offered(sketch(EVERYTHING))


@pytest.mark.parametrize("entry", LIBRARY, ids=lambda entry: entry.id)
def test_every_invariant_says_what_holds_and_why_in_two_languages(entry: Entry) -> None:
    for said in (entry.title, entry.why):
        assert said.said("en")
        assert said.said("zh") != said.said("en")


def test_there_are_many_and_each_has_an_id_of_its_own() -> None:
    assert len(LIBRARY) >= 20
    assert len({one.id for one in LIBRARY}) == len(LIBRARY)


def test_nothing_is_offered_where_nobody_is_meant_or_what_is_passed_is_missing() -> None:
    assert offered(Design.of()) == ()
    without = offered(sketch(EVERYTHING.replace("      jump bastion-host\n", "")))
    assert "administration-by-bastion" not in {one.id for one in without}


def test_what_is_added_is_an_element_and_is_offered_no_more() -> None:
    design = sketch(EVERYTHING)
    first = offered(design)[0]
    added = adding([first])(design)
    renamed = added.replacing(first.element().id, protocol="udp")

    assert added.get(first.element().id, Invariant) == first.element()
    assert first not in offered(added)
    assert adding([first])(renamed) == renamed


def test_the_sample_is_answered_for_everything_that_fits_it() -> None:
    bare = open_design(SAMPLE, None).design
    design = adding(offered(bare))(bare)
    found = proofs(design).invariants

    assert {one.about for one in found} == {one.id for one in design.of_kind(Invariant)}
    assert all(one.outcome != "empty" for one in found)
    assert all((one.witness is not None) == (one.outcome != "empty") for one in found)
