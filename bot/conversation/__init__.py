"""The one translator: a message becomes a command, the service does it, and a reply comes out.

Rule of this room: it alone speaks both the words of the chat and those of the library, errors become words here and
nowhere else. Its door is `talk`; a single question needs no more of it than `cite` and `words`, and loads no more.
"""
