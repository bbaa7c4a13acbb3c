"""Norwegian words: letters, stems, compounds, spelling, and phrases with a meaning. Used by search only.

The browser does the same to a question as this package does to the texts: ``theme/assets/search-words.js`` holds the
same rules, fed by the same word lists, and a test compares the two.
"""
