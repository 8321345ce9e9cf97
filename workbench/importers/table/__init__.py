"""Rows of a table, as spreadsheets put them on the clipboard, become elements of one kind."""
