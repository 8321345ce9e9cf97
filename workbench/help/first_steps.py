"""First steps: what a newcomer does to have a small clean design in twenty minutes; each step knows whether it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.help import Page
from workbench.help.markup import heading, paragraph
from workbench.model.design import Design
from workbench.model.elements.account import Account
from workbench.model.elements.engagement import Engagement
from workbench.model.elements.folder import Folder
from workbench.model.elements.region import Region
from workbench.model.elements.resource_directory import ResourceDirectory
from workbench.model.elements.vpc import Vpc
from workbench.model.elements.vswitch import VSwitch
from workbench.texts import Language, Text, text

CHAPTER = text("First steps")


@dataclass(frozen=True, slots=True)
class Step:
    """What to do, how, the command that brings one there ("" for none), and whether a design has it."""

    id: str
    title: Text
    how: Text
    command: str
    is_done: Callable[[Design], bool]


STEPS: Final = (
    Step(
        "customer",
        text("Say for whom it is"),
        text(
            "The engagement holds customer, edition and languages. The button § at the top shows it; type "
            "the customer's "
            "name at the right and press Enter."
        ),
        "",
        lambda design: any(ordered.customer for ordered in design.of_kind(Engagement)),
    ),
    Step(
        "directory",
        text("Draw the resource directory"),
        text(
            "On the sheet Account hierarchy take Resource directory from the palette and click into the "
            "sheet. A name "
            "can be typed at once."
        ),
        "insert.resource-directory",
        lambda design: bool(design.of_kind(ResourceDirectory)),
    ),
    Step(
        "folders",
        text("Two folders: Core and Business"),
        text(
            "Take Folder and click below the directory, once for each. A folder belongs to the directory it "
            "stands under."
        ),
        "insert.folder",
        lambda design: len(design.of_kind(Folder)) >= len(("core", "business")),
    ),
    Step(
        "accounts",
        text("Three accounts"),
        text(
            "Take Member account and click into the folders: a network account in Core, an application in "
            "Business. The "
            "management account stands beside the directory: set its role at the right."
        ),
        "insert.account",
        lambda design: len(design.of_kind(Account)) >= len(("management", "network", "application")),
    ),
    Step(
        "region",
        text("A region on the network sheet"),
        text(
            "Go to the sheet Network topology, take Region, drag it out, and give it a region id such as "
            "cn-hangzhou at the right."
        ),
        "insert.region",
        lambda design: any(region.region_id for region in design.of_kind(Region)),
    ),
    Step(
        "vpc",
        text("A VPC with its block"),
        text(
            "Drag a VPC out inside the region and choose its account at the right. The next free block is "
            "put in by "
            "itself; any other can be typed, such as 10.1.0.0/16."
        ),
        "insert.vpc",
        lambda design: any(vpc.blocks for vpc in design.of_kind(Vpc)),
    ),
    Step(
        "vswitches",
        text("vSwitches in two zones"),
        text(
            "Draw two zones into the VPC and a vSwitch into each. A block outside the VPC, or over another "
            "one, is told "
            "below the sheet as soon as it stands there."
        ),
        "insert.vswitch",
        lambda design: (
            len({one.zone for one in design.of_kind(VSwitch) if one.block and one.zone}) >= len("ab")
        ),
    ),
)


def done(design: Design) -> tuple[str, ...]:
    """The ids of the steps that a design has taken."""
    return tuple(step.id for step in STEPS if step.is_done(design))


def pages() -> Iterator[Page]:
    """The steps as a page to read."""
    yield Page(
        "first-steps",
        CHAPTER,
        text("A small design in twenty minutes"),
        "ui-select",
        _steps,
        "guide begin 入门",
    )
    yield Page(
        "findings", CHAPTER, text("What is wrong, and what to do"), "mark-warning", _findings, "check 检查"
    )
    yield Page(
        "handing-over",
        CHAPTER,
        text("Handing over"),
        "decision",
        _handing_over,
        "export word visio excel 导出",
    )
    yield Page(
        "safety",
        CHAPTER,
        text("How nothing is lost"),
        "mark-lock",
        _safety,
        "journal backup password 备份 密码",
    )


def _steps(language: Language) -> str:
    parts: list[str] = []
    for number, step in enumerate(STEPS, 1):
        parts.append(heading(text("{number}. {title}", number=number, title=step.title), language))
        parts.append(paragraph(step.how, language))
    return "".join(parts)


def _told(language: Language, *sentences: Text) -> str:
    return "".join(paragraph(one, language) for one in sentences)


def _findings(language: Language) -> str:
    return _told(
        language,
        text(
            "The list below the sheet follows every edit. A mark on a box says that something was found "
            "there, the worst first."
        ),
        text(
            "A click on a row shows the place; Space opens why the rule holds, with an example that is "
            "wrong and one that is right, its source and the date it was read."
        ),
        text("A blue cure at the right end of a row mends it in one step, which undo takes back."),
        text(
            "The purple § marks what the edition of the contract does not cover; the button at the top "
            "changes the edition, and everything is judged anew at once."
        ),
        text(
            "A finding that rests on a figure nobody has read in a document is at most a hint, and says so. "
            "A customer's own limits are entered as platform figure overrides."
        ),
    )


def _handing_over(language: Language) -> str:
    return _told(
        language,
        text(
            "File > Export makes Visio, Word, Excel, draw.io, SVG, PDF and PNG from the one design, in "
            "Chinese, English or both. Names, blocks and counts are the same in all of them."
        ),
        text(
            "The same design gives the same files, byte for byte: what has changed since the last hand-over "
            "can be seen by comparing them."
        ),
        text("The date and version on documents are those of the engagement, never the computer's clock."),
    )


def _safety(language: Language) -> str:
    return _told(
        language,
        text(
            "Saving writes the new file beside the old one, reads it back, and only then puts it in its "
            "place; the state before stays beside it and ends in .bak."
        ),
        text(
            "What is not saved yet is kept by a journal within a second. After a crash it is offered with "
            "its picture at the next start."
        ),
        text(
            "A design that somebody else has open is opened for reading and says who has it; File > Take "
            "over lets you change it all the same."
        ),
        text(
            "File > Password protects a design, its backup and its journal. The password cannot be recovered."
        ),
        text(
            "Help > Remove local traces takes away everything the program keeps on this machine beside the "
            "designs."
        ),
    )
