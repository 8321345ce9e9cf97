"""What rules about paths ask: the network of a design and its verdicts, made once however many rules ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property

from planners.pace import also_breathing
from planners.reachability import Answers
from workbench.cancelled import Cancelled
from workbench.model.design import Design
from workbench.reachability.keeper import Keeper
from workbench.reachability.modelled import Modelled


class Paths:
    """The network of one design; a keeper that knows an earlier one uses its verdicts as far as they hold."""

    def __init__(self, design: Design, keeper: Keeper | None = None) -> None:
        self.design = design
        self._keeper = keeper or Keeper()
        self._stopped: Callable[[], bool] = lambda: False
        self.notes: dict[str, object] = {}
        """What one rule has worked out that others ask for too, by a word for it."""

    @cached_property
    def found(self) -> Modelled:
        """The network of the design."""
        return self._keeper.network(self.design, self._look)

    @cached_property
    def answers(self) -> Answers:
        """All verdicts of the network."""
        found, answers = self._keeper.known(self.design, self._look, places=False)
        vars(self)["found"] = found
        return answers

    @property
    def is_answered(self) -> bool:
        """Whether the verdicts are known already."""
        return "answers" in vars(self)

    @contextmanager
    def until(self, stopped: Callable[[], bool]) -> Iterator[None]:
        """Within, work on the network raises Cancelled once it is stopped."""
        self._stopped = stopped
        with also_breathing(self._look):
            yield

    def _look(self, _: float = 0.0) -> None:
        if self._stopped():
            raise Cancelled
