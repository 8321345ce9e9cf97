"""The colours of states and severities in files: text and ground, by the English word that always stands with them."""

from __future__ import annotations

from typing import Final

STATE_COLOURS: Final[dict[str, tuple[str, str]]] = {
    "error": ("BE2230", "FCE8E8"),
    "warning": ("8F5400", "FDF1DC"),
    "out of scope": ("85348E", "F6E8F7"),
    "hint": ("0B7285", "E0F3F5"),
    "waived": ("465262", "F0F2F5"),
    "off": ("465262", "F0F2F5"),
    "deployed": ("1C7A47", "E1F4E8"),
    "approved": ("17305E", "E3ECFC"),
    "draft": ("465262", "F0F2F5"),
    "proved": ("1C7A47", "E1F4E8"),
    "as wanted": ("1C7A47", "E1F4E8"),
    "refuted": ("BE2230", "FCE8E8"),
    "not as wanted": ("BE2230", "FCE8E8"),
    "not settled": ("8F5400", "FDF1DC"),
    "about nobody": ("465262", "F0F2F5"),
    "passes": ("1C7A47", "E1F4E8"),
    "stopped": ("BE2230", "FCE8E8"),
}
