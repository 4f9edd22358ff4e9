"""English, as tables."""
