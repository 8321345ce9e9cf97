"""ACC-001."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.elements.folder import Folder
from workbench.rules.finding import Finding, found
from workbench.rules.reader import Reader
from workbench.rules.rule import rule


@rule(
    "ACC-001",
    about=Folder,
    severity="error",
    says="{name} stands on level {level}; folders go down to level {most}",
    source="https://www.alibabacloud.com/help/en/resource-management/product-overview/limits",
    facts=("directory.levels",),
)
def folder_too_deep(folder: Folder, design: Reader) -> Iterator[Finding]:
    """Folders nest no deeper than the directory allows.

    Five levels below Root are possible, and they cannot be raised.

    Wrong:
        rd resource-directory
          f1 folder
            f2 folder
              f3 folder
                f4 folder
                  f5 folder
                    f6 folder

    Right:
        rd resource-directory
          f1 folder
            f2 folder
    """
    most = design.fact("directory.levels")
    level = 1 + sum(isinstance(above, Folder) for above in design.above(folder))
    if level > most.value:
        yield found(folder, field="parent", rests_on=(most,), level=level, most=most.value)
