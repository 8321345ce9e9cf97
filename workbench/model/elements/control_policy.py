"""A guardrail on folders and accounts."""

from __future__ import annotations

from typing import Annotated

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Control policy",
    "Control policies",
    domain="account",
    symbol="control-policy",
    inside=("resource-directory", ""),
    stands={"account": ("",)},
    shape="node",
    size=(168, 44),
    clause_item="acct.account",
    counted="targets",
)
class ControlPolicy(Element, frozen=True, kw_only=True, tag="control-policy"):
    """The most that members below its targets may ever be allowed to do."""

    document: Annotated[
        str, shown("Policy document", editor="passage", hint="JSON with Version and Statement.")
    ] = ""
    targets: Annotated[
        tuple[ElementId, ...], shown("Attached to", refers=("folder", "account", "resource-directory"))
    ] = ()
    target_ids: Annotated[
        tuple[str, ...], shown("Target ids", hint="Platform ids that are not in this design.")
    ] = ()
    target_names: Annotated[
        tuple[str, ...], shown("Target names", hint="Names of folders or accounts to find.")
    ] = ()
    target_patterns: Annotated[
        tuple[str, ...], shown("Target patterns", hint="Regular expressions on folder names.")
    ] = ()

    def meta(self) -> str:
        """How many targets it is attached to."""
        return f"→ {len(self.targets)}"
