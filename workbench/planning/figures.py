"""The platform's figures that a plan rests on, as the design says they are: its own overrides go before the platform's."""

from __future__ import annotations

from typing import Any, Final

from planners.addresses import Block
from workbench.model.design import Design
from workbench.planning.demand import KEPT
from workbench.planning.drawn import blocks_of
from workbench.rules.reader import Reader

FORBIDDEN: Final = "vpc.cidr.forbidden_blocks"
STANDARD: Final = "vpc.cidr.standard_private_blocks"


def figure(design: Design, id: str) -> Any:
    """The value of a platform figure in this design; KeyError where there is no such figure."""
    return Reader(design).fact(id).value


def number(design: Design, id: str, most: int) -> int:
    """A figure that counts something, from 0 to what can be meant at most: an override may hold any number."""
    return min(max(int(figure(design, id)), 0), most)


def forbidden(design: Design) -> tuple[Block, ...]:
    """The ranges that the platform refuses in a VPC."""
    return blocks_of(figure(design, FORBIDDEN))


def standard(design: Design) -> tuple[Block, ...]:
    """The private ranges that addresses come from where a design has no pool."""
    return blocks_of(figure(design, STANDARD))


def kept_in_vswitch(design: Design) -> int:
    """The IPv4 addresses that the platform keeps in every vSwitch."""
    return sum(number(design, id, 1 << 32) for id in KEPT)
