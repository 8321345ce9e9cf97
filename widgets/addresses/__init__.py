"""The address map in the window: the value from `workbench/planning/address_map`, painted, walked and zoomed."""
