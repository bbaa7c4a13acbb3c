"""What a validation error means, in Norwegian, with what would be right."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

_TRANSLATED = {
    "string_type": "Her skal det stå tekst.",
    "string_too_short": "Teksten er tom. Skriv noe, eller ta bort feltet.",
    "int_type": "Her skal det stå et helt tall.",
    "int_parsing": "Her skal det stå et helt tall, uten hermetegn og uten andre tegn.",
    "int_from_float": "Her skal det stå et helt tall.",
    "float_type": "Her skal det stå et tall.",
    "float_parsing": "Her skal det stå et tall.",
    "bool_type": "Skriv true eller false.",
    "bool_parsing": "Skriv true eller false.",
    "list_type": "Her skal det stå en liste: hvert punkt på egen linje med bindestrek foran.",
    "dict_type": "Her skal det stå felt med innrykk under.",
    "model_type": "Her skal det stå felt med innrykk under.",
    "model_attributes_type": "Her skal det stå felt med innrykk under.",
    "tuple_type": "Her skal det stå en liste: hvert punkt på egen linje med bindestrek foran.",
    "too_short": "Listen er tom. Skriv minst ett punkt.",
    "date_type": "Skriv dagen som år-måned-dag, for eksempel 2026-08-13.",
    "date_parsing": "Datoen finnes ikke eller er skrevet feil. Skriv år-måned-dag, for eksempel 2026-08-13.",
    "date_from_datetime_parsing": "Datoen finnes ikke eller er skrevet feil. Skriv år-måned-dag, for eksempel 2026-08-13.",
    "date_from_datetime_inexact": "Skriv bare dagen: år-måned-dag, uten klokkeslett.",
}

_PATTERNS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Bruk små bokstaver a–z, tall og bindestrek mellom ordene: «stange-selvhjelpsgrupper». Skriv ae, o og a for æ, ø og å.",
    r"^\d{4}$": 'Et kommunenummer har fire siffer og står i hermetegn: "0301".',
    r"^\d{2}$": 'Et fylkesnummer har to siffer og står i hermetegn: "46".',
    r"^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$": "Skriv år, år-måned eller år-måned-dag: 2018, 2018-06 eller 2018-06-30.",
    r"^https?://[^\s<>\"]+$": "Skriv hele adressen, med https:// først og uten mellomrom.",
    r"^[a-z0-9]+$": "Bruk bare små bokstaver a–z og tall, uten bindestrek: «hol». Bestemmelsene får «hol-3-1».",
    r"^(§|kapittel |artikkel |art\. )": "Skriv paragrafen slik den siteres: «§ 3-1 andre ledd» eller «kapittel 10».",
    r"^(18|19|20)\d\d$": "Skriv årstallet med fire siffer: 2014.",
    r"[\p{L}\p{N}]": "En skrivemåte må ha minst ett ord i seg.",
    r"^[A-Z]\d\d$": "En ICPC-2-kode er én stor bokstav og to siffer: P76.",
}


def explain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """One sentence or two for the editor."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return f"Feltet «{error['loc'][-1]}» mangler, og må være med."
    if kind == "extra_forbidden":
        return _unknown_field(str(error["loc"][-1]), _fields_at(model, error["loc"][:-1]))
    if kind in ("enum", "literal_error"):
        return f"«{error['input']}» er ikke et av valgene. Velg {_choices(context)}."
    if kind == "string_pattern_mismatch":
        return _PATTERNS.get(context["pattern"], _by_field(error))
    if kind == "string_too_long":
        return f"Teksten er for lang. Hold den under {context['max_length']} tegn."
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"minst {context['ge']}" if "ge" in context else f"høyst {context['le']}"
        return f"Tallet {error['input']} er ikke mulig her. Det må være {bound}."
    if kind == "too_long" or (kind == "missing_argument"):
        return "Listen har for mange eller for få verdier. Linjer skrives som [fra, til]."
    return _TRANSLATED.get(kind, error["msg"] if kind not in _PYDANTIC_OWN else "Verdien kan ikke brukes her.")


# Kinds whose message pydantic writes itself, in English; ours are written in the models, in Norwegian.
_PYDANTIC_OWN = frozenset(
    {
        "value_error",
        "assertion_error",
        "none_required",
        "is_instance_of",
        "int_parsing_size",
        "string_unicode",
        "finite_number",
    }
)


def _by_field(error: ErrorDetails) -> str:
    field = str(error["loc"][-1])
    if field in ("opens", "closes"):
        return 'Skriv klokkeslettet i hermetegn med fire siffer: "08:00".'
    if field in ("phone", "sms"):
        return (
            f"«{error['input']}» er ikke et telefonnummer. Norske numre har 8 siffer (eller 3–6 for korte numre), "
            "bare siffer og mellomrom, for eksempel 22 40 00 40."
        )
    if field == "email":
        return "Dette er ikke en e-postadresse."
    return "Verdien har ikke riktig form."


def _choices(context: Mapping[str, Any]) -> str:
    return str(context.get("expected", "")).replace("'", "").replace(" or ", " eller ")


def _unknown_field(name: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    hint = f" Mente du «{near[0]}»?" if near else f" Feltene som finnes, er: {', '.join(known)}." if known else ""
    return f"Feltet «{name}» finnes ikke.{hint}"


def _fields_at(model: type[BaseModel], place: Sequence[int | str]) -> list[str]:
    """The known fields of the model that sits at ``place`` below ``model``."""
    current: type[BaseModel] | None = model
    for step in place:
        if isinstance(step, int) or current is None:
            continue
        field = current.model_fields.get(step)
        current = _model_in(field.annotation) if field else None
    return list(current.model_fields) if current else []


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found:
            return found
    return None
