"""The firewall before web applications."""

from __future__ import annotations

from typing import Annotated, Literal

from workbench.model.element import Element, ElementId, Row, kind, shown


class WafTemplate(Row, frozen=True, kw_only=True):
    """A protection template: rules of one module for the objects it is bound to."""

    name: Annotated[str, shown("Name")] = ""
    scene: Annotated[str, shown("Protection module", hint="For example waf_group, ip_blacklist, cc.")] = ""
    type: Annotated[
        Literal["", "user_default", "user_custom"],
        shown("Type", choices={"": "-", "user_default": "default", "user_custom": "custom"}),
    ] = ""
    objects: Annotated[tuple[str, ...], shown("Protected objects")] = ()
    origin: Annotated[str, shown("Origin")] = ""
    enabled: Annotated[bool, shown("Enabled")] = True
    description: Annotated[str, shown("Description")] = ""
    # The print of what an import last gave, as elements have one.
    imported: str = ""

    def identity(self) -> str:
        """Its name: the files of one instance may come one by one."""
        return self.name


class WafRule(Row, frozen=True, kw_only=True):
    """A protection rule of a template."""

    name: Annotated[str, shown("Name")] = ""
    template: Annotated[str, shown("Template")] = ""
    scene: Annotated[str, shown("Protection module")] = ""
    action: Annotated[
        Literal["", "block", "monitor", "js", "captcha", "captcha_strict"],
        shown(
            "Action",
            choices={
                "": "-",
                "block": "block",
                "monitor": "monitor",
                "js": "JavaScript validation",
                "captcha": "slider CAPTCHA",
                "captcha_strict": "strict slider CAPTCHA",
            },
        ),
    ] = ""
    addresses: Annotated[tuple[str, ...], shown("Client addresses")] = ()
    conditions: Annotated[
        str, shown("Match conditions", editor="passage", hint="As the platform writes them: JSON.")
    ] = ""
    origin: Annotated[str, shown("Origin")] = ""
    enabled: Annotated[bool, shown("Enabled")] = True
    # The print of what an import last gave, as elements have one.
    imported: str = ""

    def identity(self) -> str:
        """Its template and name: the files of one instance may come one by one."""
        return f"{self.template} {self.name}"


@kind(
    "WAF",
    "WAFs",
    domain="network",
    symbol="waf",
    inside=("account", "vpc", ""),
    stands={"network": ("vpc", "account", "region", "")},
    shape="tile",
    size=(72, 58),
    clause_item="net.connect",
)
class Waf(Element, frozen=True, kw_only=True, tag="waf"):
    """A Web Application Firewall instance with its protection templates and rules."""

    site: Annotated[
        Literal["mainland", "overseas"],
        shown("Serves", choices={"mainland": "Chinese mainland", "overseas": "outside Chinese mainland"}),
    ] = "mainland"
    edition: Annotated[
        Literal["", "basic", "pro", "enterprise", "ultimate", "payg"],
        shown(
            "Edition",
            choices={
                "": "not stated",
                "basic": "Basic",
                "pro": "Pro",
                "enterprise": "Enterprise",
                "ultimate": "Ultimate",
                "payg": "pay-as-you-go",
            },
        ),
    ] = ""
    access: Annotated[
        Literal["cloud-native", "cname"],
        shown("Access mode", choices={"cloud-native": "cloud native", "cname": "CNAME"}),
    ] = "cloud-native"
    region: Annotated[ElementId | None, shown("Region", refers=("region",))] = None
    guards: Annotated[tuple[ElementId, ...], shown("Protected objects", refers=("load-balancer", "eip"))] = ()
    rules: Annotated[tuple[WafRule, ...], shown("Protection rules", section="routing")] = ()
    templates: Annotated[tuple[WafTemplate, ...], shown("Protection templates", section="routing")] = ()
    domains: Annotated[tuple[str, ...], shown("Domain names")] = ()

    def meta(self) -> str:
        """The number of rules."""
        return str(len(self.rules))
