"""A provision's id begins with its law's, since its address is made from it; a part belongs to the same law."""

from collections.abc import Iterator

from ..load import Data
from ..problems import Problem


def check(data: Data) -> Iterator[Problem]:
    """Provisions under another law than their own."""
    provisions = data.all("provision")
    for provision in provisions.values():
        if not provision.id.startswith(f"{provision.law}-"):
            message = f"id må begynne med lovens id: «{provision.law}-…». Adressen lages av den."
            yield data.problem("provision", provision, message, ("id",))
        whole = provisions.get(provision.part_of or "")
        if whole is not None and whole.law != provision.law:
            message = f"«{whole.id}» hører til «{whole.law}», ikke til «{provision.law}»."
            yield data.problem("provision", provision, message, ("part_of",))
