"""Reports: what a document says, as values: headings, paragraphs, tables, figures. No Office library."""
