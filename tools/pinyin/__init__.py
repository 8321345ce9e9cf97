"""What is derived from the dictionary of pinyin once, when it changes."""
