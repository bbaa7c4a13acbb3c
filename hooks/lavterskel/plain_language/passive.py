"""The passive in Norwegian, by «-s» («sendes») and by «bli» («blir sendt»), told from what only looks like it.

No dictionary is asked, so the rules lean to silence: a passive that is missed costs less than a report nobody trusts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .sentences import word_list, words

_ACTIVE_S = word_list(
    """
    behøves brytes dreies egnes eldes elskes enes fantes fattes ferdes finnes fins føles gremmes grues harmes
    hjelpes høres høstes jamres kappes kives kjennes klemmes krangles kveles kvies kysses lates lekes lenges leves
    lykkes lyktes minnes mislykkes mislyktes mistrives møtes møttes nappes nøyes omgås oppstås prates sees ses
    skilles skjemmes skyldes slåss snakkes spøkes svimes synes syns syntes treffes trenges trengs trivdes trives
    trivs tykkes undres vantrives vemmes våres
    """
)
"""Verbs in «-s» whose subject acts, feels or is: «finnes», «trives», «de møtes», «det skyldes»."""

_NOT_VERBS = word_list(
    """
    alles andres annerledes ansattes barnes begges brukeres deltakeres deres dettes diabetes disses eldres ellers
    enkeltes felles flestes foreldres fremdeles fremmedes gamles gjensidiges guidelines halvtimes hennes herpes
    hjemmes hverandres hvilkes hvorledes innsattes innvandreres kommunes leges likeledes manges nærmestes
    offentliges outcomes pilates pårørendes rikes samples sandnes selves series services sindssykes sines stedes
    sykes særdeles således tilfelles tilstedes times types undertiden ungdommes unges voksnes yngres
    """
)
_LONG_VERB = re.compile(r"^\w{3,}es$(?<!enes)(?<!ernes)(?<!endes)")
"""«sendes», but not the genitive of many, «kommunenes» and «brukernes», or of a participle, «deltakendes»."""
_VERBS_LIKE_GENITIVES = re.compile(
    r"^(?:fjernes|(?:be|for)?tjenes|trenes|menes|forenes|(?:an|hen)?vendes|(?:inn|over|til|ut)?sendes|endes)$"
)

_SHORT_VERB = re.compile(
    r"^(?:an|av|be|del|etter|fast|for|fore|fra|gjen|god|i|inn|med|mot|ned|om|opp|over|på|sammen|til|under|ut|ved)*"
    r"(?:gis|tas|slås|stås|nås|fås|gås|bys|bes)$"
)
"""Passives of verbs that end in a stressed vowel: «gis», «tilbys», «foreslås», «foretas»."""

_BLI = word_list("bli blir ble blei blitt")
_BETWEEN = word_list(
    """
    aldri allerede alltid altså bare da de dem den der dere derfor dermed det dette disse du enda først gjerne han
    hun igjen ikke jeg jevnlig kanskje man noen nå ofte oftere også raskt seinere senere sjelden stadig særlig så
    umiddelbart vanligvis vi
    """
)
"""Small words that may stand between «blir» and what is done: «blir du ikke møtt»."""
_PARTICIPLE = re.compile(r"^(?:\w*[^aeiouyæøå\W](?:et|t)|\w+dd|\w*(?:tatt|gitt|slått|gått|nådd|sett))$")
_NOT_DONE = word_list(
    """
    absolutt aktuelt alt annet bevisst blankt blidt borte bredt brått deprimert direkte diskret dumt dypt dårligt
    eget engasjert enkelt ett fast fett flott fort forut fritt frustrert fullt født først galt gammelt gladt glatt
    godt grovt halvt hardt helt hett høyt interessant interessert intet jevnt kaldt kjent klart korrekt kort kvikt
    kvitt langt lavt lett lettet likt litt lokalt markert meget mett midt mildt mitt motivert mykt nasjonalt nett
    normalt nytt nøyaktig opptatt overrasket perfekt permanent presist privat prompt rart redd regionalt rett rundt
    sakt sent sint sist sitt skuffet slapt slitt smalt smart snilt sort spent sterkt stivt stolt stort stramt stygt
    sunt surt svakt svart svært sykt tett tomt trett trist trygt trøtt tungt tynt tørt umotivert urolig utmattet
    utrygt utslitt vant varmt verdt vidt vilt visst vondt vått
    """
)
"""What one becomes and nobody does: «blir godt», «ble trøtt», «bli kjent med», «blir interessert»."""
_NEUTER = re.compile(
    r"(?:ansvar|arbeid|barn|behov|bord|brev|bruk|bud|departement|fag|folk|fylk|grunnlag|h|hjem|hold|hus|krav|kurs|"
    r"(?<!b)land|liv|løp|miljø|møt|mål|navn|nett|nummer|par|problem|program|prosjekt|resultat|råd|senter|skjema|"
    r"spørsmål|språk|sted|svar|syn|system|tak|tall|team|utvalg|vedtak|verk|verktøy|vern|vilkår|^år)et$"
)
"""Neuter nouns in «-et»: «Slik blir tilbudet bedre»."""


def passives(sentence: str) -> list[str]:
    """The passives in a sentence as they are written: ``["sendes", "blir ikke lagret"]``, those in «-s» first."""
    found = words(sentence)
    return [*_by_s(found), *_by_bli(found)]


def _by_s(found: Sequence[str]) -> Iterator[str]:
    for number, word in enumerate(found):
        if (number and word[0].isupper()) or "-" in word:
            continue  # a name, «Moes», or a compound with one
        low = word.lower()
        if low in _ACTIVE_S or low in _NOT_VERBS:
            continue
        if _SHORT_VERB.match(low) or _VERBS_LIKE_GENITIVES.match(low) or _LONG_VERB.match(low):
            yield word


def _by_bli(found: Sequence[str]) -> Iterator[str]:
    for number, word in enumerate(found):
        if word.lower() not in _BLI:
            continue
        for end in range(number + 1, min(number + 5, len(found))):
            low = found[end].lower()
            if _is_participle(low):
                yield " ".join(found[number : end + 1])
                break
            if low not in _BETWEEN:
                break


def _is_participle(word: str) -> bool:
    return word not in _NOT_DONE | _BETWEEN and bool(_PARTICIPLE.match(word)) and not _NEUTER.search(word)
