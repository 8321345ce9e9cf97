"""Rule: one check, its sentences, its help text and the examples that prove it."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from workbench.model.element import KINDS, Element
from workbench.rules.finding import Finding, Severity
from workbench.texts import Text, text

Check = Callable[..., Iterator[Finding]]
About = type[Element] | tuple[type[Element], ...] | None
RULES: Final[dict[str, Rule]] = {}
BY_PATHS: Final[dict[str, Rule]] = {}
"""What some rules ask of paths beside what they ask of single elements, by the rule's id."""
OWN_WORDS: Final = ("The design itself", "Statement of work", "unverified")
"""How a source begins that is no document's title but a remark of ours."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with everything that is said about it.

    `about` is the kind whose elements it is asked about one by one (or several kinds, or Element for every kind), None
    where it is asked once about the design. `severities` are those of sentences that weigh otherwise than the rule.
    `wrong` and `right` are sketches: the first gives at least one finding of the rule, the second none.
    `cited` is the source as the user reads it. One `by_paths` is handed the Paths of the design after the Reader.
    """

    id: str
    name: str
    about: About
    severity: Severity
    severities: Mapping[str, Severity]
    title: Text
    why: Text
    says: Mapping[str, Text]
    wrong: str
    right: str
    source: str
    cited: Text
    facts: tuple[str, ...]
    check: Check
    by_paths: bool = False

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of the kinds it is asked about; none where it is asked about the design."""
        if self.about is None:
            return ()
        if self.about is Element:
            return tuple(sorted(KINDS))
        kinds = self.about if isinstance(self.about, tuple) else (self.about,)
        return tuple(sorted(type_.kind.tag for type_ in kinds))

    def findings(self, *arguments: Any) -> Iterator[Finding]:
        """What the check finds, worded, and lowered to a hint where an unverified figure decided."""
        for finding in self.check(*arguments):
            severity = self.severities.get(finding.says, self.severity)
            lowered = finding.is_unverified and severity != "scope"
            sentence = self.says[finding.says]
            message = Text(sentence.source, finding.values, sentence.key)
            yield replace(
                finding,
                rule=self.id,
                severity="hint" if lowered else severity,
                message=_doubted(message) if lowered else message,
            )


def _doubted(message: Text) -> Text:
    """A sentence with the remark that no document was read for the figure behind it."""
    return text("{finding} (from experience; no document was read for it)", finding=message)


def rule(
    id: str,
    *,
    about: About,
    severity: Severity,
    says: str | Mapping[str, str],
    source: str,
    facts: tuple[str, ...] = (),
    severities: Mapping[str, Severity] | None = None,
    by_paths: bool = False,
) -> Callable[[Check], Rule]:
    """Registers a check as a rule.

    The function's name finishes the sentence "allow ...". Its docstring is the help text: a first line that says what
    holds, why, then `Wrong:` and `Right:` with a sketch each. A second rule of one id, or a docstring without its parts,
    stops the program.
    """

    def register(check: Check) -> Rule:
        if id in RULES:
            raise ValueError(f"two rules are called {id}")
        title, why, wrong, right = _parts(id, inspect.getdoc(check) or "")
        sentences = {"": says} if isinstance(says, str) else says
        RULES[id] = Rule(
            id=id,
            name=check.__name__,
            about=about,
            severity=severity,
            severities=severities or {},
            title=text(title, key=f"rule.{id}"),
            why=text(why, key=f"rule.{id}.why"),
            says={
                name: text(words, key=f"rule.{id}.says{name and '.' + name}")
                for name, words in sentences.items()
            },
            wrong=wrong,
            right=right,
            source=source,
            # Titles of documents stay as they are; what we say of a source ourselves has its Chinese.
            cited=text(source, key=f"rule.source.{source}") if source.startswith(OWN_WORDS) else Text(source),
            facts=facts,
            check=check,
            by_paths=by_paths,
        )
        return RULES[id]

    return register


def also_by_paths(rule: Rule, *, about: About) -> Callable[[Check], Rule]:
    """Registers what a rule asks of paths, in a check of its own; id, sentences and help are the rule's."""

    def register(check: Check) -> Rule:
        if rule.id in BY_PATHS:
            raise ValueError(f"{rule.id} asks about paths twice")
        BY_PATHS[rule.id] = replace(rule, about=about, check=check, by_paths=True)
        return BY_PATHS[rule.id]

    return register


def _parts(id: str, help_text: str) -> tuple[str, str, str, str]:
    """Title, reason, wrong and right example of a rule's docstring."""
    told, _, examples = help_text.partition("\nWrong:\n")
    wrong, _, right = examples.partition("\nRight:\n")
    title, _, why = told.partition("\n\n")
    if not (title and why and wrong and right):
        raise ValueError(
            f"the docstring of rule {id} wants a first line, a reason, and the parts Wrong: and Right:"
        )
    reason = " ".join(why.split())
    return title.strip(), reason, textwrap.dedent(wrong).strip("\n"), textwrap.dedent(right).strip("\n")
