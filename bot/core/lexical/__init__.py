"""What word is this, and which words mean the same? Tokens, forms, slips, and the bilingual lexicon.

Rule of this room: words only; what a sentence says of them is not known here.
"""
