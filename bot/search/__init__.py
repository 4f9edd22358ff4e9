"""The implementations of SearchIndex; search engines are imported in this room alone."""
