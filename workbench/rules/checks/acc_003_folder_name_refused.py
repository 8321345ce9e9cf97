"""ACC-003."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.folder import Folder
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule
from workbench.rules.wording import fits, numbers, spoken_name, tidy_cure


@rule(
    "ACC-003",
    about=Folder,
    severity="warning",
    says="{name} cannot be the name of a folder: up to {most} Chinese characters, letters, digits, _ . - and no blank",
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("directory.folder-name",),
)
def folder_name_refused(folder: Folder, design: Reader) -> Iterator[Finding]:
    """The name of a folder is one that the directory takes.

    It is made of Chinese characters, letters, digits, underscores, dots and hyphens, 24 at most. Blanks are refused. The
    English name counts, or the Chinese one where there is no other.

    Wrong:
        rd resource-directory
          core folder name="Core services"

    Right:
        rd resource-directory
          core folder name=Core-services
    """
    form = design.fact("directory.folder-name")
    name = spoken_name(folder)
    if not fits(form, name):
        longest = max(numbers(form))
        yield found(folder, field="name", rests_on=(form,), cures=tidy_cure(folder, longest), most=longest)
