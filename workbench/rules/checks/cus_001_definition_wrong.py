"""CUS-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.custom_rule import CustomRule
from workbench.rules.custom import faults
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule

FIELDS = {"taken": "code", "twice": "code", "number": "value", "block": "value", "language": "message"}


@rule(
    "CUS-001",
    about=CustomRule,
    severity="error",
    severities={"language": "hint"},
    says={
        "code": "{name} has no rule id, so it is not checked",
        "taken": "{name} has the rule id {code} of the workbench's own rules, so it is not checked",
        "twice": "{name} has the rule id {code} of another rule of the project, so it is not checked",
        "about": "{name} is about the kind {kind}, which does not exist, so it is not checked",
        "field": "{name} compares {named}, which {kind} does not have, so it is not checked",
        "value": "{name} compares with nothing, so it is not checked",
        "number": "{name} compares with {value}, which is no number, so it is not checked",
        "block": "{name} compares with {value}, which is no address block, so it is not checked",
        "message": "{name} has no message, so it is not checked",
        "language": "{name} has its message in one language only",
    },
    source="The design itself",
)
def definition_wrong(custom: CustomRule, design: Reader) -> Iterator[Finding]:
    """A rule of the project names its id, a kind, a field of that kind, a value that fits the comparison, and a message.

    A rule with a wrong definition is not asked. Without this finding the design would look checked against it.

    Wrong:
        r custom-rule code=ORG-001 about=vpc field=colour value=green message="{name} is green" message.zh=绿色

    Right:
        r custom-rule code=ORG-001 about=vpc field=name comparison=matches value=vpc-* when=fails \
            message="{name} does not begin with vpc-" message.zh=名称不以vpc-开头
    """
    wrong = tuple(faults(custom, design))
    for fault in wrong:
        yield found(
            custom,
            says=fault,
            field=FIELDS.get(fault, fault),
            code=custom.code,
            kind=custom.about or "—",
            named=custom.field or "—",
            value=custom.value,
        )
    if custom.message and not (custom.message.en and custom.message.zh):
        yield found(custom, says="language", field="message")
