"""From a reply to what a platform sends: pure functions, one module a platform.

Rule of this room: it knows `bot.chat` alone; no SDK, no terminal, no clock. A sentence leaves it word for word.
"""
