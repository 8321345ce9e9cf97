"""What stands in a resource directory."""

from __future__ import annotations

from workbench.model.element import Element
from workbench.model.elements.account import Account
from workbench.model.elements.folder import Folder
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.rules.reader import Reader


def folders_of(directory: ResourceDirectory, design: Reader) -> list[Folder]:
    """Every folder of a directory, from the top down."""
    found: list[Folder] = []
    seen: set[str] = set()
    waiting: list[Element] = [directory]
    while waiting:
        for folder in design.children(waiting.pop(0), Folder):
            if folder.id not in seen:
                seen.add(folder.id)
                found.append(folder)
                waiting.append(folder)
    return found


def accounts_of(directory: ResourceDirectory, design: Reader) -> list[Account]:
    """Every account of a directory, the management account included."""
    places: list[Element] = [directory, *folders_of(directory, design)]
    return [account for place in places for account in design.children(place, Account)]
