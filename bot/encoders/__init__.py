"""What makes vectors of sentences: the implementations of the port `Encoder`.

Rule of this room: the libraries of encoders are imported here alone, and only when a vector is wanted.
"""
