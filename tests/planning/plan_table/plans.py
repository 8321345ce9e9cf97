"""Small designs for tests of the plan table, and what a test asks of them."""

from __future__ import annotations

from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.model.sketch import sketch
from workbench.planning.plan_table import PlanTable, Seat, plan_table, why
from workbench.planning.plan_table.seats import BETWEEN
from workbench.planning.plan_table.typed import typed_edit
from workbench.reading import Refused
from workbench.texts import Language

PLAN = """
    prod environment letter=P
    hz region region_id=cn-hangzhou
    pool address-pool blocks=10.0.0.0/12 region=hz
    site data-centre
      - ranges block=10.2.128.0/18 use=office
    kept reserved-range block=10.12.0.0/16 name.en=acquisition
    vpc-a vpc region=hz environment=prod blocks=10.1.0.0/16 state=approved
      app vswitch block=10.1.0.0/20 state=deployed
      web vswitch block=10.1.32.0/20
      small vswitch block=10.1.64.0/24
    vpc-b vpc region=hz environment=prod blocks=10.2.0.0/16
      uat vswitch block=10.2.0.0/20
    ask-app address-request subject=app hosts=2900 growth_percent=30 growth_bits=1
    ask-web address-request subject=web prefix_length=20 pin=10.1.32.0/20
    ask-more address-request parent=pool hosts=700 growth_percent=20
"""


def plan() -> Design:
    """A pool with two VPCs, a site that one of them meets, a kept range, and a request without a block."""
    return sketch(PLAN)


def reason(design: Design, id: ElementId, language: Language = "en", part: int = 0) -> str:
    """Why a block of an element is this one."""
    return why(design, design[id], part).said(language)


def shown(table: PlanTable, over: str = "") -> dict[str, object]:
    """The keys of a table as they stand below one another."""
    return {key.replace(BETWEEN, "/"): shown(table, key) for key in sorted(table.below.get(over, ()))}


def typing(design: Design, id: ElementId, column: str, typed: str, language: Language = "en") -> Design:
    """The design after a text was typed into the row of an element."""
    seat = plan_table(design).seats[id]
    return typed_edit(design, seat, column, typed, language)(design)  # type: ignore[arg-type]


def refusal(design: Design, id: ElementId, column: str, typed: str, language: Language = "en") -> str:
    """Why a text may not be typed into the row of an element; "" where it may."""
    try:
        typing(design, id, column, typed)
    except Refused as wrong:
        return wrong.text.said(language)
    return ""


def seat_of(design: Design, key: str) -> Seat:
    """The row of a key, written with a stroke between its parts."""
    return plan_table(design).seats[key.replace("/", BETWEEN)]
