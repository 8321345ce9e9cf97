"""The window: what stands where, and who tells whom.

The core is read here, ahead of Qt: of every module imported after PySide6 its import hook reads the source, and the
core alone would make the first window wait for some eighty files.
"""

from workbench.commands.command import commands
from workbench.patterns import started

__all__ = ["commands", "started"]

commands()
