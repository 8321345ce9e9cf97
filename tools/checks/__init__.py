"""The checks of `bootstrap.py check`; each answers with lines of text that name place, fault and cure."""
