"""What the pages of a site are made from, gathered once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

import jinja2
from markupsafe import Markup

from ..citations.inline import with_citations
from ..citations.style import entries, label, name
from ..facets import Facets, index
from ..graph import Graph, national_offers
from ..model.guidance import Recommendation
from ..model.offer import Offer
from ..text import shortened
from . import recommendations
from .cards import Card, Cards, alphabetical, card
from .collection import Collection
from .environment import environment, render
from .glossary import Glossary

NAME_LENGTH = 60
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_KEY = re.compile(r"[a-z]+(?:-[a-z0-9]+)*-\d{4}")


@dataclass
class Context:
    """The graph, the templates and what is computed once for many pages."""

    graph: Graph
    templates: Path
    site_url: str
    _guidance_for: dict[tuple[tuple[str, ...], str | None], Markup] = field(default_factory=dict, init=False)

    @cached_property
    def environment(self) -> jinja2.Environment:
        """The record templates."""
        made = environment(self.templates)
        made.globals["cited"] = partial(with_citations, bibliography=self.graph.data.bibliography)
        return made

    @cached_property
    def facets(self) -> Facets:
        """Every offer's facet values."""
        return index(self.graph)

    @cached_property
    def card_of(self) -> dict[str, Card]:
        """Every offer's card by id."""
        return {offer.id: card(offer, self.graph, self.facets) for offer in self.graph.data.all("offer").values()}

    @cached_property
    def cards(self) -> Cards:
        """Every card drawn."""
        template = self.environment.get_template("card.html")
        return Cards({identity: Markup(template.render(card=card)) for identity, card in self.card_of.items()})

    @cached_property
    def offers(self) -> list[Offer]:
        """Every offer in the catalogue's order."""
        return alphabetical(self.graph.data.all("offer").values())

    @cached_property
    def national(self) -> list[Offer]:
        """Offers for the whole country, help now first."""
        return national_offers(self.graph)

    @cached_property
    def crisis(self) -> list[Offer]:
        """The offers of the help-now page, in its order."""
        return sorted(
            (offer for offer in self.graph.data.all("offer").values() if offer.crisis),
            key=lambda offer: offer.crisis.order if offer.crisis else 0,
        )

    @cached_property
    def recommendations(self) -> Collection[Recommendation]:
        """Every recommendation as a row of a list."""
        return recommendations.collection(self.graph)

    def guidance_for(self, kinds: tuple[str, ...], programme: str | None) -> Markup:
        """What national guidance says of an offer's kinds and programme; drawn once for all offers that share them."""
        key = (kinds, programme)
        if key not in self._guidance_for:
            self._guidance_for[key] = recommendations.for_offers(self, kinds, programme)
        return self._guidance_for[key]

    @cached_property
    def glossary(self) -> Glossary:
        """The terms that are explained where they stand."""
        return Glossary.of(self.graph.data.all("term").values())

    @cached_property
    def works(self) -> dict[str, Markup]:
        """Every source formatted, by key."""
        return entries(self.graph.data.bibliography)

    @cached_property
    def work_names(self) -> dict[str, str]:
        """Every source's short name, by key."""
        return {key: name(work) for key, work in self.graph.data.bibliography.works.items()}

    @cached_property
    def work_labels(self) -> dict[str, str]:
        """Every source's author and year, by key."""
        return {key: label(work) for key, work in self.graph.data.bibliography.works.items()}

    @cached_property
    def short_names(self) -> dict[str, str]:
        """Every source's name short enough for a line under a statement; that of its document where it is one."""
        documents = {one.reference: one for one in self.graph.data.all("guidance").values() if one.reference}
        return {
            key: recommendations.document_name(documents[key]) if key in documents else shortened(name, NAME_LENGTH)
            for key, name in self.work_names.items()
        }

    def with_names(self, text: str) -> str:
        """A text in which the keys in brackets are named: «2012a (smistad-2023)» → «2012a (Smistad, 2023)»."""
        return _IN_BRACKETS.sub(
            lambda match: _KEY.sub(lambda key: self.work_labels.get(key[0], key[0]), match[0]), text
        )

    def prepare(self) -> None:
        """Compute what many pages share, so that processes that make pages need not do it each on its own."""
        for shared, attribute in vars(type(self)).items():
            if isinstance(attribute, cached_property):
                getattr(self, shared)

    def render(self, template: str, **values: object) -> Markup:
        """A fragment from ``theme/records/``."""
        return render(self.environment, template, context=self, **values)
