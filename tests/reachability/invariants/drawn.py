"""Small designs from a die, with something of everything that decides about paths."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

PORTS = ("22/22", "443/443", "3306/3306", "-1/-1", "8000/8099")
BLOCKS = ("0.0.0.0/0", "10.1.0.0/16", "10.2.0.0/16", "10.1.1.0/24", "10.2.1.0/26", "172.16.0.0/16")
NETWORK = """
    net internet
    env-p environment production=true
    env-t environment
    high security-domain trust=high
    low security-domain trust=low
    dc data-centre
      - ranges block=172.16.0.0/16
    tr transit-router
      rt transit-router-table
      at-1 vpc-attachment vpc=v1 association=rt learning={learning}
      at-2 vpc-attachment vpc=v2 association=rt learning=rt
      at-3 vpc-attachment vpc=v3 association=rt learning=rt
    v3 vpc
      w-3 vswitch block=10.3.1.0/24
      nat nat-gateway
        - snat source={snat} eip=eip
        - dnat port=8080 private_port=443 address=10.1.1.1 eip=eip
      alb load-balancer faces=internet vswitches=w-3
      jump bastion-host vswitches=w-3
      vpn vpn-gateway
        tunnel ipsec-connection site=dc
      rt-3 route-table type=system
        - routes destination=0.0.0.0/0 hop=nat
        - routes destination=10.0.0.0/8 hop=at-3
        - routes destination=172.16.0.0/16 hop=vpn
      eip eip bound_to=nat
"""


def drawn(die: Random) -> str:
    """The lines of a design."""
    lines = NETWORK.format(
        learning=die.choice(("rt", "rt", "")), snat=die.choice(("10.0.0.0/8", "10.1.0.0/16"))
    ).splitlines()
    for number in (1, 2):
        lines += _vpc(number, die)
    lines += _boundaries(die)
    lines += _applications(die)
    return "\n".join(lines)


def _vpc(number: int, die: Random) -> Iterator[str]:
    yield f"    v{number} vpc"
    for part in (1, 2):
        acl = f" acl=acl-{number}" if die.random() < 0.4 else ""
        yield f"      w-{number}{part} vswitch block=10.{number}.{part}.0/24{acl}"
    yield f"      acl-{number} network-acl"
    for way in ("inbound", "outbound"):
        for _ in range(2):
            yield f"        - {way} protocol={die.choice(('tcp', 'all'))} port={die.choice(PORTS)} block={die.choice(BLOCKS)}"
    yield "        - outbound protocol=tcp port=1024/65535 block=0.0.0.0/0"
    yield f"      rt-{number} route-table type=system"
    yield f"        - routes destination=0.0.0.0/0 hop=at-{number}"
    for part in (1, 2):
        yield f"      g-{number}{part} security-group inner={die.choice(('Accept', 'Drop'))}"
        for _ in range(die.randrange(5)):
            yield f"        - rules protocol=tcp port={die.choice(PORTS)} block={die.choice(BLOCKS)}"


def _boundaries(die: Random) -> Iterator[str]:
    for kind, guards in (("vpc", "tr"), ("internet", "alb"), ("nat", "nat")):
        if die.random() < 0.6:
            guard = f"guards={guards}" if die.random() < 0.7 else ""
            steering = "steering=managed" if kind == "vpc" else ""
            yield f"    fw-{kind} cloud-firewall boundary={kind} {steering} {guard}"
            if die.random() < 0.5:
                yield f"      - policies action=drop source={die.choice(BLOCKS)} destination=0.0.0.0/0 protocol=TCP port=22/22"


def _applications(die: Random) -> Iterator[str]:
    for number in range(4):
        vpc = die.choice((1, 1, 2, 2, 0))
        places = ",".join(f"w-{vpc}{part}" for part in die.choice(((1,), (2,), (1, 2)))) if vpc else ""
        group = die.choice((f"g-{vpc}1", f"g-{vpc}2", "")) if vpc else ""
        domain, environment = die.choice(("high", "low")), die.choice(("env-p", "env-t"))
        data = die.choice(("", "pci"))
        yield (
            f"    app-{number} application parent={domain} environment={environment} vswitches={places}"
            f" groups={group} data_class={data}"
        )
    yield f"    db database parent=v2 application=app-1 vswitches=w-2{die.choice((1, 2))}"
    yield f"      - allowed block={die.choice(BLOCKS)}"


CONDITIONS = (
    "what=kind value=application",
    "what=kind value=*",
    "what=kind value=internet",
    "what=production value=yes",
    "what=trust value=high",
    "what=data-class compared=is-not value=pci",
    "what=name value=jump",
    "what=kind value=database",
)
ALONE = tuple(f"what=name value={name}" for name in ("jump", "dc", "app-0", "app-1", "app-2", "app-3"))
THROUGH = (
    "what=kind value=bastion-host",
    "what=kind value=cloud-firewall",
    "what=kind value=nat-gateway",
    "what=name value=fw-*,jump",
)


def claims(die: Random) -> str:
    """The lines of some invariants about such a design."""
    lines = []
    for number in range(8):
        claim = die.choice(("never", "always", "only-through", "only-through", "one-way", "apart"))
        ports = die.choice(("", "ports=443/443", "ports=22/22,3306/3306", "protocol=tcp ports=22/22"))
        spares = die.choice(("", "", "spares=application", "spares=environment"))
        lines.append(f"    i-{number} invariant claim={claim} {ports} {spares}")
        # Of a few alone it may be that everybody is reached.
        some = ALONE if claim == "always" and die.random() < 0.7 else CONDITIONS
        lines.append(f"      - sources_are {die.choice(some)}")
        lines.append(f"      - targets_are {die.choice(some)}")
        if claim == "only-through":
            lines.append(f"      - through_are {die.choice(THROUGH)}")
    return "\n".join(lines)
