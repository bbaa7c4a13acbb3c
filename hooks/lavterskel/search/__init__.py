"""Search over everything: what is indexed, how a question is understood, and how what is found is ranked.

Documents → index → files in ``/sok/data/``. The same question is answered here and in the browser from the same
numbers, and a test compares the two.
"""
