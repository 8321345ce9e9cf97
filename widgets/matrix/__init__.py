"""The matrix in the window: who reaches whom, painted from the values of `workbench/reachability`."""
