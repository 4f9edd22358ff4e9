"""Ask a news article, and get its own sentences with who says so.

    INGEST  file | URL | text > Document > ExtractedText > Article (blocks, sentences, attributions, passages) > store
    ASK     Update > Envelope > Incoming > Question > Query > Evidence > Hits > Answer > Reply > payload

The rooms and who may enter which are drawn in CONTRIBUTING.md and held by the contracts in pyproject.toml.
"""

__version__ = "0.1.0"
