"""What must hold across records: one module per rule, listed here and nowhere else.

A rule is a module with ``check(data)``, which yields the problems it finds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..load import Data
from ..problems import DataError, Problem, Severity
from . import (
    crisis_numbers,
    cycles,
    doubles,
    finder_rules,
    idle_not_inherited,
    known_citations,
    known_references,
    known_sources,
    known_works,
    pathway_parts,
    plain_words,
    possible_days,
    possible_hours,
    provisions_in_law,
    reading_direction,
    recommended_fields,
    reserved_ids,
    search_words,
    source_fields,
    source_lines,
    standing_sourced,
    terms_apart,
    who_says,
)

Rule = Callable[[Data], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    doubles.check,
    known_references.check,
    known_sources.check,
    known_citations.check,
    known_works.check,
    source_fields.check,
    source_lines.check,
    cycles.check,
    reserved_ids.check,
    possible_days.check,
    possible_hours.check,
    crisis_numbers.check,
    idle_not_inherited.check,
    who_says.check,
    provisions_in_law.check,
    standing_sourced.check,
    terms_apart.check,
    pathway_parts.check,
    finder_rules.check,
    search_words.check,
    plain_words.check,
    reading_direction.check,
    recommended_fields.check,
)


def check(data: Data) -> list[Problem]:
    """Run every rule. Raises ``DataError`` when any finds an error; returns the warnings."""
    problems = [problem for rule in RULES for problem in rule(data)]
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise DataError(problems)
    return problems
