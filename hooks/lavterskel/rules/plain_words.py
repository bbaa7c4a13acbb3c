"""Every hard word is in the list once, and what to write instead is no hard word itself."""

from collections.abc import Iterator

from ..load import Data
from ..plain_language.hard_words import HardWords
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Words that are there twice, in whatever form, and suggestions that need a suggestion themselves."""
    entries = data.all("plainword").values()
    hard_words = HardWords(entries)
    for entry in entries:
        for number, form in enumerate((entry.title, *entry.forms)):
            for found in hard_words.within(form):
                if found.entry is not entry:
                    message = f"«{form}» står også i posten «{found.entry.id}». Behold det ett sted."
                    yield data.problem("plainword", entry, message, ("forms", number - 1) if number else ("title",))
        for number, word in enumerate(entry.instead):
            for found in hard_words.within(word):
                message = f"«{found.written}» er selv et tungt ord (posten «{found.entry.id}»). Foreslå noe enklere."
                yield data.problem("plainword", entry, message, ("instead", number))
