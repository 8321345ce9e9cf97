"""What a demand by service comes to: addresses, mask, use, and the year a block is full."""

from __future__ import annotations

import msgspec
import pytest

from workbench.model.elements.address_request import AddressRequest, Demand
from workbench.model.sketch import sketch
from workbench.planning.addresses import address_plan, plan_edit
from workbench.planning.demand import Outlook, outlooks, takers, when
from workbench.reference import fact
from workbench.reports.tables.address_plan import address_plan as address_plan_table
from workbench.rules.engine import fresh_findings
from workbench.texts import Text, spoken
from workbench.words import Words

CLUSTER = """
    vpc-a vpc blocks=10.1.0.0/16
      app-h vswitch {block}
    wish address-request subject=app-h yearly_growth=9 counted_in=2026 {more}
      - demand service=ack-node count=120
      - demand service=ack-pod count=2640
      - demand service=tr-attachment
      - demand service=alb count=4
"""


def only(lines: str, id: str = "wish") -> Outlook:
    """The one outlook of an element of a sketch."""
    (found,) = outlooks(sketch(lines), id)
    return found


def said(rule: str, lines: str) -> list[tuple[str, str]]:
    """What a rule says of a sketch, each with its severity."""
    findings = fresh_findings(sketch(lines))
    return [(one.severity, one.message.said("en")) for one in findings if one.rule == rule]


def test_every_service_of_the_catalogue_can_be_picked_and_every_one_picked_is_in_the_catalogue() -> None:
    assert list(takers()) == list(AddressRequest.kind.field("demand").columns[0].choices)


def test_every_figure_of_the_catalogue_is_a_number() -> None:
    ids = [id for taker in takers().values() for id in (*taker.addresses, taker.zones) if id]

    assert [id for id in ids if not isinstance(fact(id).value, int)] == []


def test_services_are_counted_with_the_addresses_that_each_takes() -> None:
    found = only(CLUSTER.format(block="", more=""))

    assert [share.part.each for share in found.shares] == [1, 1, 1, 8]
    assert found.now == 120 + 2640 + 1 + 32


def test_the_mask_the_use_and_the_year_follow_from_the_demand() -> None:
    found = only(CLUSTER.format(block="", more="horizon=3"))

    assert (found.needed_length, found.length, found.usable) == (20, 20, 4092)
    assert found.later == found.wanted(3) == 156 + 3419 + 2 + 48
    assert round(found.use(3), 3) == round(found.later / 4092, 3)
    assert found.full is not None
    assert when(found, found.full).said("en") == "in 2031"
    assert found.wanted(4) <= 4092 < found.wanted(5)


def test_the_plan_gives_a_block_that_does_at_the_horizon() -> None:
    design = sketch(CLUSTER.format(block="", more="horizon=10"))

    planned = plan_edit(address_plan(design))(design)
    (found,) = outlooks(planned, "app-h")

    assert found.length == 19
    assert found.missing == 0


def test_a_row_has_its_own_growth_its_own_year_and_its_own_addresses() -> None:
    found = only("""
        wish address-request counted_in=2026 horizon=2 yearly_growth=100
          - demand service=ecs count=10
          - demand service=ecs count=10 growth=0
          - demand service=ack-full-node count=2 each=22 growth=50 since=2027
    """)

    assert [found.wanted(years) for years in (0, 1, 2)] == [10 + 10 + 44, 20 + 10 + 44, 40 + 10 + 66]


def test_full_nodes_are_counted_with_all_their_pods() -> None:
    found = only("""
        wish address-request
          - demand service=ack-full-node count=4
    """)

    assert found.now == 4 * 3 * 10


def test_a_figure_of_the_project_takes_the_place_of_the_platforms() -> None:
    found = only("""
        own fact-override fact=services.alb.addresses value=3
        kept fact-override fact=vswitch.reserved_last value=9
        wish address-request prefix_length=24
          - demand service=alb count=5
    """)

    assert found.now == 15
    assert found.usable == 256 - 1 - 9


def test_in_a_vpc_an_attachment_counts_in_each_of_two_zones_and_so_does_what_the_platform_keeps() -> None:
    found = only("""
        vpc-a vpc blocks=10.0.0.0/24
        wish address-request subject=vpc-a
          - demand service=tr-attachment count=2
    """)

    assert found.now == 4
    assert found.usable == 256 - 2 * 4


def test_the_year_comes_from_the_engagement_and_is_counted_from_now_on_where_nothing_says_it() -> None:
    lines = "wish address-request\n  - demand service=ecs count=5"
    dated, bare = only(f"deal engagement issued=2027-03-01\n{lines}"), only(lines)

    assert [when(found, 2).said("en") for found in (dated, bare)] == ["in 2029", "after 2 years"]
    assert [when(found, 2).said("zh") for found in (dated, bare)] == ["2029 年", "2 年后"]


def test_a_request_without_services_or_of_the_other_family_has_no_outlook() -> None:
    design = sketch("""
        plain address-request hosts=20
        six address-request prefix_length=56
          - demand service=ecs
    """)

    assert outlooks(design, "plain") == outlooks(design, "six") == outlooks(design, "nobody") == ()


@pytest.mark.parametrize("number", [-7, 0, 10**18])
def test_numbers_beyond_all_sense_are_answered(number: int) -> None:
    row = Demand(count=number, growth=number, each=number, since=number)
    wish = AddressRequest(
        id="wish", demand=(row,), horizon=number, counted_in=number, yearly_growth=number, block="10.0.0.0/24"
    )

    (found,) = outlooks(sketch("").adding(wish), "wish")

    assert found.now >= 0
    assert found.missing == (0 if number <= 0 else found.later - 252)
    assert msgspec.json.decode(msgspec.json.encode(wish), type=AddressRequest) == wish


def test_a_block_that_fills_before_the_horizon_is_told_with_year_missing_addresses_and_cure() -> None:
    lines = CLUSTER.format(block="block=10.1.0.0/20", more="horizon=6")

    ((severity, sentence),) = said("ADR-007", lines)

    assert severity == "warning"
    assert sentence == (
        "10.1.0.0/20 of app-h has 4,092 addresses to give, 4,688 are wanted in 2032: 596 are missing, a /19 has room"
    )


def test_a_block_that_is_too_small_already_is_an_error() -> None:
    ((severity, sentence),) = said("ADR-007", CLUSTER.format(block="block=10.1.0.0/21", more=""))

    assert severity == "error"
    assert "wanted in 2026" in sentence


def test_rows_that_rest_on_unread_figures_do_not_lower_what_the_others_prove() -> None:
    proved = "wish address-request block=10.0.0.0/28 horizon=0\n  - demand service=ecs count=20\n  - demand service=clb"
    guessed = "wish address-request block=10.0.0.0/28 horizon=0\n  - demand service=clb count=20"

    assert [severity for severity, _ in said("ADR-007", proved)] == ["error"]
    assert [severity for severity, _ in said("ADR-007", guessed)] == ["hint"]


def test_a_demand_that_no_block_holds_is_told_to_spread() -> None:
    ((_, sentence),) = said(
        "ADR-007",
        "vpc-a vpc\n  vsw vswitch block=10.0.0.0/16\n"
        "wish address-request subject=vsw\n  - demand service=ecs count=90000",
    )

    assert sentence.endswith("no block has room; spread the demand over several")


def test_the_hosts_of_a_demand_are_not_measured_twice() -> None:
    lines = """
        vpc-a vpc blocks=10.0.0.0/16
          vsw vswitch block=10.0.0.0/28
          lb load-balancer vswitches=vsw
        wish address-request subject=vsw hosts=500
          - demand service=ecs count=8
    """

    assert said("NET-006", lines) == []


def test_regions_of_one_zone_are_excused_from_a_second_one() -> None:
    lines = """
        place region region_id={region}
        vpc-a vpc region=place
        wish address-request subject=vpc-a
          - demand service=tr-attachment
    """

    assert len(said("ADR-008", lines.format(region="cn-hangzhou"))) == 1
    assert said("ADR-008", lines.format(region="cn-nanjing")) == []


def test_the_address_plan_tells_demand_usable_use_and_year_of_vswitches_vpcs_and_requests() -> None:
    design = sketch("""
        vpc-a vpc blocks=10.0.0.0/16,10.9.0.0/16
          vsw vswitch block=10.0.0.0/24
          idle vswitch block=10.0.1.0/24
        for-vpc address-request subject=vpc-a counted_in=2026 horizon=1
          - demand service=ecs count=40
        for-vsw address-request subject=vsw counted_in=2026 horizon=1 yearly_growth=50
          - demand service=ecs count=126
        lone address-request prefix_length=28 horizon=0
          - demand service=ecs count=6
    """)
    table = address_plan_table(design).only("name", "block", "usable", "wanted", "later", "use", "full")
    rows = [
        [spoken(cell, "en") if isinstance(cell, Text | Words) else cell for cell in row.cells]
        for row in table.rows
    ]

    assert ["vpc-a", "10.0.0.0/16", 131072 - 8, 40, 40, 40 / 131064, None] in rows
    assert ["vpc-a", "10.9.0.0/16", None, None, None, None, None] in rows
    assert ["vsw", "10.0.0.0/24", 252, 126, 189, 0.75, "in 2028"] in rows
    assert ["idle", "10.0.1.0/24", 252, None, None, None, None] in rows
    assert ["lone", None, 12, 6, 6, 0.5, None] in rows
