"""Colour is never the only sign: what stands side by side differs in shape, stroke or word, or is told apart by everybody."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from tests.seeing import MATRICES, contrast, difference, linear, seen
from widgets.addresses.brushes import DASHES, FILLED, HATCHES
from widgets.canvas.overlay import MARK_INKS as BADGE_INKS
from widgets.marks import MARK_INKS, WITHIN, WORST
from widgets.paths.box import DASHES as UNDERLINES
from widgets.paths.signs import ROLE_INKS, SIGNS
from widgets.shell.import_table import INKS
from workbench.drawing.colours import COLOURS, Theme, colour, on_category
from workbench.drawing.lines import LINES
from workbench.drawing.looks import LOOKS
from workbench.drawing.symbol_files import symbol_file
from workbench.drawing.symbols import Symbol, symbol
from workbench.importers.plan import FATE_WORDS
from workbench.model.element import KINDS
from workbench.planning.address_map.tiles import FILLS
from workbench.texts import LANGUAGES

THEMES: tuple[Theme, ...] = ("light", "dark", "print")
CATEGORIES = tuple(name for name in COLOURS if name.startswith("category.") and name != "category.grey")
GROUNDS = ("panel", "raised", "canvas", "sunken", "hover", "accent-bg")
WORDS = ("text", "text2", "text3", "accent", "error", "warning", "hint", "ok", "scope")
MARKS = ("error", "warning-fill", "hint", "ok", "scope", "text3", "wire", "accent")
APART = 6.5
"""In CIE L*a*b*, more than three times what the eye just tells."""


def mark(name: str) -> Symbol:
    return replace(symbol(f"mark-{name}"), name="")


def use_sign(fill: str) -> Hashable:
    """The lines, the dashes or the fullness of a use of addresses."""
    return HATCHES[fill][0] if fill in HATCHES else DASHES.get(fill, FILLED.get(fill))


def told_by_shape() -> dict[str, Mapping[str, Hashable]]:
    """By what the members of each set differ for those who see no colour."""
    return {
        "marks of findings": {name: mark(name) for name in MARK_INKS},
        "badges on the sheet": {name: mark(name) for name in BADGE_INKS},
        "verdicts of paths": {
            verdict: mark(sign.mark.removeprefix("mark-")) for verdict, sign in SIGNS.items()
        },
        "pieces of a question": {
            role: UNDERLINES.get(role, ()) for role in ROLE_INKS if role not in ("protocol", "joiner")
        },
        "uses on the address map": {fill: use_sign(fill) for fill in FILLS},
        "what becomes of an import": {
            fate: tuple(FATE_WORDS[fate].said(language) for language in LANGUAGES) for fate in INKS
        },
        "what the worst finding is called": {name: WORST[name].said("zh") for name in WORST},
        "what is below a row": {name: WITHIN[name].said("zh") for name in WITHIN},
        "kinds of lines": {
            name: replace(style, stroke="", radius=0.0, lasting=False) for name, style in LINES.items()
        },
        "kinds of containers": {
            tint: (look.radius, look.line, look.dash, look.header, look.strip)
            for tint, look in LOOKS.items()
            if look.header
        },
        "kinds of boxes": {
            kind.tag: (kind.shape, Path(symbol_file(kind.symbol)).read_text(encoding="utf-8"))
            for kind in KINDS.values()
            if kind.palette and not kind.is_link
        },
    }


@pytest.mark.parametrize("these", told_by_shape())
def test_what_stands_side_by_side_differs_in_more_than_colour(these: str) -> None:
    signs = told_by_shape()[these]

    alike = [pair for pair in combinations(signs, 2) if signs[pair[0]] == signs[pair[1]]]

    assert not alike


@pytest.mark.parametrize("by", MATRICES)
def test_colours_of_environments_are_told_apart_by_everybody(by: str) -> None:
    lights = {name: seen(linear(COLOURS[name][0]), by) for name in CATEGORIES}  # type: ignore[arg-type]

    near = {pair for pair in combinations(lights, 2) if difference(*(lights[name] for name in pair)) < APART}

    assert not near


@pytest.mark.parametrize("theme", THEMES)
def test_words_stand_out_from_every_ground(theme: Theme) -> None:
    pairs = [(word, ground) for word in WORDS for ground in GROUNDS]
    pairs += [
        ("accent-fg", "accent"),
        *((name, f"{name}-bg") for name in ("error", "warning", "hint", "ok", "scope")),
    ]
    stems = {name.partition(".")[0] for name in COLOURS if name.endswith(".title")}
    pairs += [
        (f"{stem}.title", f"{stem}.{part}")
        for stem in stems
        for part in ("fill", "header")
        if f"{stem}.{part}" in COLOURS
    ]
    pairs += [(on_category(name.partition(".")[2]), name) for name in (*CATEGORIES, "category.grey")]

    faint = {pair: contrast(*(colour(name, theme) for name in pair)) for pair in pairs}

    assert {pair: found for pair, found in faint.items() if found < 4.5} == {}


@pytest.mark.parametrize("theme", THEMES)
def test_marks_and_lines_stand_out_from_every_ground(theme: Theme) -> None:
    fills = [name for name in COLOURS if name.endswith((".fill", ".header"))]
    signs = [*MARKS, *(style.stroke for style in LINES.values())]
    pairs = [(sign, ground) for sign in signs for ground in (*GROUNDS, *fills)]
    pairs += [("control", ground) for ground in ("panel", "raised", "canvas", "sunken")]

    faint = {pair: contrast(*(colour(name, theme) for name in pair)) for pair in pairs}

    assert {pair: found for pair, found in faint.items() if found < 3} == {}


def test_the_ways_of_seeing_are_those_that_were_published() -> None:
    red, green = linear("#FF0000"), linear("#008000")
    for by, matrix in MATRICES.items():
        assert all(sum(row) == pytest.approx(1, abs=1e-3) for row in matrix), (
            f"{by} turns white into a colour"
        )
    assert difference(seen(red, "deuteranopia"), seen(green, "deuteranopia")) < difference(red, green) / 2
    assert difference(seen(red, "tritanopia"), seen(green, "tritanopia")) > 60
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
