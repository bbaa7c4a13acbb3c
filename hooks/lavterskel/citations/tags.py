"""What Zotero reads on a page: Highwire tags for one work, COinS for each work in a list."""

from __future__ import annotations

from urllib.parse import quote_plus

from markupsafe import Markup

from .bibliography import Work
from .formats import first_year, is_others, person

Tags = tuple[tuple[str, str], ...]


def highwire(work: Work, address: str) -> Tags:
    """``citation_*`` names and contents, one author per tag; nothing for what is not known."""
    fields = work.fields
    found = [("citation_title", work.title)]
    found += [("citation_author", person(author)) for author in work.authors if not is_others(author)]
    found += [
        ("citation_publication_date", first_year(work)),
        ("citation_journal_title", fields.get("journal", "")),
        ("citation_volume", fields.get("volume", "")),
        ("citation_publisher", fields.get("publisher", "")),
        ("citation_technical_report_institution", fields.get("institution", "")),
        ("citation_technical_report_number", fields.get("number", "") if work.type == "report" else ""),
        ("citation_dissertation_institution", fields.get("school", "")),
        ("citation_isbn", fields.get("isbn", "")),
        ("citation_doi", fields.get("doi", "")),
        ("citation_language", "nb"),
        ("citation_public_url", address),
    ]
    return tuple((name, content) for name, content in found if content) if work.title else ()


def coins(work: Work) -> Markup:
    """An empty element that carries the work as an OpenURL context object (Z39.88-2004)."""
    article = work.type == "article"
    fields = work.fields
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal" if article else "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "article" if article else "report" if work.type == "report" else "book"),
        ("rft.atitle" if article else "rft.btitle", work.title),
        ("rft.jtitle", fields.get("journal", "")),
        ("rft.date", first_year(work)),
        ("rft.volume", fields.get("volume", "")),
        ("rft.issue", fields.get("number", "") if article else ""),
        ("rft.pages", fields.get("pages", "")),
        ("rft.pub", fields.get("publisher", "") or fields.get("institution", "")),
        ("rft.isbn", fields.get("isbn", "")),
        *(("rft.au", person(author)) for author in work.authors if not is_others(author)),
        ("rft.language", "nb"),
    ]
    context = "&".join(f"{name}={quote_plus(value)}" for name, value in pairs if value)
    return Markup('<span class="Z3988" title="{}"></span>').format(context)
