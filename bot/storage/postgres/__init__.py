"""The same memory in PostgreSQL, for several processes at once.

Rule of this room: its driver (asyncpg) is imported here alone, and every error of it leaves as a `StoreError`. What is
not about SQL is shared with SQLite: how values become bytes, and what a stored row must keep to.
"""
