"""What changed between two versions: exactly the difference of asking every pair before and after."""

from __future__ import annotations

import pytest

from tests.campaign import share
from tests.reachability.drawn import varied
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.changes import Changes, changed, changes_of, edit_said
from workbench.reachability.known import Known, known, known_after
from workbench.reachability.matrices import listed, matrices

BEFORE = """
    tr transit-router
      rt transit-router-table
      att-a vpc-attachment vpc=vpc-a association=rt learning=rt synchronised=true
      att-b vpc-attachment vpc=vpc-b association=rt learning=rt synchronised=true
    vpc-a vpc blocks=10.1.0.0/16
      a-1 vswitch block=10.1.1.0/24
      sg-a security-group inner=Drop
    vpc-b vpc blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24
      sg-b security-group inner=Drop
        - rules port=443/443 block=10.1.0.0/16
        - rules port=22/22 block=10.9.0.0/16
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
"""


def difference(before: Known, after: Known) -> dict[tuple[str, str, str, int], tuple[str, str]]:
    """By source, target, protocol and port, of every port that either version tells apart, what differs; by asking."""
    uses = {
        (one.protocol, low)
        for known in (before, after)
        for one in known.found.compiled.ports.classes
        for low, _ in one.ranges
    }
    found = {}
    sides = [{one.id for one in listed(side.found)} for side in (before, after)]
    for source in sides[0] | sides[1]:
        for target in sides[0] | sides[1]:
            for protocol, port in uses if source != target else ():
                told = tuple(
                    ask(side.found, source, target, protocol, port).verdict
                    if {source, target} <= ids
                    else "deny"
                    for side, ids in zip((before, after), sides, strict=True)
                )
                if told[0] != told[1]:
                    found[source, target, protocol, port] = told
    return found


def told(changes: Changes, before: Known, after: Known) -> dict[tuple[str, str, str, int], tuple[str, str]]:
    """The same as the changes tell it."""
    found = {}
    for at in range(len(changes)):
        one = changes[at]
        for side in (before, after):
            for protocol in ("tcp", "udp", "icmp"):
                for number in side.found.compiled.ports.of_protocol(protocol):
                    for port, _ in side.found.compiled.ports.classes[number].ranges:
                        if any(used == protocol and low <= port <= high for used, (low, high) in one.ranges):
                            found[one.source, one.target, protocol, port] = one.before, one.after
    return found


@pytest.mark.parametrize("seed", range(share(500)))
def test_changes_are_the_difference_of_asking_every_pair_before_and_after(seed: int) -> None:
    old, new = varied(seed)
    before, after = known(old), known(new)
    changes = changed(before, after)

    assert told(changes, before, after) == difference(before, after)
    assert told(changed(before, known_after(before, new)), before, after) == difference(before, after)


def test_a_rule_that_is_added_opens_a_pair_and_the_ports_are_told() -> None:
    after = BEFORE.replace("port=22/22 block=10.9.0.0/16", "port=22/22 block=10.1.0.0/16")
    changes = changes_of(sketch(BEFORE), sketch(after))

    assert [(changes[at].source, changes[at].target, changes[at].ports) for at in range(len(changes))] == [
        ("app-a", "app-b", "22")
    ]
    assert (changes[0].turn, changes[0].before, changes[0].after) == ("opened", "deny", "allow")
    assert changes[0].asked == ("app-a", "app-b", "tcp", 22)
    said = edit_said(changes)
    assert said is not None
    assert said.said("en") == "This edit, by pairs: 1 newly open"


def test_ports_that_open_and_others_that_close_are_told_apart_and_make_a_cell_partial() -> None:
    after = BEFORE.replace("443/443", "80/80")
    old, new = known(sketch(BEFORE)), known(sketch(after))
    changes = changed(old, new)

    assert [(changes[at].turn, changes[at].ports) for at in range(2)] == [("opened", "80"), ("closed", "443")]
    matrix = changes.matrix(matrices(new.found, new.answers).computed)
    at = matrix.parties.index
    assert matrix.state(at("app-a"), at("app-b")) == "partial"
    assert matrix.state(at("app-b"), at("app-a")) == "blocked"


def test_a_cell_in_which_nothing_changed_says_what_holds() -> None:
    after = BEFORE.replace("port=22/22 block=10.9.0.0/16", "port=22/22 block=10.1.0.0/16")
    new = known(sketch(BEFORE))
    matrix = changed(known(sketch(after)), new).matrix(matrices(new.found, new.answers).computed)
    same = changed(new, new).matrix(matrices(new.found, new.answers).computed)
    at = matrix.parties.index

    assert matrix.state(at("app-a"), at("app-b")) == "shut"
    assert same.state(at("app-a"), at("app-b")) == "allowed"


def test_who_is_added_or_removed_is_told_apart_from_pairs_of_both_versions() -> None:
    after = BEFORE + "    app-c application vswitches=a-1 groups=sg-a\n"
    changes = changes_of(sketch(BEFORE), sketch(after))
    back = changes_of(sketch(after), sketch(BEFORE))

    assert (changes.added, changes.removed) == ({"app-c"}, set())
    assert (back.added, back.removed) == (set(), {"app-c"})
    assert changes.places(between_old=True) == []
    (at,) = changes.places(between_old=False)
    assert (changes[at].source, changes[at].target, changes[at].ports) == ("app-c", "app-b", "443")
    assert edit_said(changes) is None
    assert not changes.is_empty


def test_what_nobody_knows_any_more_is_told_and_so_is_what_is_known_now() -> None:
    after = BEFORE.replace("vswitches=b-1 groups=sg-b", "vswitches=b-1")
    changes = changes_of(sketch(BEFORE), sketch(after))
    back = changes_of(sketch(after), sketch(BEFORE))

    assert {changes[at].turn for at in range(len(changes))} == {"doubtful"}
    assert {back[at].turn for at in range(len(back))} == {"settled"}
    assert (back.count("settled"), back.count("opened")) == (1, 0)


def test_the_same_network_is_not_computed_again_and_other_rules_of_a_group_only_in_part() -> None:
    old = known(sketch(BEFORE))
    renamed = known_after(old, sketch(BEFORE.replace("app-a application", "app-a application owner=Li")))
    wider = known_after(old, sketch(BEFORE.replace("block=10.9.0.0/16", "block=10.1.0.0/16")))

    assert renamed.answers is old.answers
    assert changed(old, renamed).is_empty
    assert wider.answers is not old.answers
    assert wider.found.compiled is wider.answers.parts.compiled


def test_a_new_port_of_a_flow_is_told_apart_from_others() -> None:
    old = known(sketch(BEFORE))
    new = known_after(old, sketch(BEFORE + "    f flow source=app-a target=app-b port=9100/9100\n"))

    assert new.answers is not old.answers
    assert ("tcp", ((9100, 9100),)) in new.found.compiled.ports.classes
    assert changed(old, new).is_empty
