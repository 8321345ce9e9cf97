"""Importer of the public landing zone accelerator's configuration files: folders of YAML and JSON.

`files` finds and reads them, `fields` reads their values, `shapes` knows one kind of object a file, `gathering` collects
what they become, and `bringing` compares that with the design.
"""

from workbench.importers.accelerator.bringing import plan_import

__all__ = ["plan_import"]
