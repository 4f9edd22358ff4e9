"""Where the bot remembers: the implementations of the storing ports.

Rule of this room: database drivers are imported here alone, and every error of theirs leaves as a `StoreError`.
"""
