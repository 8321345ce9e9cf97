"""Checking: the findings of a design, kept true from edit to edit.

A job is one rule asked about one element (or about the whole design). The keys a job read are kept; a change makes those
jobs stale whose keys it touches, and only they are run again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import ElementId
from workbench.rules.finding import Finding
from workbench.rules.reader import Key, Reader, touched
from workbench.rules.rule import RULES, Rule

Job = tuple[str, ElementId]
"""A rule's id and an element's, "" for the whole design."""
DESIGN: ElementId = ""


class Checking:
    """The findings of one design, brought up to date step by step."""

    def __init__(self, design: Design, rules: Mapping[str, Rule] | None = None) -> None:
        self._rules = registered() if rules is None else dict(rules)
        self._by_tag: dict[str, list[Rule]] = {}
        for rule in self._rules.values():
            if rule.about:
                self._by_tag.setdefault(str(rule.about.__struct_config__.tag), []).append(rule)
        self._found: dict[Job, tuple[Finding, ...]] = {}
        self._read: dict[Job, set[Key]] = {}
        self._readers: dict[Key, set[Job]] = {}
        self._stale: dict[Job, None] = {}
        self._design = design
        self._stale.update((job, None) for job in self._all_jobs())

    @property
    def design(self) -> Design:
        """The design the findings are about."""
        return self._design

    @property
    def waiting(self) -> int:
        """How many jobs are still to be run; the findings are complete at 0."""
        return len(self._stale)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found, worst first; complete once nothing waits."""
        return tuple(sorted((f for found in self._found.values() for f in found), key=Finding.order))

    def follow(self, change: Change, design: Design) -> None:
        """Goes over to the design that a change led to and notes which jobs to run again."""
        self._design = design
        for old, new in change.pairs():
            if new is None and old is not None:
                for rule in self._by_tag.get(str(old.__struct_config__.tag), ()):
                    self._forget((rule.id, old.id))
            elif old is None and new is not None:
                for rule in self._by_tag.get(str(new.__struct_config__.tag), ()):
                    self._stale[rule.id, new.id] = None
        for key in touched(change):
            for job in self._readers.get(key, ()):
                self._stale[job] = None

    def work(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Runs what waits; True when nothing waits any more, False when stopped before that."""
        while self._stale:
            if stopped():
                return False
            job = next(iter(self._stale))
            self._run(job)
            self._stale.pop(job, None)
        return True

    def _run(self, job: Job) -> None:
        rule_id, id = job
        rule, reader = self._rules[rule_id], Reader(self._design)
        if id == DESIGN:
            found = tuple(rule.findings(reader))
        else:
            element = reader.get(id, rule.about or object)  # type: ignore[type-var]
            if element is None:
                self._forget(job)
                return
            found = tuple(rule.findings(element, reader))
        self._note(job, found, reader.read)

    def _note(self, job: Job, found: tuple[Finding, ...], read: set[Key]) -> None:
        earlier = self._read.get(job, set())
        for key in earlier - read:
            self._drop(key, job)
        for key in read - earlier:
            self._readers.setdefault(key, set()).add(job)
        self._read[job] = read
        if found:
            self._found[job] = found
        else:
            self._found.pop(job, None)

    def _forget(self, job: Job) -> None:
        self._stale.pop(job, None)
        self._found.pop(job, None)
        for key in self._read.pop(job, set()):
            self._drop(key, job)

    def _drop(self, key: Key, job: Job) -> None:
        readers = self._readers[key]
        readers.discard(job)
        if not readers:
            del self._readers[key]

    def _all_jobs(self) -> Iterable[Job]:
        for rule in self._rules.values():
            if rule.about is None:
                yield rule.id, DESIGN
            else:
                for element in self._design.of_kind(rule.about):
                    yield rule.id, element.id


def fresh_findings(design: Design) -> tuple[Finding, ...]:
    """Every finding of a design, worst first."""
    checking = Checking(design)
    checking.work()
    return checking.findings


def registered() -> dict[str, Rule]:
    """Every rule by id; loads them when first asked."""
    from workbench.rules import checks

    assert checks  # importing the package registers the rules
    return dict(sorted(RULES.items()))
