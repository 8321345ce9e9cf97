"""Images that stand in a design: as lines of text in its file, as pixels where they are shown; without Qt."""
