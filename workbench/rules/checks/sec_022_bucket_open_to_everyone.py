"""SEC-022."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.edits.fields import set_fields
from workbench.model.elements.bucket import Bucket
from workbench.rules.finding import Cure, Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.texts import text


@rule(
    "SEC-022",
    about=Bucket,
    severity="warning",
    says={"": "Everyone can read {name}", "write": "Everyone can write to {name}"},
    severities={"write": "error"},
    source="github aliyun/alibabacloud-landing-zone solution/solution-light-landing-zone/settings.tfvars",
    facts=("security.oss-acl",),
)
def bucket_open_to_everyone(bucket: Bucket, design: Reader) -> Iterator[Finding]:
    """Buckets are private.

    New ones are. Files for the public belong behind a content delivery network or a signed address; a bucket that
    everyone may write to is filled by others at your cost.

    Wrong:
        logs bucket acl=public-read

    Right:
        logs bucket
    """
    choices = design.fact("security.oss-acl")
    if bucket.acl == "private" or bucket.acl not in choices.value:
        return
    says = "write" if bucket.acl.endswith("write") else ""
    close = Cure(text("Make it private"), set_fields([bucket.id], acl="private", blocks_public=True))
    yield found(bucket, says=says, field="acl", cures=[close], rests_on=(choices,))
