"""The inspector: fields by section for what is selected, findings that name it, and what the contract says of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from widgets.inspector.about import AboutSections
from widgets.inspector.editors import editor_for
from widgets.inspector.editors.editor import FieldEditor, Rewrite, Surroundings
from widgets.inspector.fields import SECTIONS, shared_fields
from widgets.inspector.head import Head
from widgets.inspector.section import Section
from widgets.look import Look
from workbench.editor import Editor, ReadOnly
from workbench.edits.fields import rewrite_field
from workbench.edits.placing import is_pinned
from workbench.model.change import Change
from workbench.model.element import Element, ElementId
from workbench.model.elements.sheet import Sheet
from workbench.rules.finding import Cure, Finding
from workbench.texts import Text, text
from workbench.words import Words


class Inspector(QWidget):
    """One commit is one edit is one step of undo, for all selected elements at once."""

    said = Signal(object)
    refused = Signal(object)
    pinning = Signal()
    waiving = Signal(object)

    def __init__(self, editor: Editor, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._look = editor, look
        self._sheet: ElementId | None = None
        self._findings: tuple[Finding, ...] = ()
        self._made_for: tuple[object, ...] = ()
        self.editors: dict[str, FieldEditor] = {}
        self.head = Head(look, self)
        self.head.pin.clicked.connect(self.pinning)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A page is made where it will stand: to move it there would dress everything on it twice.
        self._room = QWidget(self._scroll)
        self._page = QWidget(self._room)
        self._within = QVBoxLayout(self._room)
        self._within.setContentsMargins(0, 0, 0, 0)
        self._within.addWidget(self._page)
        self._scroll.setWidget(self._room)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        self.about: AboutSections | None = None

    def sizeHint(self) -> QSize:
        return QSize(300, 500)

    @property
    def elements(self) -> tuple[Element, ...]:
        """What the fields belong to: the selection, or the sheet where nothing is selected."""
        design = self._editor.design
        ids = self._editor.selection or ((self._sheet,) if self._sheet else ())
        return tuple(design[id] for id in ids if id in design)

    def show_sheet(self, sheet: ElementId | None) -> None:
        """Notes the sheet in the middle."""
        self._sheet = sheet
        self.show_selection()

    def show_selection(self) -> None:
        """Shows the fields of what is selected now; the form is made anew only for other kinds or elements."""
        elements = self.elements
        made_for = (self._look.language, self._look.theme, *(element.id for element in elements))
        if made_for != self._made_for:
            self._made_for = made_for
            self._build(elements)
        self._fill(elements)

    def follow(self, change: Change) -> None:
        """Shows the values that a change led to."""
        if self._look.language and change:
            self.show_selection()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Shows the findings about what is selected."""
        self._findings = tuple(findings)
        self._fill_about(self.elements)

    def retell(self) -> None:
        """Says everything again, in the present language and theme."""
        self.show_selection()

    def _build(self, elements: tuple[Element, ...]) -> None:
        page = QWidget(self._room)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.editors = {}
        around = Surroundings(self._look, lambda: self._editor.design, lambda: self.elements)
        fields = shared_fields(elements)
        for name, title in SECTIONS.items():
            some = [field for field in fields if field.section == name]
            if some:
                section = Section(self._look, self._look.said(title) if name != "identity" else "", page)
                column.addWidget(section)
                for field in some:
                    section.add(self._editor_of(field.name, editor_for(field, around, section)))
        self.about = AboutSections(self._editor, self._look, page)
        self.about.cured.connect(self._cure)
        self.about.waiving.connect(self.waiving)
        column.addWidget(self.about)
        column.addStretch(1)
        # A field may be in the middle of its own click; it must outlive it.
        earlier, self._page = self._page, page
        self._within.replaceWidget(earlier, page)
        earlier.hide()
        earlier.deleteLater()
        page.show()

    def _editor_of(self, name: str, made: FieldEditor) -> FieldEditor:
        self.editors[name] = made
        made.rewritten.connect(lambda rewrite: self._rewrite(made, rewrite))
        made.picked.connect(lambda id: self._editor.select([id]))
        return made

    def _fill(self, elements: tuple[Element, ...]) -> None:
        self._fill_head(elements)
        self.head.offer_pin(self._pinned(elements))
        for name, made in self.editors.items():
            made.show_values([getattr(element, name) for element in elements])
            made.setEnabled(self._editor.read_only is None or name == "")
        self._fill_about(elements)

    def _fill_head(self, elements: tuple[Element, ...]) -> None:
        if not elements:
            self.head.tell(
                "", self._say(text("Nothing is selected")), self._say(text("Click an element to see it."))
            )
        elif len(elements) == 1:
            element = elements[0]
            over = self._editor.design.get(element.parent)
            place = (over.title(),) if over else ()
            told = [self._say(part) for part in (element.kind.label, *place)]
            self.head.tell(element.kind.symbol, self._say(element.title()), " · ".join([*told, element.id]))
        else:
            kinds = {element.kind.tag: element.kind for element in elements}
            names = [self._say(kind.plural) for _, kind in sorted(kinds.items())]
            symbol = next(iter(kinds.values())).symbol
            title = text("{count} elements", count=len(elements))
            self.head.tell(symbol, self._say(title), ", ".join(names))

    def _pinned(self, elements: tuple[Element, ...]) -> bool | None:
        """Whether all that is selected keeps its place on the sheet; None where one of it is not drawn there."""
        design, sheet = self._editor.design, self._editor.design.get(self._sheet, Sheet)
        drawn = sheet and all(sheet.shows in element.kind.stands for element in elements)
        if sheet is None or not drawn or not self._editor.selection:
            return None
        return all(is_pinned(design, sheet.id, element.id) for element in elements)

    def _fill_about(self, elements: tuple[Element, ...]) -> None:
        if self.about:
            ids = {element.id for element in elements} if self._editor.selection else set()
            named = [finding for finding in self._findings if ids & set(finding.ids)]
            self.about.show(elements if self._editor.selection else (), named)

    def _rewrite(self, made: FieldEditor, rewrite: Rewrite) -> None:
        name, label, elements = made.field.name, made.field.label, self.elements
        if self.editors.get(name) is not made:
            return  # A form that is gone finishes its typing; what is selected now is not what it was about.
        names: list[Words] = [element.title() for element in elements]
        title = text("Change {field} of {names}", field=label, names=names)
        self._perform(title, rewrite_field([element.id for element in elements], name, rewrite))
        # What was written and what is kept may differ: spaces at the ends, a block's own form.
        self._fill(self.elements)

    def _cure(self, cure: Cure) -> None:
        self._perform(cure.title, cure.edit)

    def _perform(self, title: Text, edit: Any) -> None:
        try:
            if self._editor.perform(title, edit):
                self.said.emit(text("{step} · {keys} takes it back", step=title, keys="Ctrl Z"))
        except ReadOnly as wrong:
            self.refused.emit(wrong.args[0])

    def _say(self, words: Text | Words) -> str:
        return self._look.said(words)
