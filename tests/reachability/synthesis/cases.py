"""Random small landing zones with flows: VPCs on one router, applications that may share vSwitches, a site, the internet."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from workbench.model.design import Design
from workbench.model.elements.application import Application
from workbench.model.elements.security_group import SecurityGroup
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.modelled import modelled

ROUTER = """
prod environment name.en=Production name.zh=生产 production=true
test environment name.en=Test name.zh=测试
old security-domain name.en=Old name.zh=旧域
office data-centre
  - ranges block=172.16.0.0/16
tr transit-router
  rt transit-router-table
  to-office vbr-attachment vbr=vbr association=rt learning=rt
vbr vbr
  line circuit site=office
"""
VPC = """
vpc-{at} vpc blocks=10.{at}.0.0/16
  v{at}-1 vswitch block=10.{at}.1.0/24
  v{at}-2 vswitch block=10.{at}.2.0/24
  table-{at} route-table type=system
    - routes destination=0.0.0.0/0 hop=to-{at}
  former-{at} security-group
    - rules port=22/22 block=10.0.0.0/8
to-{at} vpc-attachment parent=tr vpc=vpc-{at} association=rt learning=rt
"""
PORTS = (
    "port=443/443",
    "port=443/443",
    "port=8000/8010",
    "port=8005/8020",
    "protocol=all",
    "protocol=udp port=53/53",
)


@st.composite
def landing_zones(draw: st.DrawFn, *, shared: bool = True) -> Design:
    """A design with up to six applications; every application in vSwitches of its own where nothing is `shared`."""
    vpcs = draw(st.integers(1, 3))
    lines = [ROUTER, *(VPC.format(at=at) for at in range(1, vpcs + 1))]
    places = [f"v{at}-{n}" for at in range(1, vpcs + 1) for n in (1, 2)]
    count = draw(st.integers(2, 6 if shared else min(6, len(places))))
    for number in range(count):
        some = st.lists(st.sampled_from(places), min_size=1, max_size=2, unique=True)
        own = draw(some) if shared else [places[number]]
        vpc = own[0][1]
        lines.append(
            f"a{number} application environment={draw(st.sampled_from(['prod', 'test']))}"
            f" vswitches={','.join(own)} groups=former-{vpc} hosts=2"
            + draw(st.sampled_from(["", " parent=old"]))
        )
    ends = [*(f"a{number}" for number in range(count)), "office", "old"]
    lines += draw(_flows(ends))
    return sketch("\n".join(lines))


@st.composite
def _flows(draw: st.DrawFn, ends: list[str]) -> list[str]:
    found = []
    for number in range(draw(st.integers(1, 10))):
        source, target = draw(st.sampled_from(ends)), draw(st.sampled_from(ends))
        if "office" in (source, target) and source == target:
            continue
        wanted = draw(st.sampled_from(["", "", "", "", " wanted=deny"]))
        found.append(f"f{number} flow source={source} target={target} {draw(st.sampled_from(PORTS))}{wanted}")
    return found


def passing(design: Design, ports: tuple[tuple[str, int], ...]) -> Iterator[tuple[str, str, str, int, str]]:
    """Every pair of applications and sites with its verdict, asked one by one: a reading of its own."""
    found = modelled(design)
    ends = [one.id for one in design.of_kind(Application)] + ["office"]
    for source in ends:
        for target in ends:
            if source != target:
                for protocol, port in ports:
                    yield source, target, protocol, port, ask(found, source, target, protocol, port).verdict


def groups(design: Design) -> dict[str, SecurityGroup]:
    """The groups of a design by id."""
    return {one.id: one for one in design.of_kind(SecurityGroup)}


__all__ = ["groups", "landing_zones", "passing"]
