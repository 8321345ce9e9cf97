"""People who may do the same."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, Row, kind, shown


class Grant(Row, frozen=True, kw_only=True):
    """What a group may do, and where: in one account, or in every account of a folder or of the directory."""

    what: Annotated[ElementId | None, shown("May use", refers=("access-configuration", "ram-role"))] = None
    where: Annotated[
        ElementId | None,
        shown("Where", refers=("account", "folder", "resource-directory"), hint="A role needs none."),
    ] = None


@kind(
    "User group",
    "User groups",
    domain="account",
    symbol="user-group",
    inside=("resource-directory", "account", ""),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="acct.account",
    counted="grants",
)
class UserGroup(Element, frozen=True, kw_only=True, tag="user-group"):
    """A group of CloudSSO, or of one account, with what its members may do in which accounts."""

    provider: Annotated[
        ElementId | None, shown("Comes from", refers=("identity-provider",), hint="Empty: kept in the cloud.")
    ] = None
    members: Annotated[int | None, shown("Members", least=0)] = None
    owner: Annotated[str, shown("Owner")] = ""
    grants: Annotated[tuple[Grant, ...], shown("Grants", section="routing")] = ()
    policies: Annotated[
        tuple[str, ...], shown("System policies", hint="Of a group that stands in an account.")
    ] = ()
    own_policies: Annotated[tuple[str, ...], shown("Custom policies")] = ()

    def meta(self) -> str:
        """How much access it gives."""
        return str(len(self.grants))
