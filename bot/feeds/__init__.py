"""Following feeds: what is new in them is taken in, without anybody asking.

Rule of this room: it reads feeds and keeps to what sites ask for; who may follow, and what is said of it, is the
conversation's. Nothing that was seen is taken in twice, whatever breaks off in between.
"""
