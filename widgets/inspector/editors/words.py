"""A wording in English and Chinese."""

from __future__ import annotations

from widgets.inspector.editors.editor import FieldEditor, Rewrite
from widgets.qt.line import Line
from workbench.reading import one_line
from workbench.texts import LANGUAGES, Language, Text, text


class WordsEditor(FieldEditor):
    """Two lines; each commits its language alone."""

    def build(self) -> None:
        self.lines: dict[Language, Line] = {}
        self.column.setSpacing(6)
        for language in LANGUAGES:
            line = self.lines[language] = Line(self)
            line.setAccessibleName(self.said(self._label(language)))
            line.editingFinished.connect(lambda language=language: self._commit(language))
            self.column.addWidget(line)
        self.setFocusProxy(self.lines["en"])

    def labels(self) -> tuple[Text, ...]:
        return tuple(self._label(language) for language in LANGUAGES)

    def refresh(self) -> None:
        for language, line in self.lines.items():
            if line.isModified() and line.hasFocus():
                continue
            wordings = {getattr(words, language) for words in self._values}
            line.setText(wordings.pop() if len(wordings) == 1 else "")
            line.setModified(False)
            line.setPlaceholderText(self.several if wordings else "")

    def _commit(self, language: Language) -> None:
        line = self.lines[language]
        if line.isModified():
            line.setModified(False)
            self.rewritten.emit(_saying(language, one_line(line.text())))

    def _label(self, language: Language) -> Text:
        if language == "en":
            return text("{field} en", field=self.field.label)
        return text("{field} zh", field=self.field.label)


def _saying(language: Language, wording: str) -> Rewrite:
    return lambda words: words.saying(language, wording)


EDITOR = WordsEditor
