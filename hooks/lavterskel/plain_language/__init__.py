"""Plain language: how heavy a text is to read, and what in it an editor can make lighter.

A measure shows where to look. It does not say that a text is good: that only its readers can.
"""
