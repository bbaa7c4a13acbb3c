"""One Norwegian author–year style, for prose and data alike: og, mfl., u.å., «hentet»."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from markupsafe import Markup

from .bibliography import Author, Bibliography, Work, short_authors

_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


BARE = "Bare forfatter og år i kilden"
"""What stands for the title of a work that the source texts name by author and year only."""


def year(work: Work) -> str:
    """The year with its letter, or «u.å.» (uten år)."""
    if work.year:
        return work.year + work.suffix
    return f"u.å.-{work.suffix}" if work.suffix else "u.å."


def label(work: Work) -> str:
    """The short form in running text: «Ose mfl., 2018»."""
    return f"{_short_authors(work)}, {year(work)}"


def name(work: Work) -> str:
    """Who and what, short enough to stand as a link: «Bamble kommune: [Nettside om Frisk Bris]»."""
    return f"{_short_authors(work)}: {work.title}" if work.authors and work.title else work.title or label(work)


def long_date(day: dt.date) -> str:
    """13. august 2026."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def entry(work: Work) -> Markup:
    """The full form in a list of sources, as HTML; every value from the file is escaped."""
    if work.type == "legislation":
        return _law(work)
    parts = [_who_and_what(work)]
    parts += [Markup("{}.").format(part) for part in _publication(work.fields)]
    if "doi" in work.fields:
        parts.append(Markup('<a href="https://doi.org/{0}">https://doi.org/{0}</a>').format(work.fields["doi"]))
    elif work.fields.get("url", "").startswith(("http://", "https://")):
        read = f"Hentet {_day(work.fields['urldate'])} fra " if "urldate" in work.fields else ""
        parts.append(Markup('{0}<a href="{1}">{1}</a>').format(read, work.fields["url"]))
    return Markup(" ").join(parts)


def _who_and_what(work: Work) -> Markup:
    """Authors, year and title; the title first where the source names no author."""
    title = (
        Markup("<cite>{}</cite>{}").format(work.title, _number(work)) if work.title else Markup("[{}.]").format(BARE)
    )
    if not work.authors:
        return Markup("{} ({}).").format(title, year(work))
    end = "." if work.title else ""
    return Markup("{} ({}). {}{}").format(_all_authors(work), year(work), title, end)


def _law(work: Work) -> Markup:
    """A law stands under its own name: it has no author."""
    day = _day(work.fields.get("date", ""))
    number = " ".join(part for part in (day, work.fields.get("number", "")) if part)
    return Markup("<cite>{}</cite>{}.").format(work.title, f" ({number})" if number else "")


def entries(bibliography: Bibliography) -> dict[str, Markup]:
    """Every work formatted once, by key."""
    return {key: entry(work) for key, work in bibliography.works.items()}


def _short_authors(work: Work) -> str:
    if not work.authors:
        return work.fields.get("shorttitle") or work.title or work.key
    return short_authors(work.authors)


def _all_authors(work: Work) -> str:
    names = [_inverted(author) for author in work.authors]
    if names and names[-1] == "others":
        return f"{', '.join(names[:-1])} mfl."
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} og {names[-1]}"


def _inverted(author: Author) -> str:
    initials = " ".join(f"{name[0]}." for name in author.given.replace("-", " ").split())
    return f"{author.family}, {initials}" if initials else author.family


def _number(work: Work) -> str:
    number = work.fields.get("number", "") if work.type in ("report", "techreport", "book", "misc", "manual") else ""
    return f" ({number})" if number else ""


def _publication(fields: Mapping[str, str]) -> list[str]:
    parts = []
    if "journal" in fields:
        volume = fields.get("volume", "") + (f"({fields['number']})" if "number" in fields else "")
        parts.append(", ".join(part for part in (fields["journal"], volume, fields.get("pages", "")) if part))
    if "booktitle" in fields:
        parts.append(f"I: {fields['booktitle']}" + (f", s. {fields['pages']}" if "pages" in fields else ""))
    house = fields.get("publisher") or fields.get("institution") or fields.get("school") or ""
    place = fields.get("address", "")
    if house or place:
        parts.append(": ".join(part for part in (place, house) if part))
    if "note" in fields:
        parts.append(fields["note"].rstrip("."))
    return parts


def _day(written: str) -> str:
    try:
        return long_date(dt.date.fromisoformat(written))
    except ValueError:
        return written
