"""The statement of work: what was ordered, and what the edition makes of the design."""
