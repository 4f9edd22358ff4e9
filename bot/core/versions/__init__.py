"""What has become of a text? Whether it was there before, and what is different in it.

Rule of this floor: two texts are compared as they stand; nothing is known of any language, and nobody is asked.
"""
