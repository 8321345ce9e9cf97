"""One edit is one step; undo and redo walk over designs."""

from __future__ import annotations

import pytest

from workbench.editor import Editor, ReadOnly
from workbench.edits.fields import rename, set_fields
from workbench.model.change import Change
from workbench.model.sketch import sketch
from workbench.texts import text

DESIGN = sketch("v vpc\nw vpc")
TITLE = text("Rename")


def test_undo_makes_the_earlier_design_current_and_redo_the_later() -> None:
    editor = Editor(DESIGN)
    heard: list[Change] = []
    editor.subscribe(heard.append)

    editor.perform(TITLE, rename("v", " prod ", "en"))
    named = editor.design
    editor.undo()
    editor.redo()

    assert named["v"].name.en == "prod"
    assert editor.design is named
    assert [len(change.replaced) for change in heard] == [1, 1, 1]


def test_an_edit_that_changes_nothing_leaves_no_step() -> None:
    editor = Editor(DESIGN)

    change = editor.perform(TITLE, set_fields(["v"], blocks=()))

    assert not change
    assert editor.history.undoable is None


def test_a_new_step_drops_those_ahead() -> None:
    editor = Editor(DESIGN)
    editor.perform(TITLE, rename("v", "a", "en"))
    editor.undo()

    editor.perform(TITLE, rename("v", "b", "zh"))

    assert editor.history.redoable is None
    assert len(editor.history.steps) == 2


def test_several_elements_get_a_value_in_one_step() -> None:
    editor = Editor(DESIGN)

    editor.perform(TITLE, set_fields(["v", "w"], blocks=("10.0.0.0/8",)))
    editor.undo()

    assert editor.design == DESIGN


def test_what_is_gone_is_selected_no_more() -> None:
    editor = Editor(DESIGN)
    editor.select(["v", "w", "nothing"])

    editor.perform(TITLE, lambda design: design.removing(["v"]))

    assert editor.selection == ("w",)


def test_a_design_that_may_only_be_read_refuses_with_the_reason() -> None:
    editor = Editor(DESIGN, read_only=text("Written by a newer version."))

    with pytest.raises(ReadOnly):
        editor.perform(TITLE, rename("v", "x", "en"))
    assert editor.design is DESIGN


def test_it_knows_whether_what_is_shown_is_what_is_saved() -> None:
    editor = Editor(DESIGN)
    editor.perform(TITLE, rename("v", "x", "en"))
    assert not editor.is_saved

    editor.mark_saved(editor.design)
    assert editor.is_saved

    editor.undo()
    assert not editor.is_saved


def test_edits_of_one_run_are_one_step() -> None:
    editor = Editor(DESIGN)

    for name in ("a", "b", "c"):
        editor.perform(TITLE, rename("v", name, "en"), run="typing")
    editor.undo()

    assert editor.design == DESIGN
    assert len(editor.history.steps) == 2


def test_a_run_ends_with_another_selection_another_edit_an_undo_and_a_save() -> None:
    editor = Editor(DESIGN)

    def goes_on(name: str) -> bool:
        before = editor.history.at
        editor.perform(TITLE, rename("v", name, "en"), run="typing")
        return editor.history.at == before

    editor.perform(TITLE, rename("v", "a", "en"), run="typing")
    editor.select(["w"])
    selected = goes_on("b")
    editor.perform(TITLE, rename("w", "x", "en"))
    edited = goes_on("c")
    editor.undo()
    undone = goes_on("d")
    editor.mark_saved(editor.design)
    saved = goes_on("e")

    assert [selected, edited, undone, saved] == [False] * 4
    assert goes_on("f")
    editor.undo()
    assert editor.is_saved
