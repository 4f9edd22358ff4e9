"""The doors to the outside that the rest knows, as Protocols, a module for each subject.

Rule of this room: a port is earned by a second implementation and held by a suite in tests/contracts/.
"""
