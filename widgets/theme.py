"""What Qt's own widgets look like: a palette and one stylesheet from the table of colours. All else paints from the table."""

from __future__ import annotations

from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from widgets.fonts import font
from workbench.drawing.colours import COLOURS, Theme, colour

ROLES: Final = {
    QPalette.ColorRole.Window: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Highlight: "accent-bg",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Shadow: "line2",
}
SHEET: Final = Template("""
QMainWindow, QDialog, QDockWidget { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QDockWidget { border: none; }
QToolTip { background: $panel; color: $text; border: 1px solid $line2; padding: 4px 6px; }

QMenuBar { background: $panel; border: none; spacing: 0; }
QMenuBar::item { padding: 5px 8px; border: 1px solid transparent; border-radius: 6px; background: transparent; }
QMenuBar::item:selected { background: $hover; border-color: $control; }
QMenuBar::item:pressed { background: $press; }
QMenu { background: $panel; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 5px 25px 5px 11px; border: 1px solid transparent; border-radius: 4px; min-height: 16px; }
QMenu::item:selected { background: $accent_bg; border-color: $accent; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }

QLineEdit, QPlainTextEdit, QComboBox, QDateEdit {
  background: $panel; border: 1px solid $control; border-radius: 4px; padding: 0 6px; min-height: 22px;
  selection-background-color: $accent_bg; selection-color: $text;
}
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 0 5px; min-height: 20px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $error; padding: 0 5px; min-height: 20px; }
QLineEdit:disabled, QLineEdit[readOnly="true"], QComboBox:disabled { color: $text2; background: $sunken; border-color: $line; }
QLineEdit[role="search"] { background: $sunken; border-radius: 6px; padding-left: 26px; min-height: 24px; }
QLineEdit[role="search"]:focus { padding-left: 25px; min-height: 22px; }
QComboBox { padding-left: 8px; }
QComboBox:focus { padding-left: 7px; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; width: 0; height: 0; }
QComboBox QAbstractItemView { background: $panel; border: 1px solid $line2; outline: none; padding: 2px; }
QComboBox QAbstractItemView::item { min-height: 22px; padding: 0 5px; border: 1px solid transparent; }
QComboBox QAbstractItemView::item:selected { background: $accent_bg; color: $text; border-color: $accent; }

QPushButton { background: $panel; border: 1px solid $line2; border-radius: 6px; padding: 0 12px; min-height: 26px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $press; }
QPushButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 24px; }
QPushButton:disabled { color: $text3; background: $sunken; border-color: $line; }
QPushButton[weight="primary"] { background: $accent; color: $accent_fg; border-color: $accent; font-weight: 600; }
QPushButton[weight="primary"]:focus { border: 2px solid $text; }
QPushButton[weight="primary"]:disabled { background: $sunken; color: $text3; border-color: $line; }
QPushButton[weight="danger"] { color: $error; border-color: $error; font-weight: 600; }
QPushButton[weight="link"] { border: none; background: transparent; color: $accent; padding: 0 2px; text-align: left; }
QPushButton[weight="link"]:hover { text-decoration: underline; }
QPushButton[weight="link"]:focus { border: 2px solid $accent; border-radius: 4px; padding: 0; }

QToolButton { background: transparent; border: none; border-radius: 6px; padding: 3px; min-width: 20px; min-height: 20px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $press; }
QToolButton:checked { background: $accent_bg; border: 1px solid $accent; padding: 2px; }
QToolButton:focus { border: 2px solid $accent; padding: 1px; }
QToolButton[role="small"] { min-width: 16px; min-height: 16px; }
QToolButton[role="edge"] { border: 1px solid $line2; padding: 2px 9px; }
QToolButton[role="edge"]:focus { border: 2px solid $accent; padding: 1px 8px; }
QToolButton::menu-indicator { image: none; width: 0; }
QCheckBox { spacing: 6px; }
QCheckBox:focus { color: $accent; }

QTabBar QToolButton { background: $raised; border-radius: 0; min-width: 12px; }
QAbstractItemView { background: $panel; border: none; outline: none; }
QHeaderView { background: $raised; }
QHeaderView::section { background: $raised; color: $text2; border: none; border-bottom: 1px solid $line; padding: 3px 6px; }
QTableView { gridline-color: $line; border: 1px solid $line2; border-radius: 4px; }
QTableView[role="list"] { border: none; }
QTableCornerButton::section { background: $raised; border: none; border-bottom: 1px solid $line; }
QFrame[role="popup"] { background: $panel; border: 1px solid $line2; }
QTableView::item:selected { background: $accent_bg; color: $text; }
QTableView::item:focus { border: 2px solid $accent; }

QScrollArea { border: none; background: $panel; }
QScrollArea > QWidget > QWidget { background: $panel; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; } QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $line2; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; } QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $control; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: 1px solid $line2; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
QStatusBar { background: $panel; border: none; }
QStatusBar::item { border: none; }
""")


def palette(theme: Theme) -> QPalette:
    """Qt's colours of a theme; what is disabled is written in the smallest grey allowed."""
    made = QPalette()
    for role, name in ROLES.items():
        made.setColor(role, QColor(colour(name, theme)))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colour("text3", theme)))
    return made


def stylesheet(theme: Theme) -> str:
    """The one stylesheet in the colours of a theme."""
    return SHEET.substitute(
        {name.replace("-", "_"): colour(name, theme) for name in COLOURS if "." not in name}
    )


def dress(application: QApplication, theme: Theme) -> None:
    """Gives every widget, title bars and dialogs of the system included, the colours of a theme."""
    scheme = Qt.ColorScheme.Dark if theme == "dark" else Qt.ColorScheme.Light
    application.styleHints().setColorScheme(scheme)
    application.setPalette(palette(theme))
    application.setFont(font(12))
    application.setStyleSheet(stylesheet(theme))
