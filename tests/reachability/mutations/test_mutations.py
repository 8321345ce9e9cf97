"""Every fault that changes who reaches whom is found by the matrix, with a packet that proves it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from planners.reachability import read_network
from planners.reachability.network import TransitTable
from tests.campaign import LONG, share
from tests.reachability.mutations.campaign import SEED, Mutant, clean, compared, mutants, outcome
from tests.reachability.mutations.operators import Operator, Place
from tests.reachability.mutations.reasons import REASONS, WORDS
from tests.reachability.mutations.samples import SAMPLES
from tests.reachability.mutations.summary import FILE, summary
from tests.reachability.mutations.table import OPERATORS
from workbench.reachability.fabric import SEVERAL
from workbench.storage.format import design_bytes

NOW: Final = random.SystemRandom().randrange(2**32) if LONG else SEED
PART: Final = 0.03


def chosen() -> list[Mutant]:
    """The faults made now: all of them, or a few of every kind."""
    found = list(mutants(NOW))
    return random.Random(NOW).sample(found, share(len(found), PART))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_clean_sample_raises_no_alarm(sample: str) -> None:
    assert clean(sample).alarms() == {}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_matrix_of_a_clean_sample_follows_from_every_packet_followed_by_hand(sample: str) -> None:
    nothing = Mutant(sample, OPERATORS[0], Place(""))
    same = compared(nothing, clean(sample), clean(sample))

    assert same.differing == ()
    assert (same.changed, same.beyond, same.harmed, same.found) == (frozenset(),) * 4


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_walk_by_hand_follows_the_network_that_the_engine_is_given(sample: str) -> None:
    looked = clean(sample)
    plain = json.loads(json.dumps(looked.network))
    # Stand-ins beside equal routes, which no file can name.
    plain["attachments"] |= {
        name: {"type": "site", "ref": "site-baoshan", "rt": None} for name in (SEVERAL, SEVERAL + "!")
    }
    read, given = read_network(json.dumps(plain), lambda told: None), looked.found.network

    assert [one for one in read.endpoints if one not in given.endpoints] == []
    assert read.vpcs == given.vpcs
    assert read.vswitches == given.vswitches
    assert (read.groups, read.acls) == (given.groups, given.acls)
    assert (read.sites, read.firewalls, read.nats) == (given.sites, given.firewalls, given.nats)
    assert {id: read.attachments[id] for id in given.attachments} == given.attachments
    assert {id: _once(table) for id, table in given.tables.items()} == read.tables


def _once(table: TransitTable) -> TransitTable:
    return table._replace(learned=tuple(dict.fromkeys(table.learned)))


def test_operators_are_many_and_each_has_a_name_and_a_sentence_of_its_own() -> None:
    assert len({operator.name for operator in OPERATORS}) == len(OPERATORS) >= 50
    assert len({operator.says for operator in OPERATORS}) == len(OPERATORS)


@pytest.mark.parametrize("operator", OPERATORS, ids=lambda one: one.name)
def test_an_operator_has_a_place_in_some_sample_and_changes_the_design_there(operator: Operator) -> None:
    made = list(mutants(SEED, (operator,)))

    assert made
    assert any(design_bytes(one.design()) != design_bytes(clean(one.sample).found.design) for one in made)


def test_every_fault_that_changes_a_verdict_is_found_with_a_witness() -> None:
    print("seed", NOW)
    for mutant in chosen():
        came = outcome(mutant)
        said = f"{mutant}, seed {NOW}"

        assert came.missed == frozenset(), said
        assert came.unproved == (), said
        assert came.differing == (), said
        assert came.untold == frozenset(), said
        assert not came.found or came.changed, said


def test_a_matrix_that_shows_what_was_before_is_noticed() -> None:
    mutant = next(mutants(SEED, tuple(one for one in OPERATORS if one.name == "no group")))
    before = clean(mutant.sample)
    stale = type(before).at(mutant.design())
    stale.states = before.states
    came = compared(mutant, before, stale)

    assert came.effect == "missed"
    assert came.differing != ()


def test_a_witness_that_says_otherwise_than_the_walk_is_noticed() -> None:
    mutant = next(mutants(SEED, tuple(one for one in OPERATORS if one.name == "no group")))
    before = clean(mutant.sample)
    after = type(before).at(mutant.design())
    after.found = before.found

    assert set(compared(mutant, before, after).unproved) == {*outcome(mutant).found, *outcome(mutant).beyond}


def test_the_table_tells_of_every_operator_and_why_nothing_finds_some() -> None:
    written = Path(FILE).read_text(encoding="utf-8")

    assert [one.name for one in OPERATORS if f"| {one.name} |" not in written] == []
    assert set(REASONS) <= {one.name for one in OPERATORS}
    assert set(REASONS.values()) <= set(WORDS)
    assert {name: word for name, word in _unfound(written) if word != "rare"} == REASONS
    if LONG:
        assert written == summary()


def _unfound(written: str) -> Iterator[tuple[str, str]]:
    """The rows of the table with a reason: the name of the operator, and the word."""
    for line in written.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 7 and cells[2].isdecimal() and cells[6]:
            assert cells[2] == cells[3] == "0"
            yield cells[0], cells[6]
