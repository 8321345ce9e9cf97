"""Security domains from flows: the curve, what a point would change, and the one step that carries it out."""
