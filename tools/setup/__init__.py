"""The set-up behind `bootstrap.py`; imports nothing but the standard library."""
