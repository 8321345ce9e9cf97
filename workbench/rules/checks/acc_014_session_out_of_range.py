"""ACC-014."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.access_configuration import AccessConfiguration
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds
from workbench.texts import text


@rule(
    "ACC-014",
    about=AccessConfiguration,
    severity="error",
    says="A session of {seconds} s in {name} is not between {least} and {most}",
    source="github aliyun/terraform-provider-alicloud website/docs/r/cloud_sso_access_configuration",
    facts=("sso.ac-session",),
)
def session_out_of_range(access: AccessConfiguration, design: Reader) -> Iterator[Finding]:
    """A session lasts as long as CloudSSO allows.

    From 15 minutes to 12 hours.

    Wrong:
        ops access-configuration session_duration=60

    Right:
        ops access-configuration session_duration=3600
    """
    range_ = design.fact("sso.ac-session")
    least, most = bounds(range_)
    if not least <= access.session_duration <= most:
        nearest = min(max(access.session_duration, least), most)
        shorten = Cure(
            text("Make it {seconds} s", seconds=nearest), set_fields([access.id], session_duration=nearest)
        )
        yield found(
            access,
            field="session_duration",
            rests_on=(range_,),
            cures=[shorten],
            seconds=access.session_duration,
            least=least,
            most=most,
        )
