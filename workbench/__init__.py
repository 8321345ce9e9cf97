"""The core of the workbench: designs, edits, checks, drawings and documents, without a screen."""
