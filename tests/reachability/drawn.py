"""Small designs drawn at random, with every way in and out: listeners, EIPs, forwarded ports, NAT gateways, boundaries."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from planners.reachability.network import INTERNET
from workbench.model.design import Design
from workbench.model.sketch import sketch
from workbench.reachability.asking import ask
from workbench.reachability.known import Known

PORTS = (22, 80, 443, 8080)
BLOCKS = ("0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/16", "10.1.1.0/24", "10.2.1.0/25")


def drawn(seed: int) -> Design:
    """A design that depends on the seed alone."""
    return sketch(lines_of(seed))


def lines_of(seed: int) -> str:
    """The same as a sketch."""
    random = Random(seed)
    return "\n".join(_lines(random))


def varied(seed: int) -> tuple[Design, Design]:
    """A design, and the same after a line of it was left out, written otherwise or added."""
    random, before = Random(seed), lines_of(seed)
    lines = before.split("\n")
    rules = [at for at, line in enumerate(lines) if "- rules" in line or "- routes" in line]
    at, kind = random.choice(rules), random.randrange(4)
    if kind == 0:
        lines[at : at + 1] = []
    elif kind == 1:
        lines[at] = lines[at].replace("port=443/443", "port=1/65535").replace("port=22/22", "port=443/443")
    elif kind == 2:
        lines = [line for line in lines if "app-3 " not in line]
    else:
        lines.append("    app-9 application vswitches=a-1,b-1 groups=sg-a,sg-b")
    return sketch(before), sketch("\n".join(lines))


def verdicts(known: Known, only_outside: bool = False) -> Iterator[tuple[tuple[str, str, str, int], str]]:
    """Every pair of parties with one port of each class, asked one by one."""
    ids = [id for id, party in known.found.parties.items() if not party.is_outside or id == INTERNET]
    for source in ids:
        for target in ids:
            if source != target and (not only_outside or INTERNET in (source, target)):
                for one in known.found.compiled.ports.classes:
                    asked = source, target, one.protocol, one.ranges[0][0]
                    yield asked, ask(known.found, *asked).verdict


def _lines(random: Random) -> Iterator[str]:
    yield "    out internet"
    yield "    tr transit-router"
    yield "      rt transit-router-table"
    for code in "ab":
        yield f"      att-{code} vpc-attachment vpc=vpc-{code} association=rt learning=rt"
    for number, code in enumerate("ab", 1):
        yield from _vpc(random, number, code)
    yield from _edges(random)
    yield "    app-1 application vswitches=a-1 groups=sg-a"
    yield "    app-2 application vswitches=a-1,a-2 groups=sg-a"
    yield f"    app-3 application vswitches=b-1{random.choice(('', ' groups=sg-b'))}"
    yield "    dom security-domain"
    yield "      app-4 application vswitches=a-2,b-1 groups=sg-a,sg-b"
    for number in range(random.randrange(4)):
        ends = random.sample(("out", "app-1", "app-2", "app-3", "dom"), 2)
        port = random.choice(PORTS)
        wanted = random.choice(("allow", "allow", "deny"))
        yield f"    f-{number} flow source={ends[0]} target={ends[1]} port={port}/{port} wanted={wanted}"


def _vpc(random: Random, number: int, code: str) -> Iterator[str]:
    yield f"    vpc-{code} vpc blocks=10.{number}.0.0/16"
    acl = random.choice(("", f" acl=acl-{code}"))
    yield f"      {code}-1 vswitch block=10.{number}.1.0/24{acl}"
    yield f"      {code}-2 vswitch block=10.{number}.2.0/24"
    yield f"      {code}-rt route-table type=system"
    yield f"        - routes destination=10.0.0.0/8 hop=att-{code}"
    yield f"        - routes destination=0.0.0.0/0 hop={random.choice((f'att-{code}', 'nat'))}"
    yield f"      acl-{code} network-acl"
    for side in ("inbound", "outbound"):
        for _ in range(random.randrange(3)):
            yield f"        - {side} port={random.choice(('443/443', '1024/65535', '-1/-1'))} block={random.choice(BLOCKS)}"
    yield f"      sg-{code} security-group inner={random.choice(('Accept', 'Drop'))}"
    for _ in range(1 + random.randrange(4)):
        port = random.choice((*PORTS, -1))
        side = random.choice(("ingress", "ingress", "egress"))
        action = random.choice(("accept", "accept", "drop"))
        yield (
            f"        - rules direction={side} action={action} port={port}/{port} protocol=tcp "
            f"block={random.choice(BLOCKS)} priority={random.randrange(1, 4)}"
        )


def _edges(random: Random) -> Iterator[str]:
    yield "    vpc-d vpc blocks=10.3.0.0/16"
    yield "      d-1 vswitch block=10.3.1.0/24"
    yield "      nat nat-gateway parent=vpc-a"
    yield f"        - snat source={random.choice(('10.0.0.0/8', '10.1.1.0/24', '10.2.0.0/16'))}"
    if random.random() < 0.5:
        yield f"        - dnat protocol=tcp port=443 address=10.1.{random.choice((1, 2))}.1 private_port=8080"
    faces = random.choice(("internet", "internet", "intranet"))
    yield f"      alb load-balancer parent=vpc-a faces={faces} vswitches=a-1,a-2"
    for _ in range(random.randrange(4)):
        there = random.choice(("", " server_port=8080"))
        leads = random.choice(("app-1", "app-2", "app-3", "app-4"))
        yield f"        - listeners port={random.choice(PORTS)} application={leads}{there}"
    yield "      nlb load-balancer parent=vpc-d faces=internet vswitches=d-1"
    if random.random() < 0.5:
        yield f"        - listeners protocol=tcp port=443 application={random.choice(('app-2', 'app-3'))}"
    yield "      host bastion-host parent=vpc-a vswitches=a-2"
    # Where none is drawn at all, nobody knows whether the gateway has one.
    chances = (("alb", 1), ("host", 0.5), ("nat", 0.8)) if random.random() < 0.85 else ()
    yield from (f"    eip-{one} eip bound_to={one}" for one, chance in chances if random.random() < chance)
    for kind, guards in (("internet", "eip-alb"), ("nat", "nat")):
        if random.random() < 0.7:
            yield f"    wall-{kind} cloud-firewall boundary={kind}{random.choice(('', f' guards={guards}'))}"
            for way in ("in", "out"):
                port = random.choice(("443/443", "80/80", "0/0"))
                yield (
                    f"      - policies direction={way} action={random.choice(('accept', 'drop'))} source=0.0.0.0/0 "
                    f"destination=0.0.0.0/0 protocol=TCP port={port}"
                )
