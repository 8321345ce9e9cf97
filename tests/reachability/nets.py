"""Small networks as sketches, and the answer to one question about them."""

from __future__ import annotations

from workbench.model.sketch import sketch
from workbench.reachability.answer import PathAnswer
from workbench.reachability.asking import ask
from workbench.reachability.modelled import modelled

TWO_VPCS = """
    tr transit-router
      rt transit-router-table {static}
      att-a vpc-attachment vpc=vpc-a association=rt learning=rt {att_a}
      att-b vpc-attachment vpc=vpc-b {att_b}
    vpc-a vpc blocks=10.1.0.0/16
      a-1 vswitch block=10.1.1.0/24
      a-2 vswitch block=10.1.2.0/24
      a-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=att-a
      sg-a security-group inner=Drop
    vpc-b vpc blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24 {vswitch_b}
      b-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=att-b
      sg-b security-group inner=Drop
        - rules port=443/443 block=10.1.0.0/16
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
"""
LEARNED = "association=rt learning=rt"


def two_vpcs(*, att_b: str = LEARNED, att_a: str = "", vswitch_b: str = "", more: str = "") -> str:
    """Two VPCs on a transit router: b is open to a on 443."""
    return TWO_VPCS.format(static="", att_a=att_a, att_b=att_b, vswitch_b=vswitch_b) + more


def asked(lines: str, source: str = "app-a", target: str = "app-b", port: int = 443) -> PathAnswer:
    """The answer to one question about a sketch."""
    return ask(modelled(sketch(lines), places=True), source, target, "tcp", port)


SITE = """
    tr transit-router
      rt transit-router-table
      att vpc-attachment vpc=vpc-b association=rt learning=rt
      line vbr-attachment vbr=vbr association=rt learning=rt
      {more}
    vbr vbr
      circuit circuit site=dc
    dc data-centre
      - ranges block=172.16.0.0/16
    vpc-b vpc blocks=10.2.0.0/16
      b-1 vswitch block=10.2.1.0/24
      b-rt route-table type=system
        - routes destination=172.16.0.0/12 hop=att
      sg-b security-group
        - rules port=443/443 block=172.16.0.0/16
    app-b application vswitches=b-1 groups=sg-b
"""


EGRESS = """
    out internet
    tr transit-router
      rt transit-router-table
        - routes destination=0.0.0.0/0 attachment=att-hub
      hub-rt transit-router-table
      att-a vpc-attachment vpc=vpc-a association=rt learning=hub-rt
      att-hub vpc-attachment vpc=hub association=hub-rt learning=rt
    hub vpc
      hub-1 vswitch block=10.9.1.0/24
      nat nat-gateway vswitch=hub-1
        - snat source={snat} eip=eip
      hub-table route-table type=system
        - routes destination=0.0.0.0/0 hop=nat
        - routes destination=10.0.0.0/8 hop=att-hub
      eip eip bound_to=nat
    vpc-a vpc
      a-1 vswitch block=10.1.1.0/24
      a-rt route-table type=system
        - routes destination=0.0.0.0/0 hop=att-a
      sg-a security-group
        - rules direction=ingress port=80/80 block=0.0.0.0/0
    app-a application vswitches=a-1 groups=sg-a
"""


STEERED = """
    wall cloud-firewall boundary=vpc steering=managed {guards}
      - policies action=accept source=10.1.0.0/16 destination=10.2.0.0/16 protocol=TCP port=443/443
      - policies action=drop source=0.0.0.0/0 destination=0.0.0.0/0 protocol=ANY port=0/0
"""


def open_b(lines: str) -> str:
    """The two VPCs with everything open in b, so that only the firewall decides."""
    return lines.replace("- rules port=443/443 block=10.1.0.0/16", "- rules port=-1/-1 block=0.0.0.0/0")


REGIONS = """
    sh region region_id=cn-shanghai
    hz region region_id=cn-hangzhou
    one transit-router region=sh
      rt-1 transit-router-table
      att-a vpc-attachment vpc=vpc-a association=rt-1 learning=rt-1
      peer peer-attachment peer=two bandwidth=100 association=rt-1 learning=rt-1 peer_association=rt-2 {far}
      {more}
    two transit-router region=hz
      rt-2 transit-router-table
      att-b vpc-attachment vpc=vpc-b association=rt-2 learning=rt-2
    vpc-a vpc region=sh
      a-1 vswitch block=10.1.1.0/24
      a-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=one
      sg-a security-group
    vpc-b vpc region=hz
      b-1 vswitch block=10.2.1.0/24
      b-rt route-table type=system
        - routes destination=10.0.0.0/8 hop=two
      sg-b security-group
        - rules port=443/443 block=10.1.0.0/16
    app-a application vswitches=a-1 groups=sg-a
    app-b application vswitches=b-1 groups=sg-b
"""
