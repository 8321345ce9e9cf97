"""Exporters: one file or folder a target. Importing this package registers them; the work is in each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from workbench.drawing.drawing import Drawing
from workbench.model.design import Design
from workbench.progress import Progress, untold
from workbench.texts import Language, Text, text

if TYPE_CHECKING:
    from workbench.reports.standing import Standing


class Painter(Protocol):
    """Paints drawings with Qt; handed in by the program, so that this package needs none."""

    def pdf(self, drawings: list[Drawing]) -> bytes:
        """A PDF with a page a drawing; the same drawings give the same bytes."""

    def png(self, drawing: Drawing, width: int, height: int) -> bytes:
        """A PNG of exactly this size with the drawing in the middle, as large as it fits."""


@dataclass(frozen=True, slots=True)
class File:
    """A file an exporter made: its name without folder, and its content."""

    name: str
    content: bytes


def _asked_anew(design: Design) -> Standing:
    """How a design stands, checked for this job alone."""
    from workbench.reports.standing import standing

    return standing(design)


@dataclass(frozen=True, slots=True)
class Job:
    """What an exporter gets: the design, one language, a painter, and whom to tell how far it is.

    `progress` is called with a share from 0 to 1 and raises Cancelled where the user has stopped the work.
    `standing` answers how the design stands; all jobs of one export share the answer, for a check takes long.
    """

    design: Design
    language: Language
    painter: Painter | None = None
    progress: Progress = untold
    standing: Callable[[Design], Standing] = _asked_anew


@dataclass(frozen=True, slots=True)
class Exporter:
    """A target: its short name, its title, the function that makes its files, and whether it holds painted pictures."""

    id: str
    title: Text
    suffix: str
    files: Callable[[Job], Iterable[File]]
    painted: bool = False


EXPORTERS: Final[dict[str, Exporter]] = {}
Maker = Callable[[Job], Iterable[File]]


def exporter(id: str, *, title: str, suffix: str, painted: bool = False) -> Callable[[Maker], Maker]:
    """Registers a function as the exporter of a target; a second one of the same name stops the program."""

    def register(files: Maker) -> Maker:
        if id in EXPORTERS:
            raise ValueError(f"two exporters are called {id!r}")
        EXPORTERS[id] = Exporter(id, text(title, key=f"exporter.{id}"), suffix, files, painted)
        return files

    return register


def exporters() -> dict[str, Exporter]:
    """Every exporter by its short name; loads them when first asked."""
    from importlib import import_module
    from pkgutil import iter_modules

    for name in sorted(module.name for module in iter_modules(__path__)):
        import_module(f"{__name__}.{name}")
    return dict(sorted(EXPORTERS.items()))
