"""The plan table: every block, request, reserved range and site of a design as rows, with why each lies where it does.

A Seat is where something has its row, a PlanRow its cells, Why the sentence of its block. What is typed into a cell is
read by `typed`, what is pasted by `pasted`; a Comparison sets the plan as it is beside another one.
"""

from workbench.planning.plan_table.rows import PlanRow
from workbench.planning.plan_table.seats import TOP, Seat
from workbench.planning.plan_table.table import PlanTable, plan_table
from workbench.planning.plan_table.why import Why, why

__all__ = ["TOP", "PlanRow", "PlanTable", "Seat", "Why", "plan_table", "why"]
