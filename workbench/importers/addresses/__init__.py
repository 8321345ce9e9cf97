"""Importer of address plans: workbooks of Excel and text with commas, as customers write them.

`grids` reads files into cells, `lines` finds heads and rows, `blocks` reads addresses, `kinds` tells what a row
describes, `gathering` collects what the rows say, `overlaps` compares it, and `bringing` makes the plan of it.
"""

from workbench.importers.addresses.bringing import plan_addresses
from workbench.importers.addresses.grids import is_table

__all__ = ["is_table", "plan_addresses"]
