"""The root of the account hierarchy."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, kind, shown


@kind(
    "Resource directory",
    "Resource directories",
    domain="account",
    symbol="resource-directory",
    inside=("",),
    stands={"account": ("",)},
    shape="head",
    size=(236, 62),
    clause_item="acct.account",
    palette=1,
)
class ResourceDirectory(Element, frozen=True, kw_only=True, tag="resource-directory"):
    """The tree of folders and member accounts of one enterprise."""

    number: Annotated[str, shown("Directory id", section="identity")] = ""
