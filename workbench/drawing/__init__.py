"""One Drawing for every picture: design and sheet become boxes, lines and labels in points, without Qt."""
