"""Who says what, does what with a claim, or speaks about the same? It is asked here.

Rule of this room: only what the attribution found counts; nothing is read anew.
"""
