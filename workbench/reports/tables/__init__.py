"""The tables of all documents, one file a subject."""
