"""Every number that ranking turns on, in one place. The browser gets them with the language; see ``files``."""

from __future__ import annotations

# How much each way of understanding a word counts, in percent of the word as it stands.
EXACT = 100
OTHER_FORM = 75
"""A form of the word that the stemmer keeps apart: «brukeren» for «bruker»."""
OTHER_LETTERS = 90
"""With æ, ø or å where plain letters were written, when the word as it stands is unknown."""
PERHAPS_OTHER_LETTERS = 55
"""The same when the word as it stands is known too: «for» may be «før»."""
SAME_MEANING = 70
TOPIC = 80
ONE_WAY_MEANING = 60
MISSPELT = 70
COMPOUND = 85
FIRST_PART = 40
LAST_PART = 12
BEGINNING = 60
WHOLE_NAME = 300
JOINED = 80
OTHER_LAW = 12
"""A section's number in another act than the one named."""

# How much a part of the question weighs against the others; 0 lifts, but is not missed.
WORD = 10
INSIDE_PHRASE = 6
SECTION = 20
PLACE = 7
BONUS = 0

COMMON = ((20, 6), (8, 8))
"""A word that stands in at least so many percent of all documents weighs so much instead of ``WORD``."""

# How many words a misspelt or unfinished one may stand for, and how short the beginning of one may be: of a word that is
# still being typed, and of one that is not known whole.
MOST_SPELLINGS = 3
MOST_BEGINNINGS = 8
SHORTEST_UNFINISHED = 3
SHORTEST_BEGINNING = 5

PRIOR = {
    "topic": 125,
    "offer": 115,
    "municipality": 110,
    "programme": 110,
    "pathway": 105,
    "question": 100,
    "checklist": 95,
    "instrument": 100,
    "term": 100,
    "actor": 110,
    "law": 95,
    "provision": 90,
    "guidance": 95,
    "recommendation": 75,
}
"""How much a kind counts, in percent, when the question says nothing of norms: residents' things first."""
NORMATIVE_PRIOR = {
    "topic": 85,
    "offer": 70,
    "municipality": 80,
    "programme": 85,
    "pathway": 105,
    "question": 120,
    "checklist": 110,
    "instrument": 100,
    "term": 100,
    "actor": 110,
    "law": 115,
    "provision": 115,
    "guidance": 110,
    "recommendation": 125,
}
"""The same when the question is about duties, guidance or law."""
LOCAL = 220
"""What is in the place asked about, against what is for the whole country."""
NATIONWIDE = 120
"""What is for the whole country, when no place is asked about: it can be used by whoever asks."""
AGE_STATED = 130
"""What states limits that the age asked about fits, against what states none."""
NOT_USABLE = 45
"""What is planned or ended."""
REST = 4
"""Of the ways a part of the question was found, the best counts whole, and the sum of the others this part of it."""

FOR_BROWSER = {name: value for name, value in globals().items() if name.isupper()}
"""All of it, by name."""
