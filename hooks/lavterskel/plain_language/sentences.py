"""Norwegian text to sentences, and sentences to words."""

from __future__ import annotations

import re


def word_list(text: str) -> frozenset[str]:
    """Words that a module keeps as one text, parted by spaces."""
    return frozenset(text.split())


_NEVER_LAST = word_list(
    "adr alm ang art avd bnr ca dr dvs eks ekskl evt fork fr fvt gnr hhv hr if iht ift inkl innb jf jfr kap kgl kl kpt "
    "kst lnr maks meld mht mill mrd min mnd moh mobil nb nr nto obs opr par pga pkt pr prof prop red ref rskr s sen sekr "
    "sept sp st str tilf tlf univ utg vedr vha vs årg"
)
"""Abbreviations with something after them: «jf. § 3», «Meld. St.». Those with a full stop inside are found by it."""

_MAY_BE_LAST = word_list("al etc ff fl m o osb osv mfl mv e.l o.a o.l m.m m.fl m.v e.kr f.kr kr")
"""Abbreviations that often end a sentence. They do when a word with a capital comes after."""

_STOP = re.compile(r"""(?P<sign>[.!?…]+)(?P<close>["'»”)\]]*)\s+(?=(?P<next>["'«“(\[–—-]*\s*\S))""")
_BEFORE = re.compile(r"[\w.]+$")
_INITIAL = re.compile(r"^(?:[A-ZÆØÅ]\.)*[A-ZÆØÅ]$")
_DOTTED = re.compile(r"^(?:[a-zæøå]{1,2}\.)+[a-zæøå]{1,3}$")
"""«bl.a», «f.eks», «t.o.m»."""
_WORD = re.compile(r"[^\W_]+(?:[-/’'.:,][^\W_]+)*")
_BREAK = re.compile(r"\n\s*\n")


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order. «bl.a.», «kl. 9», «§ 3. ledd» and «13. august» end none."""
    return [sentence for part in _BREAK.split(text) for sentence in _of_paragraph(" ".join(part.split()))]


def words(sentence: str) -> list[str]:
    """The words of a sentence; «helse- og», «12.30» and «rus/psykiatri» hold two, one and one."""
    return _WORD.findall(sentence)


def _of_paragraph(text: str) -> list[str]:
    found = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text[start : stop.start()], stop):
            found.append(text[start : stop.end("close")].strip())
            start = stop.end()
    return [one for one in (*found, text[start:].strip()) if one]


def _ends(before: str, stop: re.Match[str]) -> bool:
    following = stop["next"][-1]
    if following.islower():
        return False
    if stop["sign"] != ".":
        return True
    last = _BEFORE.search(before)
    written = last[0] if last else ""
    word = written.lower()
    if word in _MAY_BE_LAST or (word.isdigit() and len(word) < 3):
        return following.isupper()
    return word not in _NEVER_LAST and not _DOTTED.match(word) and not _INITIAL.match(written)
