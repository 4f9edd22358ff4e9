"""Many articles asked at once: which of them, what they say, and how many sources that goes back to.

Rule of this room: an index proposes addresses, the store tells what is there, and the core what answers.
"""
