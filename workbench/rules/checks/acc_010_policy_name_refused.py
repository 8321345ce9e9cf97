"""ACC-010."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.control_policy import ControlPolicy
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds, is_made_of, spoken_name, tidy_cure


@rule(
    "ACC-010",
    about=ControlPolicy,
    severity="warning",
    says="{name} cannot be the name of a control policy: {least} to {most} letters, digits and hyphens, a letter first",
    source="github aliyun/terraform-provider-alicloud website/docs/r/resource_manager_control_policy",
    facts=("directory.cp-name",),
)
def policy_name_refused(policy: ControlPolicy, design: Reader) -> Iterator[Finding]:
    """The name of a control policy is one that the directory takes.

    It has 1 to 128 letters, digits and hyphens, and begins with a letter. The English name counts.

    Wrong:
        guard control-policy name="Deny public IP"

    Right:
        guard control-policy name=Deny-public-IP
    """
    form = design.fact("directory.cp-name")
    least, most = bounds(form)
    name = spoken_name(policy)
    if not (least <= len(name) <= most and is_made_of(name, "A-Za-z0-9-") and name[:1].isalpha()):
        cures = tidy_cure(policy, most, "A-Za-z0-9-")
        yield found(policy, field="name", rests_on=(form,), cures=cures, least=least, most=most)
