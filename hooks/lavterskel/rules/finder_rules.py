"""The finder's rules suggest something, on a criterion that exists; and every criterion in force has its rule."""

from collections.abc import Iterator

from ..load import Data
from ..model.finder import FinderRule, Part
from ..problems import Problem, Severity

TARGET_OF = {
    Part.DANGER: ("offers", "pathway"),
    Part.PATHWAY: ("pathway",),
    Part.CONSIDER: ("pathway", "actors", "recommendations"),
    Part.OFFERS: ("recommendations",),
    Part.ESCALATE: ("actors", "pathway", "recommendations"),
    Part.REFERRAL: ("pathway", "recommendations"),
    Part.INSTRUMENT: ("instruments",),
}
"""What a rule of each part points at: one of these at least."""


def check(data: Data) -> Iterator[Problem]:
    """Rules that lead nowhere, criteria that do not exist, and criteria that no rule uses."""
    used = set()
    for rule in data.all("rule").values():
        if not any(getattr(rule, field) for field in TARGET_OF[rule.part]):
            message = f"En regel i delen «{rule.part.value}» må peke på noe: {', '.join(TARGET_OF[rule.part])}."
            yield data.problem("rule", rule, message, ("part",))
        if rule.strength_printed and not rule.strength:
            message = "Ordet i kilden (strength_printed) er skrevet, men ikke hvilken styrke det er (strength)."
            yield data.problem("rule", rule, message, ("strength_printed",))
        if rule.criterion:
            used.add((rule.criterion.pathway, rule.criterion.key))
            yield from _criterion(rule, data)
    replaced = {one for document in data.all("guidance").values() for one in document.replaces}
    for pathway in data.all("pathway").values():
        for index, criterion in enumerate(pathway.criteria):
            if criterion.document not in replaced and (pathway.id, criterion.key) not in used:
                message = f"Ingen regel i data/finder.yaml bruker kriteriet «{criterion.key}»."
                yield data.problem("pathway", pathway, message, ("criteria", index), Severity.WARNING)


def _criterion(rule: FinderRule, data: Data) -> Iterator[Problem]:
    pathway = data.all("pathway").get(rule.criterion.pathway) if rule.criterion else None
    if rule.criterion is None or pathway is None:
        return  # an unknown pathway is told by another rule
    found = next((one for one in pathway.criteria if one.key == rule.criterion.key), None)
    at = ("criterion", "key")
    if found is None:
        keys = ", ".join(one.key for one in pathway.criteria) or "ingen"
        message = f"Forløpet «{pathway.id}» har ikke kriteriet «{rule.criterion.key}». Det har: {keys}."
        yield data.problem("rule", rule, message, at)
    elif rule.document and found.document != rule.document:
        message = f"Kriteriet står i «{found.document}», men regelen sier at den følger «{rule.document}»."
        yield data.problem("rule", rule, message, at)
    if rule.pathway and rule.pathway != pathway.id:
        message = f"Regelen foreslår «{rule.pathway}», men kriteriet hører til «{pathway.id}»."
        yield data.problem("rule", rule, message, ("criterion", "pathway"))
