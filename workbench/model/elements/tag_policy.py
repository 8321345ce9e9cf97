"""Which tags there are, and what they may say."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, Row, kind, shown


class TagKey(Row, frozen=True, kw_only=True):
    """A key with the values it may have; without values every one may stand."""

    key: Annotated[str, shown("Key")] = ""
    values: Annotated[tuple[str, ...], shown("Values")] = ()
    required: Annotated[bool, shown("Required")] = False


@kind(
    "Tag policy",
    "Tag policies",
    domain="resource",
    symbol="tag-policy",
    inside=("resource-directory", ""),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="res",
    counted="targets",
)
class TagPolicy(Element, frozen=True, kw_only=True, tag="tag-policy"):
    """Keys and values of tags for everything below the folders and accounts it is attached to."""

    targets: Annotated[
        tuple[ElementId, ...], shown("Attached to", refers=("folder", "account", "resource-directory"))
    ] = ()
    needed_on: Annotated[
        tuple[Literal["account", "resource-group", "vpc", "vswitch", "load-balancer", "nat-gateway"], ...],
        shown(
            "Required on",
            editor="chips",
            choices={
                "account": "accounts",
                "resource-group": "resource groups",
                "vpc": "VPCs",
                "vswitch": "vSwitches",
                "load-balancer": "load balancers",
                "nat-gateway": "NAT gateways",
            },
        ),
    ] = ("account",)
    refuses: Annotated[bool, shown("Refuses wrong tags", hint="Else they are only reported.")] = False
    keys: Annotated[tuple[TagKey, ...], shown("Keys", section="routing")] = ()

    def meta(self) -> str:
        """How many keys it names."""
        return str(len(self.keys))
