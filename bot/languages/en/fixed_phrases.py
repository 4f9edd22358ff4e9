"""English verbs of several words, by the one word that says the same.

Rule of this room: a line is the word, then the phrases, each with its verb first; only what has no other sense there.
"""

FIXED = """
die: pass away, lose his life, lose her life, lose their lives, lose their life
execute: put to death
takeeffect: take effect, come into force, come into effect, enter into force, go into effect
takeseat: take a seat, take his seat, take her seat, take their seats
reject: turn down
cancel: call off
postpone: put off
resign: step down
arrest: take into custody
criticise: find fault
"""
