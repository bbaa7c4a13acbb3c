"""Writes offers that nobody gives: for measuring, in the house style, the same bytes for the same seed.

``python bench/synthetic.py 10000 offers.yaml --seed 1``. What the offers choose from (municipalities, kinds, topics,
audiences, programmes, sources) is read from ``data/``, so that the file always passes ``make check``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

import phrases
import yaml

from lavterskel.text import slug

ROOT = Path(__file__).resolve().parent.parent

LARGE = (
    "oslo",
    "bergen",
    "trondheim",
    "stavanger",
    "baerum",
    "kristiansand",
    "drammen",
    "asker",
    "lillestrom",
    "fredrikstad",
    "sandnes",
    "tromso",
    "skien",
    "sarpsborg",
    "bodo",
    "sandefjord",
    "alesund",
    "larvik",
    "indre-ostfold",
    "arendal",
    "tonsberg",
    "lorenskog",
    "karmoy",
    "porsgrunn",
)
"""Municipalities with many people, the largest first: they get the most offers."""

WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag")

_QUOTED = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`~]|: |:$| #|\s$|^(?:true|false|null|yes|no|on|off|-?\d+(?:\.\d+)?)$", re.IGNORECASE
)
_CHOICE = re.compile(r"\{([^{}]*)\}")

Fields = dict[str, Any]


class Quoted(str):
    """Text that stands in quotation marks whatever it holds, as numbers and times do in ``data/``."""

    __slots__ = ()


class Inline(list[Any]):
    """A list on one line: ``[samtale, kurs]``."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What offers may choose from."""

    municipalities: Sequence[Mapping[str, Any]]
    kinds: Sequence[str]
    topics: Sequence[str]
    audiences: Sequence[str]
    programmes: Sequence[str]
    actors: Sequence[Mapping[str, Any]]
    works: Sequence[str]

    @classmethod
    def read(cls, data: Path) -> Vocabulary:
        """Everything from a data folder."""
        words = data / "vocabulary"
        bibliography = (data / "references.bib").read_text(encoding="utf-8")
        return cls(
            _records(words / "municipalities.yaml"),
            _ids(words / "kinds.yaml"),
            _ids(words / "topics.yaml"),
            _ids(words / "audiences.yaml"),
            _ids(data / "programmes.yaml"),
            _records(data / "actors.yaml"),
            re.findall(r"^@\w+\{([^,\s]+),", bibliography, re.MULTILINE),
        )


def _records(path: Path) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return loaded


def _ids(path: Path) -> list[str]:
    return [record["id"] for record in _records(path)]


@cache
def _pieces(phrase: str) -> tuple[str | tuple[str, ...], ...]:
    """A phrase cut at its choices: plain text, then alternatives, then plain text; one alternative is a name."""
    parts = _CHOICE.split(phrase)
    return tuple(tuple(part.split("|")) if number % 2 else part for number, part in enumerate(parts))


@dataclass(slots=True)
class Writer:
    """Draws offers from one source of chance."""

    words: Vocabulary
    random: Random
    taken: set[str] = field(default_factory=set)
    umbrellas: list[Fields] = field(default_factory=list)
    """Those of the municipality at hand."""
    here: list[str] = field(default_factory=list)
    """Ids of the offers of the municipality at hand."""
    _slots: dict[str, str] = field(default_factory=dict)

    def offers(self, number: int) -> Iterator[Fields]:
        """That many offers, municipality by municipality; the large ones have most, and all have one when there are enough."""
        by_county: dict[str, list[Mapping[str, Any]]] = {}
        for municipality in self.words.municipalities:
            by_county.setdefault(municipality["county"], []).append(municipality)
        sorts = [sort for sort in phrases.SORTS for _ in range(sort.weight)]
        for municipality, count in zip(self.words.municipalities, self._shares(number), strict=True):
            self.umbrellas, self.here = [], []
            for position in range(count):
                first = position == 0 and count > 1
                sort = phrases.SORTS[0] if first else self.random.choice(sorts)
                yield self._offer(sort, municipality, by_county[municipality["county"]])

    def _shares(self, number: int) -> list[int]:
        municipalities = self.words.municipalities
        ids = [municipality["id"] for municipality in municipalities]
        small = [identity for identity in ids if identity not in LARGE]
        self.random.shuffle(small)
        rank = {
            identity: place
            for place, identity in enumerate([*(identity for identity in LARGE if identity in ids), *small])
        }
        weights = list(accumulate((rank[identity] + 8) ** -0.85 for identity in ids))
        counts = dict.fromkeys(ids, 1 if number >= len(ids) else 0)
        for identity in self.random.choices(ids, cum_weights=weights, k=number - sum(counts.values())):
            counts[identity] += 1
        return [counts[identity] for identity in ids]

    # --- Words ---

    def say(self, phrase: str) -> str:
        """A phrase with its choices made."""
        said = []
        for piece in _pieces(phrase):
            if isinstance(piece, str):
                said.append(piece)
            elif len(piece) == 1:
                said.append(self._slots[piece[0]])
            else:
                said.append(self.say(self.random.choice(piece)))
        return "".join(said)

    def one(self, pool: Sequence[str]) -> str:
        """One phrase of a pool, said."""
        return self.say(self.random.choice(pool))

    def some(self, pool: Sequence[str], least: int, most: int) -> list[str]:
        """Several phrases of a pool, each once."""
        return [
            self.say(phrase) for phrase in self.random.sample(pool, min(len(pool), self.random.randint(least, most)))
        ]

    def chance(self, share: float) -> bool:
        """True that often."""
        return self.random.random() < share

    def _known(self, wanted: Iterable[str], known: Sequence[str]) -> list[str]:
        return [item for item in wanted if item in known]

    # --- Offers ---

    def _offer(
        self, sort: phrases.Sort, municipality: Mapping[str, Any], county: Sequence[Mapping[str, Any]]
    ) -> Fields:
        place: str = municipality["title"]
        number = self.random.randint(3, 9)
        self._slots = {
            "m": place,
            "n": str(number),
            "weeks": str(number + self.random.randint(1, 6)),
            "day": self.random.choice(WEEKDAYS),
            "hour": str(self.random.randint(8, 11)),
        }
        title, district = (
            self.random.choice(sort.titles),
            self.random.choice(phrases.DISTRICTS) if self.chance(0.08) else None,
        )
        offer: Fields = {
            "id": self._identity(municipality["id"], title, district),
            "title": self._title(title, place, district),
        }
        parent = self.random.choice(self.umbrellas) if self.umbrellas and self.chance(0.3) else None
        programme = self._programme(sort)
        if self.chance(0.25):
            offer["aliases"] = Inline(self.some(phrases.ALIASES, 1, 2))
        offer["summary"] = self.one(sort.summaries)
        offer["kinds"] = Inline(self._kinds(sort))
        if self.chance(0.97):
            offer["provider"] = self._provider()
        offer["areas"] = self._areas(municipality, county, district)
        if parent:
            offer["part_of"] = parent["id"]
        if programme:
            offer["programme"] = programme
        if not programme or self.chance(0.6):
            offer["topics"] = Inline(self._topics(sort))
        if sort.audience and self.chance(0.7) and (audience := self._audience(sort)):
            offer["audience"] = Inline(audience)
        self._for_the_reader(offer, sort, inherits=bool(parent))
        self._about_the_offer(offer, sort)
        self._standing(offer)
        if self.here and self.chance(0.3):
            offer["see"] = Inline(self.random.sample(self.here, min(len(self.here), self.random.randint(1, 3))))
        if (parent or programme) and self.chance(0.15):
            offer["not_inherited"] = Inline(self.random.sample(("access", "age", "cost"), self.random.randint(1, 2)))
        if self.chance(0.06):
            offer["found_later"] = [self._found_later(sort)]
        offer["sources"] = self._sources(offer)
        self.here.append(offer["id"])
        if sort.umbrella and len(self.umbrellas) < 6:
            self.umbrellas.append(offer)
        return offer

    def _identity(self, municipality: str, title: str, district: str | None) -> str:
        words = f"{municipality}-{slug(title)}" + (f"-{slug(district)}" if district else "")
        identity, number = words[:70].rstrip("-"), 2
        while identity in self.taken:
            identity = f"{words[:70].rstrip('-')}-{number}"
            number += 1
        self.taken.add(identity)
        return identity

    def _title(self, title: str, place: str, district: str | None) -> str:
        if district:
            return f"{title} {district}"
        return f"{title} i {place}" if self.chance(0.4) else title

    def _programme(self, sort: phrases.Sort) -> str | None:
        known = self._known(sort.programmes, self.words.programmes)
        if known and self.chance(0.3):
            return self.random.choice(known)
        return self.random.choice(self.words.programmes) if self.chance(0.01) else None

    def _kinds(self, sort: phrases.Sort) -> list[str]:
        known = self._known(sort.kinds, self.words.kinds) or list(self.words.kinds[:1])
        chosen = known[: self.random.randint(1, len(known))]
        if self.chance(0.08):
            chosen.append(self.random.choice(self.words.kinds))
        return list(dict.fromkeys(chosen))

    def _topics(self, sort: phrases.Sort) -> list[str]:
        known = self._known(sort.topics, self.words.topics) or list(self.words.topics[:1])
        chosen = self.random.sample(known, min(len(known), self.random.randint(1, 3)))
        if self.chance(0.12):
            chosen.append(self.random.choice(self.words.topics))
        return list(dict.fromkeys(chosen))

    def _audience(self, sort: phrases.Sort) -> list[str]:
        chosen = self._known(sort.audience, self.words.audiences)
        if self.chance(0.05):
            chosen.append(self.random.choice(self.words.audiences))
        return list(dict.fromkeys(chosen))

    def _provider(self) -> Fields:
        if self.words.actors and self.chance(0.05):
            actor = self.random.choice(self.words.actors)
            return {"name": actor["title"], "actor": actor["id"]}
        return {"name": self.one(phrases.PROVIDERS)}

    def _areas(
        self, municipality: Mapping[str, Any], county: Sequence[Mapping[str, Any]], district: str | None
    ) -> list[Fields]:
        drawn = self.random.random()
        if drawn < 0.008:
            return [{"nation": True}]
        if drawn < 0.02:
            return [{"county": Quoted(municipality["county"])}]
        own: Fields = {"municipality": Quoted(municipality["number"])}
        if district:
            own["district"] = district
        elif municipality.get("former") and self.chance(0.1):
            own["name_then"] = municipality["former"][0]["name"]
        others = [other for other in county if other is not municipality]
        if drawn < 0.9 or not others:
            return [own]
        areas = [own | {"role": "host"}] if self.chance(0.5) else [own | {"role": "partner"}]
        for other in self.random.sample(others, min(len(others), self.random.randint(1, 5))):
            role = self.random.choices(("partner", "invited", "considered"), weights=(88, 8, 4))[0]
            areas.append({"municipality": Quoted(other["number"]), "role": role})
        return areas

    def _for_the_reader(self, offer: Fields, sort: phrases.Sort, *, inherits: bool) -> None:
        """The fields that answer a reader's questions, in the order of ``data/offers.yaml``."""
        if self.chance(0.75):
            offer["for_whom"] = self.one(sort.for_whom)
        low, high = self.random.choice(sort.ages)
        if (low is not None or high is not None) and self.chance(0.25 if inherits else 0.5):
            offer["age"] = self._age(low, high)
        if self.chance(0.85):
            offer["what"] = self.some(sort.what, 2, 5)
        if self.chance(0.3):
            offer["method"] = self.some(phrases.METHOD, 1, 2)
        if self.chance(0.45 if inherits else 0.75):
            offer["access"] = self._access()
        if self.chance(0.25 if inherits else 0.5):
            offer["cost"] = self._cost()
        if self.chance(0.3):
            offer["waiting"] = [
                self._waiting(*drawn) for drawn in self.random.sample(phrases.WAITING, self.random.choice((1, 1, 1, 2)))
            ]
        if self.chance(0.5):
            offer["opening_hours"] = self._opening_hours()
        if self.chance(0.6):
            offer["format"] = {"channels": Inline(sort.channels)} | (
                {"settings": Inline(sort.settings)} if self.chance(0.6) else {}
            )

    def _about_the_offer(self, offer: Fields, sort: phrases.Sort) -> None:
        in_group = "group" in sort.settings
        for name, share, pool in (
            ("frequency", 0.4 if in_group else 0.12, phrases.FREQUENCY),
            ("length", 0.3, phrases.LENGTH),
            ("group_size", 0.3 if in_group else 0.0, phrases.GROUP_SIZE),
            ("place", 0.35, phrases.PLACE),
        ):
            if self.chance(share):
                offer[name] = self.one(pool)
        for name, share, listed, most in (
            ("languages", 0.06, phrases.LANGUAGES, 3),
            ("staffing", 0.5, phrases.STAFFING, 3),
            ("capacity", 0.12, phrases.CAPACITY, 1),
            ("cooperation", 0.4, phrases.COOPERATION, 2),
            ("onward", 0.25, phrases.ONWARD, 1),
            ("instruments", 0.06, phrases.INSTRUMENTS, 2),
            ("operation", 0.4, phrases.OPERATION, 3),
            ("funding", 0.05, phrases.FUNDING, 1),
            ("results", 0.12, phrases.RESULTS, 1),
            ("limits", 0.3, phrases.LIMITS, 2),
        ):
            if self.chance(share):
                offer[name] = self.some(listed, 1, most)
        if self.chance(0.55):
            offer["contacts"] = self._contacts()
        if self.chance(0.06):
            offer["since"] = Quoted(self.random.choice(phrases.SINCE))
        if self.chance(0.25):
            offer["notes"] = self.some(phrases.NOTES, 1, 2)

    def _standing(self, offer: Fields) -> None:
        if self.chance(0.12):
            status = self.random.choices(list(phrases.STATUS_TEXT), weights=(28, 34, 12, 18, 5, 3))[0]
            offer["status"] = status
            if self.chance(0.7):
                offer["status_text"] = self.one(phrases.STATUS_TEXT[status])
        offer["as_of"] = self.random.choice(
            ("2018", "2018", "2018", "2019", "2022", "2023-05", self._day(2024), self._day(2025), self._day(2025))
        )

    def _age(self, low: int | None, high: int | None) -> Fields:
        age: Fields = {name: limit for name, limit in (("min", low), ("max", high)) if limit is not None}
        if self.chance(0.5):
            age["text"] = (
                f"{low}–{high} år"
                if low and high is not None
                else f"Fra {low} år"
                if low
                else f"Til og med {high} år"
                if high
                else "Alle aldre"
            )
        if self.chance(0.05):
            age["typical"] = f"Rundt {(low or 10) + 7} år"
        return age

    def _access(self) -> Fields:
        access: Fields = {}
        if self.chance(0.75):
            access["referral"] = self.random.choices(
                ("not_needed", "via_professional", "application", "required"), weights=(78, 10, 7, 5)
            )[0]
        access["how"] = self.some(phrases.HOW, 1, 3)
        if self.chance(0.2):
            access["how_professional"] = self.some(phrases.HOW_PROFESSIONAL, 1, 2)
        return access

    def _cost(self) -> Fields:
        if self.chance(0.8):
            return {"free": True} | ({"text": self.one(phrases.COST_FREE)} if self.chance(0.2) else {})
        return ({"free": False} if self.chance(0.8) else {}) | {"text": self.one(phrases.COST_PAID)}

    def _waiting(self, words: str, measures: str, nature: str, days: int | None) -> Fields:
        return {"text": self.say(words), "measures": measures, "nature": nature} | (
            {} if days is None else {"days_max": days}
        )

    def _opening_hours(self) -> Fields:
        if self.chance(0.04):
            return {"text": "Hele døgnet, alle dager", "always": True}
        words, slots, evening, weekend = self.random.choice(phrases.HOURS)
        hours: Fields = {"text": words} if self.chance(0.85) else {}
        if not hours or self.chance(0.85):
            hours["slots"] = [
                {"days": Inline(days.split()), "opens": Quoted(opens), "closes": Quoted(closes)}
                for days, opens, closes in slots
            ]
        return hours | ({"evening": True} if evening else {}) | ({"weekend": True} if weekend else {})

    def _contacts(self) -> list[Fields]:
        """Ways that reach nobody: numbers that begin with 22 00, addresses below ``.example``, streets that are not there."""
        domain = f"{slug(self._slots['m'])}.example"
        number = f"22 00 {self.random.randint(0, 99):02} {self.random.randint(0, 99):02}"
        contacts: list[Fields] = [
            {"phone": number} | ({"label": self.one(phrases.CONTACT_LABELS)} if self.chance(0.3) else {})
        ]
        if self.chance(0.1):
            contacts.append({"sms": f"22 00 {self.random.randint(0, 99):02} {self.random.randint(0, 99):02}"})
        if self.chance(0.7):
            contacts.append(
                {
                    "web": f"https://www.{domain}/helse-og-omsorg/psykisk-helse/{self.random.randint(1, 400)}/",
                    "label": "Nettside",
                }
            )
        if self.chance(0.15):
            contacts.append({"email": f"post@{domain}"})
        if self.chance(0.4):
            contacts.append(
                {"address": f"{self.one(phrases.STREETS)} {self.random.randint(1, 120)}, {self._slots['m']}"}
            )
        return contacts

    def _found_later(self, sort: phrases.Sort) -> Fields:
        status = self.random.choices(("confirmed", "renamed", "partly", "not_found"), weights=(45, 15, 20, 20))[0]
        found: Fields = {"status": status, "as_of": self._day(2025)}
        if status == "not_found":
            found["notes"] = ["At ingen side er funnet, viser ikke at tilbudet er lagt ned."]
            if self.here:
                found["see"] = Inline([self.random.choice(self.here)])
        else:
            found |= {
                "name": self.random.choice(sort.titles),
                "summary": self.one(sort.summaries),
                "what": self.some(sort.what, 1, 2),
            }
            found["contacts"] = self._contacts()
        found["sources"] = [
            {"ref": self.random.choice(self.words.works), "read_on": self._day(2025), "confidence": "high"}
        ]
        return found

    def _sources(self, offer: Fields) -> list[Fields]:
        source: Fields = {"ref": self.random.choice(self.words.works), "at": self.one(phrases.CHAPTERS)}
        if len(offer["as_of"]) > 4:
            return [source | {"read_on": self._day(2025), "confidence": self.random.choice(("high", "high", "medium"))}]
        first = self.random.randint(1, 9000)
        named = (
            "provider",
            "topics",
            "audience",
            "for_whom",
            "age",
            "what",
            "access",
            "waiting",
            "opening_hours",
            "format",
            "staffing",
            "operation",
        )
        source["lines"] = Inline([Inline([first, first + 60])])
        source["fields"] = {name: Inline([self._lines(first)]) for name in named if name in offer}
        return [source]

    def _lines(self, first: int) -> Inline:
        begins = first + self.random.randint(0, 50)
        return Inline([begins, begins + self.random.randint(0, 8)])

    def _day(self, year: int) -> str:
        return f"{year}-{self.random.randint(1, 9):02}-{self.random.randint(1, 28):02}"


# --- YAML in the house style ---


def _scalar(value: object) -> str:
    if value is True or value is False:
        return "true" if value else "false"
    if isinstance(value, Quoted):
        return f'"{value}"'
    if isinstance(value, Inline):
        return "[" + ", ".join(_in_list(item) for item in value) + "]"
    text = str(value)
    return "'" + text.replace("'", "''") + "'" if isinstance(value, str) and _needs_quotes(text) else text


def _in_list(value: object) -> str:
    written = _scalar(value)
    return (
        "'" + written + "'"
        if isinstance(value, str) and written[0] not in "'\"" and set(written) & set(",[]{}")
        else written
    )


@cache
def _needs_quotes(text: str) -> bool:
    return _QUOTED.search(text) is not None and not _is_year_or_day(text)


def _is_year_or_day(text: str) -> bool:
    """Years stand bare in ``as_of``; the only whole number that is drawn as text and not ``Quoted``."""
    return len(text) == 4 and text.isdigit()


def _lines_of(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for name, item in value.items():
        if isinstance(item, dict):
            yield f"{indent}{name}:"
            yield from _lines_of(item, indent + "  ")
        elif isinstance(item, list) and not isinstance(item, Inline):
            yield f"{indent}{name}:"
            for element in item:
                if isinstance(element, dict):
                    lines = list(_lines_of(element, indent + "    "))
                    yield f"{indent}  - {lines[0].lstrip()}"
                    yield from lines[1:]
                else:
                    yield f"{indent}  - {_scalar(element)}"
        else:
            yield f"{indent}{name}: {_scalar(item)}"


def as_yaml(offer: Fields) -> str:
    """One offer as it would be written by hand."""
    lines = list(_lines_of(offer, "  "))
    return "- " + lines[0].lstrip() + "\n" + "".join(f"{line}\n" for line in lines[1:])


def write_offers(number: int, path: Path, seed: int = 1, data: Path = ROOT / "data") -> None:
    """Write a file with that many offers."""
    writer = Writer(Vocabulary.read(data), Random(seed))
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(
            f"# Oppdiktede tilbud til måling ({number} tilbud, frø {seed}), laget av bench/synthetic.py. Ingen av dem finnes.\n"
        )
        file.writelines("\n" + as_yaml(offer) for offer in writer.offers(number))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Lager en YAML-fil med oppdiktede tilbud til måling.", add_help=False)
    parser.add_argument("antall", type=int, help="hvor mange tilbud")
    parser.add_argument("fil", type=Path, help="filen som skrives")
    parser.add_argument("--seed", type=int, default=1, help="frø: samme frø gir samme fil (standard 1)")
    parser.add_argument("-h", "--help", action="help", help="vis denne hjelpen")
    chosen = parser.parse_args()
    write_offers(chosen.antall, chosen.fil, chosen.seed)


if __name__ == "__main__":
    main()
