"""The right panel: the fields of what is selected, made from its kind."""
