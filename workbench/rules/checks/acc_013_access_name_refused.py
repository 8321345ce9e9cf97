"""ACC-013."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds, is_made_of, spoken_name, tidy_cure


@rule(
    "ACC-013",
    about=AccessConfiguration,
    severity="warning",
    says="{name} cannot be the name of an access configuration: {least} to {most} letters, digits and hyphens",
    source="github aliyun/terraform-provider-alicloud website/docs/r/cloud_sso_access_configuration",
    facts=("sso.ac-name",),
)
def access_name_refused(access: AccessConfiguration, design: Reader) -> Iterator[Finding]:
    """The name of an access configuration is one that CloudSSO takes.

    It has 1 to 32 letters, digits and hyphens: it becomes part of the name of a role. The English name counts.

    Wrong:
        ops access-configuration name="Network operators"

    Right:
        ops access-configuration name=Network-operators
    """
    form = design.fact("sso.ac-name")
    least, most = bounds(form)
    name = spoken_name(access)
    if not (least <= len(name) <= most and is_made_of(name, "A-Za-z0-9-")):
        cures = tidy_cure(access, most, "A-Za-z0-9-")
        yield found(access, field="name", rests_on=(form,), cures=cures, least=least, most=most)
