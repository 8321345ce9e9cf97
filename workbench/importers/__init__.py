"""Importers: one file or folder a source. Each reads everything first and gives an `ImportPlan`: all of it or nothing."""
