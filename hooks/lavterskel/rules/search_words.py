"""The word lists that search reads are all there, and every word in them does something."""

from collections.abc import Iterator

from ..load import Data
from ..model.words import WordUse
from ..norwegian.letters import plain, word_texts
from ..problems import Problem

NAMES = {
    WordUse.STOPWORDS: "ord uten innhold",
    WordUse.NORMATIVE: "ord om plikter og føringer",
    WordUse.DANGER: "ord om akutt fare",
    WordUse.PLACES_THAT_ARE_WORDS: "kommunenavn som også er ord",
    WordUse.NOT_PARTS: "ledd ord ikke deles ved",
    WordUse.NEVER_SPLIT: "ord som ikke deles",
}


def check(data: Data) -> Iterator[Problem]:
    """Lists that are missing, danger without help to show, names of no place, and synonyms that say nothing."""
    yield from _lists(data)
    yield from _places(data)
    yield from _synonyms(data)


def _lists(data: Data) -> Iterator[Problem]:
    there = {one.use for one in data.all("wordlist").values()}
    for use in WordUse:
        if use not in there:
            message = f"Ingen liste har use: {use} ({NAMES[use]}). Søket trenger den."
            yield Problem("data/vocabulary/words.yaml", 0, message)
    for one in data.all("wordlist").values():
        if one.use is WordUse.DANGER and one.topic is None:
            message = "Ord om akutt fare trenger topic: temaet siden viser til under hjelpen."
            yield data.problem("wordlist", one, message, ("use",))
        if one.use is not WordUse.DANGER and one.topic is not None:
            message = f"topic brukes bare av lister med use: danger. Denne har use: {one.use}."
            yield data.problem("wordlist", one, message, ("topic",))


def _places(data: Data) -> Iterator[Problem]:
    names = {
        plain(" ".join(word_texts(name)))
        for place in data.all("municipality").values()
        for name in (place.title, *place.other_names, *(former.name for former in place.former))
    }
    for one in data.all("wordlist").values():
        if one.use is not WordUse.PLACES_THAT_ARE_WORDS:
            continue
        for number, word in enumerate(one.words):
            if plain(" ".join(word_texts(word))) not in names:
                message = f"Ingen kommune heter eller het «{word}». Se data/vocabulary/municipalities.yaml."
                yield data.problem("wordlist", one, message, ("words", number))


def _synonyms(data: Data) -> Iterator[Problem]:
    stopwords = {
        word.lower() for one in data.all("wordlist").values() if one.use is WordUse.STOPWORDS for word in one.words
    }
    for group in data.all("synonym").values():
        if not group.same and not group.also:
            message = "Gruppen har bare ett ord. Skriv andre ord for det samme under same eller also."
            yield data.problem("synonym", group, message, ("title",))
        seen = {group.title.lower()}
        for field in ("same", "also"):
            for number, word in enumerate(getattr(group, field)):
                at = (field, number)
                if word.lower() in seen:
                    yield data.problem("synonym", group, f"«{word}» står to ganger i gruppen. Ta bort det ene.", at)
                elif word.lower() in stopwords:
                    message = (
                        f"«{word}» står blant ordene uten innhold, som søket hopper over. Ta det bort ett av stedene."
                    )
                    yield data.problem("synonym", group, message, at)
                seen.add(word.lower())
