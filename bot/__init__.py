"""Ask a news article, and get its own sentences with who says so.

    ASK     Update > Incoming > Question > Query > Hits > Passages(+Attribution) > Answer > Reply > payload
    INGEST  file | URL | text > Document > Article > Sentences > +Attribution > Passages > store > index

The rooms and who may enter which are drawn in CONTRIBUTING.md and held by the contracts in pyproject.toml.
"""

__version__ = "0.1.0"
