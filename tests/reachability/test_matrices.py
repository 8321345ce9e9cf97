"""The matrix beside the questions of which it is the sum, and its states on small designs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reachability.nets import EGRESS, SITE, STEERED, open_b, two_vpcs
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.by_domain import by_domain
from workbench.reachability.keeper import Keeper
from workbench.reachability.known import answered
from workbench.reachability.matrices import listed, matrices
from workbench.reachability.matrix import Matrix
from workbench.reachability.modelled import Modelled, modelled
from workbench.reachability.portwords import said
from workbench.reachability.verdicts import WORDS, Board
from workbench.storage.files import open_design

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"
FLOW = "    wish flow source=app-a target=app-b port=443/443\n"


def compared(lines: str) -> Matrix:
    """The matrix of a sketch, wanted beside computed."""
    found = modelled(sketch(lines))
    return matrices(found, answered(found)).compared


def state(matrix: Matrix, source: str, target: str) -> str:
    """The state of the cell of two parties."""
    return matrix.state(matrix.parties.index(source), matrix.parties.index(target))


def ports(matrix: Matrix, source: str, target: str) -> str:
    """What passes in the cell of two parties."""
    return matrix.ports(matrix.parties.index(source), matrix.parties.index(target))


def differing(found: Modelled) -> list[tuple[str, ...]]:
    """Pairs of parties and ports of which the bulk says something else than the single question."""
    parties = listed(found)
    answers = answered(found)
    told = {
        (parties[column].id, parties[int(target)].id, rows.port_class): WORDS[rows.codes[at, column]]
        for rows in Board(answers, parties).rows()
        for at, target in enumerate(rows.targets)
        for column in range(len(parties))
    }
    wrong = []
    for one in parties:
        for other in parties:
            if one.id == other.id or not one.places or not other.places:
                continue
            for number, port_class in enumerate(found.compiled.ports.classes):
                port = port_class.ranges[0][0]
                asked = ask(found, one.id, other.id, port_class.protocol, port).verdict
                bulk = told.get((one.id, other.id, number), "deny")
                if asked != bulk:
                    wrong.append((one.id, other.id, port_class.protocol, str(port), asked, bulk))
    return wrong


@pytest.mark.parametrize("sample", ["enterprise", "advanced"])
def test_the_matrix_of_a_sample_is_the_sum_of_all_single_questions(sample: str) -> None:
    assert differing(modelled(open_design(SAMPLES / f"{sample}.lzd").design)) == []


@pytest.mark.parametrize(
    "lines",
    [
        two_vpcs(),
        two_vpcs(more="    app-two application vswitches=a-1,b-1 groups=sg-a,sg-b\n"),
        two_vpcs().replace("block=10.1.0.0/16\n    app-a", "block=10.1.1.7/32\n    app-a"),
        open_b(two_vpcs()) + STEERED.format(guards="guards=tr"),
        SITE.format(more=""),
        EGRESS.format(snat="10.0.0.0/8"),
    ],
)
def test_the_matrix_of_a_sketch_is_the_sum_of_all_single_questions(lines: str) -> None:
    assert differing(modelled(sketch(lines))) == []
    assert differing(modelled(sketch(lines), places=True)) == []


def test_what_passes_is_open_where_no_flow_wants_it_and_allowed_where_one_does() -> None:
    assert state(compared(two_vpcs()), "app-a", "app-b") == "open"
    assert state(compared(two_vpcs(more=FLOW)), "app-a", "app-b") == "allowed"
    assert ports(compared(two_vpcs(more=FLOW)), "app-a", "app-b") == "443"
    assert state(compared(two_vpcs(more=FLOW)), "app-b", "app-a") == "blocked"
    assert state(compared(two_vpcs(more=FLOW)), "app-a", "app-a") == "own"


def test_what_is_wanted_and_does_not_pass_is_shut_and_passing_in_part_is_partial() -> None:
    shut = FLOW.replace("443/443", "22/22")
    both = FLOW + FLOW.replace("wish", "other").replace("443/443", "80/80")

    assert (
        state(compared(two_vpcs(more=shut).replace("port=443/443 block", "port=1/2 block")), "app-a", "app-b")
        == "open"
    )
    assert state(compared(two_vpcs(more=shut, att_b="")), "app-a", "app-b") == "shut"
    assert state(compared(two_vpcs(more=both)), "app-a", "app-b") == "partial"


def test_a_no_beats_every_yes() -> None:
    never = "    never flow source=app-a target=app-b protocol=all wanted=deny\n"

    assert state(compared(two_vpcs(more=FLOW + never)), "app-a", "app-b") == "open"


def test_applications_of_one_domain_may_reach_each_other() -> None:
    inside = two_vpcs(more="    zone-1 security-domain\n").replace(
        "    app-a application", "    app-a application parent=zone-1"
    )
    matrix = compared(inside.replace("    app-b application", "    app-b application parent=zone-1"))

    assert state(matrix, "app-a", "app-b") == "allowed"


def test_what_the_design_does_not_settle_is_unknown_and_who_stands_nowhere_is_so_altogether() -> None:
    matrix = compared(two_vpcs(more="    app-c application\n"))

    assert {state(matrix, "app-c", id) for id in ("app-a", "app-b")} == {"unknown"}
    assert matrix.counts()["unknown"] == 4


def test_a_domain_shows_the_worst_of_its_applications_and_all_their_ports() -> None:
    lines = two_vpcs(more=FLOW + "    app-two application vswitches=b-1 groups=sg-b\n    d security-domain\n")
    design: Design = sketch(lines.replace("application vswitches=b-1", "application parent=d vswitches=b-1"))
    found = modelled(design)
    matrix = by_domain(matrices(found, answered(found)).compared, design)

    assert set(matrix.parties) == {"app-a", "d"}
    assert state(matrix, "app-a", "d") == "open"
    assert ports(matrix, "app-a", "d") == "443"


def test_ports_are_said_in_few_words() -> None:
    classes = modelled(
        sketch(two_vpcs(more=FLOW + "    w flow source=app-a target=app-b protocol=udp port=53/53\n"))
    )
    known = classes.compiled.ports
    everything = range(len(known.classes))

    assert said(everything, known) == "all"
    assert said(known.of_protocol("tcp"), known) == "all tcp"
    assert said([known.of("udp", 53)], known) == "53/udp"
    assert said([known.of("icmp", 0), known.of("tcp", 443)], known) == "443, icmp"
    assert said([], known) == ""


def test_after_an_edit_only_what_it_touches_is_computed_and_the_answer_is_that_of_a_fresh_run() -> None:
    before = sketch(two_vpcs(more=FLOW))
    followed = Keeper()
    first = followed.answered(before)
    renamed = before.replacing("app-a", owner="somebody")
    group = before.replacing("sg-b", rules=())

    assert followed.answered(renamed).answers is first.answers
    after = followed.answered(group)
    fresh = modelled(group)
    assert (after.matrices.compared.codes == matrices(fresh, answered(fresh)).compared.codes).all()
    assert state(after.matrices.compared, "app-a", "app-b") == "shut"
