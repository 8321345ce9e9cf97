"""An invariant of the library: what it says, why, and how it finds whom it means in any design."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from workbench.model.element import ElementId
from workbench.model.elements.invariant import Condition, Invariant
from workbench.texts import Text
from workbench.words import Words

What = Literal[
    "kind", "name", "domain", "environment", "production", "trust", "data-class", "tag", "role", "vpc"
]
Claim = Literal["never", "always", "only-through", "one-way", "apart"]
Shared = Literal["", "application", "security-domain", "environment", "account", "vpc"]
Protocol = Literal["tcp", "udp", "icmp", "all"]
Conditions = tuple[Condition, ...]

ADMINISTRATION: Final = ("22/22", "3389/3389")
DATABASES: Final = ("1433/1433", "1521/1521", "3306/3306", "5432/5432", "6379/6379", "27017/27017")


class Entry(NamedTuple):
    """An invariant ready to be added; nobody is named, so that it fits every design in which its conditions find somebody."""

    id: str
    title: Text
    why: Text
    claim: Claim
    sources: Conditions
    targets: Conditions
    through: Conditions = ()
    protocol: Protocol = "all"
    ports: tuple[str, ...] = ()
    spares: Shared = ""

    def element(self) -> Invariant:
        """The invariant as an element of a design."""
        return Invariant(
            id=element_id(self.id),
            name=_words(self.title),
            note=_words(self.why),
            claim=self.claim,
            sources_are=self.sources,
            targets_are=self.targets,
            through_are=self.through,
            protocol=self.protocol,
            ports=self.ports,
            spares=self.spares,
        )


def element_id(id: str) -> ElementId:
    """The id that an invariant of the library has in every design, so that it stands there once."""
    return f"invariant-{id}"


def _words(said: Text) -> Words:
    return Words(en=said.said("en"), zh=said.said("zh"))


def be(what: What, value: str) -> Condition:
    """The condition that somebody is of something."""
    return Condition(what=what, value=value)


def be_not(what: What, value: str) -> Condition:
    """The condition that somebody is not of something."""
    return Condition(what=what, compared="is-not", value=value)


EVERYBODY: Final = (be("kind", "*"),)
SYSTEMS: Final = (be("kind", "application,database"),)
APPLICATIONS: Final = (be("kind", "application"),)
DATA: Final = (be("kind", "database"),)
INTERNET: Final = (be("kind", "internet"),)
SITES: Final = (be("kind", "data-centre,other-cloud"),)
BASTIONS: Final = (be("kind", "bastion-host"),)
PRODUCTION: Final = (be("production", "yes"),)
TRYING: Final = (
    be("environment", "*dev*,*test*,*uat*,*staging*,*sandbox*,*开发*,*测试*,*预发*,*沙箱*,*演练*"),
)
"""Environments for trying things out; one for shared services is no production either, and serves both."""
ENTRY: Final = "*dmz*,*perimeter*,*隔离*,*边界*"
SHARED: Final = "*shared*,*common*,*service*,*共享*,*公共*,*服务*"
PAYMENT: Final = "*pay*,*card*,*pci*,*支付*,*银行卡*"
CARDS: Final = "*pci*,*card*,*cardholder*,*持卡*,*银行卡*,*卡数据*"
PARTNERS: Final = "*partner*,*supplier*,*vendor*,*provider*,*third*,*伙伴*,*供应商*,*服务商*,*第三方*,*外包*"
OFFICES: Final = "*office*,*guest*,*branch*,*store*,*wifi*,*办公*,*访客*,*分支*,*门店*"
