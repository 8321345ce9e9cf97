"""What the program says about itself: that nothing leaves the machine, how one can see that, and whose work is in it."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from typing import Final

from workbench.help import Page
from workbench.help.markup import bullets, heading, paragraph, said, table
from workbench.offline import opened_sockets
from workbench.texts import Language, text

CHAPTER = text("About")
OURS: Final = "landing-zone-workbench"
TOOLS: Final = frozenset(
    (
        "pip",
        "setuptools",
        "wheel",
        "pytest",
        "pytest-qt",
        "hypothesis",
        "ruff",
        "mypy",
        "vulture",
        "import-linter",
        "uv",
    )
)
"""What is in the environment to build and test the program, and no part of it."""


def pages() -> Iterator[Page]:
    """Offline, and licences."""
    yield Page(
        "offline", CHAPTER, text("Nothing leaves this machine"), "mark-ok", _offline, "network socket 网络"
    )
    yield Page("licences", CHAPTER, text("Licences"), "decision", _licences, "license open source 许可证")


def _offline(language: Language) -> str:
    seen = opened_sockets()
    found = (
        text("Sockets of the internet opened since the start: {count}.", count=len(seen))
        if seen is not None
        else text("This start is not watched: the program was begun in another way than by main.py.")
    )
    ways = (
        text(
            "Python reports every socket it opens to a watch that is set before anything else is read; the "
            "count is above."
        ),
        text(
            "Qt's network module is not part of the program: nothing imports it, and a check of the build "
            "refuses it."
        ),
        text(
            "Tests run a session through every menu and look at the system calls: no AF_INET or AF_INET6 "
            "socket."
        ),
    )
    return "".join(
        [
            paragraph(
                text(
                    "The program opens no connection, looks for no update and sends no report. Designs, "
                    "journals and files stay where you put them."
                ),
                language,
            ),
            f"<p><b>{said(found, language)}</b></p>",
            heading(text("How it is held"), language),
            bullets(said(way, language) for way in ways),
        ]
    )


def _licences(language: Language) -> str:
    head = [said(words, language) for words in (text("Part"), text("Version"), text("Licence"))]
    rows = [
        (said(name, language), said(one.version, language), said(_licence(one), language))
        for name, one in sorted(_parts().items(), key=lambda part: part[0].lower())
    ]
    return "".join(
        [
            paragraph(
                text(
                    "Landing Zone Workbench is under the Apache License 2.0. The symbols are our own; "
                    "product names belong to their owners. It stands on the work of others:"
                ),
                language,
            ),
            table(head, rows),
        ]
    )


def _parts() -> dict[str, Distribution]:
    found = {str(one.metadata["Name"]): one for one in distributions() if one.metadata["Name"]}
    return {name: one for name, one in found.items() if name.lower() not in TOOLS and name != OURS}


def _licence(one: Distribution) -> str:
    told = one.metadata.json
    stated = str(told.get("license_expression") or "")
    if not stated:
        named = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License")]
        stated = ", ".join(
            line.rpartition("::")[2].strip() for line in named if not line.endswith("OSI Approved")
        )
    # Some packages put the whole text of their licence here; its first line names it.
    return stated or str(told.get("license") or "–").strip().split("\n")[0][:60]
