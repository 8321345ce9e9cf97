"""Proof sheets: a page an invariant with its verdict, whom it is about, the path and what it is worth."""

from __future__ import annotations

from tests.reachability.nets import two_vpcs
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reports.chapters import proofs
from workbench.reports.report import Block, Callout, Facts, Heading, Table
from workbench.reports.standing import standing
from workbench.reports.tables.proofs import flows_table, hops_table
from workbench.texts import spoken

RULE = "    rule invariant claim={} ports=443/443 sources=app-a targets=app-b\n"


def sheet(lines: str, claim: str = "never") -> list[Block]:
    """The blocks of the first proof sheet."""
    design = sketch(lines + RULE.format(claim))
    blocks = list(proofs.sheets(design, standing(design)))
    first = next(at for at, one in enumerate(blocks) if isinstance(one, Heading) and one.mark)
    return blocks[first:]


def table_in(blocks: list[Block]) -> Table:
    """The one table of a sheet."""
    (table,) = (one for one in blocks if isinstance(one, Table))
    return table


def callouts(blocks: list[Block]) -> list[Callout]:
    """The callouts of a sheet."""
    return [one for one in blocks if isinstance(one, Callout)]


def verdicts(table: Table) -> list[str]:
    """The last column of a table."""
    return [spoken(row.cells[-1], "en") for row in table.rows]


def test_a_counter_example_has_its_path_row_by_row() -> None:
    blocks = sheet(two_vpcs())
    verdict, worth = callouts(blocks)

    assert (verdict.kind, verdict.label.said("en")) == ("refuted", "refuted")
    assert "1 of 1" in verdict.words.said("en")
    assert [row.cells[0] for row in table_in(blocks).rows] == [1, 2, 3, 4, 5, 6, 7]
    assert set(verdicts(table_in(blocks))) == {"passes"}
    assert "fingerprint" in worth.words.said("en")


def test_a_proof_shows_where_a_packet_that_was_asked_is_stopped() -> None:
    blocks = sheet(two_vpcs().replace("port=443/443 block", "port=80/80 block"))

    assert callouts(blocks)[0].kind == "proved"
    assert verdicts(table_in(blocks))[-1] == "stopped"


def test_what_is_not_settled_is_no_green_hop_and_names_the_facts() -> None:
    blocks = sheet(two_vpcs().replace("vswitches=b-1 groups=sg-b", "vswitches=b-1"))
    (facts,) = (one for one in blocks if isinstance(one, Facts))
    told = {name.said("en"): spoken(said, "en") for name, said in facts.rows}

    assert callouts(blocks)[0].kind == "unsettled"
    assert verdicts(table_in(blocks))[-1] == "not settled"
    assert "app-b" in told["Still to be said"]


def test_a_claim_about_nobody_is_said_to_be_one_and_has_no_path() -> None:
    blocks = sheet(two_vpcs().replace("app-a application", "app-c application"))

    assert "about nobody" in callouts(blocks)[0].label.said("en")
    assert not [one for one in blocks if isinstance(one, Table)]


def test_a_design_without_invariants_and_flows_says_nothing_of_them() -> None:
    design = sketch(two_vpcs())

    assert list(proofs.sheets(design, standing(design))) == []
    assert list(proofs.overview(design)) == []


def test_the_overview_counts_the_flows_and_lists_those_that_are_not_as_wanted() -> None:
    flow = "    f-{0} flow source=app-a target=app-b port={0}/{0}\n"
    blocks = list(proofs.overview(sketch(two_vpcs(more=flow.format(443) + flow.format(22)))))
    table = table_in(blocks)

    assert [spoken(row.cells[0], "en") for row in table.rows] == ["f-22"]
    assert any("1 of 2" in spoken(getattr(one, "words", ""), "en") for one in blocks)


def test_tables_of_proofs_have_as_many_cells_as_columns() -> None:
    design: Design = sketch(two_vpcs(more=RULE.format("never")))
    (one,) = proofs.proofs_of(design).invariants
    assert one.witness is not None

    for table in (flows_table(design, [one]), hops_table(one.about, one.witness, design)):
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
