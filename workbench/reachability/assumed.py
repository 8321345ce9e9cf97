"""The readings of questions that the provider's documents leave open, as far as a path rests on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from planners.reachability import Explanation
from planners.reachability.network import Endpoint
from workbench.model.elements.application import Application
from workbench.model.elements.transit_router_table import TransitRouterTable
from workbench.model.elements.vswitch import VSwitch
from workbench.reachability.modelled import Modelled
from workbench.reachability.sayings import owner_of
from workbench.texts import Text, text


class Reading(NamedTuple):
    """A reading, and whether a path rests on it."""

    says: Text
    counts: Callable[[Modelled, Explanation], bool]


def assumed(found: Modelled, one: Explanation) -> Iterator[Text]:
    """The readings that the fate of a packet rests on."""
    yield from (reading.says for reading in READINGS if reading.counts(found, one))


def _ends(found: Modelled, one: Explanation) -> tuple[Endpoint, Endpoint]:
    order = found.compiled.order
    return order.ends[order.at[one.source]], order.ends[order.at[one.target]]


def _within_vswitch(found: Modelled, one: Explanation) -> bool:
    source, target = _ends(found, one)
    return source.vswitch is not None and source.vswitch == target.vswitch


def _several_groups(found: Modelled, one: Explanation) -> bool:
    return any(
        len(end.groups) > 1 and isinstance(found.design.get(owner_of(end.id)), Application)
        for end in _ends(found, one)
    )


def _from_site(found: Modelled, one: Explanation) -> bool:
    return any(end.site is not None for end in _ends(found, one))


def _routers(found: Modelled, one: Explanation) -> set[str]:
    """The transit routers on the way."""
    drawn = (found.design.get(owner_of(name), TransitRouterTable) for name in one.path)
    return {table.parent for table in drawn if table is not None and table.parent}


def _by_router(found: Modelled, one: Explanation) -> bool:
    return bool(_routers(found, one))


def _by_ipv6(found: Modelled, one: Explanation) -> bool:
    """Whether an end has an address of IPv6 as well."""
    drawn = (found.design.get(end.vswitch, VSwitch) for end in _ends(found, one) if end.vswitch)
    return any(vswitch is not None and vswitch.ipv6_block for vswitch in drawn)


def _by_peers(found: Modelled, one: Explanation) -> bool:
    return len(_routers(found, one)) > 1


READINGS: Final = (
    Reading(text("IPv4 alone is asked; what passes by IPv6 is not answered here"), _by_ipv6),
    Reading(text("A network ACL is not asked between two interfaces of one vSwitch"), _within_vswitch),
    Reading(text("Every interface of an application is in all of its security groups"), _several_groups),
    Reading(
        text("The routers of a site send to the line that knows the longest prefix; the site is open inside"),
        _from_site,
    ),
    Reading(
        text("The longest prefix wins in a transit router, and a static route before a learned one"),
        _by_router,
    ),
    Reading(
        text("What the table of one router holds is taught to the next one through their connection"),
        _by_peers,
    ),
)
