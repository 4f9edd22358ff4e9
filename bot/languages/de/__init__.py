"""German, as tables."""
