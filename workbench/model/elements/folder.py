"""A branch of the resource directory."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Folder",
    "Folders",
    domain="account",
    symbol="folder",
    inside=("resource-directory", "folder"),
    stands={"account": ("folder", "")},
    shape="container",
    size=(190, 96),
    tint="folder",
    clause_item="acct.account",
    counted="parent",
    palette=2,
)
class Folder(Element, frozen=True, kw_only=True, tag="folder"):
    """A folder of the resource directory; what is attached to it binds everything below."""

    environment: Annotated[ElementId | None, shown("Environment", refers=("environment",))] = None
