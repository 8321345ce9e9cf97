"""ACC-019."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.ram_role import RamRole
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds
from workbench.texts import text


@rule(
    "ACC-019",
    about=RamRole,
    severity="error",
    says="A session of {seconds} s in {name} is not between {least} and {most}",
    source="github aliyun/terraform-provider-alicloud website/docs/r/ram_role",
    facts=("ram.role-session",),
)
def role_session_out_of_range(role: RamRole, design: Reader) -> Iterator[Finding]:
    """The longest session of a RAM role is one that the platform takes.

    From one hour to twelve.

    Wrong:
        a account
          ops ram-role session=900

    Right:
        a account
          ops ram-role session=3600
    """
    range_ = design.fact("ram.role-session")
    least, most = bounds(range_)
    if not least <= role.session <= most:
        nearest = min(max(role.session, least), most)
        cure = Cure(text("Set it to {seconds} s", seconds=nearest), set_fields([role.id], session=nearest))
        yield found(
            role,
            field="session",
            cures=[cure],
            rests_on=(range_,),
            seconds=role.session,
            least=least,
            most=most,
        )
