"""Who does what to whom, and how many of what? Entities, quantities, themes, predicates and their roles.

Rule of this room: what nothing shows is left open.
"""
