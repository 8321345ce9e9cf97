"""Qt's own words, those of its file dialogs and of the menus of its fields, in the language of the window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from workbench.texts import Language

CATALOGUES: Final[dict[Language, str]] = {"zh": "qtbase_zh_CN"}
"""English needs none: it is what Qt is written in."""
_installed: list[QTranslator] = []


def speak(language: Language) -> None:
    """Has Qt speak a language."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    made = QTranslator()
    name, folder = CATALOGUES.get(language), QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if name and made.load(name, folder):
        QCoreApplication.installTranslator(made)
        _installed.append(made)
