"""Checking: the findings of a design, kept true from edit to edit.

Most rules read a few elements and are asked again within milliseconds. Those about paths ask the reachability engine, whose
answers hang on the whole network: they are worked off after the others, from one network made of the design, and those
again of which the verdicts do not show that what they found holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from operator import itemgetter
from typing import Final

from workbench.cancelled import Cancelled
from workbench.model.change import Change
from workbench.model.design import Design
from workbench.reachability.concerned import concern_paths
from workbench.reachability.keeper import Keeper
from workbench.rules.custom import PROJECT_RULES
from workbench.rules.finding import Finding
from workbench.rules.holding import NOTHING, holding
from workbench.rules.ledger import Asked, Ledger
from workbench.rules.paths import Paths
from workbench.rules.rule import BY_PATHS, RULES, Rule
from workbench.rules.settling import settled, settles

Stopped = Callable[[], bool]
NEVER: Final[Stopped] = lambda: False  # noqa: E731


class Checking:
    """The findings of one design, brought up to date step by step.

    `keeper` is who else asks for its network, so that this is made once.
    """

    def __init__(
        self, design: Design, rules: Mapping[str, Rule] | None = None, keeper: Keeper | None = None
    ) -> None:
        asked = registered() if rules is None else rules
        quick: dict[str, Asked] = {id: rule for id, rule in asked.items() if not rule.by_paths}
        if rules is None:
            quick[PROJECT_RULES.id] = PROJECT_RULES
        slow: dict[str, Asked] = {id: rule for id, rule in asked.items() if rule.by_paths}
        slow |= {f"{id} by paths": BY_PATHS[id] for id in asked if id in BY_PATHS}
        self._design = design
        self._quick, self._slow = Ledger(quick, design), Ledger(slow, design)
        self._paths: Paths | None = None
        self._keeper = keeper or Keeper()
        self._sorted: tuple[Finding, ...] = ()

    @property
    def design(self) -> Design:
        """The design the findings are about."""
        return self._design

    @property
    def waiting(self) -> int:
        """How many jobs are still to be run, those about paths left out."""
        return len(self._quick.stale)

    @property
    def waiting_for_paths(self) -> int:
        """How many jobs about paths may still have to be run; the findings are complete when nothing waits here either."""
        return self._slow.waiting

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, worst first and what is waived last; complete once nothing waits."""
        if self._quick.news or self._slow.news:
            known = chain(self._quick.found.values(), self._slow.found.values())
            ranked = settled((one for found in known for one in found), self._design)
            ranked.sort(key=itemgetter(0))
            self._sorted = tuple(finding for _, finding in ranked)
            self._quick.news = self._slow.news = False
        return self._sorted

    def follow(self, change: Change, design: Design) -> None:
        """Goes over to the design that a change led to and notes which jobs to run again."""
        self._design = design
        if settles(change):
            self._quick.news = True
        for ledger in (self._quick, self._slow):
            ledger.follow(change)
        if concern_paths(change):
            self._slow.doubt()

    def work(self, stopped: Stopped = NEVER) -> bool:
        """Runs all that waits; True when nothing waits any more, False when stopped before that."""
        return self.work_quickly(stopped) and self.work_paths(stopped)

    def work_quickly(self, stopped: Stopped = NEVER) -> bool:
        """Runs what waits but for the rules about paths."""
        return self._quick.work(self._design, stopped)

    def work_paths(self, stopped: Stopped = NEVER) -> bool:
        """Runs the rules about paths that wait; they may take long before they look whether they are stopped."""
        if not self._slow.waiting:
            return True
        before, paths = self._paths, self._paths
        if paths is None or paths.design is not self._design:
            paths = Paths(self._design, self._keeper)
        try:
            with paths.until(stopped):
                if self._slow.is_doubted:
                    self._slow.settle(holding(before, paths) if before else NOTHING)
                self._paths = paths
                return self._slow.work(self._design, stopped, paths)
        except Cancelled:
            return False

    def let_go_of_paths(self) -> None:
        """Drops what rules about paths that wait had found of an earlier design, since nobody will ask them now."""
        self._slow.let_go()


def fresh_findings(design: Design, keeper: Keeper | None = None) -> tuple[Finding, ...]:
    """Every finding of a design, worst first."""
    checking = Checking(design, keeper=keeper)
    checking.work()
    return checking.findings


def registered() -> dict[str, Rule]:
    """Every rule by id; loads them when first asked."""
    from workbench.rules import checks

    assert checks  # importing the package registers the rules
    return dict(sorted(RULES.items()))
