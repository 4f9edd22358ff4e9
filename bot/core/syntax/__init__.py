"""What stands where in a sentence? Tagged tokens, phrases, clauses and quotation marks.

Rule of this room: the text and its tags; what a word means is not known here.
"""
