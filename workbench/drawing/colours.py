"""The colours of window and files by name: light, dark, and light with strong borders for paper.

Each row was checked for contrast: text 4.5, marks and borders that are the only sign of a thing 3. Eight categorical
colours differ in lightness by steps of 7 to 9, so that they stay apart in grey.
"""

from __future__ import annotations

from typing import Final, Literal

Theme = Literal["light", "dark", "print"]

COLOURS: Final[dict[str, tuple[str, str]]] = {
    "canvas": ("#F4F6F8", "#13161A"),
    "grid": ("#D9DEE4", "#262C33"),
    "panel": ("#FFFFFF", "#1B1F25"),
    "raised": ("#F9FAFB", "#20252C"),
    "sunken": ("#F0F2F5", "#15181D"),
    "hover": ("#EBEEF2", "#282E36"),
    "press": ("#DFE4EA", "#323A44"),
    "line": ("#DEE3E9", "#2C333C"),
    "line2": ("#C2CAD4", "#434D5A"),
    "control": ("#828D9C", "#717D8D"),
    "text": ("#18202B", "#E6EAF0"),
    "text2": ("#465262", "#B3BDC9"),
    "text3": ("#5E6A7B", "#919DAC"),
    "accent": ("#2459C9", "#7FA8FF"),
    "accent-fg": ("#FFFFFF", "#0C1830"),
    "accent-bg": ("#E3ECFC", "#1E2F52"),
    "accent-line": ("#9DB9F2", "#3F64B0"),
    "error": ("#BE2230", "#FF8A8A"),
    "error-bg": ("#FCE8E8", "#3A1E22"),
    "warning": ("#8F5400", "#F2B450"),
    "warning-bg": ("#FDF1DC", "#372A15"),
    "warning-fill": ("#B56D00", "#E9A23B"),
    "hint": ("#0B7285", "#5CC4D4"),
    "hint-bg": ("#E0F3F5", "#12313A"),
    "ok": ("#1C7A47", "#6BCB92"),
    "ok-bg": ("#E1F4E8", "#16331F"),
    "scope": ("#85348E", "#D79BE0"),
    "scope-bg": ("#F6E8F7", "#35213A"),
    "wire": ("#5A6878", "#9AA8B8"),
    "wire2": ("#97A3B1", "#5F6C7B"),
    "node.fill": ("#FFFFFF", "#20262D"),
    "node.border": ("#97A3B1", "#5F6C7B"),
    "node.title": ("#18202B", "#E6EAF0"),
    "folder.fill": ("#FBF7EA", "#24211A"),
    "folder.header": ("#F2E8C9", "#37311F"),
    "folder.border": ("#C9B470", "#6E6236"),
    "folder.title": ("#5C4A12", "#E8D79C"),
    "account.fill": ("#FCFAF5", "#211F1B"),
    "account.header": ("#F3EDDF", "#2F2B22"),
    "account.border": ("#BFAE86", "#5E543D"),
    "account.title": ("#5F5130", "#DCCFAE"),
    "region.fill": ("#EAEEF3", "#1A1F25"),
    "region.border": ("#B7C2CF", "#414C59"),
    "region.title": ("#3A4858", "#BAC6D4"),
    "vpc.fill": ("#EDF6F7", "#15252A"),
    "vpc.header": ("#D8ECEF", "#1D383F"),
    "vpc.border": ("#6BA5B0", "#3E7682"),
    "vpc.title": ("#114E5B", "#A7DCE6"),
    "zone.fill": ("#F7FBFC", "#182A2F"),
    "zone.border": ("#A3C1C8", "#3B5E67"),
    "zone.title": ("#41666F", "#94BCC5"),
    "site.fill": ("#EFEFF2", "#222329"),
    "site.header": ("#DEDFE5", "#30323A"),
    "site.border": ("#8B8E9B", "#6B6F7E"),
    "site.title": ("#3B3E4A", "#CFD2DC"),
    "note.fill": ("#FDF1DC", "#372A15"),
    "note.border": ("#B56D00", "#E9A23B"),
    "note.title": ("#8F5400", "#F2B450"),
    "leaf.fill": ("#FFFFFF", "#20262D"),
    "leaf.border": ("#A3C1C8", "#3B5E67"),
    "leaf.title": ("#18202B", "#E6EAF0"),
    "category.wine": ("#841E3F", "#841E3F"),
    "category.plum": ("#7B4388", "#7B4388"),
    "category.blue": ("#256BCC", "#256BCC"),
    "category.olive": ("#69883C", "#69883C"),
    "category.rose": ("#C77996", "#C77996"),
    "category.mustard": ("#ADAA28", "#ADAA28"),
    "category.sky": ("#44C9FB", "#44C9FB"),
    "category.mint": ("#B4E19E", "#B4E19E"),
    "category.grey": ("#828D9C", "#7B8798"),
    "on-dark": ("#FFFFFF", "#FFFFFF"),
    "on-light": ("#10151B", "#10151B"),
}
WHITE_ON: Final = frozenset({"wine", "plum", "blue"})
"""Categorical colours on which text is white; on the others it is nearly black."""


def colour(name: str, theme: Theme = "light") -> str:
    """The colour of a name as #RRGGBB; on paper a container's border takes the colour of its title.

    "name@10" is the colour at 10 % on the canvas.
    """
    name, _, percent = name.partition("@")
    if percent:
        return _mixed(colour(name, theme), colour("canvas", theme), int(percent) / 100)
    if theme == "print":
        name, theme = _printed(name), "light"
    return COLOURS[name][0 if theme == "light" else 1]


def on_category(category: str) -> str:
    """The name of the text colour that can be read on a categorical colour."""
    return "on-dark" if category in WHITE_ON else "on-light"


def _mixed(over: str, under: str, share: float) -> str:
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(upper * share + lower * (1 - share)):02X}" for upper, lower in pairs)


def _printed(name: str) -> str:
    if name == "canvas":
        return "panel"
    stem, _, part = name.partition(".")
    return f"{stem}.title" if part == "border" and stem not in ("node", "leaf") else name
