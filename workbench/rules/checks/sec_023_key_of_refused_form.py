"""SEC-023."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.key import Key
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import bounds
from workbench.texts import text

ASYMMETRIC = ("RSA_", "EC_")


@rule(
    "SEC-023",
    about=Key,
    severity="error",
    says={
        "": "{name} cannot rotate by itself: {spec} is asymmetric",
        "imported": "{name} cannot rotate by itself: its key material is imported",
        "sign": "{name} cannot sign: {spec} is symmetric",
        "deletion": "{name} would wait {days} days before deletion; possible are {least} to {most}",
    },
    source="github aliyun/terraform-provider-alicloud website/docs/r/kms_key",
    facts=("security.kms-rotation", "security.kms-delete"),
)
def key_of_refused_form(key: Key, design: Reader) -> Iterator[Finding]:
    """A key rotates, signs and is deleted in the ways that its spec allows.

    Only symmetric keys that KMS made rotate by themselves, only asymmetric ones sign, and a deletion waits for 7 to 366
    days.

    Wrong:
        master key spec=RSA_2048 rotation_days=365

    Right:
        master key spec=Aliyun_AES_256 rotation_days=365
    """
    asymmetric = key.spec.startswith(ASYMMETRIC)
    if key.rotation_days and (asymmetric or key.origin == "external"):
        rotation = design.fact("security.kms-rotation")
        stop = Cure(text("Rotate it by hand"), set_fields([key.id], rotation_days=None))
        says = "" if asymmetric else "imported"
        yield found(key, says=says, field="rotation_days", cures=[stop], rests_on=(rotation,), spec=key.spec)
    if key.usage == "sign" and not asymmetric:
        yield found(key, says="sign", field="usage", spec=key.spec)
    wait = design.fact("security.kms-delete")
    least, most = bounds(wait)
    if key.deletion_days is not None and not least <= key.deletion_days <= most:
        yield found(
            key,
            says="deletion",
            field="deletion_days",
            rests_on=(wait,),
            days=key.deletion_days,
            least=least,
            most=most,
        )
