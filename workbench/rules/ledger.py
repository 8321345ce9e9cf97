"""What some rules found, job by job, and which of them have to be asked again.

A job is one rule asked about one element (or about the whole design). The keys a job read are kept; a change makes
those jobs stale whose keys it touches, and only they are run again. What a job reads of its own element needs no key:
an element that changes makes its own jobs stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from workbench.model.change import Change
from workbench.model.design import Design
from workbench.model.element import Element, ElementId
from workbench.rules.finding import Finding
from workbench.rules.reader import Key, Reader, touched
from workbench.rules.settling import Ranked

Job = tuple[str, ElementId]
"""A rule's id and an element's, "" for the whole design."""
DESIGN: ElementId = ""


class Asked(Protocol):
    """A rule as it is asked: about elements of some kinds, or about the design where it names none."""

    @property
    def id(self) -> str: ...
    @property
    def about(self) -> object: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    def findings(self, *asked: object) -> Iterable[Finding]: ...


class Ledger:
    """The findings of some rules about one design; `news` is set where they changed, and for others to take back."""

    def __init__(self, rules: Mapping[str, Asked], design: Design) -> None:
        self._rules = rules
        self._by_tag: dict[str, list[str]] = {}
        for id, rule in rules.items():
            for tag in rule.tags:
                self._by_tag.setdefault(tag, []).append(id)
        self.found: dict[Job, list[Ranked]] = {}
        self.news = True
        self._read: dict[Job, tuple[Key, ...]] = {}
        self._readers: dict[Key, set[Job]] = {}
        self._jobs: dict[Job, None] = dict.fromkeys(self._all_jobs(design))
        self.stale: dict[Job, None] = dict(self._jobs)
        self.is_doubted = False

    @property
    def waiting(self) -> int:
        """How many jobs are to be run, as far as that is known: all of them where what was found is doubted."""
        return len(self._jobs if self.is_doubted else self.stale)

    def doubt(self) -> None:
        """Every job may have to be run again; what was found stays until that is settled."""
        self.is_doubted = True

    def settle(self, holds: Callable[[ElementId], bool]) -> None:
        """Of what is doubted, the jobs about elements of which it does not hold are stale."""
        self.stale.update(dict.fromkeys(job for job in self._jobs if not holds(job[1])))
        self.is_doubted = False

    def follow(self, change: Change) -> None:
        """Notes which jobs to run again after a change."""
        for old, new in change.pairs():
            now = self._jobs_of(new)
            for job in self._jobs_of(old):
                if job not in now:
                    self._forget(job)
            self._jobs.update(now)
            self.stale.update(now)
        for key in touched(change):
            self.stale.update(dict.fromkeys(self._readers.get(key, ())))

    def work(self, design: Design, stopped: Callable[[], bool], *more: object) -> bool:
        """Runs what is stale; True when nothing is any more. `more` is handed to the rules after the reader."""
        while self.stale:
            if stopped():
                return False
            job, _ = self.stale.popitem()
            try:
                self._run(job, design, more)
            except BaseException:
                self.stale[job] = None
                raise
        return True

    def let_go(self) -> None:
        """Drops what was found by jobs that are to run again, or may have to: it is of another design."""
        if self.is_doubted:
            self.settle(lambda id: False)
        for job in self.stale:
            if self.found.pop(job, None):
                self.news = True

    def _jobs_of(self, element: Element | None) -> dict[Job, None]:
        if element is None:
            return {}
        tag = str(element.__struct_config__.tag)
        return {(rule, element.id): None for rule in self._by_tag.get(tag, ())}

    def _run(self, job: Job, design: Design, more: tuple[object, ...]) -> None:
        rule_id, id = job
        rule, reader = self._rules[rule_id], Reader(design)
        if id == DESIGN:
            found = tuple(rule.findings(reader, *more))
        else:
            found = tuple(rule.findings(design[id], reader, *more))
            reader.read.discard(("element", id))
        self._note(job, found, reader.read)

    def _note(self, job: Job, found: tuple[Finding, ...], read: set[Key]) -> None:
        earlier = self._read.get(job)
        if earlier or read:
            self._note_read(job, earlier or (), read)
        if found:
            # The place in the list is worked out once: wording takes longer than sorting.
            self.found[job], self.news = [(finding.order(), finding) for finding in found], True
        elif self.found.pop(job, None):
            self.news = True

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
        self._jobs.pop(job, None)
        self.stale.pop(job, None)
        if self.found.pop(job, None):
            self.news = True
        for key in self._read.pop(job, ()):
            self._drop(key, job)

    def _drop(self, key: Key, job: Job) -> None:
        readers = self._readers[key]
        readers.discard(job)
        if not readers:
            del self._readers[key]

    def _all_jobs(self, design: Design) -> Iterable[Job]:
        for id, rule in self._rules.items():
            if rule.about is None:
                yield id, DESIGN
        for element in design:
            yield from self._jobs_of(element)
