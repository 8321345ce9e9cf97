"""Planning: thin adapters between a design and the planners, which know nothing of designs.

A design becomes a planner's problem, its answer a plan (a value), the plan an edit.
"""
