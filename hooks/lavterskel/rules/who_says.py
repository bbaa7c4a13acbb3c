"""A recommendation is said by one document or one law, and stands in a part of the document that exists."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Recommendations said by nobody or by two, and places their document does not have."""
    documents = data.all("guidance")
    for item in data.all("recommendation").values():
        if bool(item.document) == bool(item.law):
            message = "Skriv enten document eller law: anbefalingen må sies av ett dokument eller én lov, ikke begge."
            yield data.problem("recommendation", item, message, ("document",) if item.document else ())
        if item.section and item.document in documents:
            sections = {section.number for section in documents[item.document].sections}
            if sections and item.section not in sections:
                yield data.problem(
                    "recommendation",
                    item,
                    f"Dokumentet «{item.document}» har ingen del «{item.section}». Se sections i data/documents.yaml.",
                    ("section",),
                )
