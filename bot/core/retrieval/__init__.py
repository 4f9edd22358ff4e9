"""Which sentences answer a question? From its terms, by what the article holds of them, to an answer or a refusal.

Rule of this room: nothing here knows how the article was searched; that is the search's.
"""
