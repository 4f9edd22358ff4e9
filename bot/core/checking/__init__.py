"""Does the article say this? A statement is held against each sentence, and every difference is named.

Rule of this room: when unsure, no sentence says it.
"""
