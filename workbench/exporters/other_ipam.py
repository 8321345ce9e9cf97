"""The blocks of a design as other programs of address management import them: prefixes of NetBox, subnets of phpIPAM."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from workbench.exporters import File, Job, exporter

if TYPE_CHECKING:
    from workbench.addresses import Span
    from workbench.model.design import Design
    from workbench.model.element import Element
    from workbench.texts import Language

NETBOX: Final = (
    "prefix",
    "vrf",
    "tenant",
    "vlan_group",
    "vlan_site",
    "vlan",
    "status",
    "role",
    "scope_type",
    "scope_id",
    "is_pool",
    "mark_utilized",
    "description",
    "comments",
    "tags",
)
PHPIPAM: Final = ("section", "subnet", "mask", "description", "vlan", "domain", "vrf", "customer")
SECTION: Final = "Alibaba Cloud"
STATUS: Final = {"vpc": "container", "address-pool": "container", "reserved-range": "reserved"}
LONGEST_DESCRIPTION: Final = 200
"""Both programs refuse longer ones."""


@dataclass(frozen=True, slots=True)
class _Prefix:
    """A block, what it belongs to, and the VPC and the account around that."""

    span: Span
    element: Element
    name: str
    vpc: str
    account: str


@exporter("netbox-csv", title="NetBox prefixes", suffix=".csv")
def netbox_csv(job: Job) -> Iterable[File]:
    """A row a block; a VPC is a VRF, its account a tenant, the kind of element a role."""
    from workbench.drawing.files import file_name
    from workbench.exporters.address_list import comma_text

    rows = [NETBOX, *(_netbox_row(one, job.language) for one in _prefixes(job.design, job.language))]
    name = file_name(job.design, "netbox-prefixes", job.language, ".csv")
    yield File(name, comma_text(rows, marked=False))


@exporter("phpipam-csv", title="phpIPAM subnets", suffix=".csv")
def phpipam_csv(job: Job) -> Iterable[File]:
    """A row a block; a VPC is a VRF, its account a customer."""
    from workbench.addresses import address_text
    from workbench.drawing.files import file_name
    from workbench.exporters.address_list import comma_text

    rows = [
        (
            SECTION,
            address_text(one.span.first, one.span.width),
            str(one.span.length),
            one.name[:LONGEST_DESCRIPTION],
            "",
            "",
            one.vpc,
            one.account,
        )
        for one in _prefixes(job.design, job.language)
    ]
    name = file_name(job.design, "phpipam-subnets", job.language, ".csv")
    yield File(name, comma_text([PHPIPAM, *rows], marked=False))


def _netbox_row(one: _Prefix, language: Language) -> tuple[str, ...]:
    from workbench.addresses import block_text

    note = one.element.note.said(language)
    values = {
        "prefix": block_text(one.span),
        "vrf": one.vpc,
        "tenant": one.account,
        "status": STATUS.get(one.element.kind.tag, "active"),
        "role": one.element.kind.tag,
        "is_pool": "false",
        "mark_utilized": "false",
        "description": one.name[:LONGEST_DESCRIPTION],
        # The id in the comments finds the element again, whatever it is called by then.
        "comments": "\n".join(part for part in (note, f"workbench: {one.element.id}") if part),
    }
    return tuple(values.get(column, "") for column in NETBOX)


def _prefixes(design: Design, language: Language) -> Iterator[_Prefix]:
    """The blocks in the order of addresses, the larger before those inside; texts that are no block have no row."""
    from workbench.addresses import span
    from workbench.model.holding import blocks_of
    from workbench.reports.tables.address_list import AddressList

    found = [
        (held, element)
        for element in AddressList(design, language).elements()
        if element.kind.tag != "address-request"
        for block in dict.fromkeys(blocks_of(element))
        if (held := span(block))
    ]
    found.sort(key=lambda one: (one[0].width, one[0].first, -one[0].last))
    yield from (_prefix(held, element, design, language) for held, element in found)


def _prefix(held: Span, element: Element, design: Design, language: Language) -> _Prefix:
    from workbench.model.elements.account import Account
    from workbench.model.elements.vpc import Vpc

    around = (element, *design.above(element.id))
    vpc = next((one for one in around if isinstance(one, Vpc)), None)
    account = next((one for one in around if isinstance(one, Account)), None)
    return _Prefix(
        held,
        element,
        element.title().said(language),
        vpc.title().said(language) if vpc else "",
        account.title().said(language) if account else "",
    )
