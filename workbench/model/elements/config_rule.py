"""What is checked after the fact."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, kind, shown


@kind(
    "Config rule",
    "Config rules",
    domain="compliance",
    symbol="config-rule",
    inside=("account", "resource-directory", ""),
    clause_item="cmp.audit",
)
class ConfigRule(Element, frozen=True, kw_only=True, tag="config-rule"):
    """A rule of Cloud Config, made from a template, that tells which resources are not as they should be."""

    template: Annotated[str, shown("Template", hint="Such as ecs-instance-no-public-ip.")] = ""
    resource_types: Annotated[
        tuple[str, ...], shown("Resource types", hint="Such as ACS::ECS::Instance.")
    ] = ()
    accounts: Annotated[
        tuple[ElementId, ...],
        shown(
            "Accounts checked",
            refers=("account", "folder", "resource-directory"),
            hint="The account group; empty for all of the directory.",
        ),
    ] = ()
    triggers: Annotated[
        tuple[Literal["change", "schedule"], ...],
        shown("Runs", editor="chips", choices={"change": "after a change", "schedule": "by schedule"}),
    ] = ()
    every: Annotated[int | None, shown("Every", unit="h", least=1, most=24)] = None
    risk: Annotated[
        int | None, shown("Risk", least=1, most=3, hint="1 critical, 2 warning, 3 information.")
    ] = None
    parameters: Annotated[str, shown("Parameters", editor="passage")] = ""
    packed: Annotated[bool, shown("In the compliance pack")] = False

    def meta(self) -> str:
        """The template."""
        return self.template
