"""The Norwegian words for what the model names in English."""

from __future__ import annotations

import datetime as dt

from ..citations.style import long_date
from ..model.actor import Level
from ..model.base import Confidence, Source
from ..model.finder import Duration, Fact, Part, Severity
from ..model.guidance import DocumentType, PlaceInDocument, Stage, Voice
from ..model.instrument import InstrumentType
from ..model.law import LawType
from ..model.offer import (
    AreaRole,
    Channel,
    CrisisGroup,
    FoundStatus,
    Referral,
    Setting,
    Status,
    WaitingMeasure,
    WaitingNature,
)
from ..model.pathway import Direction, FactorBasis, FactorLevel, PathwayType
from ..model.status import Standing
from ..text import joined

UNKNOWN = "Ikke oppgitt"

RECORD_KIND = {
    "offer": "Tilbud",
    "municipality": "Kommune",
    "topic": "Tema",
    "programme": "Program",
    "actor": "Aktør",
    "pathway": "Forløp",
    "instrument": "Verktøy",
    "guidance": "Føring",
    "recommendation": "Anbefaling",
    "question": "Spørsmål",
    "checklist": "Sjekkliste",
    "law": "Lov",
    "provision": "Paragraf",
    "term": "Begrep",
}
"""What one record of each kind is called where kinds stand side by side."""

STATUS = {
    Status.PERMANENT: "Fast tilbud",
    Status.ACTIVE: "I drift",
    Status.PROJECT: "Prosjekt",
    Status.PLANNED: "Planlagt",
    Status.ENDED: "Avsluttet",
    Status.EXAMPLE: "Bare et eksempel",
}

ROLE = {
    AreaRole.HOST: "vertskommune",
    AreaRole.PARTNER: "samarbeider",
    AreaRole.INVITED: "invitert, ikke med",
    AreaRole.CONSIDERED: "vurdert, ikke med",
}

REFERRAL = {
    Referral.NOT_NEEDED: "Du kan ta kontakt selv. Du trenger ikke henvisning.",
    Referral.VIA_PROFESSIONAL: "Du får tilbudet gjennom fagfolk.",
    Referral.APPLICATION: "Du må søke om plass.",
    Referral.REQUIRED: "Du trenger henvisning.",
}

WAITING_MEASURE = {
    WaitingMeasure.MESSAGE: "til du får svar",
    WaitingMeasure.FIRST_TALK: "til første samtale",
    WaitingMeasure.START: "til hjelpen starter",
}

WAITING_NATURE = {
    WaitingNature.PROMISE: "løfte",
    WaitingNature.GOAL: "mål",
    WaitingNature.OBSERVED: "målt eller eksempel",
    WaitingNature.RATING: "brukernes vurdering",
    WaitingNature.DESCRIBED: "beskrevet",
}

CHANNEL = {
    Channel.IN_PERSON: "Oppmøte",
    Channel.HOME: "Hjemme hos deg",
    Channel.PHONE: "Telefon",
    Channel.VIDEO: "Video",
    Channel.DIGITAL: "På nett",
    Channel.CHAT: "Chat",
    Channel.TEXT_MESSAGE: "SMS",
}

SETTING = {Setting.INDIVIDUAL: "alene", Setting.GROUP: "i gruppe", Setting.FAMILY: "sammen med familien"}

FOUND = {
    FoundStatus.CONFIRMED: "Funnet igjen",
    FoundStatus.RENAMED: "Funnet under annet navn",
    FoundStatus.PARTLY: "Delvis funnet igjen",
    FoundStatus.NOT_FOUND: "Ikke funnet igjen",
}

CRISIS_GROUP = {
    CrisisGroup.DANGER: "Når det er fare for liv",
    CrisisGroup.URGENT: "Når det haster",
    CrisisGroup.TALK: "Når du trenger noen å snakke med",
    CrisisGroup.CHILD: "For barn og unge",
    CrisisGroup.VIOLENCE: "Ved vold og overgrep",
    CrisisGroup.SUBSTANCE: "Ved rus og forgiftning",
}

LEVEL = {
    Level.MUNICIPAL: "Kommunen",
    Level.INTERMUNICIPAL: "Flere kommuner sammen",
    Level.SPECIALIST: "Spesialisthelsetjenesten",
    Level.REGIONAL: "Regionalt",
    Level.NATIONAL: "Nasjonalt",
    Level.STATE: "Staten",
    Level.VOLUNTARY: "Frivillig organisasjon",
    Level.PRIVATE: "Privat",
}

DOCUMENT_TYPE = {
    DocumentType.GUIDELINE: "Nasjonal faglig retningslinje",
    DocumentType.GUIDE: "Veileder",
    DocumentType.ADVICE: "Nasjonale faglige råd",
    DocumentType.PATHWAY: "Pasientforløp",
    DocumentType.PRIORITY_GUIDE: "Prioriteringsveileder",
    DocumentType.CIRCULAR: "Rundskriv",
    DocumentType.STRATEGY: "Strategi",
    DocumentType.PLAN: "Plan",
    DocumentType.PROGRAMME: "Satsing",
    DocumentType.WHITE_PAPER: "Stortingsmelding",
    DocumentType.PROPOSITION: "Proposisjon",
    DocumentType.COMMITTEE: "Innstilling",
    DocumentType.OFFICIAL_REPORT: "NOU",
    DocumentType.REPORT: "Rapport",
    DocumentType.AUDIT: "Tilsyn eller revisjon",
    DocumentType.HEARING: "Høring",
    DocumentType.AGREEMENT: "Avtale",
    DocumentType.LOCAL_PLAN: "Lokal plan",
    DocumentType.HANDBOOK: "Håndbok",
    DocumentType.BROCHURE: "Hefte",
    DocumentType.INTERNATIONAL: "Internasjonalt dokument",
    DocumentType.THESIS: "Masteroppgave",
    DocumentType.WEB_PAGE: "Nettside",
    DocumentType.OTHER: "Annet",
}

STANDING = {
    Standing.IN_FORCE: "Gjelder",
    Standing.CHANGED: "Endret",
    Standing.SUPERSEDED: "Erstattet",
    Standing.EXPIRED: "Perioden er ute",
    Standing.FOLLOWED: "Fulgt av noe nyere",
    Standing.UNCLEAR: "Ikke avklart",
    Standing.NOT_FOUND: "Ikke funnet",
    Standing.NOT_ADOPTED: "Ikke vedtatt",
    Standing.PENDING: "Vedtatt eller varslet, ikrafttredelse ikke funnet",
    Standing.NOT_CHECKED: "Ikke undersøkt",
}

NOT_LOOKED_UP = "Ikke undersøkt"
"""The standing of a document that nobody has looked up."""

VOICE = {
    Voice.GUIDANCE: "Nasjonale føringer",
    Voice.REPORT: "Rapporter og lokale dokumenter",
    Voice.RESEARCH: "Forskning",
    Voice.PERSON: "Utsagn fra enkeltpersoner",
}

VOICE_SLUG = {
    Voice.GUIDANCE: "nasjonale-foringer",
    Voice.REPORT: "rapporter",
    Voice.RESEARCH: "forskning",
    Voice.PERSON: "enkeltpersoner",
}

VOICE_MEANS = {
    Voice.GUIDANCE: "Dette er nasjonale føringer: lov, retningslinje, veileder, rundskriv eller strategi fra myndighetene.",
    Voice.REPORT: "Dette er en rapports, avtales eller et lokalt dokuments egen vurdering, ikke en nasjonal føring.",
    Voice.RESEARCH: "Dette er et råd fra forskning, ikke en nasjonal føring.",
    Voice.PERSON: "Dette er det én person eller én tjeneste har sagt, ikke en nasjonal føring.",
}

PLACE = {
    PlaceInDocument.BOX: "Anbefalingsboks",
    PlaceInDocument.KEY_POINT: "Hovedpunkt",
    PlaceInDocument.TEXT: "Løpende tekst",
    PlaceInDocument.QUESTION: "Ofte stilte spørsmål",
    PlaceInDocument.SIDEBAR: "Sidefelt eller sjekkliste",
    PlaceInDocument.ANNEX: "Vedlegg",
}

STAGE = {
    Stage.PREVENTION: "Forebygging",
    Stage.ASSESSMENT: "Kartlegging og utredning",
    Stage.TREATMENT: "Behandling og oppfølging",
}

LAW_TYPE = {LawType.ACT: "Lov", LawType.REGULATION: "Forskrift", LawType.EU_REGULATION: "EU-forordning"}

FINDER_PART = {
    Part.DANGER: "Fare for liv eller helse",
    Part.PATHWAY: "Hovedforløpet som passer",
    Part.OFFERS: "Når vi ikke kjenner noe lokalt tilbud",
    Part.CONSIDER: "Husk også",
    Part.ESCALATE: "Når og hvor du henviser videre",
    Part.REFERRAL: "Henvisningen",
    Part.INSTRUMENT: "Verktøy",
}

SEVERITY = {Severity.MILD: "mild", Severity.MODERATE: "moderat", Severity.SEVERE: "alvorlig"}

DURATION = {
    Duration.SHORT: "ny eller ventes å gå over",
    Duration.LONG: "har vart lenge",
    Duration.UNKNOWN: "varighet ikke vurdert",
}

FACT = {
    Fact.DANGER: "akutt fare",
    Fact.PREGNANT: "gravid",
    Fact.CHILDREN: "barn i hjemmet",
    Fact.SUBSTANCE: "rus i tillegg",
    Fact.NO_TALKS: "ikke samtaler alene",
    Fact.MINOR: "under 18 år",
}

PATHWAY_TYPE = {
    PathwayType.MAIN: "Hovedforløp",
    PathwayType.SITUATION: "Forløp for en situasjon",
    PathwayType.PROGRAMME: "Et programs egne steg",
    PathwayType.MODEL: "Modell",
    PathwayType.TOOL: "Samarbeidsverktøy",
    PathwayType.LOCAL: "Lokalt forløp",
}

PATHWAY_TYPES = {
    PathwayType.MAIN: "Hovedforløpene",
    PathwayType.SITUATION: "Når noe bestemt skjer",
    PathwayType.PROGRAMME: "Programmenes egne steg",
    PathwayType.MODEL: "Modeller som står mot hverandre",
    PathwayType.TOOL: "Verktøy for samarbeid",
    PathwayType.LOCAL: "Slik gjorde de det lokalt",
}

PATHWAY_TYPE_MEANS = {
    PathwayType.MAIN: "Sortert etter alvor og varighet, ikke etter diagnose.",
    PathwayType.SITUATION: "Hvem som gjør hva, steg for steg.",
    PathwayType.PROGRAMME: "Slik programmet selv beskriver veien gjennom.",
    PathwayType.MODEL: "Ulike svar på hvem som skal få hva først. Sidene sier hvem som mener hva.",
    PathwayType.TOOL: "Avtaler, planer og møter, med det som fremmer og hemmer dem.",
    PathwayType.LOCAL: "Veier slik én kommune eller ett tilbud har beskrevet dem.",
}

LANE = {
    "self": "Du og andre",
    "voluntary": "Frivillige og private",
    "municipal": "Kommunen",
    "specialist": "Spesialisthelsetjenesten",
    "several": "Flere nivåer",
    "state": "Stat og fylke",
    "unsaid": "Kilden sier ikke hvem",
}
"""The lanes of a pathway's picture, see ``render/flow.py``."""

DIRECTION = {Direction.PROMOTES: "Fremmer", Direction.INHIBITS: "Hemmer", Direction.BOTH: "Både fremmer og hemmer"}

FACTOR_LEVEL = {
    FactorLevel.SYSTEM: "systemet",
    FactorLevel.ORGANISATION: "organisasjonen",
    FactorLevel.RELATION: "mellom mennesker",
}

FACTOR_BASIS = {
    FactorBasis.INFORMANTS: "sagt av informanter",
    FactorBasis.LITERATURE: "fra litteraturen",
    FactorBasis.ANALYSIS: "forfatterens analyse",
    FactorBasis.HYPOTHESIS: "forfatterens hypotese",
}

INSTRUMENT_TYPE = {
    InstrumentType.SCREENING: "Kartlegging",
    InstrumentType.RISK: "Risikovurdering",
    InstrumentType.CLASSIFICATION: "Diagnosesystem og kodeverk",
    InstrumentType.FEEDBACK: "Tilbakemelding",
    InstrumentType.SURVEY: "Undersøkelse",
    InstrumentType.REGISTER: "Register og statistikk",
    InstrumentType.CONVERSATION: "Samtaleverktøy",
    InstrumentType.METHOD: "Metode",
    InstrumentType.PLANNING: "Planlegging",
}

WORK_TYPE = {
    "article": "Artikkel",
    "book": "Bok",
    "incollection": "Kapittel i bok",
    "inproceedings": "Konferansebidrag",
    "report": "Rapport eller dokument",
    "techreport": "Rapport eller dokument",
    "thesis": "Avhandling eller oppgave",
    "online": "Nettside",
    "legislation": "Lov eller forskrift",
}
"""BibTeX's types as readers know them; every other is «Annet»."""

CITED_FROM = {
    "reference": "dokumentet selv",
    "says": "Hva kildene sier at det sier",
    "status_source": "Status",
    "familiarity": "Hvor mange kjenner det",
    "changes": "Endringer",
    "notes": "Merk",
    "more": "Ordet i andre kilder",
    "evidence": "Forskning",
    "results": "Resultater",
    "debate": "Uenighet",
    "advice": "Råd",
    "answer": "Svaret",
    "summary": "Innledningen",
    "gives": "Hva bestemmelsen gir",
    "definition": "Forklaringen",
    "found_later": "Funnet senere",
}
"""The heading a citation stands under, by the field it is made in."""

CONFIDENCE = {Confidence.HIGH: "høy", Confidence.MEDIUM: "middels"}

WEEKDAY = {
    "mo": "mandag",
    "tu": "tirsdag",
    "we": "onsdag",
    "th": "torsdag",
    "fr": "fredag",
    "sa": "lørdag",
    "su": "søndag",
}


def as_of(value: str) -> str:
    """«2018», «juni 2018» or «13. august 2026», as exact as the value is."""
    if len(value) == 4:
        return value
    if len(value) == 7:
        return long_date(dt.date.fromisoformat(value + "-01")).split(" ", 1)[1]
    return long_date(dt.date.fromisoformat(value))


def when(value: str) -> str:
    """«i 2018», «i juni 2018», «9. september 2026»: the time as it stands in a sentence."""
    return as_of(value) if len(value) == 10 else f"i {as_of(value)}"


def source_day(source: Source) -> str:
    """When a source was read or dated, by which way, and how sure it is; empty for a printed work."""
    parts = []
    if source.read_on:
        parts.append(f"lest {short_day(source.read_on)}, ikke bekreftet av tilbyderen")
    if source.page_date:
        parts.append(f"siden er datert {as_of(source.page_date)}")
    if source.via:
        parts.append(f"gjengitt i {source.via}")
    if source.confidence:
        parts.append(f"sikkerhet: {CONFIDENCE[source.confidence]}")
    return joined(parts)


def place_in(source: Source) -> list[str]:
    """The place in a work, part by part: «4.1.3», «linje 2228–2229»."""
    lines = ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in source.lines)
    return [part for part in (source.at, f"linje {lines}" if lines else "") if part]


def short_day(day: dt.date) -> str:
    """13.08.2026."""
    return day.strftime("%d.%m.%Y")
