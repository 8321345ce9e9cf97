"""Checking: the findings of a design, kept true from edit to edit.

A job is one rule asked about one element (or about the whole design). The keys a job read are kept; a change makes
those jobs stale whose keys it touches, and only they are run again. What a job reads of its own element needs no key:
an element that changes makes its own jobs stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.rules.custom import PROJECT_RULES, ProjectRules
from workbench.rules.finding import Finding
from workbench.rules.reader import Key, Reader, touched
from workbench.rules.rule import RULES, Rule
from workbench.rules.settling import Ranked, settled, settles

Job = tuple[str, ElementId]
"""A rule's id and an element's, "" for the whole design."""
DESIGN: ElementId = ""


class Checking:
    """The findings of one design, brought up to date step by step."""

    def __init__(self, design: Design, rules: Mapping[str, Rule] | None = None) -> None:
        self._rules: dict[str, Rule | ProjectRules] = (
            {**registered(), PROJECT_RULES.id: PROJECT_RULES} if rules is None else {**rules}
        )
        self._by_tag: dict[str, list[str]] = {}
        for rule in self._rules.values():
            for tag in rule.tags:
                self._by_tag.setdefault(tag, []).append(rule.id)
        self._found: dict[Job, list[Ranked]] = {}
        self._read: dict[Job, tuple[Key, ...]] = {}
        self._readers: dict[Key, set[Job]] = {}
        self._sorted: tuple[Finding, ...] | None = None
        self._design = design
        self._stale: dict[Job, None] = dict.fromkeys(self._all_jobs())

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
        """What was found, worst first and what is waived last; complete once nothing waits."""
        if self._sorted is None:
            ranked = settled((one for found in self._found.values() for one in found), self._design)
            ranked.sort(key=itemgetter(0))
            self._sorted = tuple(finding for _, finding in ranked)
        return self._sorted

    def follow(self, change: Change, design: Design) -> None:
        """Goes over to the design that a change led to and notes which jobs to run again."""
        self._design = design
        if settles(change):
            self._sorted = None
        for old, new in change.pairs():
            now = self._jobs_of(new)
            for job in self._jobs_of(old):
                if job not in now:
                    self._forget(job)
            self._stale.update(now)
        for key in touched(change):
            self._stale.update(dict.fromkeys(self._readers.get(key, ())))

    def work(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Runs what waits; True when nothing waits any more, False when stopped before that."""
        while self._stale:
            if stopped():
                return False
            job, _ = self._stale.popitem()
            try:
                self._run(job)
            except BaseException:
                self._stale[job] = None
                raise
        return True

    def _jobs_of(self, element: Element | None) -> dict[Job, None]:
        if element is None:
            return {}
        tag = str(element.__struct_config__.tag)
        return {(rule, element.id): None for rule in self._by_tag.get(tag, ())}

    def _run(self, job: Job) -> None:
        rule_id, id = job
        rule, reader = self._rules[rule_id], Reader(self._design)
        if id == DESIGN:
            found = tuple(rule.findings(reader))
        else:
            found = tuple(rule.findings(self._design[id], reader))
            reader.read.discard(("element", id))
        self._note(job, found, reader.read)

    def _note(self, job: Job, found: tuple[Finding, ...], read: set[Key]) -> None:
        earlier = self._read.get(job)
        if earlier or read:
            self._note_read(job, earlier or (), read)
        if found:
            # The place in the list is worked out once: wording takes longer than sorting.
            self._found[job], self._sorted = [(finding.order(), finding) for finding in found], None
        elif self._found.pop(job, None):
            self._sorted = None

    def _note_read(self, job: Job, earlier: tuple[Key, ...], read: set[Key]) -> None:
        for key in earlier:
            if key not in read:
                self._drop(key, job)
        for key in read:
            self._readers.setdefault(key, set()).add(job)
        if read:
            self._read[job] = tuple(read)
        else:
            self._read.pop(job, None)

    def _forget(self, job: Job) -> None:
        self._stale.pop(job, None)
        if self._found.pop(job, None):
            self._sorted = None
        for key in self._read.pop(job, ()):
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
        for element in self._design:
            yield from self._jobs_of(element)


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
