"""Where people are: each platform converts a message, awaits `Handle` once, and converts the reply back.

Rule of this room: a platform knows `bot.chat` and `bot.render`, and its own SDK, which is imported nowhere else.
"""
