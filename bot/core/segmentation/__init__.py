"""Where do the parts of a text begin and end? Its blocks, sentences and passages.

Rule of this room: the parts are spans of the text as it stands.
"""
