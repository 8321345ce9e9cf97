"""Where an application keeps its records."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from workbench.model.element import Block, Element, ElementId, Row, kind, shown

ENGINES: Final = {
    "mysql": "RDS MySQL",
    "postgresql": "RDS PostgreSQL",
    "sqlserver": "RDS SQL Server",
    "mariadb": "RDS MariaDB",
    "polardb": "PolarDB",
    "redis": "Tair (Redis)",
    "mongodb": "MongoDB",
}


class AllowedBlock(Row, frozen=True, kw_only=True):
    """A block of addresses that may connect, in the allow list of a name."""

    block: Annotated[Block, shown("Block", editor="block")] = ""
    list: Annotated[str, shown("Allow list")] = "default"
    description: Annotated[str, shown("Description")] = ""


@kind(
    "Database",
    "Databases",
    domain="security",
    symbol="database",
    inside=("vpc", "account"),
    stands={"network": ("vpc", "account")},
    shape="tile",
    size=(96, 58),
    clause_item="sec.data",
)
class Database(Element, frozen=True, kw_only=True, tag="database"):
    """A managed database; its own allow lists, not network ACLs, say who connects."""

    engine: Annotated[
        Literal["mysql", "postgresql", "sqlserver", "mariadb", "polardb", "redis", "mongodb"],
        shown("Engine", choices=ENGINES),
    ] = "mysql"
    application: Annotated[ElementId | None, shown("Application", refers=("application",))] = None
    vswitches: Annotated[
        tuple[ElementId, ...],
        shown("vSwitches", refers=("vswitch",), hint="The first holds the primary node."),
    ] = ()
    public: Annotated[bool, shown("Public endpoint")] = False
    allowed: Annotated[tuple[AllowedBlock, ...], shown("IP allow lists", section="addresses")] = ()
    groups: Annotated[tuple[ElementId, ...], shown("Security groups", refers=("security-group",))] = ()
    key: Annotated[
        ElementId | None, shown("Disk encryption key", refers=("key",), hint="Empty: not encrypted.")
    ] = None
    tls: Annotated[bool, shown("SSL encryption")] = False
    audit_days: Annotated[
        int | None, shown("SQL audit kept (days)", least=1, hint="Empty: SQL audit is off.")
    ] = None

    def meta(self) -> str:
        """The engine."""
        return ENGINES[self.engine]

    def opens_to(self) -> str:
        """The internet, where it has a public endpoint."""
        return "internet" if self.public else ""
