"""The article to look at: a page in which every claim shows who makes it, and the map of its sources.

Rule of this room: pure; an article goes in, text or bytes come out. What stands in an article reaches a page through
templates alone, which escape it, so nothing in it is ever markup.
"""

from bot.view.page import Asking, file_name, page
from bot.view.sources_map import sources_map
from bot.view.voices import Voice, voices

__all__ = ["Asking", "Voice", "file_name", "page", "sources_map", "voices"]
