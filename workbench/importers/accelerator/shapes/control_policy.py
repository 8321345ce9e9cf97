"""Control policies with their targets, by id, by name or by pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.importers.accelerator.gathering import Gathering, Source
from workbench.importers.accelerator.shapes import shape
from workbench.importers.accelerator.shapes.access_configuration import KEYS
from workbench.model.element import ElementId
from workbench.model.elements.account import Account
from workbench.model.elements.control_policy import ControlPolicy
from workbench.model.elements.folder import Folder
from workbench.texts import text
from workbench.words import Words

LONGEST_PATTERN = 200
MOST_REPEATS = 3


@shape(
    "control-policy",
    "control policy",
    knows=lambda value, _: {"name", "policy_document"} <= set(value) and not KEYS & set(value),
    turn=2,
)
def control_policies(sources: Sequence[Source], gathering: Gathering) -> None:
    """Control policies, attached to what they name where it is known; other names are kept as they are written."""
    for source in sources:
        with gathering.trying(source):
            _policy(source, gathering)


def _policy(source: Source, gathering: Gathering) -> None:
    fields = source.fields
    name = fields.name("name")
    document = fields.document("policy_document")
    if not document:
        raise fields.refused(
            "policy_document", text("The policy has no document. The file may have been cut off.")
        )
    patterns = fields.texts("target_folder_name_regexes")
    folders, missing_folders = _named(gathering, Folder, fields.texts("target_folder_names"))
    accounts, missing_accounts = _named(gathering, Account, fields.texts("target_account_display_names"))
    matched = [one.id for one in gathering.all_of(Folder) if any(_matches(p, one.name.en) for p in patterns)]
    root = [gathering.directory(source)] if fields.flag("attach_to_root") else []
    gathering.propose(
        ControlPolicy,
        source,
        (name,),
        name=Words(en=name),
        parent=gathering.known_directory(),
        note=fields.words("description"),
        document=document,
        targets=tuple(dict.fromkeys([*root, *folders, *accounts, *matched])),
        target_ids=fields.texts("target_ids"),
        target_names=(*missing_folders, *missing_accounts),
        target_patterns=patterns,
        tags=fields.tags("tags"),
    )


def _named(
    gathering: Gathering, type_: type[Folder] | type[Account], names: Sequence[str]
) -> tuple[list[ElementId], list[str]]:
    """The ids of the elements that names name (all of them where a name is used twice), and the names nothing has."""
    found: list[ElementId] = []
    missing: list[str] = []
    for name in names:
        named = [one.id for one in gathering.all_of(type_) if name in (one.name.en, one.name.zh)]
        found.extend(named)
        missing.extend([] if named else [name])
    return found, missing


def _matches(pattern: str, name: str) -> bool:
    """Whether a pattern fits a name; patterns that could run for long are kept as text and never run."""
    risky = (
        len(pattern) > LONGEST_PATTERN
        or re.search(r"\)[*+{?]", pattern)
        or "(?" in pattern
        or re.search(r"\\\d", pattern)
    )
    if risky or len(re.findall(r"[*+{]", pattern)) > MOST_REPEATS:
        return False
    try:
        return re.search(pattern, name[:64]) is not None
    except re.error:
        return False
