"""A sentence about reachability that must hold, whatever else is drawn."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from workbench.model.element import Element, ElementId, Row, kind, shown

PARTIES: Final = (
    "application",
    "security-domain",
    "environment",
    "account",
    "vpc",
    "vswitch",
    "security-group",
    "load-balancer",
    "bastion-host",
    "database",
    "data-centre",
    "other-cloud",
    "internet",
)


class Condition(Row, frozen=True, kw_only=True):
    """What has to be true of somebody to be meant; of several conditions all have to be."""

    what: Annotated[
        Literal[
            "kind", "name", "domain", "environment", "production", "trust", "data-class", "tag", "role", "vpc"
        ],
        shown(
            "What",
            choices={
                "kind": "kind",
                "name": "name",
                "domain": "security domain",
                "environment": "environment",
                "production": "production",
                "trust": "trust",
                "data-class": "data class",
                "tag": "tag",
                "role": "role of its account",
                "vpc": "VPC",
            },
        ),
    ] = "kind"
    compared: Annotated[
        Literal["is", "is-not"], shown("Compared", choices={"is": "is", "is-not": "is not"})
    ] = "is"
    value: Annotated[
        str,
        shown("Value", hint="Several have commas, * stands for any letters, a tag is written key=value."),
    ] = ""


@kind(
    "Invariant", "Invariants", domain="security", symbol="invariant", inside=("",), clause_item="sec.network"
)
class Invariant(Element, frozen=True, kw_only=True, tag="invariant"):
    """Claims who never, always, or only in one way reaches whom; it is proved of the whole design, or refuted."""

    claim: Annotated[
        Literal["never", "always", "only-through", "one-way", "apart"],
        shown(
            "Claim",
            choices={
                "never": "never reaches",
                "always": "always reaches",
                "only-through": "only through",
                "one-way": "one way only",
                "apart": "apart",
            },
        ),
    ] = "never"
    sources: Annotated[
        tuple[ElementId, ...],
        shown("Sources", refers=PARTIES, hint="Empty: whoever fulfils the conditions."),
    ] = ()
    sources_are: Annotated[tuple[Condition, ...], shown("Conditions on sources")] = ()
    targets: Annotated[
        tuple[ElementId, ...],
        shown("Targets", refers=PARTIES, hint="Empty: whoever fulfils the conditions."),
    ] = ()
    targets_are: Annotated[tuple[Condition, ...], shown("Conditions on targets")] = ()
    through: Annotated[
        tuple[ElementId, ...],
        shown(
            "Through",
            refers=(*PARTIES, "cloud-firewall", "nat-gateway"),
            hint="Who may send, or what has to be passed on the way.",
        ),
    ] = ()
    through_are: Annotated[tuple[Condition, ...], shown("Conditions on what is passed")] = ()
    spares: Annotated[
        Literal["", "application", "security-domain", "environment", "account", "vpc"],
        shown(
            "Spares who share",
            choices={
                "": "nothing",
                "application": "an application",
                "security-domain": "a security domain",
                "environment": "an environment",
                "account": "an account",
                "vpc": "a VPC",
            },
        ),
    ] = ""
    protocol: Annotated[
        Literal["tcp", "udp", "icmp", "all"],
        shown("Protocol", choices={"tcp": "TCP", "udp": "UDP", "icmp": "ICMP", "all": "all"}),
    ] = "all"
    ports: Annotated[
        tuple[str, ...],
        shown("Ports", hint="From/to, for example 443/443; empty: all."),
    ] = ()

    def meta(self) -> str:
        """Protocol and ports."""
        said = ", ".join(
            low if low == high or not high else port
            for port in self.ports
            for low, _, high in [port.partition("/")]
        )
        return f"{self.protocol.upper()} {said}".strip() if self.protocol != "all" or said else ""
