"""SEC-025."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.waf import Waf
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "SEC-025",
    about=Waf,
    severity="warning",
    says={
        "": "The rule {rule} of {name} belongs to the template {template}, which is not there",
        "scene": "The rule {rule} of {name} is one of {scene}, its template {template} one of {other_scene}",
        "disabled": "The rule {rule} of {name} has no effect: its template {template} is not enabled",
    },
    severities={"disabled": "hint"},
    source="The design itself",
)
def waf_rule_without_template(waf: Waf, _: Reader) -> Iterator[Finding]:
    """Each rule of a WAF belongs to an enabled template of its protection module.

    The template says which objects a rule protects. A rule without one protects none.

    Wrong:
        wall waf
          - rules name=scanners template=blocked scene=ip_blacklist

    Right:
        wall waf
          - templates name=blocked scene=ip_blacklist
          - rules name=scanners template=blocked scene=ip_blacklist
    """
    templates = {template.name: template for template in waf.templates}
    for row in waf.rules:
        template = templates.get(row.template)
        if template is None:
            yield found(waf, field="rules", rule=row.name, template=row.template)
        elif row.scene and template.scene and row.scene != template.scene:
            yield found(
                waf,
                says="scene",
                field="rules",
                rule=row.name,
                template=row.template,
                scene=row.scene,
                other_scene=template.scene,
            )
        elif row.enabled and not template.enabled:
            yield found(waf, says="disabled", field="rules", rule=row.name, template=row.template)
