"""One address before many servers."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, Row, kind, shown


class Listener(Row, frozen=True, kw_only=True):
    """A port that a load balancer listens on, and the application whose servers answer there."""

    protocol: Annotated[
        Literal["https", "http", "quic", "tcp", "tcpssl", "udp"],
        shown(
            "Protocol",
            choices={
                "https": "HTTPS",
                "http": "HTTP",
                "quic": "QUIC",
                "tcp": "TCP",
                "tcpssl": "TCP over SSL",
                "udp": "UDP",
            },
        ),
    ] = "https"
    port: Annotated[int | None, shown("Port", least=1, most=65535)] = None
    application: Annotated[ElementId | None, shown("Leads to", refers=("application",))] = None
    server_port: Annotated[
        int | None,
        shown("Port of its servers", least=1, most=65535, hint="Empty: the same port."),
    ] = None

    @property
    def carried_by(self) -> Literal["tcp", "udp"]:
        """The protocol that security groups and network ACLs see."""
        return "udp" if self.protocol in ("quic", "udp") else "tcp"


@kind(
    "Load balancer",
    "Load balancers",
    domain="network",
    symbol="load-balancer",
    inside=("vpc",),
    stands={"network": ("vpc",)},
    shape="tile",
    size=(72, 58),
    clause_item="net.cloud",
)
class LoadBalancer(Element, frozen=True, kw_only=True, tag="load-balancer"):
    """Spreads requests over servers of a VPC."""

    type: Annotated[
        Literal["alb", "nlb", "clb"], shown("Type", choices={"alb": "ALB", "nlb": "NLB", "clb": "CLB"})
    ] = "alb"
    faces: Annotated[
        Literal["internet", "intranet"],
        shown("Faces", choices={"internet": "the internet", "intranet": "private networks"}),
    ] = "intranet"
    vswitches: Annotated[tuple[ElementId, ...], shown("vSwitches", refers=("vswitch",))] = ()
    listeners: Annotated[
        tuple[Listener, ...],
        shown("Listeners", section="routing", hint="None: what it listens on is not designed yet."),
    ] = ()

    def meta(self) -> str:
        """The type."""
        return self.type.upper()

    def opens_to(self) -> str:
        """The internet, where it faces it."""
        return "internet" if self.faces == "internet" else ""
