"""What does a language have to bring? The records that its tables fill, each file named like the one that fills it.

Rule of this room: records and what builds them from tables; no word of any language.
"""
