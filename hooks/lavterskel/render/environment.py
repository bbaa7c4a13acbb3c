"""The templates of ``theme/records/``, with every value escaped unless it is already markup."""

from __future__ import annotations

from pathlib import Path

import jinja2
from markupsafe import Markup, escape

from ..citations.style import long_date
from ..text import counted, shortened, upper_first
from . import labels
from .addresses import address


def environment(templates: Path) -> jinja2.Environment:
    """A Jinja environment over ``templates``; a missing name is an error, never an empty string."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(
        counted=counted,
        shortened=shortened,
        upper_first=upper_first,
        when=labels.when,
        long_date=long_date,
        short_day=labels.short_day,
        tel=tel,
        literal=literal,
    )
    made.globals.update(labels=labels, day=labels.source_day, as_of=labels.as_of, address=address)
    return made


def tel(number: str) -> str:
    """A number as a ``tel:`` link takes it: digits only, with the country code where it is not a short number."""
    digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
    return f"+47{digits}" if len(digits) == 8 else digits


def literal(text: str) -> Markup:
    """A text that fills an attribute: its first sign by number where it would make the text a link of the site's own.

    ``="~/`` and ``="#`` are how templates write links, and data may begin so too.
    """
    return Markup(f"&#{ord(text[0])};") + text[1:] if text.startswith(("~", "#")) else escape(text)


def render(environment: jinja2.Environment, template: str, **values: object) -> Markup:
    """One fragment as safe markup."""
    return Markup(environment.get_template(template).render(**values))
