"""Many articles at once: folders, files of lines, archives of the web.

Rule of this room: what is read is held a piece at a time, however much there is. What is taken in is kept article by
article, so that whatever breaks off is gone on with, and what can't be read keeps nothing else from being.
"""
